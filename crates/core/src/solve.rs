//! From a call to a checked allocation, or to the reason why there is none.

use std::fmt;
use std::time::Duration;

use fordela_lp::exact::{Effort, Found, Precision, Raised, Search, Simplex, Status};
use fordela_lp::{Backend, ColumnId, Program, Rational, Row, Solver};

use crate::allocation::{Allocation, Grant};
use crate::call::Call;
use crate::call::draft::Funding;
use crate::conflict::{Impossible, impossible};
use crate::formulate::{Formulation, LoneCaps, choices, divisible};
use crate::money::Money;
use crate::order::Ordered;
use crate::pay::payments;
use crate::prices::{Choice, Proof};
use crate::round::{Rounded, round};
use crate::units::Range;
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
pub const EFFORT: u64 = 5_000_000;

/// Allocates a call with the solver and effort that suit most.
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
#[must_use]
pub fn program(call: &Call) -> Program {
    if call.has_choices() {
        choices(call).program
    } else {
        divisible(call, &Decided::free(call).ranges, LoneCaps::InRanges).program
    }
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
    let start = |program: &Program| {
        let mut simplex = Simplex::new(program);
        simplex.start_from(&solver.solve(program, time_limit));
        simplex
    };
    let decided = if call.has_choices() {
        match decide(call, &start, Effort::new(effort, stop))? {
            Some(decided) => decided,
            None => return Ok(Suggested::Impossible(impossible(call))),
        }
    } else {
        Decided::free(call)
    };
    match divide(call, &start, &decided) {
        Some((rounded, proof)) => finish(call, decided, rounded?, proof),
        None => Ok(Suggested::Impossible(impossible(call))),
    }
}

/// What has been chosen where there are choices.
struct Decided {
    ranges: Vec<Range>,
    lines: Vec<Vec<bool>>,
    proof: Option<Proof>,
}

impl Decided {
    fn free(call: &Call) -> Self {
        Self {
            ranges: call.capped_units().into_iter().map(Range::up_to).collect(),
            lines: vec![Vec::new(); call.claims().len()],
            proof: None,
        }
    }

    /// What a point of the program with choices says.
    fn at(call: &Call, formulation: &Formulation, point: &[Rational], proof: Proof) -> Self {
        let mut decided = Self { proof: Some(proof), ..Self::free(call) };
        let grants = formulation.key.grants_at(point);
        for (a, activity) in call.draft().activities.iter().enumerate() {
            if activity.funding != Funding::Partial {
                decided.ranges[a] = Range::exactly(grants[a].to_i128().unwrap_or(0));
            }
        }
        for (column, choice) in &formulation.key.choices {
            let taken = point[column.0] == Rational::ONE;
            match *choice {
                Choice::Line(a, _) => decided.lines[a].push(taken),
                Choice::Activity(a) if call.draft().activities[a].funding == Funding::Partial => {
                    let range = &mut decided.ranges[a];
                    *range = if taken {
                        Range { least: call.threshold_units(a), most: range.most }
                    } else {
                        Range::exactly(0)
                    };
                }
                Choice::Activity(_) | Choice::Level(..) => {}
            }
        }
        decided
    }
}

/// Decides all choices: the most value; then the most money; then the stated order. `None` when nothing
/// keeps all rules.
fn decide(call: &Call, start: &dyn Fn(&Program) -> Simplex, effort: Effort<'_>) -> Result<Option<Decided>, SolveError> {
    let formulation = choices(call);
    let program = &formulation.program;
    // Only grants that are all chosen have values on the grid; what is divided later has not.
    let all_chosen = program.columns().iter().all(|column| column.whole);
    let precision = call.grid(&call.all_pieces()).filter(|_| all_chosen).map_or(Precision::Exact, Precision::Grid);
    let mut search = Search::new(program, start(program), precision, effort);
    let Found { point, tree, closed } = search.best(None);
    let Some(point) = point else {
        return if closed { Ok(None) } else { Err(SolveError::EffortSpent) };
    };
    let proof = formulation.key.proof(call, &tree);
    let money = most_money(&formulation, &program.value(&point));
    let mut search = Search::new(&money, start(&money), Precision::Exact, search.into_effort());
    let most = search.best(Some(point.clone())).point.unwrap_or(point);
    let settled = search.settle(&stated_choices(call, &formulation), most);
    Ok(Some(Decided::at(call, &formulation, &settled, proof)))
}

/// The same program, worth its money, among the points that are worth this.
fn most_money(formulation: &Formulation, value: &Rational) -> Program {
    let mut program = Program::new();
    let mut money = vec![Rational::ZERO; formulation.program.columns().len()];
    for (column, units) in formulation.key.grants.iter().flatten() {
        money[column.0] += units;
    }
    let mut terms: Vec<(ColumnId, Rational)> = Vec::new();
    for (column, money) in formulation.program.columns().iter().zip(money) {
        let worth = column.value.clone();
        let id = program.add_column(fordela_lp::Column { value: money, ..column.clone() });
        terms.push((id, worth));
    }
    for row in formulation.program.rows() {
        program.add_row(row.clone());
    }
    program.add_row(Row::at_least("value", terms, value.clone()));
    program
}

/// The yes-or-no columns in the stated order of their activities; the largest level first.
fn stated_choices(call: &Call, formulation: &Formulation) -> Vec<usize> {
    let mut rank = vec![0; call.claims().len()];
    for (place, a) in call.stated_order().into_iter().enumerate() {
        rank[a] = place;
    }
    let key = |choice: Choice| match choice {
        Choice::Activity(a) => (rank[a], 0, String::new()),
        Choice::Level(a, level) => (rank[a], usize::MAX - level, String::new()),
        Choice::Line(a, line) => (rank[a], 1, call.draft().activities[a].lines[line].id.clone()),
    };
    let mut columns: Vec<_> = formulation.key.choices.iter().map(|(column, choice)| (key(*choice), column.0)).collect();
    columns.sort();
    columns.into_iter().map(|(_, column)| column).collect()
}

type Divided = (Result<Rounded, SolveError>, Proof);

/// Divides what can be divided: the most value, and among equals the leximin of shares; then in whole
/// units. `None` when nothing keeps all rules.
fn divide(call: &Call, start: &dyn Fn(&Program) -> Simplex, decided: &Decided) -> Option<Divided> {
    let formulation = divisible(call, &decided.ranges, LoneCaps::InRanges);
    let mut simplex = start(&formulation.program);
    if simplex.solve() != Status::Optimal {
        return None;
    }
    let duals = simplex.duals();
    simplex.keep_optimal();
    if decided.proof.is_some() {
        simplex.set_costs(&vec![Rational::ONE; formulation.key.pieces.len()]);
        simplex.solve();
        simplex.keep_optimal();
    }
    simplex.raise(&raised(call, &formulation));
    let exact = formulation.key.grants_at(&simplex.point());
    let rounded = round(call, &exact, &decided.ranges, &duals).ok_or(SolveError::NotRounded);
    Some((rounded, Proof::by(formulation.key.prices(call, &duals))))
}

/// Every piece of an ask, raised by its share of the ask.
fn raised(call: &Call, formulation: &Formulation) -> Vec<Raised> {
    let unit = call.unit().rational();
    let raised = formulation.key.pieces.iter().map(|(column, a, before)| Raised {
        column: column.0,
        weight: call.claims()[*a].ask().rational() / &unit,
        head_start: Rational::from(*before),
    });
    raised.collect()
}

fn finish(call: &Call, decided: Decided, rounded: Rounded, proof: Proof) -> Result<Suggested, SolveError> {
    let amounts: Option<Vec<Money>> = rounded.units.iter().map(|units| Money::of_units(*units, call.unit())).collect();
    let amounts = amounts.ok_or(SolveError::NotRounded)?;
    let payments = payments(call, &rounded.formulation.key, &rounded.point, &amounts).ok_or(SolveError::NotRounded)?;
    let grants = amounts
        .into_iter()
        .zip(payments)
        .zip(decided.lines)
        .map(|((amount, by_fund), lines)| Grant { amount, by_fund, lines })
        .collect();
    let proof = decided.proof.unwrap_or(proof);
    Ok(Suggested::Allocation(Allocation { grants, proof }))
}
