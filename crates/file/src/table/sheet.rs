//! Rows of a file whose columns are found by name.

use std::collections::BTreeMap;

use super::TableText;
use super::cells::{Cells, filled_up, word};
use super::head::{Layout, layout};
use super::heading::Heading;
use super::rows::{opening, too_long, whole};
use crate::fault::{CsvFault, LimitFault, ReadFault, SheetCellFault};
use crate::limits::{CELLS, COLUMNS};
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::tree::Word;
use crate::workbook::PARTED;

/// The row of names.
pub(super) struct Head {
    /// In lower case, without what amounts are in.
    pub(super) names: Vec<String>,
    /// What amounts in each column are in, where its name says thousands or millions.
    pub(super) many: Vec<Option<&'static str>>,
    pub(super) cells: Vec<Span>,
}

impl Head {
    pub(super) fn span(&self) -> Span {
        whole(&self.cells)
    }
}

/// A row that has something in it, with a cell for every column.
pub(super) struct Line<'r> {
    pub(super) cells: &'r [Span],
    pub(super) words: &'r [Word],
    /// What cells hold that cannot be told.
    unread: &'r BTreeMap<usize, SheetCellFault>,
}

impl Line<'_> {
    /// Why a cell cannot be told, if so.
    pub(super) fn unread(&self, at: Span) -> Option<ReadFault> {
        self.unread.get(&at.start()).map(|fault| fault.clone().into())
    }
}

/// Gives what `columns` makes of the row of names to `row` with every row that has something in it. `is_known` says
/// whether a name, in lower case, is one of a column; `empty` is the fault of a file without rows. Faults are added to
/// `problems`.
pub(super) fn each_row<C>(
    table: TableText<'_>,
    problems: &mut Problems,
    is_known: impl Fn(&str) -> bool,
    empty: ReadFault,
    columns: impl FnOnce(&Head, &mut Problems) -> Option<C>,
    mut row: impl FnMut(&mut C, &Line<'_>, &mut Problems),
) -> Option<C> {
    let TableText { text, parted, odd } = table;
    let is_known = |name: &str| is_known(&heading(name).plain);
    // Where no name is known, what is missing is told of the first row.
    let layout = layout(text, parted, is_known).unwrap_or(Layout { delimiter: parted.unwrap_or(b','), start: 0 });
    let mut reader = Cells::new(text, layout.delimiter, layout.start);
    let (mut cells, mut count) = (Vec::new(), 0);
    if !reader.next_row(&mut cells) {
        problems.add(FileId::Table, Span::default(), empty);
        return None;
    }
    let head = head(text, &cells, problems)?;
    let mut found = columns(&head, problems)?;
    while reader.next_row(&mut cells) {
        count += cells.len();
        if count > CELLS {
            problems.add(FileId::Table, whole(&cells), LimitFault::TooManyCells);
            break;
        }
        if cells.iter().all(|cell| cell.of(text).trim().is_empty()) {
            continue;
        }
        filled_up(&mut cells, head.cells.len());
        match words(text, &cells, head.cells.len()) {
            Ok(words) => row(&mut found, &Line { cells: &cells, words: &words, unread: odd }, problems),
            Err((span, fault)) => {
                let is_torn = matches!(fault, CsvFault::OpenQuote | CsvFault::TextAfterQuote);
                problems.add(FileId::Table, span, fault);
                // Where cells begin and end is not known any more.
                if is_torn {
                    break;
                }
            }
        }
    }
    Some(found)
}

fn head(text: &str, row: &[Span], problems: &mut Problems) -> Option<Head> {
    if let Some(extra) = row.get(COLUMNS) {
        problems.add(FileId::Table, *extra, LimitFault::TooManyColumns);
        return None;
    }
    let (mut names, mut many) = (Vec::with_capacity(row.len()), Vec::with_capacity(row.len()));
    for cell in row {
        match word(text, *cell) {
            Ok(name) => {
                let heading = heading(name.text(text));
                names.push(heading.plain);
                many.push(heading.is_in);
            }
            Err(cause) => {
                problems.add(FileId::Table, opening(text, *cell), cause);
                return None;
            }
        }
    }
    Some(Head { names, many, cells: row.to_vec() })
}

/// Whether the names of columns stand in the text of a sheet.
pub(super) fn has_head(text: &str, is_known: impl Fn(&str) -> bool) -> bool {
    layout(text, Some(PARTED), |name| is_known(&heading(name).plain)).is_some()
}

/// A name as it is compared. One with a dot in it names something of the call, or a result, and is kept.
fn heading(name: &str) -> Heading {
    if name.contains('.') { Heading { plain: name.to_lowercase(), is_in: None } } else { Heading::of(name) }
}

fn words(text: &str, row: &[Span], columns: usize) -> Result<Vec<Word>, (Span, CsvFault)> {
    let mut words = Vec::with_capacity(row.len());
    for cell in row {
        words.push(word(text, *cell).map_err(|cause| (opening(text, *cell), cause))?);
    }
    let extra = row.get(columns..).unwrap_or_default();
    if extra.iter().any(|cell| !cell.of(text).trim().is_empty()) {
        return Err(too_long(text, row, columns));
    }
    Ok(words)
}
