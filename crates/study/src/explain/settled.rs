//! What only ids settled: ties between activities, and odd units.
//!
//! It is tried: activities of the same priority exchange ids, those with the lowest shares first, and the call is allocated
//! again. Who then gets another grant, of an allocation that is worth as much and grants as much, got it by id.

use std::collections::BTreeMap;

use fordela_model::Call;
use fordela_num::Rational;
use fordela_solve::{Best, SolveError};
use fordela_verify::Verified;
use serde::Serialize;

use crate::axiom::Change;

/// Activities whose grants would be others under other ids, with the same value and the same money in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Settled {
    /// Those that get more than they would, by id.
    pub more: Vec<String>,
    /// Those that get less.
    pub less: Vec<String>,
    /// Whether nobody gets more or less by more than one unit: what is settled is where odd units go, or a tie between
    /// grants as small.
    pub is_odd_unit: bool,
}

/// What only ids settled of an allocation; each of those told has somebody whom those before do not name.
///
/// Three orders of ids are tried, so that what is told is so, and more may be. `best` allocates a call; what it has no answer
/// to is not told.
///
/// ```
/// use fordela::explain::settled;
/// use fordela::{Answer, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 500_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3).whole())
/// #     .activity(Activity::new("stage", "culture", 500_000).score("need", 3).whole())
/// #     .validate()?;
/// let Answer::Allocated(best) = allocate(&call)? else { unreachable!() };
/// let settled = settled(&call, &best, &mut fordela::best)?;
/// assert_eq!((&settled[0].more[..], &settled[0].less[..]), (&["music".to_owned()][..], &["stage".to_owned()][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `best` fails with.
pub fn settled(call: &Call, verified: &Verified, best: &mut Best<'_>) -> Result<Vec<Settled>, SolveError> {
    let mut told = vec![false; call.claims().len()];
    let mut all = Vec::new();
    for order in [Order::Reversed, Order::LowestLast, Order::LowestFirst] {
        let Some(renamed) = renamed(call, verified, order) else { continue };
        let Some(other) = best(&renamed)? else { continue };
        if other.value() != verified.value() || other.granted() != verified.granted() {
            continue;
        }
        all.extend(difference(call, verified, &other, &mut told));
    }
    Ok(all)
}

/// Who among those of one priority gets the first id.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// The one with the last.
    Reversed,
    /// The one with the lowest share; of equal ones the one with the last.
    LowestLast,
    /// The one with the lowest share; of equal ones the one with the first.
    LowestFirst,
}

/// The call in which activities of one priority have each other's ids. `None` where nobody has the priority of another.
fn renamed(call: &Call, verified: &Verified, order: Order) -> Option<Call> {
    let mut equals: BTreeMap<&Rational, Vec<usize>> = BTreeMap::new();
    for (a, claim) in call.claims().iter().enumerate().filter(|(_, claim)| !claim.ask().is_zero()) {
        equals.entry(claim.priority()).or_default().push(a);
    }
    let activities = &call.draft().activities;
    let share = |a: usize| verified.grants()[a].amount.rational() / call.claims()[a].ask().rational();
    let mut names = Vec::new();
    for mut class in equals.into_values().filter(|class| class.len() > 1) {
        class.sort_by(|&one, &other| activities[one].id.cmp(&activities[other].id));
        let ids: Vec<String> = class.iter().map(|&a| activities[a].id.clone()).collect();
        if order != Order::LowestFirst {
            class.reverse();
        }
        if order != Order::Reversed {
            class.sort_by_cached_key(|&a| share(a));
        }
        names.extend(class.into_iter().map(|a| activities[a].id.clone()).zip(ids));
    }
    let is_any = names.iter().any(|(old, new)| old != new);
    is_any.then(|| Change::RenameActivities(names).applied_to(call)?.validate().ok()).flatten()
}

/// Who gets more and who gets less than in the other; `None` where all of them are told of already.
fn difference(call: &Call, verified: &Verified, other: &Verified, told: &mut [bool]) -> Option<Settled> {
    let mut settled = Settled { more: Vec::new(), less: Vec::new(), is_odd_unit: true };
    let mut is_new = false;
    for (a, (own, other)) in verified.grants().iter().zip(other.grants()).enumerate() {
        let is_more = own.amount > other.amount;
        let by = if is_more { own.amount - other.amount } else { other.amount - own.amount };
        if by.is_zero() {
            continue;
        }
        is_new |= !std::mem::replace(&mut told[a], true);
        settled.is_odd_unit &= by <= call.unit();
        let list = if is_more { &mut settled.more } else { &mut settled.less };
        list.push(call.draft().activities[a].id.clone());
    }
    is_new.then_some(settled)
}
