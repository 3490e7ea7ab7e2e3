//! The value of every budget, for calls with choices: it moves in steps.
//!
//! It may fall as well as rise, and there may be budgets between others with which nothing keeps all rules, where limits
//! are in per cent of the budget. So nothing is taken for granted between two budgets with the same value: all between
//! them are tried, or ruled out by a program in which the budget is a column, or it is told that they were not.

use std::collections::BTreeSet;

use fordela_lp::exact::Effort;
use fordela_model::Call;
use fordela_num::{Money, Rational};
use fordela_verify::Verified;
use serde::Serialize;

use crate::budget::{Budgets, Given, Grid, Leaps, Outcome, grain, most_tries};
use crate::error::{Best, SolveError};
use crate::seek::{Seek, Sought, Tried};

/// From one budget to another the value is this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The smallest of the budgets that were looked at with this value.
    pub budget: Money,
    /// The largest budget after it that has this value as have all between them.
    pub to: Money,
    /// The best value that was found.
    pub value: Rational,
    /// Whether it is proven that there is no better.
    pub is_optimal: bool,
    /// The grants with the smallest budget, in the order of the call.
    pub grants: Vec<Money>,
}

/// The steps of the value from one budget to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Steps {
    /// The steps, by rising budget.
    pub steps: Vec<Step>,
    /// The budgets, from one to another, with which nothing keeps all rules.
    pub impossible: Vec<(Money, Money)>,
    /// Stretches in which not all budgets were tried or ruled out; they were taken to be as those on either side.
    pub untried: Vec<(Money, Money)>,
    /// How far apart the budgets are that were looked at.
    pub grain: Money,
    /// Whether these are all budgets that differ: a unit of the call apart, or a krona where a part of a unit can count.
    pub is_finest: bool,
    /// The last budget that was looked at: the last that was asked for, unless the effort was spent before.
    pub reached: Money,
}

/// The steps in which the value of a call moves as its budget does, all funds in proportion.
///
/// Where there are more than `most`, budgets are looked at so far apart that there are at most about so many: 1, 2 or 5
/// grains, tens of grains, and so on. `best` allocates a call. When it says that the effort is spent, what was found until
/// then is told. `effort` is what may be computed besides, to rule budgets out.
///
/// ```
/// use fordela::sensitivity::steps;
/// use fordela::{EFFORT, Effort, Money};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3).whole())
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2).whole())
/// #     .validate()?;
/// let effort = Effort::new(EFFORT, &|| false);
/// let found = steps(&call, Money::ZERO, Money::new(1_000_000), 10, &mut fordela::best, &effort)?;
/// let budgets: Vec<String> = found.steps.iter().map(|step| step.budget.to_string()).collect();
/// assert_eq!(budgets, ["0", "300000", "500000", "800000"]);
/// assert!(found.untried.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `best` fails with; that the effort is spent only where nothing was found before.
pub fn steps(
    call: &Call,
    from: Money,
    to: Money,
    most: usize,
    best: &mut Best<'_>,
    effort: &Effort<'_>,
) -> Result<Steps, SolveError> {
    let fine = Grid { from, to, grain: grain(call) };
    let first = match Walk::new(call, fine, Some(most), &mut *best, effort).steps() {
        Ok((first, true)) => return Ok(Steps { is_finest: true, ..first }),
        Ok((first, false)) => Some(Steps { is_finest: true, ..first }),
        Err(SolveError::EffortSpent) => None,
        Err(fault) => return Err(fault),
    };
    let grain = coarse(fine.last() - fine.first(), most);
    let grain = Money::of_units(grain, fine.grain).unwrap_or(fine.grain);
    match Walk::new(call, Grid { grain, ..fine }, None, best, effort).steps() {
        // The first of the fine steps are something.
        Ok((steps, _)) => Ok(first.filter(|first| first.reached > steps.reached).unwrap_or(steps)),
        Err(SolveError::EffortSpent) => first.ok_or(SolveError::EffortSpent),
        Err(fault) => Err(fault),
    }
}

/// The smallest of 1, 2, 5, 10, 20 … that parts a stretch into at most so many.
fn coarse(stretch: i128, most: usize) -> i128 {
    let least = stretch / i128::try_from(most).unwrap_or(i128::MAX).max(1) + 1;
    let mut ten = 1;
    while ten < least / 10 {
        ten *= 10;
    }
    [1, 2, 5, 10, 20, 50].into_iter().map(|n| n * ten).find(|grain| *grain >= least).unwrap_or(least)
}

/// A walk over budgets from step to step.
struct Walk<'c, 's, 'f> {
    budgets: Budgets<'c>,
    leaps: Leaps<'c>,
    best: &'s mut Best<'f>,
    effort: &'c Effort<'c>,
    /// How many steps are walked at most; where all are, a budget that is too hard by itself is passed over.
    most: Option<usize>,
    passed: BTreeSet<i128>,
}

/// The next budget that gives another value, and those before it that were not tried.
type Next = (Option<(i128, Outcome)>, Option<(i128, i128)>);

impl<'c, 's, 'f> Walk<'c, 's, 'f> {
    fn new(call: &'c Call, grid: Grid, most: Option<usize>, best: &'s mut Best<'f>, effort: &'c Effort<'c>) -> Self {
        let (budgets, leaps) = (Budgets::new(call, grid), Leaps::of(call, grid, effort));
        Self { budgets, leaps, best, effort, most, passed: BTreeSet::new() }
    }

    /// The steps at the budgets of the grid, up to `most`, and whether these are all up to its end.
    fn steps(mut self) -> Result<(Steps, bool), SolveError> {
        let grid = self.budgets.grid;
        let mut tries = most_tries(self.budgets.call);
        let mut found = Steps::none(&grid);
        let (mut start, mut here) = self.first()?;
        loop {
            if self.most.is_some_and(|most| found.steps.len() + found.impossible.len() >= most) {
                found.reached = grid.money(start - 1);
                return Ok((found, false));
            }
            let (next, untried) = self.next(start, &here, &mut tries)?;
            let is_over = next.is_none() && untried.is_some() && !self.was_tried(grid.last());
            let end = match (&next, untried) {
                (Some((next, _)), _) => next - 1,
                (None, Some((first, _))) if is_over => first - 1,
                (None, _) => grid.last(),
            };
            found.push(&grid, (start, end), &here);
            found.untried.extend(untried.filter(|_| !is_over).map(|(one, other)| (grid.money(one), grid.money(other))));
            let Some(next) = next else {
                found.reached = grid.money(end);
                found.untried.extend(self.passed.range(..=end).map(|&n| (grid.money(n), grid.money(n))));
                found.untried.sort_unstable();
                return Ok((found, !is_over));
            };
            (start, here) = next;
        }
    }

    /// The first budget of which it is known what it gives.
    fn first(&mut self) -> Result<(i128, Outcome), SolveError> {
        for number in self.budgets.grid.first()..=self.budgets.grid.last() {
            if let Some(outcome) = self.at(number)? {
                return Ok((number, outcome));
            }
        }
        Err(SolveError::EffortSpent)
    }

    fn next(&mut self, start: i128, here: &Outcome, tries: &mut usize) -> Result<Next, SolveError> {
        let high = self.budgets.grid.last();
        let seek = Seek { low: self.leaps.differs_after(start, here), high, hints: &[high], rises: false };
        let Sought { found, untried } = seek.first(tries, &mut |n| {
            let Some(there) = self.at(n)? else { return Ok(Tried::Not { next: n + 1 }) };
            Ok(match is_same(here, &there) {
                true => Tried::Not { next: self.leaps.differs_after(n, &there) },
                false => Tried::Enough,
            })
        })?;
        let found = found.map(|n| self.budgets.at(n, self.best).map(|outcome| (n, outcome))).transpose()?;
        Ok((found, untried))
    }

    /// What a budget gives; `None` where it is passed over.
    fn at(&mut self, number: i128) -> Result<Option<Outcome>, SolveError> {
        match self.budgets.at(number, self.best) {
            Ok(outcome) => Ok(Some(outcome)),
            Err(SolveError::EffortSpent) if self.most.is_none() && !self.effort.is_spent() => {
                self.passed.insert(number);
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    fn was_tried(&self, number: i128) -> bool {
        self.budgets.knows(number) || self.passed.contains(&number)
    }
}

impl Steps {
    fn none(grid: &Grid) -> Self {
        let (steps, impossible, untried) = (Vec::new(), Vec::new(), Vec::new());
        Self { steps, impossible, untried, grain: grid.grain, is_finest: false, reached: grid.to }
    }

    fn push(&mut self, grid: &Grid, (start, end): (i128, i128), outcome: &Outcome) {
        let (from, to) = (grid.money(start), grid.money(end));
        match outcome {
            Some(given) => self.steps.push(Step { to, ..step(from, given) }),
            None => self.impossible.push((from, to)),
        }
    }
}

/// The steps nearest to the budget of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nearby {
    /// The smallest budget with the same value as now, as have all budgets between; down to the [`grain`](Self::grain).
    pub enough: Money,
    /// The budgets above that, from one to another, of which not all were tried or ruled out; `None` where all were.
    pub enough_untried: Option<(Money, Money)>,
    /// What the largest budget below that gives; `None` where nothing keeps all rules with it, and where there is none.
    pub below: Option<Step>,
    /// The smallest larger budget that was found with a higher value; `None` where none was.
    pub above: Option<Step>,
    /// The budgets below that, from one to another, of which not all were tried or ruled out; `None` where all were.
    pub above_untried: Option<(Money, Money)>,
    /// How fine budgets are looked at.
    pub grain: Money,
}

/// The steps nearest to the budget of a call: how much less changes nothing, and how much more raises the value, up
/// to a budget of `to`; all funds in proportion.
///
/// `now` is the answer to the call. See [`steps`] for `best` and `effort`.
///
/// # Errors
///
/// What `best` fails with, but for effort that is spent.
pub fn nearby(
    call: &Call,
    now: &Verified,
    to: Money,
    best: &mut Best<'_>,
    effort: &Effort<'_>,
) -> Result<Nearby, SolveError> {
    let given: Outcome = Some(Given::new(call, call, now).into());
    let grain = grain(call);
    let below = Grid { from: Money::ZERO, to: call.budget(), grain };
    let (enough, enough_untried, below) =
        spare(&given, &mut Budgets::new(call, below), &Leaps::of(call, below, effort), best)?;
    let above = Grid { from: call.budget(), to: to.max(call.budget()), grain };
    let (above, above_untried) =
        rise(now.value(), &mut Budgets::new(call, above), &Leaps::of(call, above, effort), best)?;
    Ok(Nearby { enough, enough_untried, below, above, above_untried, grain })
}

type Spare = (Money, Option<(Money, Money)>, Option<Step>);

/// The smallest budget of the grid from which on all have the value that the last has.
fn spare(
    now: &Outcome,
    budgets: &mut Budgets<'_>,
    leaps: &Leaps<'_>,
    best: &mut Best<'_>,
) -> Result<Spare, SolveError> {
    let (grid, mut tries) = (budgets.grid, most_tries(budgets.call));
    let (last, high) = (grid.last(), grid.last() - grid.first());
    // Numbers count how much less the budget is.
    let seek = Seek { low: last - leaps.differs_before(last, now), high, hints: &[high], rises: false };
    let Sought { found, untried } = seek.first(&mut tries, &mut |less| {
        let there = budgets.at(last - less, best)?;
        Ok(match is_same(now, &there) {
            true => Tried::Not { next: last - leaps.differs_before(last - less, &there) },
            false => Tried::Enough,
        })
    })?;
    let untried = untried.map(|(first, end)| (grid.money(last - end), grid.money(last - first)));
    let Some(less) = found else {
        let enough = untried.map_or(grid.from, |(_, largest)| grid.money(grid.at_or_above(&largest.rational()) + 1));
        return Ok((if budgets.knows(grid.first()) { grid.from } else { enough }, untried, None));
    };
    let below = budgets.at(last - less, best)?.map(|given| step(grid.money(last - less), &given));
    Ok((grid.money(last - less + 1), untried, below))
}

type Rise = (Option<Step>, Option<(Money, Money)>);

/// The smallest budget of the grid after the first that is worth more than this.
fn rise(
    value: &Rational,
    budgets: &mut Budgets<'_>,
    leaps: &Leaps<'_>,
    best: &mut Best<'_>,
) -> Result<Rise, SolveError> {
    let (grid, mut tries) = (budgets.grid, most_tries(budgets.call));
    let (low, high) = (leaps.worth_more_after(grid.first(), value), grid.last());
    let seek = Seek { low, high, hints: &[high], rises: false };
    let found = seek.first(&mut tries, &mut |n| {
        let there = budgets.at(n, best)?;
        Ok(match there.is_some_and(|given| given.value > *value) {
            true => Tried::Enough,
            false => Tried::Not { next: leaps.worth_more_after(n, value) },
        })
    })?;
    let untried = found.untried.map(|(first, last)| (grid.money(first), grid.money(last)));
    let found = match found.found {
        Some(n) => budgets.at(n, best)?.map(|given| step(grid.money(n), &given)),
        None => None,
    };
    Ok((found, untried))
}

fn is_same(one: &Outcome, other: &Outcome) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.value == other.value,
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn step(budget: Money, given: &Given) -> Step {
    let (value, grants) = (given.value.clone(), given.grants.clone());
    Step { budget, to: budget, value, is_optimal: given.is_optimal, grants }
}
