//! Which segments are passed as charges move, and at which this stops.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::simplex::{Floats, Leaving, Stands};

/// Numbers of a row nearer to zero than this are taken for zero.
const NOTHING: f64 = 1e-9;

/// A pivot nearer to zero than this is not taken where an earlier one is better.
const WEAK: f64 = 1e-5;

/// A segment that is passed when charges have moved so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crossing {
    pub(super) at: f64,
    pub(super) variable: usize,
    pub(super) segment: usize,
}

impl Floats {
    /// The segment at which the dual value grows no more, which enters the basis. Those before it are in `passed`. `None` where
    /// it grows without end, as no point satisfies the row.
    pub(super) fn entering(&mut self, leaving: Leaving) -> Option<Crossing> {
        let mut next = std::mem::take(&mut self.scratch.next);
        next.clear();
        let open = self.scratch.touched.iter().filter(|&&variable| self.scratch.row[variable].abs() > NOTHING);
        next.extend(open.filter_map(|&variable| self.crossing(variable, self.taken(variable), leaving.rises)));
        next.extend(self.own_crossing(leaving, self.head[leaving.position].1));
        self.work += 2 * self.scratch.touched.len();
        let mut next = BinaryHeap::from(next);
        let found = self.pass_on(&mut next, leaving);
        self.scratch.next = next.into_vec();
        found
    }

    fn pass_on(&mut self, next: &mut BinaryHeap<Crossing>, leaving: Leaving) -> Option<Crossing> {
        let (out, _) = self.head[leaving.position];
        self.scratch.passed.clear();
        let mut slope = leaving.missing;
        while let Some(crossing) = next.pop() {
            let Crossing { variable, segment, .. } = crossing;
            let (low, high) = self.bounds(variable, segment);
            let each = if variable == out { 1.0 } else { self.scratch.row[variable].abs() };
            slope -= each * (high - low);
            if slope < 0.0 {
                return Some(self.firm(crossing, out));
            }
            self.scratch.passed.push(crossing);
            let more = match variable == out {
                true => self.own_crossing(leaving, segment),
                false => {
                    let falls = self.falls(variable, leaving.rises);
                    let taken = segment - self.first[variable] + usize::from(falls);
                    self.crossing(variable, taken, leaving.rises)
                }
            };
            next.extend(more);
        }
        // Where all that can be moved is just what is missing, the last of it enters.
        let is_met = self.meets && slope <= NOTHING * (1.0 + leaving.missing);
        let last = self.scratch.passed.pop().filter(|_| is_met)?;
        Some(self.firm(last, out))
    }

    /// How many segments of a variable outside the basis are taken.
    pub(super) fn taken(&self, variable: usize) -> usize {
        match self.stands[variable] {
            Stands::After(taken) => taken,
            Stands::Basic(_) => 0,
        }
    }

    /// Whether less is charged for a variable, so that there can be more of it.
    pub(super) fn falls(&self, variable: usize, rises: bool) -> bool {
        (self.scratch.row[variable] > 0.0) != rises
    }

    /// When a variable passes its next segment, of which so many are taken.
    fn crossing(&self, variable: usize, taken: usize, rises: bool) -> Option<Crossing> {
        let first = self.first[variable];
        let falls = self.falls(variable, rises);
        let segment = if falls { first + taken } else { (first + taken).checked_sub(1)? };
        if segment < first || segment >= self.first[variable + 1] {
            return None;
        }
        let far = (self.charges[variable] - self.worth[segment]).abs();
        let is_past = (self.charges[variable] < self.worth[segment]) == falls;
        let at = if is_past { 0.0 } else { far / self.scratch.row[variable].abs() };
        Some(Crossing { at, variable, segment })
    }

    /// When what leaves, having come to this segment of its own, passes the next.
    fn own_crossing(&self, leaving: Leaving, segment: usize) -> Option<Crossing> {
        let (out, from) = self.head[leaving.position];
        let next = if leaving.rises { segment.checked_sub(1)? } else { segment + 1 };
        let is_own = (self.first[out]..self.first[out + 1]).contains(&next);
        let at = || (self.worth[from] - self.worth[next]).abs();
        is_own.then(|| Crossing { at: at(), variable: out, segment: next })
    }

    /// An earlier segment whose pivot is firmer, where that of this one is weak.
    fn firm(&mut self, crossing: Crossing, out: usize) -> Crossing {
        let pivot = |crossing: &Crossing| match crossing.variable == out {
            true => 1.0,
            false => self.scratch.row[crossing.variable].abs(),
        };
        if pivot(&crossing) >= WEAK {
            return crossing;
        }
        match self.scratch.passed.iter().rposition(|passed| pivot(passed) >= WEAK) {
            Some(place) => {
                let firmer = self.scratch.passed[place];
                self.scratch.passed.truncate(place);
                firmer
            }
            None => crossing,
        }
    }
}

/// The one that is passed first is the greatest, as that is what a heap gives.
impl Ord for Crossing {
    fn cmp(&self, other: &Self) -> Ordering {
        other.at.total_cmp(&self.at).then(other.variable.cmp(&self.variable))
    }
}

impl PartialOrd for Crossing {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Crossing {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Crossing {}
