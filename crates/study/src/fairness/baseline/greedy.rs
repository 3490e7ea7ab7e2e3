//! Down the list by priority.

use fordela_model::Call;
use fordela_num::Rational;

use super::is_plain;
use crate::fairness::AllocationRule;

/// Activities are granted whole in the stated order, by priority and then by id, as long as the budget is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greedy {
    /// What does not fit is skipped.
    Skip,
    /// The first that does not fit is the end.
    Stop,
}

impl AllocationRule for Greedy {
    fn name(&self) -> &str {
        match self {
            Self::Skip => "down the list, skip what does not fit",
            Self::Stop => "down the list, stop at what does not fit",
        }
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        let mut left = call.budget();
        let mut grants = vec![Rational::ZERO; call.claims().len()];
        for a in call.stated_order() {
            let ask = call.claims()[a].ask();
            if ask <= left {
                grants[a] = ask.rational();
                left = left - ask;
            } else if *self == Self::Stop {
                break;
            }
        }
        is_plain(call).then_some(grants)
    }
}
