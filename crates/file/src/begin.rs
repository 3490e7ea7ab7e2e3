//! The beginning of a call: what a table of applications holds, before there is a call.

use std::path::Path;

use fordela::CallDraft;

use crate::error::ReadError;
use crate::files::{Disk, Files, unread};
use crate::limits::CSV_BYTES;
use crate::note::Note;
use crate::reader::{Reader, error_of};
use crate::span::{FileId, Span};
use crate::table::{self, Survey};
use crate::text::CallText;
use crate::tree::{Node, Value};
use crate::walk::{self, Walk};
use crate::{fault::Format, workbook};

/// What a table of applications holds.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Beginning {
    /// The criteria, applicants and activities found, and the title above the table if there is one. Criteria have a weight of
    /// one each, and the best score that was given in the table.
    pub draft: CallDraft,
    /// The sheet the table stands on, in a workbook.
    pub sheet: Option<String>,
    /// The name of each column, and what it holds in a call; `None` where it is not read.
    pub columns: Vec<(String, Option<String>)>,
    /// What is odd in the table.
    pub notes: Vec<Note>,
}

/// Reads a table of applications, from a workbook (`applications.xlsx`, or `applications.xlsx#Sheet1`) or a CSV file.
///
/// Columns of applicants, titles and sums are found by what people write above them. Where all that stands in another column
/// is numbers from 0 to 10, they are taken for the scores on a criterion of that name. Amounts are in this currency.
///
/// # Errors
///
/// All that is wrong with the table, with the cell or the line and column.
pub fn begin(path: &str, currency: &str) -> Result<Beginning, ReadError> {
    let (file, sheet) = workbook::parted(path);
    let bytes = Disk.read(Path::new(file), CSV_BYTES + 1);
    let bytes = bytes.map_err(|error| ReadError::unread(file.to_owned(), unread(Path::new(file), &error)))?;
    begin_bytes(file, sheet, bytes, currency)
}

fn begin_bytes(name: &str, sheet: Option<&str>, bytes: Vec<u8>, currency: &str) -> Result<Beginning, ReadError> {
    let mut reader = Reader::default();
    let empty = CallDraft::new("");
    let fits = |text: &str| table::holds_activities(text, Some(workbook::PARTED), &empty);
    let Some(odd) = reader.table_text(name, bytes, sheet, fits) else { return Err(reader.error()) };
    let Reader { sources, mut problems, .. } = reader;
    let Survey { title, criteria, columns } = table::survey(sources.table.table(&odd));
    let currency = currency.to_owned();
    let mut draft = CallDraft { criteria: criteria.into(), currency, ..CallDraft::new(title.unwrap_or_default()) };
    let found = table::parse(sources.table.table(&odd), &draft, &mut problems);
    let rows = sources.table.text();
    let mut walk = Walk::new(FileId::Table, Format::Toml, rows, &mut problems).of_call(&draft);
    draft.activities = found.trees(rows).filter_map(|row| walk::activity(&mut walk, &row)).collect();
    draft.applicants = found.applicants.clone().into();
    if !problems.is_empty() {
        return Err(error_of(sources, problems));
    }
    let sheet = sources.table.sheet().map(str::to_owned);
    let root = Node::new(Span::default(), Value::Table(Vec::new()));
    let notes = CallText { sources, root, table: found }.notes();
    Ok(Beginning { draft, sheet, columns, notes })
}
