//! The value of every budget, for calls with choices: it rises in steps.

use fordela_lp::Rational;

use crate::call::Call;
use crate::money::Money;
use crate::scenario::Scenario;
use crate::solve::{Answer, SolveError};
use crate::verify::Verified;

/// From this budget on the value is this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The smallest budget with this value, to the whole unit.
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
    /// Whether these are all steps up to the last budget asked for; otherwise the most that was asked for was found.
    pub complete: bool,
}

/// The first steps, at most `most`, in which the value of a call rises as its budget does, all funds in proportion.
///
/// `solve` answers a call; every step takes as many answers as the number of units between the budgets has digits in
/// base 2. Budgets for which nothing keeps all rules have no step.
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
pub fn steps(
    call: &Call,
    from: Money,
    to: Money,
    most: usize,
    solve: &mut dyn FnMut(&Call) -> Result<Answer, SolveError>,
) -> Result<Steps, SolveError> {
    let unit = call.unit();
    let (mut low, high) = (from.whole_units(unit), to.whole_units(unit));
    let mut at = |units: i128| answer(call, units, solve);
    let mut steps: Vec<Step> = Vec::new();
    let mut here = at(low)?;
    if let Some(verified) = &here {
        steps.push(step(call, low, verified));
    }
    while steps.len() < most {
        let is_higher = |found: &Option<Box<Verified>>| match (found, &here) {
            (Some(found), Some(here)) => found.value() > here.value(),
            (found, None) => found.is_some(),
            (None, Some(_)) => false,
        };
        let Some((units, found)) = first_higher(low, high, &is_higher, &mut at)? else {
            return Ok(Steps { steps, complete: true });
        };
        steps.push(step(call, units, &found));
        (low, here) = (units, Some(found));
    }
    Ok(Steps { steps, complete: false })
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
pub fn nearby(
    call: &Call,
    now: &Verified,
    to: Money,
    solve: &mut dyn FnMut(&Call) -> Result<Answer, SolveError>,
) -> Result<Nearby, SolveError> {
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

/// The first number of units after `low` whose answer is higher.
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

fn answer(
    call: &Call,
    units: i128,
    solve: &mut dyn FnMut(&Call) -> Result<Answer, SolveError>,
) -> Result<Found, SolveError> {
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
