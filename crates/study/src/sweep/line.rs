//! A sweep along one range.

use fordela_model::{Call, Party};
use fordela_num::{Money, Rational};

use super::Vary;

/// A sweep along one range, with what else is varied held where it is.
#[derive(Debug, Clone, Copy)]
pub struct SweptLine<'a> {
    /// The call, unchanged.
    pub call: &'a Call,
    /// The range.
    pub vary: &'a Vary,
    /// What else is varied, and the value that it is held at.
    pub held: &'a [(&'a Vary, Rational)],
    /// Whose grants there are.
    pub by: Party,
    /// The places at which it is known what is granted, rising, and the grants in the order of the call, or `None`
    /// where there is no allocation.
    pub points: &'a [PlotPoint],
}

/// What is granted at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlotPoint {
    /// The value of what is varied.
    pub at: Rational,
    /// What is granted, where there is an allocation.
    pub grants: Option<Vec<Money>>,
}
