//! Tries an axiom on many calls.

use fordela_model::Call;

use super::{Axiom, Counterexample, Trial, shrink_within};
use crate::fairness::AllocationRule;

/// For every try asked for, at most this many calls are looked at: an axiom may have nothing to say of many.
pub const DRAWS_PER_TRY: usize = 20;

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No counterexample was found.
    Held {
        /// On how many calls the axiom was tried; those of which it says nothing are not counted.
        tries: usize,
    },
    /// The axiom is broken; the counterexample is made small by [`shrink`](super::shrink).
    Broken(Box<Counterexample>),
}

impl Verdict {
    /// Whether no counterexample was found, in at least one try.
    #[must_use]
    pub fn held(&self) -> bool {
        matches!(self, Self::Held { tries: 1.. })
    }

    /// The counterexample, if one was found.
    #[must_use]
    pub fn broken(&self) -> Option<&Counterexample> {
        match self {
            Self::Held { .. } => None,
            Self::Broken(counterexample) => Some(counterexample),
        }
    }
}

/// Tries an axiom on calls until it is broken, or has been tried this many times, or the calls end. Ends also after
/// [`DRAWS_PER_TRY`] calls for every try.
///
/// ```
/// use fordela::axiom::{Axiom, SmallCalls, search};
/// use fordela::fairness::OwnSettings;
///
/// let verdict = search(&OwnSettings, Axiom::BudgetMonotone, SmallCalls::new(1), 100);
/// assert!(verdict.held());
/// ```
#[must_use]
pub fn search(rule: &dyn AllocationRule, axiom: Axiom, calls: impl IntoIterator<Item = Call>, tries: usize) -> Verdict {
    search_within(rule, axiom, calls, Bounds { tries, most_idle: usize::MAX, most_simpler: usize::MAX })
}

/// How far a search goes.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub(super) tries: usize,
    /// It ends where so many calls have come and the axiom said nothing of any.
    pub(super) most_idle: usize,
    /// To make a counterexample small, at most so many simpler calls are looked at.
    pub(super) most_simpler: usize,
}

/// As [`search`], within bounds.
pub(super) fn search_within(
    rule: &dyn AllocationRule,
    axiom: Axiom,
    calls: impl IntoIterator<Item = Call>,
    bounds: Bounds,
) -> Verdict {
    let Bounds { tries, most_idle, most_simpler } = bounds;
    let mut held = 0;
    for (n, call) in calls.into_iter().take(tries.saturating_mul(DRAWS_PER_TRY)).enumerate() {
        match axiom.try_on(rule, &call) {
            Trial::Idle => {}
            Trial::Held => held += 1,
            Trial::Broken(found) => return Verdict::Broken(Box::new(shrink_within(rule, *found, most_simpler))),
        }
        if held == tries || (held == 0 && n >= most_idle) || rule.is_spent() {
            break;
        }
    }
    Verdict::Held { tries: held }
}
