//! From a call to what is suggested, before it is checked.

use std::time::Duration;

use fordela_lp::exact::{Effort, Precision, Search, Simplex, Spent, Status, climb};
use fordela_lp::{Backend, Outcome, Program, Solver};
use fordela_model::fairness::Sharing;
use fordela_model::prices::Proof;
use fordela_model::{Allocation, Call, Grant, Shares, amounts};
use fordela_num::Rational;

use crate::decide::{Decided, decide};
use crate::formulate::{Columns, Formulation, Limits, choices, divisible, formulate, free};
use crate::pay::{Owed, Paid};
use crate::round::{Rounded, round};
use crate::share::{self, blended, share};
use crate::solve::SolveError;

/// What is suggested, before it is checked; `None` when no allocation keeps all rules.
pub(crate) fn attempt(
    call: &Call,
    solver: &dyn Solver,
    effort: &Effort<'_>,
    time_limit: Option<Duration>,
) -> Result<Option<Allocation>, SolveError> {
    let guess = |program: &Program| solver.solve(program, time_limit);
    match Sharing::of(call) {
        None => most_valuable(call, guess, effort),
        Some(sharing) => fairest(call, &sharing, guess, effort),
    }
}

/// An allocation that is seen without a search, where nothing better was found in time: grants are raised one by one as far
/// as all rules let them, from nothing. `None` where nothing at all breaks a rule. Where money is shared, nothing is
/// proven of its being fair.
pub(crate) fn in_plain_sight(call: &Call, effort: &Effort<'_>) -> Option<Allocation> {
    let (formulation, prices) = bounded(call, &effort.part(2))?;
    let proof = Proof::by(formulation.key.prices(call, &prices, &Rational::ONE));
    let point = climb(&formulation.program, &formulation.key.blocks(call), &prices, &effort.part(2))?;
    let lines = Decided::at(call, &formulation, &point, None).lines;
    let climbed = finish(call, lines, Rounded::at(point, formulation)?, proof, effort).ok()?;
    let Some(sharing) = Sharing::of(call) else { return Some(climbed) };
    let amounts = amounts(&climbed.grants);
    let proof = match blended(call, &sharing, &amounts) {
        Some(blended) => {
            let (formulation, prices) = bounded(&blended, &effort.part(2))?;
            Proof::by(formulation.key.prices(&blended, &prices, &Rational::ONE))
        }
        None => climbed.proof,
    };
    let exact = amounts.iter().map(|amount| amount.rational()).collect();
    let shares = Shares { exact, whole: climbed.grants.clone(), optima: Vec::new() };
    Some(Allocation { shares: Some(shares), proof, ..climbed })
}

/// The program of a call, and the prices of its rows that are found within the effort: any prices bound the value. `None`
/// where nothing keeps all rules.
fn bounded(call: &Call, effort: &Effort<'_>) -> Option<(Formulation, Vec<Rational>)> {
    let formulation = formulate(call, Columns::Whole);
    let mut simplex = Simplex::new(&formulation.program);
    if let Ok(Status::Infeasible(_)) = simplex.solve(effort) {
        return None;
    }
    Some((formulation, simplex.duals()))
}

/// What is worth computing to tell of what was found when the effort is spent.
pub(crate) const TO_FINISH: u64 = 4_000_000;

/// The allocation with the most value.
fn most_valuable(
    call: &Call,
    guess: impl FnOnce(&Program) -> Outcome,
    effort: &Effort<'_>,
) -> Result<Option<Allocation>, SolveError> {
    let decided = if call.has_choices() {
        match decide(call, &choices(call), &effort.part(2))? {
            Some(decided) => decided,
            None => return Ok(None),
        }
    } else {
        Decided::free(call)
    };
    let effort = &effort.or(TO_FINISH);
    match divide(&decided.carried_into(call), &decided, guess, effort)? {
        Some((Some(rounded), proof)) => {
            finish(call, decided.lines, rounded, decided.proof.unwrap_or(proof), effort).map(Some)
        }
        Some((None, proof)) => in_whole_units(call, decided.proof.unwrap_or(proof), effort),
        None => match decided.proof {
            Some(proof) => in_whole_units(call, proof, effort),
            None => Ok(None),
        },
    }
}

/// The allocation that the call's objective shares out, or the most valuable one in which everybody gets a part of that.
fn fairest(
    call: &Call,
    sharing: &Sharing,
    guess: impl FnOnce(&Program) -> Outcome,
    effort: &Effort<'_>,
) -> Result<Option<Allocation>, SolveError> {
    let Some(proof) = relaxed_proof(call, effort)? else { return Ok(None) };
    let Some(decided) = decide_fairly(call, sharing, effort)? else { return Ok(None) };
    let carried = decided.carried_into(call);
    let Some(fair) = share(&carried, sharing, &decided, effort)? else {
        return in_whole_units(call, proof, effort);
    };
    let suggested = match round(&carried, &fair.grants, &decided.ranges, effort) {
        Some(rounded) => finish(call, decided.lines, rounded, proof, effort)?,
        None => match in_whole_units(call, proof, effort)? {
            Some(allocation) => allocation,
            None => return Ok(None),
        },
    };
    let unit = call.unit().rational();
    let shares = Shares {
        exact: fair.grants.iter().map(|units| units * &unit).collect(),
        whole: suggested.grants.clone(),
        // Half a proof proves nothing.
        optima: if effort.is_spent() { Vec::new() } else { fair.optima },
    };
    let suggested = match blended(call, sharing, &amounts(&shares.whole)) {
        None => suggested,
        // What is fair keeps all floors.
        Some(blended) => most_valuable(&blended, guess, effort)?.unwrap_or(suggested),
    };
    Ok(Some(Allocation { shares: Some(shares), ..suggested }))
}

/// The choices that are fairest; `None` when no choices keep all rules.
fn decide_fairly(call: &Call, sharing: &Sharing, effort: &Effort<'_>) -> Result<Option<Decided>, SolveError> {
    if call.has_choices() {
        return share::decide(call, sharing, effort);
    }
    Ok(Some(Decided::free(call)))
}

/// A proof that nothing is worth more than a bound, which need not be reached; `None` when nothing keeps all rules, even
/// if choices could be parted.
fn relaxed_proof(call: &Call, effort: &Effort<'_>) -> Result<Option<Proof>, Spent> {
    let formulation = if call.has_choices() { choices(call) } else { free(call) };
    let mut simplex = Simplex::new(&formulation.program);
    let is_possible = simplex.solve(effort)? == Status::Optimal;
    Ok(is_possible.then(|| Proof::by(formulation.key.prices(call, &simplex.duals(), &Rational::ONE))))
}

/// The most valuable of all allocations in whole units, where there are none near the exact optimum. The proof
/// is that of the exact optimum.
fn in_whole_units(call: &Call, proof: Proof, effort: &Effort<'_>) -> Result<Option<Allocation>, SolveError> {
    let formulation = formulate(call, Columns::Whole);
    let simplex = Simplex::new(&formulation.program);
    let found = Search::new(&formulation.program, simplex, Precision::Exact, effort).best(None);
    match found.point {
        Some(point) => {
            let lines = Decided::at(call, &formulation, &point, None).lines;
            let rounded = Rounded::at(point, formulation).ok_or(SolveError::NotRounded)?;
            finish(call, lines, rounded, proof, effort).map(Some)
        }
        None if found.closed => Ok(None),
        None => Err(SolveError::EffortSpent),
    }
}

/// What is suggested for every activity before it is rounded, in units.
pub(crate) fn exact_units(call: &Call, effort: &Effort<'_>) -> Option<Vec<Rational>> {
    if let Some(sharing) = Sharing::of(call) {
        let decided = decide_fairly(call, &sharing, effort).ok()??;
        let call = &*decided.carried_into(call);
        let fair = share::grants(call, &sharing, &decided, effort).ok()??;
        if call.draft().objective.at_least.is_none() {
            return Some(fair);
        }
        let whole = round(call, &fair, &decided.ranges, effort)?.amounts(call)?;
        return blended(call, &sharing, &whole).and_then(|blended| exact_units(&blended, effort));
    }
    let decided = if call.has_choices() { decide(call, &choices(call), effort).ok()?? } else { Decided::free(call) };
    // What a search found that did not end is no answer to the call.
    if effort.is_spent() {
        return None;
    }
    divide_exactly(&decided.carried_into(call), &decided, |program| Backend::Exact.solve(program, None), effort)
        .ok()?
        .map(|exact| exact.grants)
}

/// Grants as they are before they are rounded, and the proof that nothing is worth more.
struct Exact {
    /// In units.
    grants: Vec<Rational>,
    proof: Proof,
}

/// Divides what can be divided: the most value, and among equals the leximin of shares. `None` when nothing keeps all
/// rules.
fn divide_exactly(
    call: &Call,
    decided: &Decided,
    guess: impl FnOnce(&Program) -> Outcome,
    effort: &Effort<'_>,
) -> Result<Option<Exact>, Spent> {
    let formulation = if call.has_choices() { divisible(call, &decided.ranges, Limits::Narrowing) } else { free(call) };
    let guess = guess(&formulation.program);
    let mut simplex = Simplex::new(&formulation.program);
    simplex.warm_start(&guess);
    if simplex.solve(effort)? != Status::Optimal {
        return Ok(None);
    }
    let duals = if guess.point.is_none() { simplex.duals() } else { duals_from_nothing(&formulation.program, effort)? };
    simplex.keep_optimal();
    if call.has_choices() {
        simplex.set_costs(&vec![Rational::ONE; formulation.key.pieces.len()]);
        simplex.solve(effort)?;
        simplex.keep_optimal();
    }
    simplex.raise(&formulation.key.raised(call), effort)?;
    let grants = formulation.key.grants_at(&simplex.point());
    Ok(Some(Exact { grants, proof: Proof::by(formulation.key.prices(call, &duals, &Rational::ONE)) }))
}

/// Divides what can be divided, in whole units, if there are some near. `None` when nothing keeps all rules.
fn divide(
    call: &Call,
    decided: &Decided,
    guess: impl FnOnce(&Program) -> Outcome,
    effort: &Effort<'_>,
) -> Result<Option<(Option<Rounded>, Proof)>, Spent> {
    let exact = divide_exactly(call, decided, guess, effort)?;
    Ok(exact.map(|exact| (round(call, &exact.grants, &decided.ranges, effort), exact.proof)))
}

/// The best allocation with these choices, with another proof than its own; `None` where none is found near the exact
/// one.
pub fn carried_out(
    call: &Call,
    decided: &Decided,
    proof: Proof,
    effort: &Effort<'_>,
) -> Result<Option<Allocation>, SolveError> {
    match divide(&decided.carried_into(call), decided, |program| Backend::Exact.solve(program, None), effort)? {
        Some((Some(rounded), _)) => finish(call, decided.lines.clone(), rounded, proof, effort).map(Some),
        _ => Ok(None),
    }
}

/// Where several sets of prices prove the same bound, those found from nothing are told, whatever was guessed.
fn duals_from_nothing(program: &Program, effort: &Effort<'_>) -> Result<Vec<Rational>, Spent> {
    let mut simplex = Simplex::new(program);
    simplex.solve(effort)?;
    Ok(simplex.duals())
}

/// Grants with who pays them.
pub fn finish(
    call: &Call,
    lines: Vec<Vec<bool>>,
    rounded: Rounded,
    proof: Proof,
    effort: &Effort<'_>,
) -> Result<Allocation, SolveError> {
    let amounts = rounded.amounts(call).ok_or(SolveError::NotRounded)?;
    let payments = Owed::new(call, &amounts, &lines).payments(&rounded.formulation, &rounded.point, effort);
    let missing = if effort.is_spent() { SolveError::EffortSpent } else { SolveError::NotRounded };
    let payments = payments.ok_or(missing)?;
    let grants = amounts.into_iter().zip(payments).zip(lines);
    let grants =
        grants.map(|((amount, Paid { by_fund, by_line }), lines)| Grant { amount, by_fund, by_line, lines }).collect();
    Ok(Allocation { grants, proof, shares: None })
}
