//! Rows that are lines of activities: the first row of an activity holds the activity too.

use std::collections::HashMap;

use super::cells::word;
use super::columns::{Column, Holds};
use super::rows::Row;
use crate::fault::CsvFault;
use crate::span::Span;
use crate::tree::{Entry, Node, Value, Word};

/// The activities that have lines: their index, and their first row.
#[derive(Debug, Default)]
pub(super) struct Lines(HashMap<String, (usize, Vec<Span>)>);

/// Faults, and where they are.
type Faults = Vec<(Span, CsvFault)>;

impl Lines {
    /// The first row of an activity that has lines, and which of the activities it is.
    pub(super) fn first(&self, id: &str) -> Option<(usize, &[Span])> {
        self.0.get(id).map(|(index, cells)| (*index, &cells[..]))
    }

    /// That an activity with lines begins with this row.
    pub(super) fn begin(&mut self, id: &str, index: usize, cells: &[Span]) {
        self.0.insert(id.to_owned(), (index, cells.to_vec()));
    }

    /// The line of a row, if it has one.
    pub(super) fn line(
        &self,
        row: &Row,
        columns: &[Column],
        cells: &[Span],
        text: &str,
        faults: &mut Faults,
    ) -> Option<Node> {
        let first = row.line.first()?;
        let is = |entry: &&Entry, key: &str| matches!(entry.key, Word::Fixed(known) if known == key);
        let Some(id) = row.line.iter().find(|entry| is(entry, "id")) else {
            let column = name_of(first.node.span, columns, cells, text);
            faults.push((first.node.span, CsvFault::NoLine { column }));
            return None;
        };
        if !row.line.iter().any(|entry| is(&entry, "cost")) {
            let is_cost = |column: &Column| matches!(column.holds, Holds::Line("cost"));
            faults.push(match columns.iter().position(is_cost).and_then(|at| cells.get(at)) {
                Some(cell) => (*cell, CsvFault::EmptyCell { column: "cost" }),
                None => (id.node.span, CsvFault::MissingColumn { column: "cost" }),
            });
        }
        Some(Node::new(id.node.span, Value::Table(row.line.clone())))
    }

    /// Cells of a later row of an activity that differ from those of the first.
    pub(super) fn disagreements(
        &self,
        id: &str,
        first: &[Span],
        columns: &[Column],
        cells: &[Span],
        text: &str,
        faults: &mut Faults,
    ) {
        for ((column, first), cell) in columns.iter().zip(first).zip(cells) {
            let of_activity = matches!(column.holds, Holds::Activity(_) | Holds::ActivityList(_) | Holds::Score(..));
            let (Ok(first), Ok(later)) = (word(text, *first), word(text, *cell)) else { continue };
            let (first, later) = (first.text(text), later.text(text));
            if of_activity && !later.is_empty() && first != later {
                let (column, activity) = (column.name(text), id.to_owned());
                faults.push((*cell, CsvFault::Disagrees { column, activity, first: first.to_owned() }));
            }
        }
    }
}

/// The name of the column a cell stands in.
fn name_of(cell: Span, columns: &[Column], cells: &[Span], text: &str) -> String {
    let index = cells.iter().position(|other| other.start() <= cell.start() && cell.end() <= other.end());
    index.and_then(|index| columns.get(index)).map_or_else(String::new, |column| column.name(text))
}

impl Node {
    /// Adds a line to an activity that has some.
    pub(super) fn push_line(&mut self, line: Node) {
        let Value::Table(entries) = &mut self.value else { return };
        for entry in entries.iter_mut().rev() {
            if let (Word::Fixed("line"), Value::List(lines)) = (&entry.key, &mut entry.node.value) {
                lines.push(line);
                return;
            }
        }
    }
}
