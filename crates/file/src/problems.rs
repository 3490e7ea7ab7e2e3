//! The faults found so far.

use std::collections::{HashMap, HashSet};

use fordela::Lang;
use fordela::call::FaultKind;
use fordela::words::fault::read as told;

use crate::fault::{CsvFault, ReadFault, ValueFault};
use crate::limits::ERRORS;
use crate::span::{At, FileId, Span};

/// A fault, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) at: At,
    pub(crate) fault: ReadFault,
    /// In how many more cells of a table the same is wrong.
    pub(crate) cells: usize,
}

/// Of what is wrong with more cells than this in the same way, only the first is told.
const CELLS: usize = 3;

/// The faults found so far: the first [`ERRORS`] of them, and how many there are besides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    seen: HashSet<(At, String)>,
    /// How many cells of a table are wrong in each way.
    ways: HashMap<String, usize>,
    more: usize,
}

impl Problems {
    /// Adds a fault, unless the same is told of the same place already.
    pub(crate) fn add(&mut self, file: FileId, span: Span, fault: impl Into<ReadFault>) {
        let (at, fault) = (At { file, span }, fault.into());
        if let Some(way) = way(file, &fault) {
            let count = self.ways.entry(way).or_default();
            *count += 1;
            if *count > CELLS {
                return;
            }
        }
        if self.kept.len() >= ERRORS {
            self.more += 1;
            return;
        }
        if self.seen.insert((at, told(&fault, Lang::En).what)) {
            self.kept.push(Problem { at, fault, cells: 0 });
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The faults in the order of the files, and how many were left out.
    pub(crate) fn into_sorted(mut self) -> (Vec<Problem>, usize) {
        self.kept.sort_by_key(|problem| problem.at);
        let mut told: HashSet<String> = HashSet::new();
        let ways = &self.ways;
        self.kept.retain_mut(|problem| {
            let way = way(problem.at.file, &problem.fault);
            let Some((way, count)) = way.and_then(|way| ways.get(&way).map(|count| (way, *count))) else { return true };
            if count <= CELLS {
                return true;
            }
            problem.cells = count - 1;
            told.insert(way)
        });
        (self.kept, self.more)
    }
}

/// The way in which a cell of a table is wrong, where others are likely to be wrong in the same way.
fn way(file: FileId, fault: &ReadFault) -> Option<String> {
    match (file, fault) {
        (FileId::Table, ReadFault::Value(ValueFault::Money { cause, .. })) => Some(format!("{cause:?}")),
        (FileId::Table, ReadFault::Value(fault)) => Some(format!("{:?}", std::mem::discriminant(fault))),
        (FileId::Table, ReadFault::Csv(CsvFault::EmptyCell { column })) => Some((*column).to_owned()),
        (FileId::Table, ReadFault::Call(fault)) => match &fault.kind {
            FaultKind::UnknownId { named, id, .. } | FaultKind::SharedName { named, name: id } => {
                Some(format!("{named:?} {id}"))
            }
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cells: usize) -> Vec<(usize, usize)> {
        let mut problems = Problems::default();
        for cell in 0..cells {
            let fault = CsvFault::EmptyCell { column: "ask" };
            problems.add(FileId::Table, Span::new(10 * cell, 10 * cell + 1), fault);
        }
        problems.add(FileId::Table, Span::new(5, 6), CsvFault::OpenQuote);
        let (kept, more) = problems.into_sorted();
        assert_eq!(more, 0);
        kept.iter().map(|problem| (problem.at.span.start(), problem.cells)).collect()
    }

    #[test]
    fn what_is_wrong_with_a_whole_column_is_told_once() {
        assert_eq!(told(3), [(0, 0), (5, 0), (10, 0), (20, 0)]);
        assert_eq!(told(4), [(0, 3), (5, 0)]);
        assert_eq!(told(800), [(0, 799), (5, 0)]);
    }
}
