//! Rows to activities.

use std::collections::BTreeMap;

use fordela::CallDraft;

use super::TableText;
use super::activities::Table;
use super::cells::{Cells, filled_up, torn_amount, trimmed, word};
use super::columns::{Column, Holds, columns, is_column};
use super::head::layout;
use super::heading::in_many;
use super::known::Known;
use super::lines::Lines;
use super::made::Made;
use super::sum::Sums;
use crate::fault::{CsvFault, LimitFault, ReadFault, SheetCellFault};
use crate::limits::CELLS;
use crate::note::NoteKind;
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::tree::Word;

/// Whether a text is a table of activities under a call, as far as the names of its columns tell.
pub(crate) fn holds_activities(text: &str, parted: Option<u8>, draft: &CallDraft) -> bool {
    let known = Known::of(draft);
    layout(text, parted, |name| is_column(name, &known)).is_some()
}

/// The activities of a table under a call. Faults are added to `problems`.
pub(crate) fn parse(table: TableText<'_>, draft: &CallDraft, problems: &mut Problems) -> Table {
    let TableText { text, parted, .. } = table;
    let known = Known::of(draft);
    let Some(layout) = layout(text, parted, |name| is_column(name, &known)) else {
        let fault = if text.trim().is_empty() { CsvFault::Empty } else { CsvFault::NoHead };
        problems.add(FileId::Table, first_line(text), fault);
        return Table::default();
    };
    let mut cells = Cells::new(text, layout.delimiter, layout.start);
    let mut row = Vec::new();
    cells.next_row(&mut row);
    let mut passed = Vec::new();
    let columns = columns(text, &row, &known, &mut passed, problems);
    if columns.len() != row.len() {
        return Table::default();
    }
    let mut rows = Rows::new(table, &draft.currency, Table::of(columns, known), problems);
    rows.head = whole(&row);
    let name = |cell: &Span| word(text, trimmed(text, *cell)).map(|name| name.text(text).to_lowercase());
    rows.names = row.iter().map(|cell| name(cell).unwrap_or_default()).collect();
    rows.unit_above(layout.start);
    rows.table.odd.extend(passed.into_iter().map(|(span, column)| (span, NoteKind::PassedColumn { column })));
    let (mut count, mut words) = (0, Vec::new());
    while cells.next_row(&mut row) {
        count += row.len();
        if count > CELLS {
            rows.fault(row.first().copied().unwrap_or_default(), LimitFault::TooManyCells);
            break;
        }
        filled_up(&mut row, rows.table.columns().len());
        if !rows.add(&row, &mut words) {
            break;
        }
    }
    rows.finish()
}

fn first_line(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    opening(text, Span::new(start, text.len()))
}

pub(super) struct Rows<'a, 'p> {
    pub(super) text: &'a str,
    /// What cells hold that cannot be told.
    unread: &'a BTreeMap<usize, SheetCellFault>,
    pub(super) table: Table,
    pub(super) places: Places,
    head: Span,
    /// The names of the columns, in lower case.
    pub(super) names: Vec<String>,
    pub(super) problems: &'p mut Problems,
    lines: Lines,
    pub(super) sums: Sums,
    /// The ids that were made of titles, where there is no column of ids.
    made: Option<Made>,
    /// Whether applicants stand in rows of their own, above their activities.
    pub(super) has_headings: bool,
    /// The applicant that the last such row names.
    pub(super) heading: Option<Word>,
    /// Rows with a single cell, after the last activity.
    pub(super) lonely: Vec<Span>,
}

/// Which columns hold what is looked at in every row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    pub(super) id: Option<usize>,
    pub(super) applicant: Option<usize>,
    pub(super) title: Option<usize>,
    pub(super) ask: Option<usize>,
}

impl Places {
    fn of(columns: &[Column]) -> Self {
        let place =
            |name: &str| columns.iter().position(|column| matches!(column.holds, Holds::Activity(key) if key == name));
        Self { id: place("id"), applicant: place("applicant"), title: place("title"), ask: place("ask") }
    }
}

impl<'a, 'p> Rows<'a, 'p> {
    fn new(text: TableText<'a>, currency: &str, table: Table, problems: &'p mut Problems) -> Self {
        let places = Places::of(table.columns());
        Self {
            text: text.text,
            unread: text.odd,
            table,
            places,
            head: Span::default(),
            names: Vec::new(),
            problems,
            lines: Lines::default(),
            sums: Sums::new(currency),
            made: places.id.is_none().then(Made::default),
            has_headings: places.applicant.is_none(),
            heading: None,
            lonely: Vec::new(),
        }
    }

    pub(super) fn fault(&mut self, span: Span, fault: impl Into<ReadFault>) {
        self.problems.add(FileId::Table, span, fault);
    }

    /// Where what a cell says stands.
    pub(super) fn at(&self, cell: Span) -> Span {
        trimmed(self.text, cell)
    }

    /// Adds a row, with room for its words; whether it makes sense to read on.
    fn add(&mut self, cells: &[Span], words: &mut Vec<Word>) -> bool {
        if cells.iter().all(|cell| cell.of(self.text).trim().is_empty()) {
            return true;
        }
        words.clear();
        for cell in cells {
            match word(self.text, *cell) {
                Ok(word) => words.push(word),
                Err(cause) => {
                    // Where cells begin and end is not known any more.
                    self.fault(opening(self.text, *cell), cause);
                    return false;
                }
            }
        }
        if self.is_ragged(cells) || self.is_other(cells, words) {
            return true;
        }
        for lonely in std::mem::take(&mut self.lonely) {
            if !self.has_headings {
                self.fault(lonely, CsvFault::LonelyCell);
            }
        }
        self.pass_over(cells, words);
        if let Some((_, ask)) = self.ask(words) {
            self.sums.add(ask.text(self.text));
        }
        self.keep(cells, words);
        true
    }

    fn is_ragged(&mut self, cells: &[Span]) -> bool {
        let columns = self.table.columns().len();
        if let Some((at, amount)) = self.torn_money(cells) {
            self.fault(at, CsvFault::TornAmount { amount });
            return true;
        }
        let extra = cells.get(columns..).unwrap_or_default();
        let ragged = extra.iter().any(|cell| !cell.of(self.text).trim().is_empty());
        if ragged {
            let (at, fault) = too_long(self.text, cells, columns);
            self.fault(at, fault);
        }
        ragged
    }

    /// An amount whose thousands are parted by what parts the columns, though the row is no longer than others: nobody writes
    /// a number like `050` in the next column.
    fn torn_money(&self, cells: &[Span]) -> Option<(Span, String)> {
        let is_money = |column: &Column| matches!(column.holds, Holds::Activity("ask") | Holds::Line("cost"));
        let of_money = self.table.columns().iter().zip(cells.windows(2)).filter(|(column, _)| is_money(column));
        let mut torn = of_money.filter_map(|(_, pair)| torn_amount(self.text, pair));
        torn.find(|(at, _)| at.of(self.text).contains(",0"))
    }

    /// What is asked for in a row, and in which column.
    pub(super) fn ask(&self, words: &[Word]) -> Option<(usize, Word)> {
        let at = self.places.ask?;
        Some((at, in_many(words.get(at)?.clone(), self.table.columns().get(at)?.many, self.text)))
    }

    /// Takes the words of cells away that are not read, with a fault where they should be.
    fn pass_over(&mut self, cells: &[Span], words: &mut [Word]) {
        let is_unnamed = |column: &Column| matches!(column.holds, Holds::Unnamed);
        for (column, (cell, word)) in self.table.columns().iter().zip(cells.iter().zip(words)) {
            if (self.unread.is_empty() && !is_unnamed(column)) || word.text(self.text).is_empty() {
                continue;
            }
            let at = trimmed(self.text, *cell);
            match self.unread.get(&at.start()).filter(|_| column.is_read()) {
                Some(fault) => {
                    self.problems.add(FileId::Table, at, fault.clone());
                    *word = Word::Fixed("");
                }
                None if is_unnamed(column) => self.problems.add(FileId::Table, at, CsvFault::UnnamedColumn),
                None => {}
            }
        }
    }

    /// Makes an activity of a row, or adds its line to the activity of an earlier row.
    fn keep(&mut self, cells: &[Span], words: &[Word]) {
        let Places { id, applicant, title, .. } = self.places;
        let [id, applicant, title] = [id, applicant, title].map(|place| said(self.text, words, place));
        if !applicant.is_empty() {
            self.table.known_mut().make(applicant);
        }
        let titled = self.made.as_mut().filter(|_| !title.is_empty());
        let made = titled.map(|made| made.of_name(title).unwrap_or_else(|| made.fresh("x".to_owned())));
        let id = made.as_deref().unwrap_or(id);
        if id.is_empty() {
            self.empty(if self.made.is_some() { "title" } else { "id" }, cells);
        }
        let heading = self.heading_above();
        if id.is_empty() {
            return;
        }
        let is_line = self.is_line(cells, words);
        if let Some(&earlier) = self.lines.get(id).filter(|_| is_line) {
            self.disagreements(id, earlier, cells);
            self.table.add_line(earlier, cells);
            return;
        }
        if applicant.is_empty() && heading.is_none() {
            self.empty("applicant", cells);
        }
        if is_line {
            self.lines.insert(id.to_owned(), self.table.len());
        }
        self.table.begin(cells, made.map(String::into_boxed_str), heading, is_line);
    }

    /// The applicant that is named above a row, where there is no column of applicants.
    fn heading_above(&mut self) -> Option<Word> {
        if !self.has_headings {
            return None;
        }
        match &self.heading {
            Some(heading) => self.table.known_mut().make(heading.text(self.text)),
            // A name that is nearly one of a column has been told of.
            None if self.table.columns().iter().any(|column| matches!(column.holds, Holds::Unknown)) => {}
            None => self.fault(self.head, CsvFault::MissingColumn { column: "applicant" }),
        }
        self.heading.clone()
    }

    /// The fault of an empty cell, if there is such a column: one that is missing has been told of once.
    fn empty(&mut self, column: &'static str, cells: &[Span]) {
        let is_it = |known: &Column| matches!(known.holds, Holds::Activity(key) if key == column);
        if let Some(cell) = self.table.columns().iter().position(is_it).and_then(|at| cells.get(at)) {
            self.fault(*cell, CsvFault::EmptyCell { column });
        }
    }

    fn finish(mut self) -> Table {
        self.table.odd.extend(self.lonely.iter().map(|span| (*span, NoteKind::PassedRow)));
        self.table.odd.sort_by_key(|(span, _)| *span);
        self.table.unread = self.unread.keys().copied().collect();
        self.table.applicants = self.table.known_mut().take_made();
        self.table
    }
}

/// What is said in a column; nothing where there is no such column.
pub(super) fn said<'w>(text: &'w str, words: &'w [Word], place: Option<usize>) -> &'w str {
    place.and_then(|at| words.get(at)).map_or("", |word| word.text(text))
}

/// Why a row is longer than the head, and where.
pub(super) fn too_long(text: &str, cells: &[Span], columns: usize) -> (Span, CsvFault) {
    match torn_amount(text, cells) {
        Some((at, amount)) => (at, CsvFault::TornAmount { amount }),
        None => (whole(cells), CsvFault::Ragged { cells: cells.len(), columns }),
    }
}

/// All cells of a row.
pub(super) fn whole(row: &[Span]) -> Span {
    row.first().zip(row.last()).map_or_else(Span::default, |(first, last)| first.to(*last))
}

/// The first line of a cell whose quotation marks are wrong.
pub(super) fn opening(text: &str, cell: Span) -> Span {
    let first = cell.of(text).lines().next().unwrap_or_default();
    Span::new(cell.start(), cell.start() + first.len())
}
