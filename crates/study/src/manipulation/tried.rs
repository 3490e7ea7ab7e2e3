//! What came of trying ways of one kind.

use fordela_num::Rational;
use serde::Serialize;

use crate::axiom::Change;

/// What came of trying ways of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Tried {
    /// How many ways were tried: those to which the rule has an answer.
    pub tried: usize,
    /// How many ways there are, of the sizes that are looked at.
    pub ways: usize,
    /// The way with the largest gain; `None` where nothing was gained.
    pub best: Option<Gain>,
}

/// A way in which an applicant gains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gain {
    /// What is asked for in another way: one change, or the ask of every activity.
    pub changes: Vec<Change>,
    /// How much more the applicant gets of what it needs, in the call's currency: `Σ min(x', c) − Σ x` over its
    /// activities where asks are raised, `Σ x' − Σ x` where they are not.
    pub gained: Rational,
    /// How much it gets beyond what it needs: `Σ max(0, x' − c)` where asks are raised.
    pub beyond: Rational,
}

impl Tried {
    /// The way, if any, with most by a measure that is above zero; of equals the first.
    pub(super) fn most(ways: usize, gains: &[Gain], by: impl Fn(&Gain) -> &Rational) -> Self {
        let mut best: Option<&Gain> = None;
        for gain in gains.iter().filter(|gain| by(gain).is_positive()) {
            if best.is_none_or(|best| by(gain) > by(best)) {
                best = Some(gain);
            }
        }
        Self { tried: gains.len(), ways, best: best.cloned() }
    }
}
