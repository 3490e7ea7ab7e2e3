//! What is the nearest change of the budget, or of a weight, with which the answer becomes another one?
//!
//! The answer is another one where an activity gets all, a part or nothing and did not, or a cap or floor comes to bind or
//! ceases to. Values are tried step by step away from what the call has, and between the last with the old answer and the
//! first with another one halving finds the turn. A change that is undone within a step is not seen.

mod axis;
#[cfg(test)]
mod tests;

use fordela_model::Call;
use fordela_num::{Rational, decimal};
use fordela_solve::{Answer, Best, SolveError};
use rust_decimal::Decimal;

use crate::sweep::{Answered, Breakpoint, Search, Structure, Vary};
use axis::Axis;

/// The budget, or a weight, with the nearest values on both sides that turn the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Nearest {
    /// What is varied, over the values that are tried.
    pub vary: Vary,
    /// What the call has.
    pub now: Decimal,
    /// The nearest lower value with another answer; `None` where none was found among those that were tried.
    pub lower: Option<Turn>,
    /// The nearest higher one.
    pub higher: Option<Turn>,
}

/// Where the answer becomes another one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Turn {
    /// How far it is from what the call has, as a part of that; above zero on both sides.
    pub distance: Rational,
    /// The place: `last` has the answer of the call, or one nearer to it, and `first`, further away, another one.
    pub breakpoint: Breakpoint,
}

/// The turns of the budget, a tenth down and up in steps of a hundredth, and of every weight above zero, a half down and up in
/// steps of a twentieth. What has no steps, as no budget is there, is left out.
///
/// `best` allocates a call: some twenty times for each of these, and some ten times more for each turn.
///
/// ```
/// use fordela::nearest::nearest;
/// use fordela::{Money, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .unit(Money::new(1_000))
/// #     .fund(Fund::new("city", 790_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let answer = allocate(&call)?;
/// let found = nearest(&call, &answer, &mut fordela::best)?;
/// let more = found[0].higher.as_ref().expect("ten thousand more pay for everything");
/// assert_eq!(more.breakpoint.first, 800_000.into());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `best` fails with; that its effort is spent too.
pub fn nearest(call: &Call, answer: &Answer, best: &mut Best<'_>) -> Result<Vec<Nearest>, SolveError> {
    let now = structure(call, answer);
    Axis::all(call).into_iter().map(|axis| both_sides(call, &now, axis, best)).collect()
}

fn structure(call: &Call, answer: &Answer) -> Structure {
    let answered = match answer {
        Answer::Allocated(verified) => Answered::Allocated(verified.clone()),
        Answer::Impossible(_) => Answered::Infeasible,
    };
    Structure::of(call, &answered)
}

fn both_sides(call: &Call, now: &Structure, axis: Axis, best: &mut Best<'_>) -> Result<Nearest, SolveError> {
    let Axis { vary, own } = axis;
    let search = Search::new(&vary, call);
    let mut ask = |value: Decimal| answer_at(call, &search, value, best);
    let down: Vec<usize> = (0..=own).rev().collect();
    let up: Vec<usize> = (own..vary.values().len()).collect();
    let lower = turn(&search, now, &down, &mut ask)?;
    let higher = turn(&search, now, &up, &mut ask)?;
    let now = vary.values()[own];
    let turn = |breakpoint: Breakpoint| Turn { distance: distance(now, breakpoint.first), breakpoint };
    Ok(Nearest { now, lower: lower.map(turn), higher: higher.map(turn), vary })
}

fn answer_at(call: &Call, search: &Search<'_>, value: Decimal, best: &mut Best<'_>) -> Result<Structure, SolveError> {
    // A value that makes no call, as a floor above the budget may not, has no answer.
    let Ok(changed) = search.scenario(value).apply(call) else { return Ok(Structure::Unanswered) };
    match best(&changed) {
        Err(SolveError::EffortSpent) => Err(SolveError::EffortSpent),
        found => Ok(Structure::of(&changed, &Answered::of(found)?)),
    }
}

/// The first turn along these places of the range, which begin at what the call has.
fn turn(
    search: &Search<'_>,
    now: &Structure,
    places: &[usize],
    ask: &mut impl FnMut(Decimal) -> Result<Structure, SolveError>,
) -> Result<Option<Breakpoint>, SolveError> {
    for pair in places.windows(2) {
        let [near, far] = [pair[0], pair[1]];
        let then = ask(search.vary().values()[far])?;
        if then == *now {
            continue;
        }
        let rises = far > near;
        let ends = if rises { (now, &then) } else { (&then, now) };
        let found = search.between(near.min(far), ends, &mut *ask)?;
        return Ok(if rises { found.into_iter().next() } else { found.into_iter().next_back().map(turned) });
    }
    Ok(None)
}

/// The same place, come to from above.
fn turned(breakpoint: Breakpoint) -> Breakpoint {
    let Breakpoint { last, first, before, after } = breakpoint;
    Breakpoint { last: first, first: last, before: after, after: before }
}

fn distance(now: Decimal, then: Decimal) -> Rational {
    let (now, then) = (decimal::rational(now), decimal::rational(then));
    let apart = if then < now { &now - &then } else { &then - &now };
    &apart / &now
}
