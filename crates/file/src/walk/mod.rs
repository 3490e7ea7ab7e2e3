//! A tree of values to the parts of a call. All faults are collected; what is built beside a fault is never used.

mod call;
mod log;
mod number;
mod part;
mod scenario;
mod value;

pub(crate) use call::{Activities, activity, call};
pub(crate) use log::{Logged, log};
pub(crate) use number::decimal;
pub(crate) use scenario::{Placed, scenarios};

use fordela::CallDraft;

use crate::fault::{Expected, Format, Got, Part, ReadFault, ShapeFault};
use crate::keys::nearest_key;
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::tree::{Entry, Node, Value, Word, entry};

/// The file that is walked, and the faults found.
pub(crate) struct Walk<'a, 'p> {
    file: FileId,
    format: Format,
    text: &'a str,
    /// What amounts are in.
    currency: String,
    problems: &'p mut Problems,
}

/// A table of a part: its keys are known ones.
#[derive(Clone, Copy)]
struct Table<'n> {
    part: Part,
    span: Span,
    entries: &'n [Entry],
}

/// What a value is called in a message: its key, or its part.
#[derive(Clone, Copy)]
struct Name<'n>(&'n str);

impl<'a, 'p> Walk<'a, 'p> {
    pub(crate) fn new(file: FileId, format: Format, text: &'a str, problems: &'p mut Problems) -> Self {
        Self { file, format, text, currency: CallDraft::new("").currency, problems }
    }

    /// The same, with amounts in the currency of the call.
    pub(crate) fn of_call(self, draft: &CallDraft) -> Self {
        Self { currency: draft.currency.clone(), ..self }
    }

    fn fault(&mut self, span: Span, fault: impl Into<ReadFault>) {
        self.problems.add(self.file, span, fault);
    }

    fn wrong_kind(&mut self, node: &Node, name: Name<'_>, expected: Expected) {
        let (key, got, format) = (name.0.to_owned(), node.value.got(), self.format);
        let fault = ShapeFault::WrongKind { key, expected, got, format };
        self.fault(node.span, fault);
    }

    /// The table of a part.
    fn table<'n>(&mut self, node: &'n Node, part: impl Into<Part>, name: Name<'_>) -> Option<Table<'n>> {
        let part = part.into();
        match node.table() {
            Some(entries) => Some(self.known(node.span, entries, part)),
            None => {
                self.wrong_kind(node, name, Expected::Table(part));
                None
            }
        }
    }

    /// The table that a file is as a whole.
    fn root<'n>(&mut self, node: &'n Node, part: impl Into<Part>) -> Option<Table<'n>> {
        let part = part.into();
        match node.table() {
            Some(entries) => Some(self.known(node.span, entries, part)),
            None => {
                self.fault(node.span, ShapeFault::NotATable { part, got: node.value.got() });
                None
            }
        }
    }

    /// The table of a part, with a fault for each unknown key.
    fn known<'n>(&mut self, span: Span, entries: &'n [Entry], part: Part) -> Table<'n> {
        // A word that no file holds is a key of ours.
        for entry in entries.iter().filter(|entry| !matches!(entry.key, Word::Fixed(_))) {
            let key = entry.key.text(self.text);
            if !part.has(key) {
                let (key, nearest) = (key.to_owned(), nearest_key(part, key));
                self.fault(entry.key_span, ShapeFault::UnknownKey { key, part, nearest });
            }
        }
        Table { part, span, entries }
    }

    /// The value of a key that may be left out.
    fn may<'n, T>(
        &mut self,
        table: Table<'n>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &'n Node, Name<'static>) -> Option<T>,
    ) -> Option<T> {
        let entry = entry(table.entries, key, self.text)?;
        read(self, &entry.node, Name(key))
    }

    /// The value of a key that must be there.
    fn must<'n, T>(
        &mut self,
        table: Table<'n>,
        key: &'static str,
        expected: Expected,
        read: impl FnOnce(&mut Self, &'n Node, Name<'static>) -> Option<T>,
    ) -> Option<T> {
        match entry(table.entries, key, self.text) {
            Some(entry) => read(self, &entry.node, Name(key)),
            None => {
                self.missing(table, key, expected);
                None
            }
        }
    }

    /// Whether values stand in cells, where people write as they speak.
    fn is_of_cells(&self) -> bool {
        self.file == FileId::Table || self.format == Format::Xlsx
    }

    /// Whether the file is written by hand, table by table.
    fn is_of_call(&self) -> bool {
        self.file == FileId::Call
    }

    /// Whether a key is there, but written in another way.
    fn is_misspelt(&self, table: Table<'_>, key: &str) -> bool {
        let keys = table.entries.iter().map(|entry| entry.key.text(self.text));
        let mut unknown = keys.filter(|known| !table.part.has(known));
        unknown.any(|unknown| nearest_key(table.part, unknown) == Some(key))
    }

    /// Every element of a list that can be read.
    fn each<'n, T>(
        &mut self,
        nodes: &'n [Node],
        name: Name<'static>,
        mut read: impl FnMut(&mut Self, &'n Node, Name<'static>) -> Option<T>,
    ) -> Vec<T> {
        nodes.iter().filter_map(|node| read(self, node, name)).collect()
    }

    /// Every table of a list of parts, such as the `[[fund]]` tables.
    fn parts<'n, T>(
        &mut self,
        table: Table<'n>,
        key: &'static str,
        part: Part,
        read: impl FnMut(&mut Self, &'n Node, Name<'static>) -> Option<T>,
    ) -> Vec<T> {
        let Some(entry) = entry(table.entries, key, self.text) else { return Vec::new() };
        match entry.node.list() {
            Some(nodes) => self.each(nodes, Name(key), read),
            None => {
                self.wrong_kind(&entry.node, Name(key), Expected::Tables(part));
                Vec::new()
            }
        }
    }
}

impl Value {
    fn got(&self) -> Got {
        match self {
            Self::Table(_) => Got::Table,
            Self::List(_) => Got::List,
            Self::Text(_) => Got::Text,
            Self::Number => Got::Number,
            Self::Date => Got::Date,
            Self::Bool(_) => Got::Bool,
            Self::Null => Got::Null,
        }
    }
}
