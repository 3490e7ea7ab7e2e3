//! What it costs that applicants decide themselves, in the value of the call above.

use std::collections::{BTreeMap, HashSet};

use fordela_lp::exact::Effort;
use fordela_model::Call;
use fordela_num::{Money, Rational};
use fordela_solve::{Answer, EFFORT};
use serde::Serialize;

use super::decide::Own;
use crate::audit::{Breaches, breaches};
use crate::compare::Side;

/// What it costs that applicants decide themselves, by the priorities of the call above: the centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Delegation {
    /// What every activity of the centre would get by the centre's allocation; `None` where its call is impossible. Not
    /// serialized: the answer of the level tells it.
    #[serde(skip)]
    pub allocated: Option<Vec<Money>>,
    /// What the centre's allocation is worth; `None` where its call is impossible.
    pub centre: Option<Rational>,
    /// What is decided in the end is worth so much to the centre; `None` where it is not known what that is.
    pub value: Option<Rational>,
    /// The same of the activities of each applicant that decides itself, in the order of the call.
    pub boards: Vec<BoardValue>,
    /// What applicants have in their own calls and the centre does not know of them, and therefore does not value.
    pub unlisted: Vec<Unlisted>,
    /// The ids of the activities of the centre's call that are not in the call of their applicant and get nothing.
    pub left_out: Vec<String>,
    /// In what the decisions, taken together, break the centre's call; `None` where it is not known what all get.
    pub breaches: Option<Breaches>,
}

/// What the activities of one applicant are worth to the centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BoardValue {
    /// The id of the applicant.
    pub applicant: String,
    /// As the centre would split its sum; `None` where the centre's call is impossible.
    pub centre: Option<Rational>,
    /// As it was split; `None` where that is not known.
    pub value: Option<Rational>,
}

/// An activity that the centre does not know as one of its applicant's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Unlisted {
    /// The id of the applicant.
    pub applicant: String,
    /// The id of the activity in the applicant's own call.
    pub activity: String,
    /// What it gets; `None` where that is not known.
    pub granted: Option<Money>,
}

impl BoardValue {
    /// What it costs that the applicant splits its sum itself.
    #[must_use]
    pub fn price(&self) -> Option<Rational> {
        Some(self.centre.as_ref()? - self.value.as_ref()?)
    }
}

impl Delegation {
    /// What delegation costs: the value of the centre's allocation less that of what is decided in the end. Below zero
    /// where the decisions are worth more, as they can be where they break a rule of the centre, where the centre's
    /// allocation is not proven to have the most value, or where the centre does not look for the most value.
    #[must_use]
    pub fn price(&self) -> Option<Rational> {
        Some(self.centre.as_ref()? - self.value.as_ref()?)
    }

    /// The price as a part of what the centre's allocation is worth; `None` where that is nothing.
    #[must_use]
    pub fn price_share(&self) -> Option<Rational> {
        let centre = self.centre.as_ref().filter(|centre| centre.is_positive())?;
        self.price().map(|price| price / centre)
    }

    pub(super) fn new(call: &Call, answer: &Answer, own: &[Own], grants: &[Option<Money>]) -> Self {
        let allocated: Option<Vec<Money>> = match answer {
            Answer::Allocated(verified) => Some(verified.grants().iter().map(|grant| grant.amount).collect()),
            Answer::Impossible(_) => None,
        };
        let all: Vec<usize> = (0..call.claims().len()).collect();
        let of_centre = |activities: &[usize]| {
            let allocated = allocated.as_ref()?;
            Some(activities.iter().map(|&a| call.value(a, allocated[a])).sum())
        };
        let board = |one: &Own| {
            let activities: Vec<usize> =
                all.iter().copied().filter(|&a| call.draft().activities[a].applicant == one.applicant).collect();
            let (centre, value) = (of_centre(&activities), value(call, &activities, grants));
            BoardValue { applicant: one.applicant.clone(), centre, value }
        };
        Self {
            centre: of_centre(&all),
            value: value(call, &all, grants),
            boards: own.iter().map(board).collect(),
            unlisted: own.iter().flat_map(|one| unlisted(call, one)).collect(),
            left_out: own.iter().flat_map(|one| left_out(call, one)).collect(),
            breaches: broken(call, grants),
            allocated,
        }
    }
}

/// What some activities are worth with their grants.
fn value(call: &Call, activities: &[usize], grants: &[Option<Money>]) -> Option<Rational> {
    activities.iter().map(|&a| Some(call.value(a, grants[a]?))).sum()
}

fn broken(call: &Call, grants: &[Option<Money>]) -> Option<Breaches> {
    let ids = call.draft().activities.iter().map(|activity| activity.id.clone());
    let known: BTreeMap<String, Money> =
        ids.zip(grants).map(|(id, grant)| Some((id, (*grant)?))).collect::<Option<_>>()?;
    // The ids are those of the call.
    breaches(&Side::granted_by_id(call, &known).ok()?, &Effort::new(EFFORT, &|| false))
}

fn unlisted(call: &Call, one: &Own) -> Vec<Unlisted> {
    let known: HashSet<&str> = ids(call, one).collect();
    let granted = one.level.call.draft().activities.iter().zip(&one.level.grants);
    let unknown = granted.filter(|(activity, _)| !known.contains(activity.id.as_str()));
    let unlisted = unknown.map(|(activity, granted)| Unlisted {
        applicant: one.applicant.clone(),
        activity: activity.id.clone(),
        granted: *granted,
    });
    unlisted.collect()
}

fn left_out(call: &Call, one: &Own) -> Vec<String> {
    let own: HashSet<&str> = one.level.call.draft().activities.iter().map(|activity| activity.id.as_str()).collect();
    ids(call, one).filter(|id| !own.contains(id)).map(str::to_owned).collect()
}

/// The ids of the activities of an applicant in the call above.
fn ids<'c>(call: &'c Call, one: &Own) -> impl Iterator<Item = &'c str> {
    let own = call.draft().activities.iter().filter(|activity| activity.applicant == one.applicant);
    own.map(|activity| activity.id.as_str())
}
