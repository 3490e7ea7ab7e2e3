//! A cap or floor, with what there is on either side of it.

use fordela_model::Call;
use fordela_model::call::{CaseLimit, Kind, Place, RuleCase};
use fordela_num::{Money, Rational, covering_units, whole_units};

/// A cap or floor with what there is on either side of it.
pub(super) struct Sized<'a> {
    pub(super) case: &'a RuleCase,
    /// What its activities ask for.
    pub(super) asked: Money,
    /// The money of the funds that it counts.
    pub(super) funds: Money,
}

impl Sized<'_> {
    /// The floor, if it is one and a fixed sum.
    pub(super) fn floor(&self) -> Option<&Rational> {
        match (self.case.kind, &self.case.limit) {
            (Kind::AtLeast, CaseLimit::Fixed(floor)) => Some(floor),
            _ => None,
        }
    }

    /// Whether its activities and funds are all there are.
    pub(super) fn is_all(&self, call: &Call) -> bool {
        self.case.counts_grants() && self.case.activities.len() == call.claims().len()
    }

    pub(super) fn never_binds(&self, call: &Call) -> bool {
        match (self.case.kind, &self.case.limit) {
            (Kind::AtMost, CaseLimit::Fixed(cap)) => *cap >= self.asked.rational(),
            (Kind::AtMost, CaseLimit::PartOfGranted(part) | CaseLimit::PartOfOwn { part, .. }) => {
                *part >= Rational::ONE
            }
            (Kind::AtLeast, CaseLimit::Fixed(floor)) => floor.is_zero(),
            (Kind::AtLeast, CaseLimit::PartOfGranted(part)) => part.is_zero() || self.is_all(call),
            (Kind::AtLeast, CaseLimit::PartOfOwn { part, .. }) => part.is_zero(),
        }
    }
}

/// The least money that is at least this, to the hundredth.
pub(super) fn covering(amount: &Rational) -> Money {
    Money::of_units(covering_units(amount, Money::HUNDREDTH), Money::HUNDREDTH).unwrap_or(Money::LARGEST)
}

/// The most money that is at most this, to the hundredth.
pub(super) fn within(amount: &Rational) -> Money {
    Money::of_units(whole_units(amount, Money::HUNDREDTH), Money::HUNDREDTH).unwrap_or(Money::LARGEST)
}

/// Where the limit of a rule stands.
pub(super) fn place(rule: usize, kind: Kind) -> Place {
    Place::root().key("rule").item(rule).key(kind.key())
}

/// The same, of a case of a call that has this budget.
pub(super) fn sized<'a>(call: &Call, budget: Money, case: &'a RuleCase) -> Sized<'a> {
    let asked = call.asked_for(case);
    let funds = match &case.funds {
        None => budget,
        Some(funds) => funds.iter().map(|&f| call.draft().funds[f].amount).sum(),
    };
    Sized { case, asked, funds }
}
