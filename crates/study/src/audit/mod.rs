//! How fair an allocation or a decision is: shares, complaints, groups, broken rules, and how far from the best.
//!
//! Everything is computed from who asked, who got, and the priorities and rules of the call; nothing is guessed. A
//! decision may name applicants only: then only that is told which follows from their sums.
//!
//! A *justified complaint* is the money form of justified envy (Abdulkadiroğlu & Sönmez 2003): somebody of higher
//! priority has a lower share, and money could be moved from the other without breaking anything. Whether it could is
//! tried, not argued.

mod breach;
mod complaint;
mod distance;
mod groups;
mod mend;
mod pairs;
mod parting;
mod party;
mod payable;
mod possible;
mod shares;

pub use breach::{Breach, Breaches, Settled};
pub use complaint::{Complaint, Complaints, Obstacle, Unknown, Verdict};
pub use distance::{Distance, Worth};
pub use groups::{Group, GroupOf};
pub use shares::{End, Inequality, Shares, Spread, TheilSplits};

use fordela_lp::exact::Effort;
use fordela_model::Party;
use fordela_num::{Money, Rational};
use fordela_solve::{Solve, SolveError};
use fordela_verify::Verified;
use mend::Mending;
use parting::{Parted, parted};
use party::Member;
use payable::Payable;
use serde::Serialize;

use crate::compare::Side;

/// What a decision that names applicants is worth at most by the priorities of its call, however each applicant parts its
/// sum so that the call is kept; `None` where no way keeps the call, or nothing is decided. `solve` answers a call.
///
/// # Errors
///
/// What `solve` fails with.
pub fn worth_at_most(side: &Side<'_>, solve: &mut Solve<'_>) -> Result<Option<Rational>, SolveError> {
    let Some(amounts) = side.amounts() else { return Ok(None) };
    Ok(match parted(side.call(), &amounts.applicants, solve)? {
        Parted::Possible { bound } => Some(bound),
        Parted::Impossible { .. } => None,
    })
}

/// How fair an allocation or a decision is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Audit {
    /// All that is granted.
    pub granted: Money,
    /// The shares of applicants, in the order of the call.
    pub applicants: Shares,
    /// The shares of activities; `None` where it is not known what each of them gets.
    pub activities: Option<Shares>,
    /// Theil's index of the shares of activities; `None` also where nothing is granted.
    pub theil: Option<TheilSplits>,
    /// Who has a higher priority and a lower share than somebody else.
    pub complaints: Complaints,
    /// What applicants, areas and tags get beside their proportional part.
    pub groups: Vec<Group>,
    /// In what the decision breaks the call; `None` for an allocation, which has been verified.
    pub breaches: Option<Breaches>,
    /// How far the decision is from the allocation of the call; `None` where there is none to compare with.
    pub distance: Option<Distance>,
}

/// Audits what one side of a comparison grants: an allocation, or a decision. `None` where it is the side of an
/// impossible call, which grants nothing.
///
/// `best` is the allocation that a decision is held against. The `most` largest complaints are listed. `solve` answers
/// a call; it is asked only for decisions that name applicants, once for each complaint that is listed, and once more.
/// What can be found out with the `effort` is found out, and the rest is unknown.
///
/// ```
/// use fordela::audit::{Verdict, audit};
/// use fordela::compare::Side;
/// use fordela::{Answer, EFFORT, Effort, Money, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # use std::collections::BTreeMap;
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 500_000).score("need", 2))
/// #     .validate()?;
/// let decided = [("music", 300_000), ("stage", 400_000)].map(|(id, sum)| (id.to_owned(), Money::new(sum)));
/// let side = Side::granted_by_id(&call, &BTreeMap::from(decided)).unwrap();
/// let found = audit(&side, None, 20, &Effort::new(EFFORT, &|| false), &mut fordela::allocate)?.unwrap();
/// // Music has the higher priority, 60 % of its ask, and 80 % with the share of the stage.
/// let complaint = &found.complaints.largest[0];
/// assert_eq!((&complaint.one[..], &complaint.other[..]), ("music", "stage"));
/// assert_eq!(complaint.envy.to_string(), "100000");
/// assert!(matches!(complaint.verdict, Verdict::Mendable { moved, .. } if moved == Money::new(50_000)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `solve` fails with, unless the effort or time was spent: what would have been found is unknown then.
pub fn audit(
    side: &Side<'_>,
    best: Option<&Verified>,
    most: usize,
    effort: &Effort<'_>,
    solve: &mut Solve<'_>,
) -> Result<Option<Audit>, SolveError> {
    let Some(amounts) = side.amounts() else { return Ok(None) };
    let call = side.call();
    let applicants = party::applicants(call, amounts);
    let activities = party::activities(call, amounts);
    let judged = match &activities {
        Some(activities) => of_activities(side, activities, most, effort),
        None => of_applicants(side, &applicants, most, solve)?,
    };
    Ok(Some(Audit {
        granted: amounts.all(),
        applicants: Shares::of(&applicants),
        activities: activities.as_deref().map(Shares::of),
        theil: activities.as_deref().and_then(|activities| TheilSplits::of(call, activities)),
        complaints: judged.complaints,
        groups: groups::groups(call, amounts),
        breaches: side.lines().is_none().then_some(judged.breaches),
        distance: best.map(|best| Distance::new(call, side, amounts, best, judged.parted.as_ref())),
    }))
}

/// In what grants break the call; `None` where it is not known what each activity gets.
pub(crate) fn breaches(side: &Side<'_>, effort: &Effort<'_>) -> Option<Breaches> {
    let amounts = side.amounts()?.activities.iter().copied().collect::<Option<Vec<Money>>>()?;
    Some(breach::of_activities(side.call(), side, &amounts, &Payable::new(side.call(), &amounts, effort)))
}

/// What is found by the rules of the call.
struct Judged {
    complaints: Complaints,
    breaches: Breaches,
    parted: Option<Parted>,
}

fn of_activities(side: &Side<'_>, activities: &[Member<'_>], most: usize, effort: &Effort<'_>) -> Judged {
    let call = side.call();
    let amounts: Vec<Money> = activities.iter().map(|party| party.granted).collect();
    let payable = Payable::new(call, &amounts, effort);
    let mending = Mending::new(call, &amounts, side.lines(), &payable);
    let complaints = complaints(Party::Activity, activities, most, |pair| Ok(mending.verdict(pair)));
    let breaches = breach::of_activities(call, side, &amounts, &payable);
    Judged {
        complaints: complaints.unwrap_or_else(|never: std::convert::Infallible| match never {}),
        breaches,
        parted: None,
    }
}

fn of_applicants(
    side: &Side<'_>,
    applicants: &[Member<'_>],
    most: usize,
    solve: &mut Solve<'_>,
) -> Result<Judged, SolveError> {
    let call = side.call();
    let sums: Vec<Money> = applicants.iter().map(|party| party.granted).collect();
    let parted = match parted(call, &sums, solve) {
        Ok(parted) => Some(parted),
        Err(SolveError::EffortSpent) => None,
        Err(error) => return Err(error),
    };
    let complaints = complaints(Party::Applicant, applicants, most, |pair| match &parted {
        Some(Parted::Possible { .. }) => parting::verdict(call, applicants, pair, solve),
        Some(Parted::Impossible { .. }) => Ok(Verdict::Unknown(Unknown::Decision)),
        None => Ok(Verdict::Unknown(Unknown::Effort)),
    })?;
    let breaches = breach::of_applicants(call, side, applicants, parted.as_ref());
    Ok(Judged { complaints, breaches, parted })
}

fn complaints<E>(
    among: Party,
    parties: &[Member<'_>],
    most: usize,
    mut verdict: impl FnMut(&pairs::Pair) -> Result<Verdict, E>,
) -> Result<Complaints, E> {
    let found = pairs::pairs(parties, most);
    let mut largest = Vec::with_capacity(found.largest.len());
    for pair in found.largest {
        let verdict = verdict(&pair)?;
        let id = |party: usize| parties[party].id.to_owned();
        largest.push(Complaint { one: id(pair.one), other: id(pair.other), envy: pair.envy, verdict });
    }
    Ok(Complaints { among, count: found.count, complaining: found.complaining, largest })
}
