//! Simple allocation rules to compare with: what a city may do without a program.
//!
//! They look at asks, scores and the budget alone. To a call with caps, floors, links, or funds that do not pay for
//! everything they have no answer, except those that say so.

mod classical;
mod greedy;
mod score;
mod whole;

pub use classical::Classical;
pub use greedy::Greedy;
pub use score::{DivisibleByScore, WholeByScore};
pub use whole::{Divisible, Whole};

use super::AllocationRule;
use crate::call::Call;

/// All of them, in the order in which tables have them.
#[must_use]
pub fn all() -> Vec<Box<dyn AllocationRule>> {
    vec![
        Box::new(Divisible),
        Box::new(Whole),
        Box::new(DivisibleByScore),
        Box::new(WholeByScore),
        Box::new(Greedy::Skip),
        Box::new(Greedy::Stop),
        Box::new(Classical::Proportional),
        Box::new(Classical::EqualAwards),
        Box::new(Classical::EqualLosses),
        Box::new(Classical::Talmud),
    ]
}

/// Whether all that counts is asks, scores and the budget.
fn is_plain(call: &Call) -> bool {
    call.cases().is_empty() && call.links().is_empty() && call.draft().funds.iter().all(|fund| fund.pays_for.is_all())
}
