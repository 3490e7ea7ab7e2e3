//! A call in which an axiom is broken.

use fordela_model::Call;
use fordela_num::Rational;

use super::{Axiom, Breach, Change};

/// A call in which a rule breaks an axiom, with all that is needed to follow it by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counterexample {
    /// The axiom.
    pub axiom: Axiom,
    /// The call.
    pub call: Call,
    /// What the rule grants in it, in the order of the call.
    pub grants: Vec<Rational>,
    /// The change that shows it, for axioms that compare a call with a changed one.
    pub changed: Option<Changed>,
    /// For whom the axiom is broken; never empty, but where `breaches` says all. Of two that are compared, the one with
    /// better scores comes first.
    pub concerned: Vec<Concern>,
    /// What of the call does not hold; only for [`Axiom::Feasible`].
    pub breaches: Vec<Breach>,
}

/// A changed call.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Changed {
    /// The change.
    pub change: Change,
    /// The call after it.
    pub call: Call,
    /// What the rule grants there, in the order of the changed call.
    pub grants: Vec<Rational>,
}

/// An activity for which an axiom is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Concern {
    /// Its id in the call. Where it is split or merged, the id that remains.
    pub activity: String,
    /// What it gets, after the change where there is one; parts that were split off are counted in.
    pub gets: Rational,
    /// What the axiom compares that with: what it gets without the change (where amounts change, what it would get by
    /// the axiom; where two are merged, what both get); what it could get of what is left. `None` where activities
    /// are compared with each other.
    pub instead_of: Option<Rational>,
}

impl Counterexample {
    /// How large it is: the number of activities, and then the sum of asks and funds in the call's currency. Smaller
    /// ones are easier to follow.
    #[must_use]
    pub fn size(&self) -> (usize, Rational) {
        (self.call.claims().len(), (self.call.asked() + self.call.budget()).rational())
    }
}
