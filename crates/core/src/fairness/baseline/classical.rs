//! The rules for claims problems.

use fordela_lp::Rational;

use super::is_plain;
use crate::call::{Call, Claim};
use crate::fairness::{AllocationRule, Claims, equal_awards, equal_losses, proportional, talmud};

/// A rule for claims problems, in closed form, of the asks and the budget alone: scores and funding do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Classical {
    /// Everybody gets the same part of the ask; see [`proportional`].
    Proportional,
    /// Everybody gets the same sum, up to the ask; see [`equal_awards`].
    EqualAwards,
    /// Everybody loses the same sum, down to nothing; see [`equal_losses`].
    EqualLosses,
    /// Equal awards up to half of the asks, equal losses beyond; see [`talmud`].
    Talmud,
}

impl AllocationRule for Classical {
    fn name(&self) -> &str {
        match self {
            Self::Proportional => "proportional",
            Self::EqualAwards => "equal awards",
            Self::EqualLosses => "equal losses",
            Self::Talmud => "Talmud",
        }
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        let claims = Claims::plain(call.claims().iter().map(|claim: &Claim| claim.ask().rational()).collect());
        let share = match self {
            Self::Proportional => proportional,
            Self::EqualAwards => equal_awards,
            Self::EqualLosses => equal_losses,
            Self::Talmud => talmud,
        };
        is_plain(call).then(|| share(&claims, &call.budget().rational()))
    }
}
