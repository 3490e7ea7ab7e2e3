//! The activities of a table: where their cells stand, and each as the tree that it would be in a call file.

use std::collections::{BTreeSet, HashMap};

use fordela::call::draft::Applicant;

use super::cells::{parts, trimmed, word};
use super::columns::{Column, Holds};
use super::heading::in_many;
use super::known::Known;
use crate::note::NoteKind;
use crate::span::Span;
use crate::tree::{Entry, Node, Value, Word};

/// What a table of activities holds. Of an activity it is kept where its cells stand, since there may be many; its tree is
/// made where it is asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    columns: Vec<Column>,
    known: Known,
    /// The cells of the rows that belong to activities: of each row as many as there are columns.
    cells: Vec<Span>,
    activities: Vec<Activity>,
    /// The rows that are lines of an activity, by its place among the activities.
    lines: HashMap<usize, Vec<usize>>,
    /// Where the text starts of cells that cannot be told: they are passed over.
    pub(super) unread: BTreeSet<usize>,
    /// The applicants that were made of names, where the call has none.
    pub(crate) applicants: Vec<Applicant>,
    /// What is odd in it, though not wrong.
    pub(crate) odd: Vec<(Span, NoteKind)>,
}

/// Where an activity stands, and what does not stand in its row.
#[derive(Debug, Clone)]
struct Activity {
    /// Where the cells of its first row begin.
    row: usize,
    /// The id that was made of its title, where there is no column of ids.
    id: Option<Box<str>>,
    /// The applicant that is named above it, where there is no column of applicants.
    applicant: Option<Word>,
}

/// What one row says.
struct Row {
    /// Where the row is shown when all of it is meant: its id.
    span: Span,
    activity: Vec<Entry>,
    /// The scores of the activity, by criterion, until they are part of it.
    scores: Vec<Entry>,
    line: Vec<Entry>,
}

impl Table {
    pub(super) fn of(columns: Vec<Column>, known: Known) -> Self {
        Self { columns, known, ..Self::default() }
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(super) fn known_mut(&mut self) -> &mut Known {
        &mut self.known
    }

    /// How many activities there are.
    pub(crate) fn len(&self) -> usize {
        self.activities.len()
    }

    /// Adds an activity that begins with these cells; its first line too, if they hold one.
    pub(super) fn begin(&mut self, cells: &[Span], id: Option<Box<str>>, applicant: Option<Word>, is_line: bool) {
        let row = self.keep_row(cells);
        if is_line {
            self.lines.insert(self.activities.len(), vec![row]);
        }
        self.activities.push(Activity { row, id, applicant });
    }

    /// Adds a row that is a line to an activity.
    pub(super) fn add_line(&mut self, activity: usize, cells: &[Span]) {
        let row = self.keep_row(cells);
        self.lines.entry(activity).or_default().push(row);
    }

    fn keep_row(&mut self, cells: &[Span]) -> usize {
        let row = self.cells.len();
        self.cells.extend(cells.iter().take(self.columns.len()));
        row
    }

    /// The cells of the first row of an activity.
    pub(super) fn first_cells(&self, activity: usize) -> &[Span] {
        self.activities.get(activity).map_or(&[], |activity| self.cells_of(activity.row))
    }

    fn cells_of(&self, row: usize) -> &[Span] {
        self.cells.get(row..row + self.columns.len()).unwrap_or_default()
    }

    /// Every activity as the table that it would be in a call file.
    pub(crate) fn trees<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Node> + 't {
        (0..self.activities.len()).filter_map(|place| self.tree(place, text))
    }

    /// An activity as the table that it would be in a call file.
    pub(crate) fn tree(&self, place: usize, text: &str) -> Option<Node> {
        let activity = self.activities.get(place)?;
        let Row { span, activity: mut entries, scores, .. } = self.row(activity.row, text);
        if !scores.is_empty() {
            entries.push(entry("scores", span, Value::Table(scores)));
        }
        let title = entries.iter().find(|entry| matches!(entry.key, Word::Fixed("title"))).map(|title| title.node.span);
        let span = title.filter(|_| activity.id.is_some()).unwrap_or(span);
        if let Some(id) = &activity.id {
            entries.push(entry("id", span, Value::Text(Word::Decoded(id.clone()))));
        }
        if let Some(applicant) = &activity.applicant {
            entries.push(entry("applicant", span, Value::Text(self.applicant(applicant.clone(), text))));
        }
        if let Some(rows) = self.lines.get(&place) {
            let lines = rows.iter().map(|row| self.line(*row, text)).collect();
            entries.push(entry("line", span, Value::List(lines)));
        }
        Some(Node::new(span, Value::Table(entries)))
    }

    /// The line that stands in a row.
    fn line(&self, row: usize, text: &str) -> Node {
        let Row { span, line, .. } = self.row(row, text);
        let id = line.iter().find(|entry| matches!(entry.key, Word::Fixed("id")));
        Node::new(id.map_or(span, |id| id.node.span), Value::Table(line))
    }

    /// What stands in a row.
    fn row(&self, row: usize, text: &str) -> Row {
        let cells = self.cells_of(row);
        let span = cells.first().copied().unwrap_or_default();
        // Beside what stands in the row there may be the scores, an id, an applicant and lines.
        let filled = cells.iter().filter(|cell| cell.start() < cell.end()).count() + 4;
        let mut row = Row { span, activity: Vec::with_capacity(filled), scores: Vec::new(), line: Vec::new() };
        for (column, cell) in self.columns.iter().zip(cells).filter(|(_, cell)| cell.start() < cell.end()) {
            let Ok(word) = word(text, *cell) else { continue };
            let at = trimmed(text, *cell);
            let is_passed = || column.is_read() && !self.unread.is_empty() && self.unread.contains(&at.start());
            if !word.text(text).is_empty() && !is_passed() {
                self.cell(&mut row, column, at, word, text);
            }
        }
        row
    }

    /// Adds what a cell says to its row.
    fn cell(&self, row: &mut Row, column: &Column, at: Span, word: Word, text: &str) {
        match &column.holds {
            Holds::Activity("applicant") => {
                row.activity.push(entry("applicant", at, Value::Text(self.applicant(word, text))));
            }
            Holds::Activity(key) => {
                if *key == "id" {
                    row.span = at;
                }
                row.activity.push(entry(key, at, Value::Text(in_many(word, column.many, text))));
            }
            Holds::ActivityList(key) => row.activity.push(entry(key, at, list(column, text, at, &word))),
            Holds::Line(key) => row.line.push(entry(key, at, Value::Text(in_many(word, column.many, text)))),
            Holds::LineList(key) => row.line.push(entry(key, at, list(column, text, at, &word))),
            Holds::Score(id, key_span) => {
                let node = Node::new(at, Value::Text(word));
                row.scores.push(Entry { key: id.clone(), key_span: *key_span, node });
            }
            Holds::Unnamed | Holds::Passed | Holds::Unknown => {}
        }
    }

    /// The applicant that a cell names, by its id where it is known.
    fn applicant(&self, word: Word, text: &str) -> Word {
        let said = word.text(text);
        match self.known.applicant(said) {
            Some(id) if id != said => Word::Decoded(id.into()),
            _ => word,
        }
    }
}

/// What stands under a key, in one cell.
fn entry(key: &'static str, at: Span, value: Value) -> Entry {
    Entry { key: Word::Fixed(key), key_span: at, node: Node::new(at, value) }
}

/// The values of a cell that holds several.
fn list(column: &Column, text: &str, at: Span, word: &Word) -> Value {
    let said = |(span, word)| Node::new(span, Value::Text(in_many(word, column.many, text)));
    Value::List(parts(text, at, word).map(said).collect())
}
