//! Rows to activities.

use std::collections::BTreeMap;

use fordela::{CallDraft, call::draft::Applicant};

use super::TableText;
use super::cells::{Cells, filled_up, parts, torn_amount, trimmed, word};
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
use crate::tree::{Entry, Node, Value, Word};

/// What a table of activities holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    /// The activities, each as the table it would be in a call file.
    pub(crate) activities: Vec<Node>,
    /// The applicants that were made of names, where the call has none.
    pub(crate) applicants: Vec<Applicant>,
    /// What is odd in it, though not wrong.
    pub(crate) odd: Vec<(Span, NoteKind)>,
}

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
    let mut rows = Rows::new(table, &draft.currency, columns, known, problems);
    rows.head = whole(&row);
    let name = |cell: &Span| word(text, trimmed(text, *cell)).map(|name| name.text(text).to_lowercase());
    rows.names = row.iter().map(|cell| name(cell).unwrap_or_default()).collect();
    rows.unit_above(layout.start);
    rows.odd.extend(passed.into_iter().map(|(span, column)| (span, NoteKind::PassedColumn { column })));
    let mut count = 0;
    while cells.next_row(&mut row) {
        count += row.len();
        if count > CELLS {
            rows.fault(row.first().copied().unwrap_or_default(), LimitFault::TooManyCells);
            break;
        }
        filled_up(&mut row, rows.columns.len());
        if !rows.add(&row) {
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
    pub(super) columns: Vec<Column>,
    head: Span,
    /// The names of the columns, in lower case.
    pub(super) names: Vec<String>,
    known: Known,
    pub(super) problems: &'p mut Problems,
    activities: Vec<Node>,
    lines: Lines,
    pub(super) sums: Sums,
    pub(super) odd: Vec<(Span, NoteKind)>,
    /// The ids that were made of titles, where there is no column of ids.
    made: Option<Made>,
    /// Whether applicants stand in rows of their own, above their activities.
    pub(super) has_headings: bool,
    /// The applicant that the last such row names.
    pub(super) heading: Option<Word>,
    /// Rows with a single cell, after the last activity.
    pub(super) lonely: Vec<Span>,
}

/// What one row says.
pub(super) struct Row {
    /// Where the row is shown when all of it is meant: its id.
    pub(super) span: Span,
    pub(super) id: Option<Word>,
    pub(super) activity: Vec<Entry>,
    pub(super) line: Vec<Entry>,
    /// The scores of the activity, by criterion, until they are part of it.
    scores: Vec<Entry>,
}

impl<'a, 'p> Rows<'a, 'p> {
    fn new(
        table: TableText<'a>,
        currency: &str,
        columns: Vec<Column>,
        known: Known,
        problems: &'p mut Problems,
    ) -> Self {
        let has = |name: &str| columns.iter().any(|column| matches!(column.holds, Holds::Activity(key) if key == name));
        Self {
            text: table.text,
            unread: table.odd,
            head: Span::default(),
            names: Vec::new(),
            known,
            problems,
            activities: Vec::new(),
            lines: Lines::default(),
            sums: Sums::new(currency),
            odd: Vec::new(),
            made: (!has("id")).then(Made::default),
            has_headings: !has("applicant"),
            heading: None,
            lonely: Vec::new(),
            columns,
        }
    }

    pub(super) fn fault(&mut self, span: Span, fault: impl Into<ReadFault>) {
        self.problems.add(FileId::Table, span, fault);
    }

    /// Adds a row; whether it makes sense to read on.
    fn add(&mut self, cells: &[Span]) -> bool {
        if cells.iter().all(|cell| cell.of(self.text).trim().is_empty()) {
            return true;
        }
        let mut words = Vec::with_capacity(cells.len());
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
        if self.is_ragged(cells) || self.is_other(cells, &words) {
            return true;
        }
        for lonely in std::mem::take(&mut self.lonely) {
            if !self.has_headings {
                self.fault(lonely, CsvFault::LonelyCell);
            }
        }
        let row = self.row(cells, words);
        self.sums.add(self.text, &row.activity);
        self.keep(row, cells);
        true
    }

    fn is_ragged(&mut self, cells: &[Span]) -> bool {
        let columns = self.columns.len();
        if let Some((at, amount)) = self.torn_amount(cells) {
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
    fn torn_amount(&self, cells: &[Span]) -> Option<(Span, String)> {
        let is_money = |column: &Column| matches!(column.holds, Holds::Activity("ask") | Holds::Line("cost"));
        let of_money = self.columns.iter().zip(cells.windows(2)).filter(|(column, _)| is_money(column));
        let mut torn = of_money.filter_map(|(_, pair)| torn_amount(self.text, pair));
        torn.find(|(at, _)| at.of(self.text).contains(",0"))
    }

    /// The applicant that a cell names, by its id where it is known.
    fn applicant(&mut self, word: Word) -> Word {
        let said = word.text(self.text);
        match self.known.applicant(said) {
            Some(id) if id != said => Word::Decoded(id.into()),
            _ => word,
        }
    }

    fn row(&mut self, cells: &[Span], words: Vec<Word>) -> Row {
        let span = cells.first().copied().unwrap_or_default();
        let activity = Vec::with_capacity(self.columns.len());
        let mut row = Row { span, id: None, activity, line: Vec::new(), scores: Vec::new() };
        let columns = std::mem::take(&mut self.columns);
        for ((column, cell), word) in columns.iter().zip(cells).zip(words) {
            if word.text(self.text).is_empty() {
                continue;
            }
            let at = trimmed(self.text, *cell);
            match self.unread.get(&at.start()).filter(|_| column.is_read()) {
                Some(fault) => self.fault(at, fault.clone()),
                None => self.cell(&mut row, column, at, word),
            }
        }
        self.columns = columns;
        if !row.scores.is_empty() {
            let node = Node::new(row.span, Value::Table(std::mem::take(&mut row.scores)));
            row.activity.push(Entry { key: Word::Fixed("scores"), key_span: row.span, node });
        }
        row
    }

    /// Adds what a cell says to its row.
    fn cell(&mut self, row: &mut Row, column: &Column, at: Span, word: Word) {
        let text = self.text;
        let entry =
            |key: &'static str, value: Value| Entry { key: Word::Fixed(key), key_span: at, node: Node::new(at, value) };
        match &column.holds {
            Holds::Activity("applicant") => {
                row.activity.push(entry("applicant", Value::Text(self.applicant(word))));
            }
            Holds::Activity(key) => {
                if *key == "id" {
                    row.span = at;
                    row.id = Some(word.clone());
                }
                row.activity.push(entry(key, Value::Text(in_many(word, column.many, text))));
            }
            Holds::ActivityList(key) => row.activity.push(entry(key, list(column, text, at, &word))),
            Holds::Line(key) => row.line.push(entry(key, Value::Text(in_many(word, column.many, text)))),
            Holds::LineList(key) => row.line.push(entry(key, list(column, text, at, &word))),
            Holds::Score(id, key_span) => {
                let node = Node::new(at, Value::Text(word));
                row.scores.push(Entry { key: id.clone(), key_span: *key_span, node });
            }
            Holds::Unnamed => self.fault(at, CsvFault::UnnamedColumn),
            Holds::Passed | Holds::Unknown => {}
        }
    }

    /// Makes an activity of a row, or adds its line to the activity of an earlier row.
    fn keep(&mut self, mut row: Row, cells: &[Span]) {
        self.fill_in(&mut row, cells);
        let Some(id) = &row.id else { return };
        let id = id.text(self.text);
        let mut faults = Vec::new();
        let line = self.lines.line(&row, &self.columns, cells, self.text, &mut faults);
        let earlier = line.as_ref().and_then(|line| Some((line, self.lines.first(id)?)));
        if let Some((line, (index, first))) = earlier {
            self.lines.disagreements(id, first, &self.columns, cells, self.text, &mut faults);
            self.activities[index].push_line(line.clone());
        } else {
            let mut activity = row.activity;
            if let Some(line) = line {
                self.lines.begin(id, self.activities.len(), cells);
                let node = Node::new(row.span, Value::List(vec![line]));
                activity.push(Entry { key: Word::Fixed("line"), key_span: row.span, node });
            }
            if !activity.iter().any(|entry| matches!(entry.key, Word::Fixed("applicant"))) {
                faults.extend(self.empty("applicant", cells));
            }
            self.activities.push(Node::new(row.span, Value::Table(activity)));
        }
        faults.into_iter().for_each(|(span, fault)| self.fault(span, fault));
    }

    /// Fills in what does not stand in the row itself: an id that is made of the title, and the applicant that is named
    /// above.
    fn fill_in(&mut self, row: &mut Row, cells: &[Span]) {
        let span = row.span;
        let fixed = |key: &'static str, word: Word| Entry {
            key: Word::Fixed(key),
            key_span: span,
            node: Node::new(span, Value::Text(word)),
        };
        if let Some(made) = &mut self.made {
            let title = row.activity.iter().find(|entry| matches!(entry.key, Word::Fixed("title")));
            let title = title.and_then(|entry| match &entry.node.value {
                Value::Text(word) => Some((word.text(self.text), entry.node.span)),
                _ => None,
            });
            if let Some((title, at)) = title {
                let id = made.of_name(title).unwrap_or_else(|| made.fresh("x".to_owned()));
                row.span = at;
                row.id = Some(Word::Decoded(id.as_str().into()));
                row.activity.push(fixed("id", Word::Decoded(id.into())));
            }
        }
        if row.id.is_none() {
            let column = if self.made.is_some() { "title" } else { "id" };
            self.empty(column, cells).into_iter().for_each(|(span, fault)| self.fault(span, fault));
        }
        if self.has_headings {
            match self.heading.clone() {
                Some(heading) => {
                    let applicant = self.applicant(heading);
                    row.activity.push(fixed("applicant", applicant));
                }
                // A name that is nearly one of a column has been told of.
                None if self.columns.iter().any(|column| matches!(column.holds, Holds::Unknown)) => {}
                None => self.fault(self.head, CsvFault::MissingColumn { column: "applicant" }),
            }
        }
    }

    /// The fault of an empty cell, if there is such a column: one that is missing has been told of once.
    fn empty(&self, column: &'static str, cells: &[Span]) -> Option<(Span, CsvFault)> {
        let is_it = |known: &Column| matches!(known.holds, Holds::Activity(key) if key == column);
        let cell = self.columns.iter().position(is_it).and_then(|at| cells.get(at))?;
        Some((*cell, CsvFault::EmptyCell { column }))
    }

    fn finish(mut self) -> Table {
        self.odd.extend(self.lonely.iter().map(|span| (*span, NoteKind::PassedRow)));
        self.odd.sort_by_key(|(span, _)| *span);
        Table { activities: self.activities, applicants: self.known.into_made(), odd: self.odd }
    }
}

/// The values of a cell that holds several.
fn list(column: &Column, text: &str, at: Span, word: &Word) -> Value {
    let said = |(span, word)| Node::new(span, Value::Text(in_many(word, column.many, text)));
    Value::List(parts(text, at, word).map(said).collect())
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
