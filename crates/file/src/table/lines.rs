//! Rows that are lines of activities: the first row of an activity holds the activity too.

use std::collections::HashMap;

use super::cells::word;
use super::columns::{Column, Holds};
use super::rows::Rows;
use crate::fault::CsvFault;
use crate::span::Span;
use crate::tree::Word;

/// The activities that have lines, by id: their places among all.
pub(super) type Lines = HashMap<String, usize>;

impl Rows<'_, '_> {
    /// Whether a row is a line of an activity: something stands in a column of lines, and in that of their ids.
    pub(super) fn is_line(&mut self, cells: &[Span], words: &[Word]) -> bool {
        let is_filled = |at: usize| words.get(at).is_some_and(|word| !word.text(self.text).is_empty());
        let is_of_line = |column: &Column| matches!(column.holds, Holds::Line(_) | Holds::LineList(_));
        let columns = self.table.columns();
        let Some(first) = (0..columns.len()).find(|&at| is_of_line(&columns[at]) && is_filled(at)) else {
            return false;
        };
        let filled = |name: &str| {
            let is_it = |at: &usize| matches!(columns[*at].holds, Holds::Line(key) if key == name) && is_filled(*at);
            (0..columns.len()).find(is_it)
        };
        let Some(id) = filled("id") else {
            let column = columns[first].name(self.text);
            self.fault(self.at(cells[first]), CsvFault::NoLine { column });
            return false;
        };
        if filled("cost").is_none() {
            let is_cost = |column: &Column| matches!(column.holds, Holds::Line("cost"));
            let (at, fault) = match columns.iter().position(is_cost) {
                Some(cost) => (cells[cost], CsvFault::EmptyCell { column: "cost" }),
                None => (self.at(cells[id]), CsvFault::MissingColumn { column: "cost" }),
            };
            self.fault(at, fault);
        }
        true
    }

    /// Faults of cells of a later row of an activity that differ from those of the first.
    pub(super) fn disagreements(&mut self, id: &str, activity: usize, cells: &[Span]) {
        let text = self.text;
        let mut faults = Vec::new();
        let firsts = self.table.first_cells(activity);
        for ((column, first), cell) in self.table.columns().iter().zip(firsts).zip(cells) {
            let of_activity = matches!(column.holds, Holds::Activity(_) | Holds::ActivityList(_) | Holds::Score(..));
            let (Ok(first), Ok(later)) = (word(text, *first), word(text, *cell)) else { continue };
            let (first, later) = (first.text(text), later.text(text));
            if of_activity && !later.is_empty() && first != later {
                let (column, activity) = (column.name(text), id.to_owned());
                faults.push((*cell, CsvFault::Disagrees { column, activity, first: first.to_owned() }));
            }
        }
        faults.into_iter().for_each(|(span, fault)| self.fault(span, fault));
    }
}
