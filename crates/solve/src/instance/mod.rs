//! What is solved: a checked call in the order of its ids, with money in whole units beside what is written.
//!
//! Calls that differ only in the order in which things are written have the same instance, and so the same answer.
//! Everything in an instance knows its place in the call as it is written; that is the way back.

mod build;
mod ids;
mod ix;
mod narrow;
mod parts;
#[cfg(test)]
mod tests;
mod written;

use std::sync::Arc;

use fordela_model::Party;
use fordela_model::call::ExactTier;
use fordela_model::call::draft::{Funding, Objective};
use fordela_model::fairness::Sharing;
use fordela_num::{Money, Percent, Rational, whole_units};
use typed_index_collections::{TiSlice, TiVec};

pub(crate) use build::part_of_budget;
use ids::Ids;
pub use ix::{ActivityIx, ApplicantIx, CaseIx, FundIx, LevelIx, LineIx, LinkIx};
pub use parts::{Activity, Case, Choice, Fund, Item, Level, Limit, Line, Link, Node};
pub(crate) use written::Granted;

/// A checked call in the order of its ids. Copies share what is not changed.
#[derive(Debug, Clone)]
pub struct Instance {
    /// What grants are whole multiples of.
    pub unit: Money,
    /// The funds.
    pub funds: TiVec<FundIx, Fund>,
    /// The places of the applicants in the call.
    pub applicants: Arc<TiVec<ApplicantIx, usize>>,
    /// The activities.
    pub activities: Arc<TiVec<ActivityIx, Activity>>,
    /// The caps and floors.
    pub cases: TiVec<CaseIx, Case>,
    /// What requires or excludes what.
    pub links: TiVec<LinkIx, Link>,
    /// Where all grants are chosen, a number that the value of every allocation is a whole multiple of; `None` when all are
    /// worth nothing.
    pub grid: Option<Rational>,
    ids: Arc<Ids>,
    tiers: Arc<[ExactTier]>,
    objective: Arc<Objective>,
    stated: Arc<[ActivityIx]>,
}

impl Instance {
    /// The sum of the funds.
    #[must_use]
    pub fn budget(&self) -> Money {
        self.funds.iter().map(|fund| fund.amount).sum()
    }

    /// All that is asked for.
    #[must_use]
    pub fn asked(&self) -> Money {
        self.activities.iter().map(|activity| activity.ask).sum()
    }

    /// The id of an activity, which labels rows.
    #[must_use]
    pub fn id(&self, activity: ActivityIx) -> &str {
        self.ids.of(activity)
    }

    /// An amount in units, exactly.
    #[must_use]
    pub fn in_units(&self, amount: Money) -> Rational {
        amount.in_units(self.unit)
    }

    /// How the value of a krona falls along an ask; empty when it does not.
    pub(crate) fn tiers(&self) -> &[ExactTier] {
        &self.tiers
    }

    /// The most units every activity may get by its ask, its funds and the caps on it alone.
    pub(crate) fn capped_units(&self) -> TiVec<ActivityIx, i128> {
        let mut most: TiVec<ActivityIx, i128> = self.activities.iter().map(|activity| activity.most).collect();
        for (activity, limit) in self.cases.iter().filter_map(Case::lone_cap) {
            most[activity] = most[activity].min(whole_units(limit, self.unit));
        }
        most
    }

    /// The sum of the most units every activity may get.
    pub(crate) fn most_in_all(&self) -> i128 {
        self.activities.iter().map(|activity| activity.most).sum()
    }

    /// Whether some decision is a choice between amounts, rather than a sum that can be divided at will.
    #[must_use]
    pub fn has_choices(&self) -> bool {
        !self.links.is_empty()
            || self.activities.iter().any(|activity| activity.is_choice() || !activity.undecided.is_empty())
    }

    /// Whether all grants are chosen, and none is divided.
    #[must_use]
    pub fn is_all_chosen(&self) -> bool {
        self.activities.iter().all(|activity| activity.funding != Funding::Partial)
    }

    /// Whether funds carry parts of activities, or pay for some of their lines, or are kept apart: then who pays what of an
    /// activity counts, and not only what funds pay in all.
    #[must_use]
    pub fn pays_by_parts(&self) -> bool {
        let is_parted = |activity: &Activity| activity.items.len() > 1 || !activity.undecided.is_empty();
        self.funds.iter().any(|fund| fund.limits_parts)
            || self.activities.iter().any(is_parted)
            || self.cases.iter().any(|case| matches!(case.limit, Limit::PartOfOwn { .. }))
    }

    /// Whether something depends on which fund pays.
    #[must_use]
    pub fn asks_who_pays(&self) -> bool {
        let has_parts = |f: &FundIx| self.funds[*f].limits_parts;
        self.cases.iter().any(|case| case.funds.is_some())
            || self.activities.iter().any(|activity| !activity.undecided.is_empty())
            || self.activities.iter().any(|activity| activity.payers.iter().any(has_parts))
    }

    /// Whether two funds may not pay for the same activity.
    pub(crate) fn are_apart(&self, one: FundIx, other: FundIx) -> bool {
        self.funds[one].apart.contains(&other) || self.funds[other].apart.contains(&one)
    }

    /// The activities in the stated order, which settles what nothing else settles: higher priority first, then by id.
    pub(crate) fn stated_order(&self) -> &[ActivityIx] {
        &self.stated
    }

    /// How the money is shared; `None` where the most value is looked for instead.
    pub(crate) fn sharing(&self) -> Option<Sharing> {
        let members = || match self.objective.over {
            Party::Activity => (0..self.activities.len()).map(|a| vec![a]).collect(),
            Party::Applicant => {
                let mut members = vec![Vec::new(); self.applicants.len()];
                for (a, activity) in self.activities.iter().enumerate() {
                    members[usize::from(activity.applicant)].push(a);
                }
                members
            }
        };
        let claim = |a: usize| {
            let activity = &self.activities[ActivityIx::from(a)];
            (self.in_units(activity.ask), &activity.priority)
        };
        Sharing::among(&self.objective, members, claim)
    }

    /// The least part of what sharing gives that everybody gets, where the most value is looked for beside that.
    pub(crate) fn fair_part(&self) -> Option<Rational> {
        self.objective.at_least.map(Percent::part)
    }

    /// Whether the money is shared.
    #[must_use]
    pub fn shares(&self) -> bool {
        self.objective.kind.shares()
    }

    /// The places in the call of everybody who shares.
    pub(crate) fn sharer_places(&self) -> Vec<usize> {
        match self.objective.over {
            Party::Activity => self.activities.iter().map(|activity| activity.place).collect(),
            Party::Applicant => self.applicants.raw.clone(),
        }
    }

    /// Things of the activities in the order in which the call is written.
    #[must_use]
    pub fn as_written<T: Clone + Default>(&self, of: &TiVec<ActivityIx, T>) -> Vec<T> {
        let mut written = vec![T::default(); of.len()];
        for (activity, thing) in self.activities.iter().zip(of) {
            written[activity.place] = thing.clone();
        }
        written
    }

    /// Things of the activities, from those in the order in which the call is written.
    #[must_use]
    pub fn in_order<T: Clone>(&self, written: &[T]) -> TiVec<ActivityIx, T> {
        self.activities.iter().map(|activity| written[activity.place].clone()).collect()
    }

    /// An activity by its place in the call.
    #[must_use]
    pub fn activity_at(&self, place: usize) -> Option<ActivityIx> {
        self.activities.iter().position(|activity| activity.place == place).map(ActivityIx::from)
    }
}

/// Units as money, exactly.
pub(crate) fn in_currency(instance: &Instance, units: &TiSlice<ActivityIx, Rational>) -> TiVec<ActivityIx, Rational> {
    let unit = instance.unit.rational();
    units.iter().map(|units| units * &unit).collect()
}
