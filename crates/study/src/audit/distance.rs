//! How far a decision is from the allocation of the call.

use fordela_model::{Call, Party};
use fordela_num::{Money, Rational};
use fordela_verify::Verified;
use serde::Serialize;

use super::parting::Parted;
use crate::compare::{Amounts, Side};

/// How far a decision is from the allocation of the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Distance {
    /// What the allocation is worth.
    pub best: Rational,
    /// What the decision is worth by the priorities of the call.
    pub worth: Worth,
    /// Whether grants of activities are held against each other, or sums of applicants.
    pub level: Party,
    /// The money that some get in the decision beyond what they get in the allocation: `Σ max(0, decided − allocated)`.
    pub above: Money,
    /// The money that others get in the allocation beyond what they get in the decision: `Σ max(0, allocated − decided)`.
    /// As much as `above` where both grant equally much; half the sum of all differences is moved then.
    pub below: Money,
}

/// What a decision is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Worth {
    /// Just this.
    Known(Rational),
    /// It is not known what each activity gets; however it is settled so that the call is kept, no more than this.
    AtMost(Rational),
    /// It is not known.
    Unknown,
}

impl Distance {
    /// How much less the decision is worth, at least: below zero where it is worth more, as it can be where it breaks
    /// the call.
    #[must_use]
    pub fn loss(&self) -> Option<Rational> {
        match &self.worth {
            Worth::Known(worth) | Worth::AtMost(worth) => Some(&self.best - worth),
            Worth::Unknown => None,
        }
    }

    /// The loss as a part of what the allocation is worth; `None` where that is nothing.
    #[must_use]
    pub fn loss_share(&self) -> Option<Rational> {
        self.loss().filter(|_| self.best.is_positive()).map(|loss| loss / &self.best)
    }

    pub(super) fn new(
        call: &Call,
        side: &Side<'_>,
        decided: &Amounts,
        best: &Verified,
        parted: Option<&Parted>,
    ) -> Self {
        let allocated = Amounts::of_activities(call, best.grants().iter().map(|grant| grant.amount).collect());
        let known = |amounts: &Amounts| amounts.activities.iter().copied().collect::<Option<Vec<Money>>>();
        let (level, decided, allocated) = match (known(decided), known(&allocated)) {
            (Some(decided), Some(allocated)) => (Party::Activity, decided, allocated),
            _ => (Party::Applicant, decided.applicants.clone(), allocated.applicants),
        };
        let over = |more: &[Money], less: &[Money]| -> Money {
            more.iter().zip(less).map(|(&more, &less)| (more - less).max(Money::ZERO)).sum()
        };
        let worth = match (side.value(), parted) {
            (Some(value), _) => Worth::Known(value.clone()),
            (None, Some(Parted::Possible { bound })) => Worth::AtMost(bound.clone()),
            (None, _) => Worth::Unknown,
        };
        Self {
            best: best.value().clone(),
            worth,
            level,
            above: over(&decided, &allocated),
            below: over(&allocated, &decided),
        }
    }
}
