//! Amounts as whole numbers of a unit.

use crate::{Money, Rational};

/// The whole units in an exact amount, rounded down; the largest number there is where there are more.
#[must_use]
pub fn whole_units(amount: &Rational, unit: Money) -> i128 {
    (amount / &unit.rational()).floor().to_i128().unwrap_or(i128::MAX)
}

/// The whole units that cover an exact amount: rounded up; the largest number there is where there are more.
#[must_use]
pub fn covering_units(amount: &Rational, unit: Money) -> i128 {
    (amount / &unit.rational()).ceil().to_i128().unwrap_or(i128::MAX)
}
