//! Allocation rules: functions from calls to grants.

use fordela_lp::Rational;

use crate::call::Call;
use crate::solve::exact_grants;

/// An allocation rule: a function from calls to grants. Implement it to test a rule of your own against axioms.
///
/// Grants are exact numbers, in the call's currency, so that what rounding to whole units does is not mistaken for what
/// the rule does; a rule that rounds may do so itself.
///
/// ```
/// use fordela::fairness::AllocationRule;
/// use fordela::{Call, Rational};
///
/// /// Everybody gets half of the ask, whatever there is.
/// struct Half;
///
/// impl AllocationRule for Half {
///     fn name(&self) -> &str {
///         "half"
///     }
///
///     fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
///         Some(call.claims().iter().map(|claim| claim.ask().rational() / Rational::from(2_i64)).collect())
///     }
/// }
/// ```
pub trait AllocationRule {
    /// What it is called in cards and tables.
    fn name(&self) -> &str;

    /// What every activity gets, in the order of the call; `None` where the rule has no answer, as in an impossible
    /// call.
    fn grants(&self, call: &Call) -> Option<Vec<Rational>>;
}

/// The rule of a call's own settings, before anything is rounded.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnSettings;

impl AllocationRule for OwnSettings {
    fn name(&self) -> &str {
        "own settings"
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        exact_grants(call)
    }
}
