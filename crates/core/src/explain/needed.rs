//! What would have been needed: the score, the ask or the budget with which an activity gets what it wants.
//!
//! Each is found by making the change and allocating again, as often as it takes to find the smallest change that is
//! enough: with one step less it is not. So it can be refuted by anybody who does the same.

use rust_decimal::Decimal;

use crate::call::Call;
use crate::call::draft::Funding;
use crate::decimal;
use crate::money::Money;
use crate::scenario::Scenario;
use crate::solve::{Answer, Solve, SolveError};
use crate::verify::Verified;

/// Scores are looked for in steps of a hundredth.
const SCORE_DECIMALS: u32 = 2;

/// How many times the budget is doubled to find one that is enough.
const MOST_DOUBLINGS: u32 = 12;

/// What an activity wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// At least a unit more than it got.
    More,
    /// All that it asks for, in whole units; with `levels`, the largest level.
    All,
}

/// The smallest changes with which an activity gets what it wants, each by itself; `None` where that change alone is
/// never enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    /// What it wants.
    pub wanted: Wanted,
    /// For every criterion of the call, the lowest score that is enough, to a hundredth.
    pub scores: Vec<Option<Decimal>>,
    /// The largest ask that is granted in full. `None` too where more is wanted, and where the ask is not one sum.
    pub ask: Option<Money>,
    /// The smallest budget that is enough, all funds in proportion.
    pub budget: Option<Money>,
}

/// What would have been needed for an activity to get what it wants, beyond an allocation in which it does not.
///
/// `solve` answers a call. It is asked some ten times for every change.
///
/// ```
/// use fordela::explain::{Wanted, needed};
/// use fordela::{Answer, Money, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// # let Answer::Allocated(best) = allocate(&call)? else { unreachable!() };
/// let needed = needed(&call, &best, 1, Wanted::All, &mut allocate)?;
/// assert_eq!(needed.budget, Some(Money::new(800_000)));
/// assert_eq!(needed.ask, Some(Money::new(200_000)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `solve` fails with.
pub fn needed(
    call: &Call,
    now: &Verified,
    activity: usize,
    wanted: Wanted,
    solve: &mut Solve<'_>,
) -> Result<Needed, SolveError> {
    let mut question = Question { call, activity, wanted, granted: now.grants()[activity].amount, solve };
    let criteria = 0..call.draft().criteria.len();
    Ok(Needed {
        wanted,
        scores: criteria.map(|criterion| question.score(criterion)).collect::<Result<_, _>>()?,
        ask: question.ask()?,
        budget: question.budget()?,
    })
}

struct Question<'c, 's, 'f> {
    call: &'c Call,
    activity: usize,
    wanted: Wanted,
    granted: Money,
    solve: &'s mut Solve<'f>,
}

impl Question<'_, '_, '_> {
    /// The lowest score on a criterion that is enough.
    fn score(&mut self, criterion: usize) -> Result<Option<Decimal>, SolveError> {
        let call = self.call;
        let draft = call.draft();
        let (id, max) = (&draft.criteria[criterion].id, draft.criteria[criterion].max);
        let now = draft.activities[self.activity].scores.get(id).copied().unwrap_or_default();
        let steps = |score: Decimal| decimal::steps_below(score, SCORE_DECIMALS);
        let (Some(low), Some(high)) = (steps(now), steps(max)) else { return Ok(None) };
        let score = |n: i128| Decimal::try_from_i128_with_scale(n, SCORE_DECIMALS).unwrap_or(max);
        let (id, activity) = (id.clone(), self.activity);
        let enough = self.first(low, high, |n| {
            let mut draft = draft.clone();
            draft.activities[activity].scores.insert(id.clone(), score(n));
            draft.validate().ok()
        })?;
        Ok(enough.map(score))
    }

    /// The largest ask that is granted in full.
    fn ask(&mut self) -> Result<Option<Money>, SolveError> {
        let call = self.call;
        let activity = &call.draft().activities[self.activity];
        let is_one_sum = matches!(activity.funding, Funding::Partial | Funding::Whole) && activity.lines.is_empty();
        if self.wanted != Wanted::All || !is_one_sum {
            return Ok(None);
        }
        // Asking for less and less is asking for this many units less than now.
        let asked = call.ask_units(self.activity);
        let unit = call.unit();
        let place = self.activity;
        let with = |less: i128| {
            let mut draft = call.draft().clone();
            draft.activities[place].ask = Money::of_units(asked - less, unit);
            draft.validate().ok()
        };
        let mut less = self.first(0, asked - 1, with)?;
        if less.is_none() && self.granted >= unit {
            // A floor may be above the smallest asks, and keep what is granted now.
            less = self.first(0, asked - self.granted.whole_units(unit), with)?;
        }
        Ok(less.and_then(|less| Money::of_units(asked - less, unit)))
    }

    /// The smallest budget that is enough.
    fn budget(&mut self) -> Result<Option<Money>, SolveError> {
        let call = self.call;
        let unit = call.unit();
        let now = call.budget().whole_units(unit);
        let with = |units: i128| {
            let budget = Money::of_units(units, unit)?;
            Scenario::named("").set("budget", budget.to_string()).apply(call).ok()
        };
        let mut high = now.max(1);
        for _ in 0..MOST_DOUBLINGS {
            high = high.saturating_mul(2);
            if self.is_enough(&with(high))? {
                let enough = self.halved(now, high, with)?;
                return Ok(Money::of_units(enough, unit));
            }
        }
        Ok(None)
    }

    /// The first number after `low` that is enough, if `high` is.
    fn first(
        &mut self,
        low: i128,
        high: i128,
        change: impl Fn(i128) -> Option<Call>,
    ) -> Result<Option<i128>, SolveError> {
        if low >= high || !self.is_enough(&change(high))? {
            return Ok(None);
        }
        self.halved(low, high, change).map(Some)
    }

    /// The first number after one that is not enough, where another is: halving keeps one that is not next to one
    /// that is.
    fn halved(
        &mut self,
        mut below: i128,
        mut enough: i128,
        change: impl Fn(i128) -> Option<Call>,
    ) -> Result<i128, SolveError> {
        while enough - below > 1 {
            let middle = below + (enough - below) / 2;
            if self.is_enough(&change(middle))? { enough = middle } else { below = middle }
        }
        Ok(enough)
    }

    fn is_enough(&mut self, call: &Option<Call>) -> Result<bool, SolveError> {
        let Some(call) = call else { return Ok(false) };
        let Answer::Allocated(verified) = (self.solve)(call)? else { return Ok(false) };
        let grant = verified.grants()[self.activity].amount;
        Ok(match self.wanted {
            Wanted::More => grant > self.granted,
            Wanted::All => grant >= call.all_of(self.activity),
        })
    }
}

impl Call {
    /// All that an activity can get by its ask and funding.
    #[must_use]
    pub fn all_of(&self, activity: usize) -> Money {
        let written = &self.draft().activities[activity];
        match written.funding {
            Funding::Levels => written.levels.iter().copied().max().unwrap_or_default(),
            _ => Money::of_units(self.ask_units(activity), self.unit()).unwrap_or_default(),
        }
    }
}
