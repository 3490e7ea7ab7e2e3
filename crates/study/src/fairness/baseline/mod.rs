//! Simple allocation rules to compare with: what a city may do without a program.
//!
//! They look at asks, scores and the budget alone. To a call with caps, floors, links, or funds that do not pay for
//! everything they have no answer, except those that say so.

mod greedy;
mod score;
mod whole;

pub use greedy::Greedy;
pub use score::{DivisibleByScore, WholeByScore};
pub use whole::{Divisible, Whole};

use fordela_model::Call;

/// Whether all that counts is asks, scores and the budget.
fn is_plain(call: &Call) -> bool {
    call.cases().is_empty() && call.links().is_empty() && call.draft().funds.iter().all(|fund| fund.pays_for.is_all())
}
