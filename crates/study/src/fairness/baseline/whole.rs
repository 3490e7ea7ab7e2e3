//! Priority for the money, with all activities whole, or all divisible.

use fordela_model::Call;
use fordela_model::call::draft::{Activity, CallDraft, Funding, Objective};
use fordela_num::Rational;
use fordela_solve::exact_grants;

use crate::fairness::AllocationRule;

/// The most priority for the money, every activity whole or not at all. Funds, caps, floors and links count; the
/// activities' own funding and falling values do not. No answer where an ask is no whole number of units, or a link is
/// to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole;

/// The most priority for the money, any part of any activity. Funds, caps and floors count; the activities' own funding,
/// links and falling values do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Divisible;

impl AllocationRule for Whole {
    fn name(&self) -> &str {
        "priority for the money, whole activities"
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        let whole = |activity: &mut Activity| activity.funding = Funding::Whole;
        exact_grants(&refunded(call, whole).validate().ok()?)
    }
}

impl AllocationRule for Divisible {
    fn name(&self) -> &str {
        "priority for the money, divisible"
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        let partial = |activity: &mut Activity| {
            activity.funding = Funding::Partial;
            activity.requires.clear();
            activity.excludes.clear();
        };
        exact_grants(&refunded(call, partial).validate().ok()?)
    }
}

/// The call with priority as its objective and the same funding of all activities.
fn refunded(call: &Call, funding: impl Fn(&mut Activity)) -> CallDraft {
    let mut draft = call.draft().clone();
    draft.objective = Objective::default();
    for activity in &mut draft.activities {
        activity.ask = activity.asked();
        activity.min_share = None;
        activity.levels.clear();
        activity.lines.clear();
        funding(activity);
    }
    draft
}
