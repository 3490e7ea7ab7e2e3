//! What is read of the files of a call before their values are: texts, trees and tables.

use std::collections::BTreeMap;
use std::path::Path;

use fordela::CallDraft;
use sha2::{Digest, Sha256};

use crate::book::{self, Book};
use crate::decode::{Encodings, decode, hidden_characters};
use crate::digest::hex;
use crate::error::ReadError;
use crate::fault::{Format, LimitFault, SheetCellFault, WorkbookFault};
use crate::files::{Files, beside, unread};
use crate::limits::CSV_BYTES;
use crate::problems::Problems;
use crate::source::Source;
use crate::span::{FileId, Span};
use crate::table::Table;
use crate::text::Sources;
use crate::tree::Node;
use crate::walk::Activities;
use crate::workbook::{self, SheetText};
use crate::{json, table, toml};

pub(crate) fn error_of(sources: Sources, problems: Problems) -> ReadError {
    let (kept, more) = problems.into_sorted();
    ReadError::new(sources, kept, more)
}

/// What cells hold that cannot be told, by where their text starts.
type Odd = BTreeMap<usize, SheetCellFault>;

/// What was read so far, and what is wrong with it.
#[derive(Default)]
pub(crate) struct Reader {
    pub(crate) sources: Sources,
    pub(crate) problems: Problems,
    digest: Sha256,
}

impl Reader {
    /// The SHA-256 of all bytes that were read, in hexadecimal digits.
    pub(crate) fn sha256(&self) -> String {
        hex(self.digest.clone())
    }

    pub(crate) fn error(self) -> ReadError {
        error_of(self.sources, self.problems)
    }

    /// The values of the call file, unless it is too large or they cannot be told from each other.
    pub(crate) fn tree(
        &mut self,
        name: String,
        bytes: Vec<u8>,
        format: Option<Format>,
        too_large: Option<LimitFault>,
    ) -> Option<(Node, Format)> {
        self.sources.call = Source::new(name, String::new());
        if let Some(fault) = too_large {
            self.problems.add(FileId::Call, Span::default(), fault);
            return None;
        }
        self.digest.update(&bytes);
        self.decode(FileId::Call, bytes, Encodings::Utf8)?;
        let text = self.sources.call.text();
        let format = format.unwrap_or_else(|| Format::of_text(text));
        let parsed = match format {
            Format::Toml => toml::parse(text),
            Format::Json => json::parse(text),
            // What is no workbook was decoded as text.
            Format::Xlsx => Err(vec![(Span::default(), WorkbookFault::NotAWorkbook.into())]),
        };
        match parsed {
            Ok(root) => Some((root, format)),
            Err(faults) => {
                faults.into_iter().for_each(|(span, fault)| self.problems.add(FileId::Call, span, fault));
                None
            }
        }
    }

    /// The values of a workbook that holds a call, and what cells of its own table of activities hold that cannot be told.
    pub(crate) fn book(
        &mut self,
        name: String,
        bytes: &[u8],
        too_large: Option<LimitFault>,
    ) -> Option<(Node, Format, Option<Odd>)> {
        self.sources.call = Source::new(name.as_str(), String::new());
        if let Some(fault) = too_large {
            self.problems.add(FileId::Call, Span::default(), fault);
            return None;
        }
        self.digest.update(bytes);
        let Book { root, call, activities } = match book::read(bytes, &mut self.problems) {
            Ok(book) => book,
            Err(fault) => {
                self.problems.add(FileId::Call, Span::default(), fault);
                return None;
            }
        };
        self.sources.call = self.sheet(FileId::Call, &name, call).0;
        let own = activities.and_then(|sheet| {
            let odd;
            (self.sources.table, odd) = self.sheet(FileId::Table, &name, sheet);
            odd
        });
        Some((root, Format::Xlsx, own))
    }

    /// The text of sheets, and what cells hold that cannot be told; with a fault for each character that is not seen, where there
    /// are any.
    fn sheet(&mut self, file: FileId, name: &str, sheet: SheetText) -> (Source, Option<Odd>) {
        let SheetText { text, places, odd } = sheet;
        let faults = hidden_characters(&text);
        let is_plain = faults.is_empty();
        faults.into_iter().for_each(|(span, fault)| self.problems.add(file, span, fault));
        (Source::new(name, text).of_sheet(places), is_plain.then_some(odd))
    }

    /// The table of activities that stands in the workbook of the call itself, where it names no other.
    pub(crate) fn own_table(&mut self, odd: &Odd, named: Option<&Activities>, draft: &CallDraft) -> Table {
        if let Some(named) = named {
            self.problems.add(FileId::Call, named.span, WorkbookFault::ActivitiesTwice);
            return Table::default();
        }
        table::parse(self.sources.table.table(odd), draft, &mut self.problems)
    }

    /// The table of activities that a call names.
    pub(crate) fn table(
        &mut self,
        activities: &Activities,
        draft: &CallDraft,
        folder: &Path,
        files: &dyn Files,
    ) -> Table {
        let (file, sheet) = workbook::parted(&activities.path);
        let path = match beside(folder, file) {
            Ok(path) => path,
            Err(fault) => {
                self.problems.add(FileId::Call, activities.span, fault);
                return Table::default();
            }
        };
        let bytes = match files.read_within(folder, &path, CSV_BYTES + 1) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.problems.add(FileId::Call, activities.span, unread(&path, &error));
                return Table::default();
            }
        };
        self.digest.update(&bytes);
        let fits = |text: &str| table::holds_activities(text, Some(workbook::PARTED), draft);
        match self.table_text(&path.display().to_string(), bytes, sheet, fits) {
            Some(odd) => {
                let Self { sources, problems, .. } = self;
                table::parse(sources.table.table(&odd), draft, problems)
            }
            None => Table::default(),
        }
    }

    /// Makes the text of a table known, from a workbook or a CSV file, and gives what its cells hold that cannot be told.
    pub(crate) fn table_text(
        &mut self,
        name: &str,
        bytes: Vec<u8>,
        sheet: Option<&str>,
        fits: impl Fn(&str) -> bool,
    ) -> Option<Odd> {
        self.sources.table = Source::new(name, String::new());
        if bytes.len() > CSV_BYTES {
            self.problems.add(FileId::Table, Span::default(), LimitFault::CsvTooLarge);
            return None;
        }
        if !workbook::is_workbook(&bytes) {
            return self.decode(FileId::Table, bytes, Encodings::Utf8OrWindows1252).map(|()| BTreeMap::new());
        }
        match workbook::sheet(&bytes, sheet, fits) {
            Ok(sheet) => {
                let odd;
                (self.sources.table, odd) = self.sheet(FileId::Table, name, sheet);
                odd
            }
            Err(fault) => {
                self.problems.add(FileId::Table, Span::default(), fault);
                None
            }
        }
    }

    /// Makes the text of a file known, if it is plain text.
    pub(crate) fn decode(&mut self, file: FileId, bytes: Vec<u8>, allowed: Encodings) -> Option<()> {
        let decoded = decode(bytes, allowed);
        let source = match file {
            FileId::Call => &mut self.sources.call,
            FileId::Table => &mut self.sources.table,
        };
        let text = Source::new(source.name(), decoded.text);
        *source = if decoded.is_windows_1252 { text.in_windows_1252() } else { text };
        let plain = decoded.faults.is_empty();
        decoded.faults.into_iter().for_each(|(span, fault)| self.problems.add(file, span, fault));
        plain.then_some(())
    }
}
