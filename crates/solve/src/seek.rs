//! The first of many numbered changes that is enough, where one that is enough need not be followed by others.
//!
//! A guess is found by halving. That it is the first is a claim of its own: every change before it is tried, or ruled
//! out by what was found of another. Where these are more than may be tried, what is left open is told.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::error::SolveError;

/// The first change that is enough, and which of those before it may be enough too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sought<T> {
    /// The first that was found; `None` where none was.
    pub found: Option<T>,
    /// The first and the last of those before it (where none was found: of all) that were neither tried nor ruled out:
    /// not all between them were. `None` where there are no such, so that what was found is proven to be the first, or
    /// it is proven that there is none.
    pub untried: Option<(T, T)>,
}

impl<T> Sought<T> {
    /// What is known to be nowhere.
    pub fn nowhere() -> Self {
        Self { found: None, untried: None }
    }

    /// Whether every change before the one that was found was tried or ruled out.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.untried.is_none()
    }

    /// The same of something that a number stands for.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> Sought<U> {
        Sought {
            found: self.found.map(&change),
            untried: self.untried.map(|(first, last)| (change(first), change(last))),
        }
    }
}

/// What a try says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// It is enough.
    Enough,
    /// It is not, and nothing between it and this number is.
    Not {
        /// The first number that is not ruled out.
        next: i128,
    },
}

/// What tries a change, by its number.
pub(crate) type Try<'t> = dyn FnMut(i128) -> Result<Tried, SolveError> + 't;

/// Where to seek, and how hard.
pub struct Seek<'h> {
    /// The first number.
    pub low: i128,
    /// The last number.
    pub high: i128,
    /// Numbers that are likely to be enough, of which a guess is made.
    pub hints: &'h [i128],
    /// Whether all after one that is enough are enough too.
    pub rises: bool,
}

impl Seek<'_> {
    /// The first number that is enough, within so many tries besides those of the guess.
    pub fn first(&self, tries: &mut usize, with: &mut Try<'_>) -> Result<Sought<i128>, SolveError> {
        let mut run = Run { with, tried: BTreeMap::new(), is_over: false };
        if self.low > self.high {
            return Ok(Sought::nowhere());
        }
        let next = match run.at(self.low)? {
            Some(Tried::Enough) => return Ok(Sought { found: Some(self.low), untried: None }),
            Some(Tried::Not { next }) => next.max(self.low + 1),
            None => return Ok(Sought { found: None, untried: Some((self.low, self.high)) }),
        };
        let left = usize::try_from(self.high.saturating_sub(next)).unwrap_or(usize::MAX);
        let guess = if left < *tries && !self.rises { None } else { self.guess(next, &mut run)? };
        if self.rises && !run.is_over {
            return Ok(Sought { found: guess, untried: None });
        }
        run.walk(next, guess, self.high, tries)
    }

    /// One that is enough while the one before it is not.
    fn guess(&self, from: i128, run: &mut Run<'_, '_>) -> Result<Option<i128>, SolveError> {
        let mut below = from - 1;
        for &hint in self.hints.iter().filter(|&&hint| (from..=self.high).contains(&hint)) {
            match run.at(hint)? {
                Some(Tried::Enough) => return run.halved(below, hint).map(Some),
                Some(Tried::Not { .. }) => below = below.max(hint),
                None => return Ok(None),
            }
        }
        Ok(None)
    }
}

struct Run<'w, 't> {
    with: &'w mut Try<'t>,
    tried: BTreeMap<i128, Tried>,
    /// Whether no more can be tried, as time or effort is spent.
    is_over: bool,
}

impl Run<'_, '_> {
    /// Tries a number, once; `None` when nothing more can be tried.
    fn at(&mut self, number: i128) -> Result<Option<Tried>, SolveError> {
        if let Some(known) = self.tried.get(&number) {
            return Ok(Some(*known));
        }
        if self.is_over {
            return Ok(None);
        }
        match (self.with)(number) {
            Ok(tried) => {
                self.tried.insert(number, tried);
                Ok(Some(tried))
            }
            Err(SolveError::EffortSpent | SolveError::NotRounded) => {
                self.is_over = true;
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    /// Halves between one that is not enough and one that is.
    fn halved(&mut self, mut below: i128, mut enough: i128) -> Result<i128, SolveError> {
        while enough - below > 1 {
            let middle = below + (enough - below) / 2;
            match self.at(middle)? {
                Some(Tried::Enough) => enough = middle,
                Some(Tried::Not { .. }) => below = middle,
                None => break,
            }
        }
        Ok(enough)
    }

    /// Tries all that is not ruled out before the guess.
    fn walk(
        &mut self,
        from: i128,
        guess: Option<i128>,
        high: i128,
        tries: &mut usize,
    ) -> Result<Sought<i128>, SolveError> {
        let end = guess.unwrap_or(high + 1);
        let mut number = from;
        while number < end {
            let is_known = self.tried.contains_key(&number);
            if !is_known && *tries == 0 {
                break;
            }
            match self.at(number)? {
                Some(Tried::Enough) => return Ok(Sought { found: Some(number), untried: None }),
                Some(Tried::Not { next }) => number = next.max(number + 1),
                None => break,
            }
            *tries -= usize::from(!is_known);
        }
        let mut last = end - 1;
        while last > number && matches!(self.tried.get(&last), Some(Tried::Not { .. })) {
            last -= 1;
        }
        Ok(Sought { found: guess, untried: (number < end).then_some((number, last)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is sought among numbers of which these are enough; each of the others may rule out those up to the next.
    fn sought(enough: &[bool], leaps: bool, mut tries: usize) -> Sought<i128> {
        let high = i128::try_from(enough.len()).unwrap_or(0) - 1;
        let is_enough = |n: i128| usize::try_from(n).ok().and_then(|n| enough.get(n)).copied().unwrap_or(false);
        let next = |n: i128| (n + 1..=high).find(|&m| is_enough(m)).unwrap_or(high + 1);
        let mut with = |n: i128| {
            Ok(match (is_enough(n), leaps) {
                (true, _) => Tried::Enough,
                (false, true) => Tried::Not { next: next(n) },
                (false, false) => Tried::Not { next: n + 1 },
            })
        };
        let seek = Seek { low: 0, high, hints: &[high / 2, high], rises: false };
        seek.first(&mut tries, &mut with).unwrap_or_else(|_| Sought::nowhere())
    }

    proptest! {
        #[test]
        fn what_is_proven_is_so(enough in prop::collection::vec(any::<bool>(), 1..40), leaps: bool, tries in 0_usize..50) {
            let first = enough.iter().position(|&enough| enough).and_then(|n| i128::try_from(n).ok());
            let found = sought(&enough, leaps, tries);
            match found.untried {
                None => prop_assert_eq!(found.found, first),
                Some((low, high)) => {
                    prop_assert!(low <= high);
                    // What was not tried holds all that could be before what was found.
                    prop_assert!(first == found.found || first.is_some_and(|first| (low..=high).contains(&first)));
                }
            }
            prop_assert!(found.is_proven() || tries < enough.len());
        }
    }
}
