//! From a call to what is suggested, before it is checked.

use std::borrow::Cow;
use std::time::Duration;

use fordela_lp::exact::{Effort, Precision, Raised, Search, Simplex, Spent, Status, climb};
use fordela_lp::{Backend, Program, Solution, Solver};
use fordela_model::fairness::Sharing;
use fordela_model::prices::Proof;
use fordela_model::{Allocation, Shares, amounts};
use fordela_num::Rational;
use typed_index_collections::TiVec;

use crate::decide::{Decided, TO_FINISH, decide};
use crate::error::SolveError;
use crate::formulate::{Columns, Formulation, Key, Limits, choices, divisible, formulate, free};
use crate::instance::{ActivityIx, Granted, Instance, LineIx, in_currency};
use crate::known::Optimum;
use crate::pay::{Owed, Paid};
use crate::round::{Rounded, round, round_beside};
use crate::share::{self, blended, share};

/// What is suggested, before it is checked; `None` when no allocation keeps all rules.
pub(crate) fn attempt(
    instance: &Instance,
    known: Option<&Optimum>,
    solver: &dyn Solver,
    effort: &Effort<'_>,
    time_limit: Option<Duration>,
) -> Result<Option<Allocation>, SolveError> {
    let guess = |program: &Program| solver.solve(program, time_limit);
    match instance.sharing() {
        None => most_valuable(instance, known, guess, effort),
        Some(sharing) => fairest(instance, &sharing, guess, effort),
    }
}

/// An allocation that is seen without a search, where nothing better was found in time: grants are raised one by one as far
/// as all rules let them, from nothing; where nothing at all breaks a rule, the first point that a search would begin with.
/// `None` where it would begin with none. Where money is shared, nothing is proven of its being fair.
pub(crate) fn in_plain_sight(instance: &Instance, effort: &Effort<'_>) -> Option<Allocation> {
    let (formulation, simplex) = bounded(instance, &effort.part(2))?;
    let prices = simplex.duals();
    let proof = Proof::by(formulation.key.prices(instance, &prices, &Rational::ONE));
    let point = climb(&formulation.program, &formulation.key.blocks(instance), &prices, &effort.part(2))
        .or_else(|| first_whole(&formulation.program, simplex, effort))?;
    let lines = Decided::at(instance, &formulation, &point, None).lines;
    let climbed = finish(instance, lines, Rounded::at(point, formulation)?, proof, effort).ok()?;
    let Some(sharing) = instance.sharing() else { return Some(climbed) };
    let amounts = instance.in_order(&amounts(&climbed.grants));
    let proof = match blended(instance, &sharing, &amounts) {
        Some(blended) => {
            let (formulation, simplex) = bounded(&blended, &effort.part(2))?;
            Proof::by(formulation.key.prices(&blended, &simplex.duals(), &Rational::ONE))
        }
        None => climbed.proof,
    };
    let exact = climbed.grants.iter().map(|grant| grant.amount.rational()).collect();
    let shares = Shares { exact, whole: climbed.grants.clone(), optima: Vec::new() };
    Some(Allocation { shares: Some(shares), proof, ..climbed })
}

/// The whole point that a search begins with, from where a simplex stands, if it finds one.
fn first_whole(program: &Program, simplex: Simplex, effort: &Effort<'_>) -> Option<Vec<Rational>> {
    // No point is worth so much more than the first that it would be looked for.
    let all = program.columns().iter().map(|column| (&column.value * &column.upper).abs()).sum();
    Search::new(program, simplex, Precision::Within(all), effort).best(None).point
}

/// The program of a call, and a simplex that has come as far as the effort goes: its prices bound the value, as any do. `None`
/// where nothing keeps all rules.
fn bounded(instance: &Instance, effort: &Effort<'_>) -> Option<(Formulation, Simplex)> {
    let formulation = formulate(instance, Columns::Whole);
    let mut simplex = Simplex::new(&formulation.program);
    if let Ok(Status::Infeasible(_)) = simplex.solve(effort) {
        return None;
    }
    Some((formulation, simplex))
}

/// The allocation with the most value.
fn most_valuable(
    instance: &Instance,
    known: Option<&Optimum>,
    guess: impl FnOnce(&Program) -> Solution,
    effort: &Effort<'_>,
) -> Result<Option<Allocation>, SolveError> {
    let decided = if instance.has_choices() {
        match decide(instance, &choices(instance), &effort.part(2))? {
            Some(decided) => decided,
            None => return Ok(None),
        }
    } else {
        Decided::free(instance)
    };
    let effort = &effort.or(TO_FINISH);
    match divide(&decided.carried_into(instance), &decided, known, guess, effort)? {
        Some((Some(rounded), proof)) => {
            finish(instance, decided.lines, rounded, decided.proof.unwrap_or(proof), effort).map(Some)
        }
        Some((None, proof)) => in_whole_units(instance, decided.proof.unwrap_or(proof), effort),
        None => match decided.proof {
            Some(proof) => in_whole_units(instance, proof, effort),
            None => Ok(None),
        },
    }
}

/// The allocation that the call's objective shares out, or the most valuable one in which everybody gets a part of that.
fn fairest(
    instance: &Instance,
    sharing: &Sharing,
    guess: impl FnOnce(&Program) -> Solution,
    effort: &Effort<'_>,
) -> Result<Option<Allocation>, SolveError> {
    let Some(proof) = relaxed_proof(instance, effort)? else { return Ok(None) };
    let Some(decided) = decide_fairly(instance, sharing, effort)? else { return Ok(None) };
    let carried = decided.carried_into(instance);
    let Some(fair) = share(&carried, sharing, &decided, effort)? else {
        return in_whole_units(instance, proof, effort);
    };
    let suggested = match round(&carried, &fair.grants, &decided.ranges, effort) {
        Some(rounded) => finish(instance, decided.lines, rounded, proof, effort)?,
        None => match in_whole_units(instance, proof, effort)? {
            Some(allocation) => allocation,
            None => return Ok(None),
        },
    };
    let shares = Shares {
        exact: instance.as_written(&in_currency(instance, &fair.grants)),
        whole: suggested.grants.clone(),
        // Half a proof proves nothing.
        optima: if effort.is_spent() { Vec::new() } else { fair.optima },
    };
    let suggested = match blended(instance, sharing, &instance.in_order(&amounts(&shares.whole))) {
        None => suggested,
        // What is fair keeps all floors.
        Some(blended) => most_valuable(&blended, None, guess, effort)?.unwrap_or(suggested),
    };
    Ok(Some(Allocation { shares: Some(shares), ..suggested }))
}

/// The choices that are fairest; `None` when no choices keep all rules.
fn decide_fairly(instance: &Instance, sharing: &Sharing, effort: &Effort<'_>) -> Result<Option<Decided>, SolveError> {
    if instance.has_choices() {
        return share::decide(instance, sharing, effort);
    }
    Ok(Some(Decided::free(instance)))
}

/// A proof that nothing is worth more than a bound, which need not be reached; `None` when nothing keeps all rules, even
/// if choices could be parted.
fn relaxed_proof(instance: &Instance, effort: &Effort<'_>) -> Result<Option<Proof>, Spent> {
    let formulation = if instance.has_choices() { choices(instance) } else { free(instance) };
    let mut simplex = Simplex::new(&formulation.program);
    let is_possible = simplex.solve(effort)? == Status::Optimal;
    Ok(is_possible.then(|| Proof::by(formulation.key.prices(instance, &simplex.duals(), &Rational::ONE))))
}

/// The most valuable of all allocations in whole units, where there are none near the exact optimum. The proof
/// is that of the exact optimum.
fn in_whole_units(instance: &Instance, proof: Proof, effort: &Effort<'_>) -> Result<Option<Allocation>, SolveError> {
    let formulation = formulate(instance, Columns::Whole);
    let simplex = Simplex::new(&formulation.program);
    let found = Search::new(&formulation.program, simplex, Precision::Exact, effort).best(None);
    match found.point {
        Some(point) => {
            let lines = Decided::at(instance, &formulation, &point, None).lines;
            let rounded = Rounded::at(point, formulation).ok_or(SolveError::NotRounded)?;
            finish(instance, lines, rounded, proof, effort).map(Some)
        }
        None if found.closed => Ok(None),
        None => Err(SolveError::EffortSpent),
    }
}

/// What is suggested for every activity before it is rounded, in units.
pub(crate) fn exact_units(instance: &Instance, effort: &Effort<'_>) -> Option<TiVec<ActivityIx, Rational>> {
    if let Some(sharing) = instance.sharing() {
        let decided = decide_fairly(instance, &sharing, effort).ok()??;
        let instance = &*decided.carried_into(instance);
        let fair = share::grants(instance, &sharing, &decided, effort).ok()??;
        if instance.fair_part().is_none() {
            return Some(fair);
        }
        let whole = round(instance, &fair, &decided.ranges, effort)?.amounts(instance.unit)?;
        return blended(instance, &sharing, &whole).and_then(|blended| exact_units(&blended, effort));
    }
    let decided = if instance.has_choices() {
        decide(instance, &choices(instance), effort).ok()??
    } else {
        Decided::free(instance)
    };
    // What a search found that did not end is no answer to the call.
    if effort.is_spent() {
        return None;
    }
    let guess = |program: &Program| Backend::Exact.solve(program, None);
    divide_exactly(&decided.carried_into(instance), &decided, None, guess, effort).ok()?.map(|exact| exact.grants)
}

/// Grants as they are before they are rounded, and the proof that nothing is worth more.
struct Exact {
    /// In units.
    grants: TiVec<ActivityIx, Rational>,
    proof: Proof,
}

/// Divides what can be divided: the most value, and among equals the leximin of shares. `None` when nothing keeps all
/// rules.
fn divide_exactly(
    instance: &Instance,
    decided: &Decided,
    known: Option<&Optimum>,
    guess: impl FnOnce(&Program) -> Solution,
    effort: &Effort<'_>,
) -> Result<Option<Exact>, Spent> {
    let beside = known.and_then(|known| Some(Solved::beside(known, known.of_like(instance, effort)?)));
    let solved = match beside {
        Some(solved) => Some(solved),
        None => Solved::from_nothing(instance, decided, guess, effort)?,
    };
    let Some(Solved { key, raised, mut simplex, duals }) = solved else { return Ok(None) };
    simplex.keep_optimal();
    if instance.has_choices() {
        simplex.set_costs(&vec![Rational::ONE; key.pieces.len()]);
        simplex.solve(effort)?;
        simplex.keep_optimal();
    }
    simplex.raise(&raised, effort)?;
    let grants = key.grants_at(&simplex.point());
    Ok(Some(Exact { grants, proof: Proof::by(key.prices(instance, &duals, &Rational::ONE)) }))
}

/// The optimum of a program of what can be divided. The program is not needed any more.
struct Solved<'k> {
    key: Cow<'k, Key>,
    /// What is raised to the leximin.
    raised: Cow<'k, [Raised]>,
    simplex: Simplex,
    duals: Vec<Rational>,
}

impl<'k> Solved<'k> {
    fn beside(known: &'k Optimum, simplex: Simplex) -> Self {
        let (key, raised) = (Cow::Borrowed(&known.formulation.key), Cow::Borrowed(&known.raised[..]));
        Self { key, raised, duals: simplex.duals(), simplex }
    }

    /// The optimum that is found from where the guess is; `None` when nothing keeps all rules.
    fn from_nothing(
        instance: &Instance,
        decided: &Decided,
        guess: impl FnOnce(&Program) -> Solution,
        effort: &Effort<'_>,
    ) -> Result<Option<Self>, Spent> {
        let Formulation { program, key } = if instance.has_choices() {
            divisible(instance, &decided.ranges, Limits::Narrowing)
        } else {
            free(instance)
        };
        let guess = guess(&program);
        let mut simplex = Simplex::new(&program);
        // Where it is not asked again, its room is for what comes.
        let again = guess.point.is_some().then_some(program);
        simplex.warm_start(&guess);
        if simplex.solve(effort)? != Status::Optimal {
            return Ok(None);
        }
        let raised = Cow::Owned(key.raised(instance));
        let duals = match again {
            Some(program) => duals_from_nothing(&program, effort)?,
            None => simplex.duals(),
        };
        Ok(Some(Self { key: Cow::Owned(key), raised, simplex, duals }))
    }
}

/// Divides what can be divided, in whole units, if there are some near. `None` when nothing keeps all rules.
fn divide(
    instance: &Instance,
    decided: &Decided,
    known: Option<&Optimum>,
    guess: impl FnOnce(&Program) -> Solution,
    effort: &Effort<'_>,
) -> Result<Option<(Option<Rounded>, Proof)>, Spent> {
    let exact = divide_exactly(instance, decided, known, guess, effort)?;
    let known = known.map(|known| &known.rounding);
    Ok(exact.map(|exact| (round_beside(instance, known, &exact.grants, &decided.ranges, effort), exact.proof)))
}

/// The best allocation with these choices, with another proof than its own; `None` where none is found near the exact
/// one.
pub fn carried_out(
    instance: &Instance,
    decided: &Decided,
    proof: Proof,
    effort: &Effort<'_>,
) -> Result<Option<Allocation>, SolveError> {
    let guess = |program: &Program| Backend::Exact.solve(program, None);
    match divide(&decided.carried_into(instance), decided, None, guess, effort)? {
        Some((Some(rounded), _)) => finish(instance, decided.lines.clone(), rounded, proof, effort).map(Some),
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
    instance: &Instance,
    lines: TiVec<ActivityIx, TiVec<LineIx, bool>>,
    rounded: Rounded,
    proof: Proof,
    effort: &Effort<'_>,
) -> Result<Allocation, SolveError> {
    let amounts = rounded.amounts(instance.unit).ok_or(SolveError::NotRounded)?;
    let payments =
        Owed::new(instance, &amounts, &lines).of(&rounded).payments(&rounded.formulation, &rounded.point, effort);
    let missing = if effort.is_spent() { SolveError::EffortSpent } else { SolveError::NotRounded };
    let payments = payments.ok_or(missing)?;
    let grants = amounts.into_iter().zip(payments).zip(lines);
    let grants: TiVec<ActivityIx, Granted> = grants
        .map(|((amount, Paid { by_fund, by_line }), lines)| Granted { amount, by_fund, by_line, lines })
        .collect();
    Ok(Allocation { grants: instance.grants(&grants), proof, shares: None })
}
