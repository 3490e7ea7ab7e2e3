//! The list as an official would go down it by hand, beside the suggestion.

use fordela_model::Call;
use fordela_model::call::draft::{Activity, CallDraft, Funding, Objective};
use fordela_num::Money;
use fordela_solve::{Best, SolveError};
use fordela_verify::Verified;
use serde::Serialize;

/// An activity in the ranking by priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Ranked {
    /// The id of the activity.
    pub activity: String,
    /// What it gets when the money is handed out down the list: each all that it asks for and that is left.
    pub by_hand: Money,
    /// What it gets in the suggestion.
    pub granted: Money,
    /// What makes the difference, where there is one.
    pub cause: Option<Cause>,
}

/// What makes the suggestion differ from the ranking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Without the rule of this id alone, the grant is nearer to the ranking than without any other.
    Rule(String),
    /// Without links that require or exclude something, it is nearer.
    Links,
    /// Without tiers in which a krona counts less, it is nearer.
    Diminishing,
    /// With the most value in place of sharing, it is nearer.
    Sharing,
    /// Nothing by itself: equal priorities are given equal shares, or choices that fit together are worth more.
    Together,
    /// Not known: the effort was spent before everything was left out in turn.
    Untried,
}

/// The activities by falling priority, then by id, with what they would get by hand and what makes the difference.
///
/// By hand, rules and links are not looked at; funds and the kinds of funding are. What makes the difference is found
/// by leaving each rule, all links, and the tiers out in turn: `best` answers each of these calls.
///
/// ```
/// use fordela::explain::ranking;
/// use fordela::{Answer, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// # let Answer::Allocated(best) = allocate(&call)? else { unreachable!() };
/// let ranked = ranking(&call, &best, &mut fordela::best)?;
/// assert!(ranked.iter().all(|ranked| ranked.by_hand == ranked.granted && ranked.cause.is_none()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `best` fails with, but for effort that is spent.
pub fn ranking(call: &Call, verified: &Verified, best: &mut Best<'_>) -> Result<Vec<Ranked>, SolveError> {
    let by_hand = by_hand(call);
    let without = without(call, best)?;
    let ranked = call.stated_order().into_iter().map(|a| {
        let (hand, granted) = (by_hand[a], verified.grants()[a].amount);
        Ranked {
            activity: call.draft().activities[a].id.clone(),
            by_hand: hand,
            granted,
            cause: (hand != granted)
                .then(|| without.as_ref().map_or(Cause::Untried, |without| cause(without, a, hand, granted))),
        }
    });
    Ok(ranked.collect())
}

/// The grants without one of the causes.
type Without = Vec<(Cause, Vec<Money>)>;

fn cause(without: &Without, a: usize, by_hand: Money, granted: Money) -> Cause {
    let apart = |one: Money| if one > by_hand { one - by_hand } else { by_hand - one };
    // Of equals the first, in the order of the call.
    let nearest = without.iter().map(|(cause, grants)| (apart(grants[a]), cause)).min_by_key(|(left, _)| *left);
    nearest.filter(|(left, _)| *left < apart(granted)).map_or(Cause::Together, |(_, cause)| cause.clone())
}

/// `None` where the effort is spent before all is left out in turn.
fn without(call: &Call, best: &mut Best<'_>) -> Result<Option<Without>, SolveError> {
    let draft = call.draft();
    let mut without = Vec::new();
    let mut drafts = Vec::new();
    for rule in 0..draft.rules.len() {
        let mut draft = draft.clone();
        let rule = draft.rules.remove(rule);
        drafts.push((Cause::Rule(rule.id), draft));
    }
    if !call.links().is_empty() {
        let mut draft = draft.clone();
        for activity in &mut draft.activities {
            unlink(activity);
        }
        drafts.push((Cause::Links, draft));
    }
    if !draft.objective.diminishing.is_empty() {
        let mut draft = draft.clone();
        draft.objective.diminishing.clear();
        drafts.push((Cause::Diminishing, draft));
    }
    if draft.objective.kind.shares() {
        let diminishing = draft.objective.diminishing.clone();
        let objective = Objective { diminishing, ..Objective::default() };
        drafts.push((Cause::Sharing, CallDraft { objective, ..draft.clone() }));
    }
    for (cause, draft) in drafts {
        let Ok(call) = draft.validate() else { continue };
        match best(&call) {
            Ok(Some(verified)) => {
                without.push((cause, verified.grants().iter().map(|grant| grant.amount).collect()));
            }
            Ok(None) => {}
            Err(SolveError::EffortSpent) => return Ok(None),
            Err(fault) => return Err(fault),
        }
    }
    Ok(Some(without))
}

fn unlink(activity: &mut Activity) {
    activity.requires.clear();
    activity.excludes.clear();
    for line in &mut activity.lines {
        line.requires.clear();
        line.excludes.clear();
    }
}

/// The grants when the money is handed out down the list, in the order of the call.
fn by_hand(call: &Call) -> Vec<Money> {
    let mut left: Vec<Money> = call.draft().funds.iter().map(|fund| fund.amount).collect();
    let mut grants = vec![Money::ZERO; call.claims().len()];
    for a in call.stated_order() {
        let payers = call.claims()[a].payers();
        let at_hand: Money = payers.iter().map(|&fund| left[fund]).sum();
        grants[a] = most_within(call, a, at_hand);
        let mut owed = grants[a];
        for &fund in payers {
            let paid = owed.min(left[fund]);
            left[fund] = left[fund] - paid;
            owed = owed - paid;
        }
    }
    grants
}

/// The most that an activity can get of what is at hand.
fn most_within(call: &Call, a: usize, at_hand: Money) -> Money {
    let activity = &call.draft().activities[a];
    let all = call.all_of(a);
    match activity.funding {
        Funding::Partial => {
            let units = all.min(at_hand).whole_units(call.unit());
            let least = if activity.min_share.is_some() { call.threshold_units(a) } else { 0 };
            let units = if units < least { 0 } else { units };
            Money::of_units(units, call.unit()).unwrap_or_default()
        }
        Funding::Whole => {
            if all <= at_hand {
                all
            } else {
                Money::ZERO
            }
        }
        Funding::Levels => activity.levels.iter().copied().filter(|level| *level <= at_hand).max().unwrap_or_default(),
        Funding::Lines => activity
            .lines
            .iter()
            .fold(Money::ZERO, |sum, line| if sum + line.cost <= at_hand { sum + line.cost } else { sum }),
    }
}
