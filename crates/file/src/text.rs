//! The texts a call was read from, and where in them its values stand.

use std::fmt;

use fordela::call::{FaultKind, Place, Step};

use crate::note::{Note, comments, in_comments, of_file, of_sheets};
use crate::render::{Excerpt, Severity, Style, render};
use crate::source::Source;
use crate::span::{At, FileId, Span};
use crate::table::Table;
use crate::tree::{Found, Node, activity_of, follow};

/// Where something stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The sheet and the cell, `Sheet1!C14`, in a workbook; its line and column are the row and the column then.
    pub cell: Option<String>,
    /// The text itself, no further than to the end of its line.
    pub text: String,
}

/// As it stands before a message: `call.toml:3`, or `applications.xlsx, Sheet1!C14`.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&place(&self.file, self.line, self.cell.as_deref()))
    }
}

/// A place in a file, as it stands before a message.
pub(crate) fn place(file: &str, line: usize, cell: Option<&str>) -> String {
    match cell {
        Some(cell) => format!("{file}, {cell}"),
        None => format!("{file}:{line}"),
    }
}

/// Something to say about a value of a call, to be shown in the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The value.
    pub place: Place,
    /// How grave it is.
    pub severity: Severity,
    /// What to say, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// The call file and the CSV file, if any.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sources {
    pub(crate) call: Source,
    pub(crate) table: Source,
}

impl Sources {
    pub(crate) fn get(&self, file: FileId) -> &Source {
        match file {
            FileId::Call => &self.call,
            FileId::Table => &self.table,
        }
    }

    pub(crate) fn location(&self, at: At) -> Location {
        let source = self.get(at.file);
        let span = source.first_line(at.span);
        let (line, column) = source.position(span.start());
        Location {
            file: source.name().to_owned(),
            line,
            column,
            cell: source.cell(span.start()),
            text: span.of(source.text()).to_owned(),
        }
    }
}

/// The texts a call was read from, and where in them its values stand.
#[derive(Debug, Clone)]
pub struct CallText {
    pub(crate) sources: Sources,
    pub(crate) root: Node,
    /// The table of activities, which follow those of the call file.
    pub(crate) table: Table,
}

impl CallText {
    /// Where a value stands; if the text does not have it, where that stands which would hold it.
    #[must_use]
    pub fn locate(&self, place: &Place) -> Location {
        self.sources.location(self.at(place, None))
    }

    /// What is odd in the files, though not of a value: personal data in comments, and the encoding, the sums and what is
    /// not read of the table.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let of_table =
            self.table.odd.iter().map(|(span, kind)| Note::at(&self.sources.table, span.start(), kind.clone()));
        let of_files = [&self.sources.call, &self.sources.table].into_iter().flat_map(of_file);
        let of_call = in_comments(&self.sources.call).into_iter().chain(of_sheets(&self.sources.call));
        of_call.chain(of_files).chain(of_table).collect()
    }

    /// Whether there are comments in the call file, which are no part of the call.
    #[must_use]
    pub fn has_comments(&self) -> bool {
        comments(&self.sources.call).next().is_some()
    }

    /// A remark as text: what it says, the line of the file it is about, and what to do.
    #[must_use]
    pub fn render(&self, remark: &Remark, style: Style) -> String {
        let at = self.at(&remark.place, None);
        let excerpt = Excerpt { source: self.sources.get(at.file), span: at.span };
        render(remark.severity, &remark.message, Some(excerpt), remark.help.as_deref(), style)
    }

    /// Where a value stands, or its key if that is what the fault is about.
    pub(crate) fn at(&self, place: &Place, fault: Option<&FaultKind>) -> At {
        let (file, found) = self.find(place);
        let about_key = match (place.steps().last(), fault) {
            (
                Some(Step::Key(key)),
                Some(
                    FaultKind::UnknownId { id, .. }
                    | FaultKind::SharedName { name: id, .. }
                    | FaultKind::BadId { id, .. },
                ),
            ) => id == key,
            _ => false,
        };
        let span = found.key.filter(|_| about_key).unwrap_or(found.value);
        At { file, span: if span == Span::default() { self.start(file) } else { span } }
    }

    fn find(&self, place: &Place) -> (FileId, Found) {
        let call = self.sources.call.text();
        if let Some((index, rest)) = activity_of(place) {
            let tables = self.root.under("activity", call).and_then(|entry| entry.node.list()).map_or(0, <[Node]>::len);
            let text = self.sources.table.text();
            if let Some(row) = index.checked_sub(tables).and_then(|row| self.table.tree(row, text)) {
                return (FileId::Table, follow(&row, rest, text));
            }
        }
        (FileId::Call, follow(&self.root, place.steps(), call))
    }

    /// The call as a whole is shown by its first line that says something.
    fn start(&self, file: FileId) -> Span {
        let text = self.sources.get(file).text();
        let start = text.len() - text.trim_start().len();
        Span::new(start, start)
    }
}
