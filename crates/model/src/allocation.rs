//! A suggested allocation that nobody has checked yet.

use fordela_num::{Money, Rational};

use crate::prices::{Multipliers, Proof};

/// What one activity gets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grant {
    /// The money.
    pub amount: Money,
    /// Which fund pays how much of it, in the order of the call's funds; only what is above zero.
    pub by_fund: Vec<(usize, Money)>,
    /// Which fund pays how much of which line, in the order of lines and funds; only what is above zero. Empty where
    /// nothing asks which line it is, and lines are not granted one by one.
    pub by_line: Vec<LinePayment>,
    /// For funding by lines, whether each line is granted.
    pub lines: Vec<bool>,
}

/// What a fund pays of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinePayment {
    /// The line, by its place in the activity.
    pub line: usize,
    /// The fund, by its place in the call.
    pub fund: usize,
    /// The money.
    pub amount: Money,
}

/// A suggested allocation with the proof of how good it is. `verify` checks both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// What every activity gets, in the order of the call.
    pub grants: Vec<Grant>,
    /// Why nothing is worth more than a bound.
    pub proof: Proof,
    /// With an objective that shares: what it gives before rounding, and why nothing is fairer.
    pub shares: Option<Shares>,
}

/// What an objective that shares gives, and why nothing is fairer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    /// What every activity would get if units could be broken, in the currency, in the order of the call.
    pub exact: Vec<Rational>,
    /// The same in whole units, with who pays.
    pub whole: Vec<Grant>,
    /// Why nothing is fairer; empty where the effort was spent before that was found, so that nothing is proven.
    pub optima: Vec<Optimum>,
}

/// A weighted sum of what people get that no allocation exceeds.
///
/// Prices prove it as they prove the bound of the value: see `verify`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Optimum {
    /// What a unit counts for everybody who shares: every activity or every applicant, in the order of the call.
    pub weights: Vec<Rational>,
    /// The prices of what is scarce.
    pub prices: Multipliers,
}

/// The money of every grant.
pub fn amounts(grants: &[Grant]) -> Vec<Money> {
    grants.iter().map(|grant| grant.amount).collect()
}
