//! How the best value moves when money or limits do: shadow prices each way, and the value of every budget.
//!
//! Duals belong to the divisible optimum. Where it is degenerate the price of one krona less is not that of one krona
//! more: both are told. With choices the value moves in steps, and [`steps`] gives these instead. Where money is shared
//! by another objective, its value is no best one, and has neither prices nor a curve.

use fordela_model::Call;

mod bound;
mod curve;
mod moved;
mod price;
mod ray;
mod steps;
#[cfg(test)]
mod tests;

pub use bound::Bound;
pub use curve::{Corner, Curve, Shift, Stretch, curve};
pub use moved::{Moved, moved};
pub use price::{EachWay, Prices, loosening, price, prices, prices_of};
pub use steps::{Nearby, Step, Steps, nearby, steps};

/// Whether the best value moves along straight lines: nothing is a choice, and the most value is looked for.
fn is_straight(call: &Call) -> bool {
    !call.has_choices() && !call.draft().objective.kind.shares()
}
