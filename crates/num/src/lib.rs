//! Exact numbers: fractions, decimals as people write them, money and percentages.
//!
//! Nothing here knows what is counted. No float enters; the only roundings are those whose names say so.

pub mod decimal;
mod money;
mod percent;
mod rational;
mod units;
pub mod written;

pub use money::{Money, MoneyError};
pub use percent::{NotAPercentage, Percent};
pub use rational::{Rational, Total};
pub use rust_decimal::Decimal;
pub use units::{covering_units, whole_units};
