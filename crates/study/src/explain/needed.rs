//! What would have been needed: the score, the ask or the budget with which an activity gets what it wants.
//!
//! Each is found by making the change and allocating again, so that it can be refuted by anybody who does the same. One
//! change that is enough need not be followed by others, nor one that is not by none: that a change is the smallest is a
//! claim of its own, and what was neither tried nor ruled out is told beside it.

use fordela_lp::exact::Effort;
use fordela_model::Call;
use fordela_model::call::draft::Funding;
use fordela_num::{Money, decimal};
use fordela_solve::budget::{Budgets, Grid, Leaps, answers_are_best, grain, horizon, most_tries, shares};
use fordela_solve::seek::{Seek, Sought, Tried};
use fordela_solve::{Best, SolveError};
use fordela_verify::Verified;
use rust_decimal::Decimal;
use serde::Serialize;

use super::asking::Asking;

/// Scores are looked for in steps of a hundredth.
const SCORE_DECIMALS: u32 = 2;

/// What an activity wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// At least a unit more than it got.
    More,
    /// All that it asks for, in whole units; with `levels`, the largest level.
    All,
}

/// The smallest changes with which an activity gets what it wants, each by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Needed {
    /// What it wants.
    pub wanted: Wanted,
    /// For every criterion, in the order of the call, the lowest score above the present one that is enough.
    pub scores: Vec<ScoreSought>,
    /// The largest smaller ask, in whole units, that is granted in full. `None` where more is wanted, and where the ask
    /// is not one sum.
    pub ask: Option<Sought<Money>>,
    /// The smallest larger budget that is enough, all funds in proportion, in whole [`grains`](Self::budget_grain).
    pub budget: Sought<Money>,
    /// How fine budgets are looked at: the call's unit, or a whole krona where a part of a unit can count.
    pub budget_grain: Money,
}

/// The lowest score on a criterion that is enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ScoreSought {
    /// The id of the criterion.
    pub criterion: String,
    /// The score, to a hundredth.
    pub score: Sought<Decimal>,
}

/// What would have been needed for an activity to get what it wants, beyond an allocation in which it does not.
///
/// `best` allocates a call. It is asked some ten times for every change, and more often to prove that none before it is
/// enough: up to thousands of times for calls of a few activities, some tens of times for large ones. When it says that
/// the effort is spent, what was found until then is told. `effort` is what may be computed besides, to rule changes out.
///
/// ```
/// use fordela::explain::{Wanted, needed};
/// use fordela::{Answer, EFFORT, Effort, Money, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .unit(Money::new(1_000))
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// # let Answer::Allocated(best) = allocate(&call)? else { unreachable!() };
/// let needed = needed(&call, &best, 1, Wanted::All, &mut fordela::best, &Effort::new(EFFORT, &|| false))?;
/// assert_eq!(needed.budget.found, Some(Money::new(800_000)));
/// assert!(needed.budget.is_proven());
/// assert_eq!(needed.ask.and_then(|ask| ask.found), Some(Money::new(200_000)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `best` fails with, but for effort that is spent.
pub fn needed(
    call: &Call,
    now: &Verified,
    activity: usize,
    wanted: Wanted,
    best: &mut Best<'_>,
    effort: &Effort<'_>,
) -> Result<Needed, SolveError> {
    let mut question = Question { call, activity, wanted, granted: now.grants()[activity].amount, best, effort };
    let criteria = 0..call.draft().criteria.len();
    Ok(Needed {
        wanted,
        scores: criteria.map(|criterion| question.score(criterion)).collect::<Result<_, _>>()?,
        ask: question.ask()?,
        budget: question.budget()?,
        budget_grain: grain(call),
    })
}

struct Question<'c, 's, 'f, 'e> {
    call: &'c Call,
    activity: usize,
    wanted: Wanted,
    granted: Money,
    best: &'s mut Best<'f>,
    effort: &'e Effort<'e>,
}

impl Question<'_, '_, '_, '_> {
    /// The lowest score on a criterion that is enough.
    fn score(&mut self, criterion: usize) -> Result<ScoreSought, SolveError> {
        let call = self.call;
        let draft = call.draft();
        let (id, max) = (&draft.criteria[criterion].id, draft.criteria[criterion].max);
        let now = draft.activities[self.activity].scores.get(id).copied().unwrap_or_default();
        let score = |n: i128| Decimal::try_from_i128_with_scale(n, SCORE_DECIMALS).map_or(max, |score| score.min(max));
        let steps = |score: Decimal| decimal::steps_below(score, SCORE_DECIMALS).unwrap_or_default();
        let (low, whole) = (steps(now) + 1, steps(max));
        // The highest score need not be a whole hundredth.
        let high = if now >= max { low - 1 } else { whole + i128::from(score(whole) < max) };
        // What is worth more for every krona gets no less of the best allocation, whatever else there is.
        let rises = answers_are_best(call) && draft.objective.diminishing.iter().all(|tier| !tier.factor.is_zero());
        let (id, activity) = (id.clone(), self.activity);
        let seek = Seek { low, high, hints: &[high], rises };
        let found = self.first(&seek, |n| {
            let mut draft = draft.clone();
            draft.activities[activity].scores.insert(id.clone(), score(n));
            draft.validate().ok()
        })?;
        Ok(ScoreSought { criterion: draft.criteria[criterion].id.clone(), score: found.map(score) })
    }

    /// The largest ask that is granted in full.
    fn ask(&mut self) -> Result<Option<Sought<Money>>, SolveError> {
        let call = self.call;
        let activity = &call.draft().activities[self.activity];
        let is_one_sum = matches!(activity.funding, Funding::Partial | Funding::Whole) && activity.lines.is_empty();
        if self.wanted != Wanted::All || !is_one_sum {
            return Ok(None);
        }
        // Asking for less and less is asking for this many units less than now.
        let asked = call.ask_units(self.activity);
        let (unit, place) = (call.unit(), self.activity);
        let ask = |less: i128| Money::of_units(asked - less, unit).unwrap_or_default();
        let hints = [asked - self.granted.whole_units(unit), asked - 1];
        let low = i128::from(call.claims()[place].ask().is_multiple_of(unit));
        let seek = Seek { low, high: asked - 1, hints: &hints, rises: false };
        let asking = Asking::of(call, place);
        let (best, effort) = (&mut *self.best, self.effort);
        let found = seek.first(&mut most_tries(call), &mut |less| {
            let not = |next| Ok(Tried::Not { next });
            let mut draft = call.draft().clone();
            draft.activities[place].ask = Some(ask(less));
            let Ok(changed) = draft.validate() else { return not(less + 1) };
            let Some(verified) = best(&changed)? else { return not(less + 1) };
            if verified.grants()[place].amount >= changed.all_of(place) {
                return Ok(Tried::Enough);
            }
            match asking.as_ref().filter(|_| verified.is_optimal()) {
                Some(asking) => {
                    let next = asking.largest(asked - less - 1, verified.value(), effort);
                    not(next.map_or(asked, |ask| asked - ask))
                }
                None => not(less + 1),
            }
        })?;
        // The smaller ask of what was not tried first.
        let Sought { found, untried } = found.map(ask);
        Ok(Some(Sought { found, untried: untried.map(|(largest, smallest)| (smallest, largest)) }))
    }

    /// The smallest budget that is enough.
    fn budget(&mut self) -> Result<Sought<Money>, SolveError> {
        let (call, a) = (self.call, self.activity);
        let grid = Grid { from: call.budget(), to: horizon(call).max(call.budget()), grain: grain(call) };
        if shares(call).is_none() {
            // Several funds that hold nothing cannot grow in proportion.
            return Ok(Sought { found: None, untried: Some((grid.grain, Money::LARGEST)) });
        }
        let units = |money: Money| money.whole_units(call.unit());
        let wanted = match self.wanted {
            Wanted::More => units(self.granted) + 1,
            Wanted::All => units(call.all_of(a)),
        };
        let leaps = Leaps::of(call, grid, self.effort);
        let now = grid.first();
        let Some((low, high)) = leaps.granting(now, (a, wanted)) else { return Ok(Sought::nowhere()) };
        let hints = doublings(now, high);
        let seek = Seek { low, high, hints: &hints, rises: false };
        let mut budgets = Budgets::new(call, grid);
        let (granted, best, want) = (self.granted, &mut *self.best, self.wanted);
        let found = seek.first(&mut most_tries(call), &mut |n| {
            let outcome = budgets.at(n, best)?;
            let is_enough = outcome.as_ref().is_some_and(|given| match want {
                Wanted::More => given.grants[a] > granted,
                Wanted::All => given.grants[a] >= given.all[a],
            });
            Ok(match is_enough {
                true => Tried::Enough,
                false => Tried::Not { next: leaps.granted_after(n, &outcome, (a, wanted)) },
            })
        })?;
        Ok(found.map(|n| grid.money(n)))
    }

    /// The first change that is enough, by its number.
    fn first(&mut self, seek: &Seek<'_>, change: impl Fn(i128) -> Option<Call>) -> Result<Sought<i128>, SolveError> {
        let mut tries = most_tries(self.call);
        seek.first(&mut tries, &mut |n| {
            let is_enough = change(n).map_or(Ok(false), |call| self.is_enough(&call))?;
            Ok(if is_enough { Tried::Enough } else { Tried::Not { next: n + 1 } })
        })
    }

    fn is_enough(&mut self, call: &Call) -> Result<bool, SolveError> {
        let Some(verified) = (self.best)(call)? else { return Ok(false) };
        let grant = verified.grants()[self.activity].amount;
        Ok(match self.wanted {
            Wanted::More => grant > self.granted,
            Wanted::All => grant >= call.all_of(self.activity),
        })
    }
}

/// Twice a number, four times, and so on, up to the last.
fn doublings(number: i128, last: i128) -> Vec<i128> {
    let mut all = Vec::new();
    let mut next = number.max(1);
    while next < last {
        next = next.saturating_mul(2).min(last);
        all.push(next);
    }
    all.push(last);
    all
}
