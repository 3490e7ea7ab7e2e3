//! A suggested allocation that nobody has checked yet.

use crate::money::Money;
use crate::prices::Proof;

/// What one activity gets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grant {
    /// The money.
    pub amount: Money,
    /// Which fund pays how much of it, in the order of the call's funds; only what is above zero.
    pub by_fund: Vec<(usize, Money)>,
    /// For funding by lines, whether each line is granted.
    pub lines: Vec<bool>,
}

/// A suggested allocation with the proof of how good it is. [`verify`](crate::verify::verify) checks both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// What every activity gets, in the order of the call.
    pub grants: Vec<Grant>,
    /// Why nothing is worth more than a bound.
    pub proof: Proof,
}
