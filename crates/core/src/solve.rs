//! From a call to a checked allocation, or to the reason why there is none.

use std::fmt;
use std::time::Duration;

use fordela_lp::exact::{Effort, Precision, Search, Simplex, Status};
use fordela_lp::{Backend, Outcome, Program, Rational, Solver};

use crate::allocation::{Allocation, Grant, Shares, amounts};
use crate::call::Call;
use crate::conflict::{Impossible, impossible};
use crate::decide::{Decided, decide};
use crate::fairness::Sharing;
use crate::formulate::{Columns, Limits, choices, divisible, formulate, free};
use crate::order::Ordered;
use crate::pay::payments;
use crate::prices::Proof;
use crate::round::{Rounded, round};
use crate::share::{self, blended, share};
use crate::verify::{Verified, Violation, verify};

/// What a call is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A checked allocation.
    Allocated(Box<Verified>),
    /// No allocation keeps all rules.
    Impossible(Box<Impossible>),
}

/// Why there is no answer. None of these is the fault of the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SolveError {
    /// The effort was spent before an allocation was found.
    EffortSpent,
    /// What was found broke the call, from every start that was tried. A fault of the program.
    Unverified(Vec<Violation>),
    /// No whole grants were found near the exact ones.
    NotRounded,
}

impl fmt::Display for SolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EffortSpent => f.write_str("no allocation was found before the effort was spent"),
            Self::Unverified(violations) => {
                f.write_str("what was found did not stand the check")?;
                for violation in violations {
                    write!(f, "; {violation}")?;
                }
                Ok(())
            }
            Self::NotRounded => f.write_str("no grants in whole units were found near the exact ones"),
        }
    }
}

impl std::error::Error for SolveError {}

/// How to solve.
pub struct Options<'a> {
    /// The solver that guesses first. The answer does not depend on it.
    pub solver: &'a dyn Solver,
    /// How much may be computed to search through choices and to prove that there is nothing better;
    /// a number that means the same on every machine.
    pub effort: u64,
    /// Asked now and then; the search ends soon after it says yes.
    pub stop: &'a mut dyn FnMut() -> bool,
    /// What the solver is told to take at most. It may take more.
    pub time_limit: Option<Duration>,
}

/// The effort that a call gets when nothing else is asked for: some seconds.
pub const EFFORT: u64 = 20_000_000;

/// Allocates a call with the solver and effort that suit most.
///
/// ```
/// use fordela::{Answer, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// match allocate(&call)? {
///     Answer::Allocated(best) => {
///         let amounts: Vec<String> = best.grants().iter().map(|grant| grant.amount.to_string()).collect();
///         assert_eq!(amounts, ["500000", "200000"]);
///         assert!(best.is_optimal());
///     }
///     Answer::Impossible(why) => println!("{} caps and floors conflict", why.conflict.len()),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`SolveError`].
pub fn allocate(call: &Call) -> Result<Answer, SolveError> {
    let options = Options { solver: &Backend::default(), effort: EFFORT, stop: &mut || false, time_limit: None };
    allocate_with(call, options)
}

/// Allocates a call.
///
/// ```
/// use fordela::{Answer, EFFORT, Options, allocate, allocate_with};
/// use fordela_lp::Backend;
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let options = Options { solver: &Backend::Microlp, effort: EFFORT, stop: &mut || false, time_limit: None };
/// assert_eq!(allocate_with(&call, options)?, allocate(&call)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`SolveError`].
pub fn allocate_with(call: &Call, options: Options<'_>) -> Result<Answer, SolveError> {
    let ordered = Ordered::of(call);
    let Options { solver, effort, stop, time_limit } = options;
    match checked(call, &ordered, attempt(&ordered.call, solver, effort, stop, time_limit)?) {
        // A start may have led astray; the exact method from nothing has the last word.
        Err(_) => checked(call, &ordered, attempt(&ordered.call, &Backend::Exact, effort, stop, None)?),
        answer => answer,
    }
}

/// The answer in the order in which the call is written, if it stands the check.
fn checked(call: &Call, ordered: &Ordered, suggested: Suggested) -> Result<Answer, SolveError> {
    match suggested {
        Suggested::Allocation(allocation) => verify(call, ordered.allocation(allocation))
            .map(|verified| Answer::Allocated(Box::new(verified)))
            .map_err(SolveError::Unverified),
        Suggested::Impossible(impossible) => Ok(Answer::Impossible(Box::new(ordered.impossible(impossible)))),
    }
}

/// The linear program that a call stands for, in whole units, to look at or to hand to another solver.
/// Where there are choices some columns are whole.
///
/// ```
/// use fordela::program;
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let program = program(&call);
/// assert_eq!(program.columns().len(), 2);
/// assert_eq!(program.rows()[0].label, "fund city");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn program(call: &Call) -> Program {
    if call.has_choices() { choices(call).program } else { free(call).program }
}

/// What a call's own settings grant to every activity before it is rounded to whole units, in the order of the call, in
/// its currency. `None` where nothing keeps all rules, or the effort was spent before anything was found.
///
/// To compare allocation rules and to test their axioms: what rounding does is left out. Nothing is verified.
#[must_use]
pub fn exact_grants(call: &Call) -> Option<Vec<Rational>> {
    let ordered = Ordered::of(call);
    let mut never = || false;
    let mut effort = Effort::new(EFFORT, &mut never);
    let units = exact_units(&ordered.call, &mut effort)?;
    let unit = call.unit().rational();
    let mut grants = vec![Rational::ZERO; units.len()];
    for (a, units) in units.iter().enumerate() {
        grants[ordered.written(a)] = units * &unit;
    }
    Some(grants)
}

fn exact_units(call: &Call, effort: &mut Effort<'_>) -> Option<Vec<Rational>> {
    if let Some(sharing) = Sharing::of(call) {
        let decided = decide_fairly(call, &sharing, effort).ok()??;
        let fair = share::grants(call, &sharing, &decided)?;
        if call.draft().objective.at_least.is_none() {
            return Some(fair);
        }
        let whole = round(call, &fair, &decided.ranges)?.amounts(call)?;
        return blended(call, &sharing, &whole).and_then(|blended| exact_units(&blended, effort));
    }
    let decided = if call.has_choices() { decide(call, &choices(call), effort).ok()?? } else { Decided::free(call) };
    divide_exactly(call, &decided, |program| Backend::Exact.solve(program, None)).map(|exact| exact.grants)
}

/// What comes out before it is checked.
enum Suggested {
    Allocation(Allocation),
    Impossible(Impossible),
}

fn attempt(
    call: &Call,
    solver: &dyn Solver,
    effort: u64,
    stop: &mut dyn FnMut() -> bool,
    time_limit: Option<Duration>,
) -> Result<Suggested, SolveError> {
    let mut effort = Effort::new(effort, stop);
    let guess = |program: &Program| solver.solve(program, time_limit);
    match Sharing::of(call) {
        None => most_valuable(call, guess, &mut effort),
        Some(sharing) => fairest(call, &sharing, guess, &mut effort),
    }
}

/// The allocation with the most value.
fn most_valuable(
    call: &Call,
    guess: impl FnOnce(&Program) -> Outcome,
    effort: &mut Effort<'_>,
) -> Result<Suggested, SolveError> {
    let decided = if call.has_choices() {
        match decide(call, &choices(call), effort)? {
            Some(decided) => decided,
            None => return Ok(Suggested::Impossible(impossible(call, Columns::AsTheyAre))),
        }
    } else {
        Decided::free(call)
    };
    match divide(call, &decided, guess) {
        Some((Some(rounded), proof)) => {
            finish(call, decided.lines, rounded, decided.proof.unwrap_or(proof)).map(Suggested::Allocation)
        }
        Some((None, proof)) => in_whole_units(call, decided.proof.unwrap_or(proof), effort),
        None => match decided.proof {
            Some(proof) => in_whole_units(call, proof, effort),
            None => Ok(Suggested::Impossible(impossible(call, Columns::AsTheyAre))),
        },
    }
}

/// The allocation that the call's objective shares out, or the most valuable one in which everybody gets a part of that.
fn fairest(
    call: &Call,
    sharing: &Sharing,
    guess: impl FnOnce(&Program) -> Outcome,
    effort: &mut Effort<'_>,
) -> Result<Suggested, SolveError> {
    let decided = match decide_fairly(call, sharing, effort)? {
        Some(decided) => decided,
        None => return Ok(Suggested::Impossible(impossible(call, Columns::AsTheyAre))),
    };
    let proof = relaxed_proof(call);
    let Some(fair) = share(call, sharing, &decided) else {
        return in_whole_units(call, proof, effort);
    };
    let suggested = match round(call, &fair.grants, &decided.ranges) {
        Some(rounded) => finish(call, decided.lines, rounded, proof)?,
        None => match in_whole_units(call, proof, effort)? {
            Suggested::Allocation(allocation) => allocation,
            impossible => return Ok(impossible),
        },
    };
    let unit = call.unit().rational();
    let shares = Shares {
        exact: fair.grants.iter().map(|units| units * &unit).collect(),
        whole: suggested.grants.clone(),
        optima: fair.optima,
    };
    let suggested = match blended(call, sharing, &amounts(&shares.whole)) {
        None => suggested,
        Some(blended) => match most_valuable(&blended, guess, effort)? {
            Suggested::Allocation(allocation) => allocation,
            // What is fair keeps all floors.
            Suggested::Impossible(_) => suggested,
        },
    };
    Ok(Suggested::Allocation(Allocation { shares: Some(shares), ..suggested }))
}

/// The choices that are fairest; `None` when nothing keeps all rules.
fn decide_fairly(call: &Call, sharing: &Sharing, effort: &mut Effort<'_>) -> Result<Option<Decided>, SolveError> {
    if call.has_choices() {
        return share::decide(call, sharing, effort);
    }
    let is_possible = Simplex::new(&free(call).program).solve() == Status::Optimal;
    Ok(is_possible.then(|| Decided::free(call)))
}

/// A proof that nothing is worth more than a bound, which need not be reached.
fn relaxed_proof(call: &Call) -> Proof {
    let formulation = if call.has_choices() { choices(call) } else { free(call) };
    let mut simplex = Simplex::new(&formulation.program);
    simplex.solve();
    Proof::by(formulation.key.prices(call, &simplex.duals(), &Rational::ONE))
}

/// The most valuable of all allocations in whole units, where there are none near the exact optimum. The proof
/// is that of the exact optimum.
fn in_whole_units(call: &Call, proof: Proof, effort: &mut Effort<'_>) -> Result<Suggested, SolveError> {
    let formulation = formulate(call, Columns::Whole);
    let simplex = Simplex::new(&formulation.program);
    let found = Search::new(&formulation.program, simplex, Precision::Exact, effort).best(None);
    match found.point {
        Some(point) => {
            let lines = Decided::at(call, &formulation, &point, None).lines;
            let rounded = Rounded::at(point, formulation).ok_or(SolveError::NotRounded)?;
            finish(call, lines, rounded, proof).map(Suggested::Allocation)
        }
        None if found.closed => Ok(Suggested::Impossible(impossible(call, Columns::Whole))),
        None => Err(SolveError::EffortSpent),
    }
}

/// Grants as they are before they are rounded, and the proof that nothing is worth more.
struct Exact {
    /// In units.
    grants: Vec<Rational>,
    proof: Proof,
}

/// Divides what can be divided: the most value, and among equals the leximin of shares. `None` when nothing keeps all
/// rules.
fn divide_exactly(call: &Call, decided: &Decided, guess: impl FnOnce(&Program) -> Outcome) -> Option<Exact> {
    let formulation = if call.has_choices() { divisible(call, &decided.ranges, Limits::Narrowing) } else { free(call) };
    let guess = guess(&formulation.program);
    let mut simplex = Simplex::new(&formulation.program);
    simplex.start_from(&guess);
    if simplex.solve() != Status::Optimal {
        return None;
    }
    let duals = if guess.point.is_none() { simplex.duals() } else { duals_from_nothing(&formulation.program) };
    simplex.keep_optimal();
    if call.has_choices() {
        simplex.set_costs(&vec![Rational::ONE; formulation.key.pieces.len()]);
        simplex.solve();
        simplex.keep_optimal();
    }
    simplex.raise(&formulation.key.raised(call));
    let grants = formulation.key.grants_at(&simplex.point());
    Some(Exact { grants, proof: Proof::by(formulation.key.prices(call, &duals, &Rational::ONE)) })
}

/// Divides what can be divided, in whole units, if there are some near. `None` when nothing keeps all rules.
fn divide(call: &Call, decided: &Decided, guess: impl FnOnce(&Program) -> Outcome) -> Option<(Option<Rounded>, Proof)> {
    let exact = divide_exactly(call, decided, guess)?;
    Some((round(call, &exact.grants, &decided.ranges), exact.proof))
}

/// The best allocation with these choices, with another proof than its own; `None` where none is found near the exact
/// one.
pub(crate) fn carried_out(call: &Call, decided: &Decided, proof: Proof) -> Result<Option<Allocation>, SolveError> {
    match divide(call, decided, |program| Backend::Exact.solve(program, None)) {
        Some((Some(rounded), _)) => finish(call, decided.lines.clone(), rounded, proof).map(Some),
        _ => Ok(None),
    }
}

/// Where several sets of prices prove the same bound, those found from nothing are told, whatever was guessed.
fn duals_from_nothing(program: &Program) -> Vec<Rational> {
    let mut simplex = Simplex::new(program);
    simplex.solve();
    simplex.duals()
}

/// Grants with who pays them.
pub(crate) fn finish(
    call: &Call,
    lines: Vec<Vec<bool>>,
    rounded: Rounded,
    proof: Proof,
) -> Result<Allocation, SolveError> {
    let amounts = rounded.amounts(call).ok_or(SolveError::NotRounded)?;
    let payments = payments(call, &rounded.formulation.key, &rounded.point, &amounts).ok_or(SolveError::NotRounded)?;
    let grants = amounts
        .into_iter()
        .zip(payments)
        .zip(lines)
        .map(|((amount, by_fund), lines)| Grant { amount, by_fund, lines })
        .collect();
    Ok(Allocation { grants, proof, shares: None })
}
