//! The faults found so far.

use std::collections::HashSet;

use fordela::Lang;
use fordela::words::fault::read as told;

use crate::fault::ReadFault;
use crate::limits::ERRORS;
use crate::span::{At, FileId, Span};

/// A fault, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) at: At,
    pub(crate) fault: ReadFault,
}

/// The faults found so far: the first [`ERRORS`] of them, and how many there are besides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    seen: HashSet<(At, String)>,
    more: usize,
}

impl Problems {
    /// Adds a fault, unless the same is told of the same place already.
    pub(crate) fn add(&mut self, file: FileId, span: Span, fault: impl Into<ReadFault>) {
        if self.kept.len() >= ERRORS {
            self.more += 1;
            return;
        }
        let (at, fault) = (At { file, span }, fault.into());
        if self.seen.insert((at, told(&fault, Lang::En).what)) {
            self.kept.push(Problem { at, fault });
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The faults in the order of the files, and how many were left out.
    pub(crate) fn into_sorted(mut self) -> (Vec<Problem>, usize) {
        self.kept.sort_by_key(|problem| problem.at);
        (self.kept, self.more)
    }
}
