//! The value of every budget, for calls with choices: it rises in steps.

use fordela_lp::Rational;

use crate::call::Call;
use crate::money::Money;
use crate::scenario::Scenario;
use crate::solve::{Answer, Solve, SolveError};
use crate::verify::Verified;

/// From this budget on the value is this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The smallest of the budgets that were looked at with this value.
    pub budget: Money,
    /// The best value that was found.
    pub value: Rational,
    /// The grants, in the order of the call.
    pub grants: Vec<Money>,
}

/// The steps of the value from one budget to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// The steps, by rising budget.
    pub steps: Vec<Step>,
    /// How far apart the budgets are that were looked at: the call's unit, and then these are all steps, or more.
    pub grain: Money,
}

/// The steps in which the value of a call rises as its budget does, all funds in proportion.
///
/// Where there are more than `most`, budgets are looked at so far apart that there are at most about so many: 1, 2 or 5
/// units, tens of units, and so on. `solve` answers a call; every step takes as many answers as the number of units
/// between the budgets has digits in base 2. Budgets for which nothing keeps all rules have no step.
///
/// ```
/// use fordela::sensitivity::steps;
/// use fordela::{Money, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3).whole())
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2).whole())
/// #     .validate()?;
/// let found = steps(&call, Money::ZERO, Money::new(1_000_000), 10, &mut allocate)?;
/// let budgets: Vec<String> = found.steps.iter().map(|step| step.budget.to_string()).collect();
/// assert_eq!(budgets, ["0", "300000", "500000", "800000"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `solve` fails with.
pub fn steps(call: &Call, from: Money, to: Money, most: usize, solve: &mut Solve<'_>) -> Result<Steps, SolveError> {
    let unit = call.unit();
    let (from, to) = (from.whole_units(unit), to.whole_units(unit));
    let mut grain = 1;
    let found = match rises(call, &Budgets { from, to, grain }, Some(most), solve)? {
        Some(steps) => steps,
        None => {
            grain = coarse(to - from, most);
            rises(call, &Budgets { from, to, grain }, None, solve)?.unwrap_or_default()
        }
    };
    Ok(Steps { steps: found, grain: Money::of_units(grain, unit).unwrap_or(unit) })
}

/// Budgets from one to another, so many units apart, by their number from 0; the last may be nearer.
struct Budgets {
    from: i128,
    to: i128,
    grain: i128,
}

impl Budgets {
    fn last(&self) -> i128 {
        (self.to - self.from + self.grain - 1) / self.grain
    }

    fn units(&self, number: i128) -> i128 {
        (self.from + number * self.grain).min(self.to)
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

/// The steps at some budgets; `None` where there are more than `most`.
fn rises(
    call: &Call,
    budgets: &Budgets,
    most: Option<usize>,
    solve: &mut Solve<'_>,
) -> Result<Option<Vec<Step>>, SolveError> {
    let mut at = |number: i128| answer(call, budgets.units(number), solve);
    let mut steps: Vec<Step> = Vec::new();
    let (mut low, high) = (0, budgets.last());
    let mut here = at(low)?;
    if let Some(verified) = &here {
        steps.push(step(call, budgets.units(low), verified));
    }
    loop {
        let is_higher = |found: &Found| match (found, &here) {
            (Some(found), Some(here)) => found.value() > here.value(),
            (found, None) => found.is_some(),
            (None, Some(_)) => false,
        };
        let Some((number, found)) = first_higher(low, high, &is_higher, &mut at)? else { return Ok(Some(steps)) };
        if most == Some(steps.len()) {
            return Ok(None);
        }
        steps.push(step(call, budgets.units(number), &found));
        (low, here) = (number, Some(found));
    }
}

/// The steps nearest to the budget of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearby {
    /// The smallest budget with the same value as now, to the whole unit.
    pub enough: Money,
    /// What the largest budget below that gives; `None` where nothing keeps all rules with it.
    pub below: Option<Step>,
    /// The smallest budget with a higher value; `None` where none up to the last that was tried has one.
    pub above: Option<Step>,
}

/// The steps nearest to the budget of a call: how much less changes nothing, and how much more raises the value, up
/// to a budget of `to`; all funds in proportion.
///
/// `now` is the answer to the call. See [`steps`] for `solve`.
///
/// # Errors
///
/// What `solve` fails with.
pub fn nearby(call: &Call, now: &Verified, to: Money, solve: &mut Solve<'_>) -> Result<Nearby, SolveError> {
    let unit = call.unit();
    let mut at = |units: i128| answer(call, units, solve);
    let here = call.budget().whole_units(unit);
    let is_as_high = |found: &Found| found.as_ref().is_some_and(|found| found.value() >= now.value());
    let is_higher = |found: &Found| found.as_ref().is_some_and(|found| found.value() > now.value());
    let enough = first_higher(-1, here, &is_as_high, &mut at)?.map_or(here, |(units, _)| units);
    let below = if enough > 0 { at(enough - 1)? } else { None };
    let below = below.map(|found| step(call, enough - 1, &found));
    let above = first_higher(here, to.whole_units(unit), &is_higher, &mut at)?;
    Ok(Nearby {
        enough: Money::of_units(enough, unit).unwrap_or_default(),
        below,
        above: above.map(|(units, found)| step(call, units, &found)),
    })
}

type Found = Option<Box<Verified>>;

/// The first number after `low` whose answer is higher.
fn first_higher(
    low: i128,
    high: i128,
    is_higher: &dyn Fn(&Found) -> bool,
    at: &mut dyn FnMut(i128) -> Result<Found, SolveError>,
) -> Result<Option<(i128, Box<Verified>)>, SolveError> {
    let (mut below, mut above) = (low, high);
    let mut found = at(high)?;
    if !is_higher(&found) {
        return Ok(None);
    }
    while above - below > 1 {
        let middle = below + (above - below) / 2;
        let there = at(middle)?;
        if is_higher(&there) {
            (above, found) = (middle, there);
        } else {
            below = middle;
        }
    }
    Ok(found.map(|found| (above, found)))
}

fn answer(call: &Call, units: i128, solve: &mut Solve<'_>) -> Result<Found, SolveError> {
    let Some(budget) = Money::of_units(units, call.unit()) else { return Ok(None) };
    let Ok(changed) = Scenario::named("").set("budget", budget.to_string()).apply(call) else { return Ok(None) };
    Ok(match solve(&changed)? {
        Answer::Allocated(verified) => Some(verified),
        Answer::Impossible(_) => None,
    })
}

fn step(call: &Call, units: i128, verified: &Verified) -> Step {
    Step {
        budget: Money::of_units(units, call.unit()).unwrap_or_default(),
        value: verified.value().clone(),
        grants: verified.grants().iter().map(|grant| grant.amount).collect(),
    }
}
