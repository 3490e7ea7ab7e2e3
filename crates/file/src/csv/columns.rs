//! The first row: what each column holds, and what parts the columns.

use std::collections::HashSet;

use fordela::keys::{Form, Key, Part};

use super::cells::{Cells, word};
use crate::fault::{CsvFault, LimitFault, ReadFault};
use crate::limits::COLUMNS;
use crate::nearest::nearest;
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::tree::Word;

/// What a column holds.
#[derive(Debug, Clone)]
pub(super) enum Column {
    /// One value of the activity.
    Activity(&'static str),
    /// Several values of the activity, parted by `|`.
    ActivityList(&'static str),
    /// The score on a criterion: its id, and where that stands.
    Score(Word, Span),
    /// One value of the line.
    Line(&'static str),
    /// Several values of the line.
    LineList(&'static str),
    /// Nothing: the column has no name.
    Unnamed,
    /// Nothing that is known; the fault is that of the name.
    Unknown,
}

/// The columns that have a name of their own: of which part each is, with its key.
fn named() -> impl Iterator<Item = (Part, &'static Key)> {
    let of = |part: Part| part.keys().iter().filter(|key| key.column.is_some()).map(move |key| (part, key));
    of(Part::Activity).chain(of(Part::Line))
}

/// What the column of a key holds.
fn held(part: Part, key: &'static Key) -> Column {
    let is_list = matches!(key.form, Form::Amounts | Form::Texts | Form::TextOrTexts);
    match (part, is_list) {
        (Part::Line, false) => Column::Line(key.name),
        (Part::Line, true) => Column::LineList(key.name),
        (_, false) => Column::Activity(key.name),
        (_, true) => Column::ActivityList(key.name),
    }
}

/// The names of columns that have one of their own.
fn names() -> impl Iterator<Item = &'static str> {
    named().filter_map(|(_, key)| key.column)
}

/// What the name of a column of scores starts with.
const SCORE: &str = "score.";

/// The columns of a file, and how it is parted.
pub(super) struct Layout {
    pub(super) delimiter: u8,
    /// Where the row of names starts.
    pub(super) start: usize,
}

/// What may part columns.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// How the file is parted: as its first line says (`sep=;`), or so that most columns have known names.
pub(super) fn layout(text: &str, is_known: impl Fn(&str) -> bool) -> Layout {
    if let Some((delimiter, first)) = delimiter_said(text) {
        let rest = text.get(first.len()..).unwrap_or_default();
        let start = first.len() + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        return Layout { delimiter, start };
    }
    let known = |delimiter: &u8| {
        let mut row = Vec::new();
        Cells::new(text, *delimiter, 0).next_row(&mut row);
        let names = row.iter().filter_map(|cell| word(text, *cell).ok());
        let known = names.filter(|name| is_known(name.text(text))).count();
        (known, row.len())
    };
    // The first of equals, so that a file of one column is parted by commas.
    let best = DELIMITERS.into_iter().rev().max_by_key(known).unwrap_or(b',');
    Layout { delimiter: best, start: 0 }
}

/// What the first line says that parts the columns, as in `sep=;`, and that line.
fn delimiter_said(text: &str) -> Option<(u8, &str)> {
    let first = text.lines().next()?;
    let said = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    let delimiter = DELIMITERS.into_iter().find(|delimiter| said.as_bytes() == [*delimiter])?;
    Some((delimiter, first))
}

/// The row in which the names of columns seem to stand, and its number, where the first row holds but one cell that is no
/// name: what the table is about. The table is parted so that it is widest.
pub(super) fn head_below(text: &str, is_known: impl Fn(&str) -> bool) -> Option<(Span, usize)> {
    if delimiter_said(text).is_some() {
        return None;
    }
    let widest = |rows: &Vec<Vec<Span>>| rows.iter().map(Vec::len).max();
    // The first of equals, as when a delimiter is chosen.
    let parted = || DELIMITERS.into_iter().rev().map(|delimiter| first_rows(text, delimiter));
    let is_name = |cell: &Span| word(text, *cell).is_ok_and(|name| is_known(name.text(text)));
    // However it is parted, a name in the first row is that of a column.
    if parted().any(|rows| rows.first().is_some_and(|first| first.iter().any(is_name))) {
        return None;
    }
    let rows = parted().max_by_key(widest)?;
    let filled = |row: &&Vec<Span>| row.iter().filter(|cell| !cell.of(text).trim().is_empty()).count();
    let (first, rest) = rows.split_first()?;
    if filled(&first) != 1 {
        return None;
    }
    let head = rest.iter().find(|row| filled(row) > 1)?;
    let whole = head.first().zip(head.last()).map(|(first, last)| first.to(*last))?;
    let line = text.get(..whole.start())?.matches('\n').count() + 1;
    Some((whole, line))
}

/// The rows among which people look for the names of columns.
fn first_rows(text: &str, delimiter: u8) -> Vec<Vec<Span>> {
    const ROWS: usize = 20;
    let mut cells = Cells::new(text, delimiter, 0);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    while rows.len() < ROWS && cells.next_row(&mut row) {
        rows.push(std::mem::take(&mut row));
    }
    rows
}

/// Whether a column of activities is called this.
pub(super) fn is_column(name: &str) -> bool {
    name.starts_with(SCORE) || names().any(|known| known == name)
}

/// What the column with a name holds.
fn column(name: &Word, span: Span, text: &str) -> Option<Column> {
    let said = name.text(text);
    if let Some(id) = said.strip_prefix(SCORE).map(str::trim).filter(|id| !id.is_empty()) {
        let width = said.len() - id.len();
        let span = match name {
            Word::InFile(whole) => Span::new(whole.start() + width, whole.end()),
            _ => span,
        };
        return Some(Column::Score(Word::written(text, span, id), span));
    }
    named().find(|(_, key)| key.column == Some(said)).map(|(part, key)| held(part, key))
}

/// The columns that a row of names gives. Faults are added to `problems`.
pub(super) fn columns(text: &str, row: &[Span], problems: &mut Problems) -> Vec<Column> {
    let mut fault = |span: Span, fault: ReadFault| problems.add(FileId::Csv, span, fault);
    if row.len() > COLUMNS {
        fault(row[COLUMNS], LimitFault::TooManyColumns.into());
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut columns = Vec::with_capacity(row.len());
    for cell in row {
        let name = match word(text, *cell) {
            Ok(name) => name,
            Err(cause) => {
                fault(*cell, cause.into());
                columns.push(Column::Unknown);
                continue;
            }
        };
        let said = name.text(text);
        let found = column(&name, *cell, text);
        if found.is_none() && said.is_empty() {
            columns.push(Column::Unnamed);
            continue;
        }
        if found.is_none() {
            fault(*cell, CsvFault::UnknownColumn { column: said.to_owned(), nearest: nearest_column(said) }.into());
        }
        if !seen.insert(said.to_owned()) {
            fault(*cell, CsvFault::DuplicateColumn { column: said.to_owned() }.into());
        }
        columns.push(found.unwrap_or(Column::Unknown));
    }
    let whole = row.first().zip(row.last()).map_or_else(Span::default, |(first, last)| first.to(*last));
    let meant: HashSet<&str> = seen.iter().filter_map(|name| nearest_column(name)).collect();
    for required in ["id", "applicant"] {
        if !meant.contains(required) {
            fault(whole, CsvFault::MissingColumn { column: required }.into());
        }
    }
    columns
}

/// The column that was probably meant.
fn nearest_column(name: &str) -> Option<&'static str> {
    let plain = name.trim().to_lowercase();
    let score = ["score", "scores"].iter().any(|word| {
        plain.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '_', '-', ' ', '.']))
    });
    if score { Some(SCORE) } else { nearest(name, names()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_parts_the_columns() {
        assert_eq!(layout("id,applicant,ask\n", is_column).delimiter, b',');
        assert_eq!(layout("id;applicant;ask\n1;2;\"3,5\"", is_column).delimiter, b';');
        assert_eq!(layout("id\tapplicant\task,kr\n", is_column).delimiter, b'\t');
        assert_eq!(layout("id\n", is_column).delimiter, b',');
        let said = layout("sep=;\r\nid\r\n", is_column);
        assert_eq!((said.delimiter, said.start), (b';', 7));
    }

    #[test]
    fn finds_names_of_columns_below_a_title() {
        let row = |text: &str| head_below(text, is_column).map(|(_, row)| row);
        assert_eq!(row("Ansökningar 2025;;\n;;\nNämnd;Aktivitet;Sökt\n"), Some(3));
        assert_eq!(row("Ansökningar 2025\n\nid,applicant\n"), Some(3));
        assert_eq!(row("Ansökningar\nid\tapplicant\n"), Some(2));
        assert_eq!(row("id;applicant\na;b\n"), None);
        assert_eq!(row("id;ask\na;\"200 000,50 kr\"\n"), None);
        assert_eq!(row("id,applicant,title\na,b;c;d,e\n"), None);
        assert_eq!(row("Ansökningar, insatser;;\nid;applicant;ask\n"), Some(2));
        assert_eq!(row("Ansökningar 2025\n"), None);
    }

    #[test]
    fn names_the_column_that_was_meant() {
        assert_eq!(nearest_column("Applicant"), Some("applicant"));
        assert_eq!(nearest_column("tag"), Some("tags"));
        assert_eq!(nearest_column("score:samverkan"), Some("score."));
        assert_eq!(nearest_column("kommentar"), None);
    }
}
