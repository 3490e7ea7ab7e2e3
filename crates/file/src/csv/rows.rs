//! Rows to activities.

use std::collections::HashMap;

use super::cells::{Cells, trimmed, word};
use super::columns::{Column, columns, head_below, is_column, layout};
use crate::fault::{CsvFault, LimitFault};
use crate::limits::CELLS;
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::tree::{Entry, Node, Value, Word};

/// The activities of a CSV file, each as the table it would be in a call file. Faults are added to `problems`.
pub(crate) fn parse(text: &str, problems: &mut Problems) -> Vec<Node> {
    if let Some((span, row)) = head_below(text, is_column) {
        problems.add(FileId::Csv, span, CsvFault::HeadBelow { row });
        return Vec::new();
    }
    let layout = layout(text, is_column);
    let mut cells = Cells::new(text, layout.delimiter, layout.start);
    let mut row = Vec::new();
    if !cells.next_row(&mut row) {
        problems.add(FileId::Csv, Span::default(), CsvFault::Empty);
        return Vec::new();
    }
    let columns = columns(text, &row, problems);
    if !problems.is_empty() && columns.len() != row.len() {
        return Vec::new();
    }
    let mut rows = Rows { text, columns, problems, activities: Vec::new(), with_lines: HashMap::new() };
    let mut count = 0;
    while cells.next_row(&mut row) {
        count += row.len();
        if count > CELLS {
            rows.fault(row.first().copied().unwrap_or_default(), LimitFault::TooManyCells);
            break;
        }
        if !rows.add(&row) {
            break;
        }
    }
    rows.activities
}

struct Rows<'a, 'p> {
    text: &'a str,
    columns: Vec<Column>,
    problems: &'p mut Problems,
    activities: Vec<Node>,
    /// The activities that have lines: their index, and their first row.
    with_lines: HashMap<String, (usize, Vec<Span>)>,
}

/// What one row says.
struct Row {
    /// Where the row is shown when all of it is meant: its id.
    span: Span,
    id: Option<Word>,
    activity: Vec<Entry>,
    line: Vec<Entry>,
}

impl Rows<'_, '_> {
    fn fault(&mut self, span: Span, fault: impl Into<crate::fault::ReadFault>) {
        self.problems.add(FileId::Csv, span, fault);
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
        if self.is_ragged(cells) {
            return true;
        }
        let row = self.row(cells, words);
        self.keep(row, cells);
        true
    }

    fn is_ragged(&mut self, cells: &[Span]) -> bool {
        let columns = self.columns.len();
        let extra = cells.get(columns..).unwrap_or_default();
        let ragged = cells.len() < columns || extra.iter().any(|cell| !cell.of(self.text).trim().is_empty());
        if ragged {
            let whole = cells.first().zip(cells.last()).map_or_else(Span::default, |(first, last)| first.to(*last));
            self.fault(whole, CsvFault::Ragged { cells: cells.len(), columns });
        }
        ragged
    }

    fn row(&mut self, cells: &[Span], words: Vec<Word>) -> Row {
        let span = cells.first().copied().unwrap_or_default();
        let mut row = Row { span, id: None, activity: Vec::with_capacity(self.columns.len()), line: Vec::new() };
        let mut scores = Vec::new();
        let text = self.text;
        for ((column, cell), word) in self.columns.iter().zip(cells).zip(words) {
            if word.text(text).is_empty() {
                continue;
            }
            let at = trimmed(text, *cell);
            let fixed = |key: &'static str, value: Value| Entry {
                key: Word::Fixed(key),
                key_span: at,
                node: Node::new(at, value),
            };
            match column {
                Column::Activity(key) => {
                    if *key == "id" {
                        row.span = at;
                        row.id = Some(word.clone());
                    }
                    row.activity.push(fixed(key, Value::Text(word)));
                }
                Column::ActivityList(key) => row.activity.push(fixed(key, list(text, at, &word))),
                Column::Line(key) => row.line.push(fixed(key, Value::Text(word))),
                Column::LineList(key) => row.line.push(fixed(key, list(text, at, &word))),
                Column::Score(id, key_span) => {
                    scores.push(Entry { key: id.clone(), key_span: *key_span, node: Node::new(at, Value::Text(word)) })
                }
                Column::Unnamed => self.problems.add(FileId::Csv, at, CsvFault::UnnamedColumn),
                Column::Unknown => {}
            }
        }
        if !scores.is_empty() {
            let node = Node::new(row.span, Value::Table(scores));
            row.activity.push(Entry { key: Word::Fixed("scores"), key_span: row.span, node });
        }
        row
    }

    /// Makes an activity of a row, or adds its line to the activity of an earlier row.
    fn keep(&mut self, row: Row, cells: &[Span]) {
        let Some(id) = &row.id else { return self.empty_cell("id", row.span, cells) };
        let line = self.line(&row, cells);
        let id = id.text(self.text);
        if let (Some(line), Some((index, first))) = (&line, self.with_lines.get(id)) {
            let (index, first) = (*index, first.clone());
            self.disagreements(id, &first, cells);
            self.activities[index].push_line(line.clone());
            return;
        }
        if !row.activity.iter().any(|entry| matches!(entry.key, Word::Fixed("applicant"))) {
            self.empty_cell("applicant", row.span, cells);
        }
        let mut activity = row.activity;
        if let Some(line) = line {
            self.with_lines.insert(id.to_owned(), (self.activities.len(), cells.to_vec()));
            let node = Node::new(row.span, Value::List(vec![line]));
            activity.push(Entry { key: Word::Fixed("line"), key_span: row.span, node });
        }
        self.activities.push(Node::new(row.span, Value::Table(activity)));
    }

    /// The line of a row, if it has one.
    fn line(&mut self, row: &Row, cells: &[Span]) -> Option<Node> {
        let first = row.line.first()?;
        let id = row.line.iter().find(|entry| matches!(entry.key, Word::Fixed("id")));
        let Some(id) = id else {
            let column = self.name_of(first.node.span, cells);
            self.fault(first.node.span, CsvFault::NoLine { column });
            return None;
        };
        if !row.line.iter().any(|entry| matches!(entry.key, Word::Fixed("cost"))) {
            self.empty_cell("cost", id.node.span, cells);
        }
        Some(Node::new(id.node.span, Value::Table(row.line.clone())))
    }

    /// The fault of an empty cell, at the cell; or at the row when there is no such column.
    fn empty_cell(&mut self, column: &'static str, row: Span, cells: &[Span]) {
        let is_it = |known: &Column| match known {
            Column::Activity(key) => *key == column,
            Column::Line(key) => *key == column && *key == "cost",
            _ => false,
        };
        match self.columns.iter().position(is_it).and_then(|at| cells.get(at)) {
            Some(cell) => self.fault(*cell, CsvFault::EmptyCell { column }),
            None if column == "cost" => self.fault(row, CsvFault::MissingColumn { column }),
            // A missing column of ids or applicants has been told of once.
            None => {}
        }
    }

    /// Cells of a later row of an activity that differ from those of the first.
    fn disagreements(&mut self, id: &str, first: &[Span], cells: &[Span]) {
        for (index, (first, cell)) in first.iter().zip(cells).enumerate() {
            let activity = matches!(
                self.columns.get(index),
                Some(Column::Activity(_) | Column::ActivityList(_) | Column::Score(..))
            );
            let (Ok(first), Ok(later)) = (word(self.text, *first), word(self.text, *cell)) else { continue };
            let (first, later) = (first.text(self.text), later.text(self.text));
            if activity && !later.is_empty() && first != later {
                let column = self.columns.get(index).map_or_else(String::new, |column| column.name(self.text));
                let fault = CsvFault::Disagrees { column, activity: id.to_owned(), first: first.to_owned() };
                self.fault(*cell, fault);
            }
        }
    }

    /// The name of the column a cell stands in.
    fn name_of(&self, cell: Span, cells: &[Span]) -> String {
        let index = cells.iter().position(|other| other.start() <= cell.start() && cell.end() <= other.end());
        index.and_then(|index| self.columns.get(index)).map_or_else(String::new, |column| column.name(self.text))
    }
}

impl Column {
    fn name(&self, text: &str) -> String {
        match self {
            Self::Activity(key) | Self::ActivityList(key) => (*key).to_owned(),
            Self::Score(id, _) => format!("score.{}", id.text(text)),
            Self::Line("id") => "line".to_owned(),
            Self::Line("cost") => "cost".to_owned(),
            Self::Line(key) | Self::LineList(key) => format!("line_{key}"),
            Self::Unnamed | Self::Unknown => String::new(),
        }
    }
}

impl Node {
    /// Adds a line to an activity that has some.
    fn push_line(&mut self, line: Node) {
        let Value::Table(entries) = &mut self.value else { return };
        for entry in entries.iter_mut().rev() {
            if let (Word::Fixed("line"), Value::List(lines)) = (&entry.key, &mut entry.node.value) {
                lines.push(line);
                return;
            }
        }
    }
}

/// The values of a cell that holds several.
fn list(text: &str, at: Span, word: &Word) -> Value {
    let said = word.text(text);
    let mut values = Vec::new();
    let mut start = 0;
    for part in said.split('|') {
        let trim = part.trim();
        let offset = start + part.len() - part.trim_start().len();
        start += part.len() + 1;
        if trim.is_empty() {
            continue;
        }
        values.push(match word {
            Word::InFile(span) => {
                let span = Span::new(span.start() + offset, span.start() + offset + trim.len());
                Node::new(span, Value::Text(Word::InFile(span)))
            }
            _ => Node::new(at, Value::Text(Word::Decoded(trim.into()))),
        });
    }
    Value::List(values)
}

/// The first line of a cell whose quotation marks are wrong.
pub(super) fn opening(text: &str, cell: Span) -> Span {
    let first = cell.of(text).lines().next().unwrap_or_default();
    Span::new(cell.start(), cell.start() + first.len())
}
