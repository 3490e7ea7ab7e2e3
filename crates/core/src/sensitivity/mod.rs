//! How the best value moves when money or limits do: shadow prices each way, and the value of every budget.
//!
//! Duals belong to the divisible optimum. Where it is degenerate the price of one krona less is not that of one krona
//! more: both are told. With choices the value moves in steps, and [`steps`] gives these instead.

mod curve;
mod price;
mod ray;
mod steps;

pub use curve::{Corner, Curve, Stretch, curve};
pub use price::{EachWay, Prices, prices};
pub use steps::{Step, Steps, steps};
