//! Why a call is impossible, and the cheapest way out.

use fordela_lp::exact::{Effort, Precision, Search, Simplex, Spent, Status};
use fordela_lp::{Column, ColumnId, Program, Rational, Row};

use crate::call::{Call, CaseLimit, Kind, RuleCase};
use crate::formulate::{Columns, Formulation, formulate};
use crate::money::Money;

/// What one question about a call with choices may compute.
const EFFORT: u64 = 40_000_000;

/// Why a call is impossible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// Caps and floors that cannot hold together with the asks and funds, by their place in the call:
    /// none can be left out of the list without the rest being possible.
    pub conflict: Vec<usize>,
    /// The least money by which caps must be raised and floors lowered, in all, for the call to be
    /// possible.
    pub cheapest_relaxation: Vec<Relaxation>,
}

/// A cap that is raised or a floor that is lowered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// The cap or floor, by its place in the call.
    pub case: usize,
    /// By how much, in whole units.
    pub by: Money,
}

/// The conflict of a call that is known to be impossible, and the cheapest way out of it.
///
/// `Columns::Whole` where it is possible but for whole units.
pub(crate) fn impossible(call: &Call, columns: Columns, effort: &Effort<'_>) -> Impossible {
    // A part of what is granted can be kept in parts of a unit where whole units cannot keep it.
    let is_of_granted = |case: &RuleCase| matches!(case.limit, CaseLimit::PartOfGranted(_));
    let whole = if call.cases().iter().any(is_of_granted) { Columns::Whole } else { columns };
    Impossible {
        conflict: conflict(call, whole, effort),
        cheapest_relaxation: cheapest_relaxation(call, columns, effort),
    }
}

/// The deletion filter: every case that can be dropped, with the rest still impossible, is dropped.
fn conflict(call: &Call, columns: Columns, effort: &Effort<'_>) -> Vec<usize> {
    let formulation = formulate(call, columns);
    let mut kept: Vec<usize> = match Simplex::new(&formulation.program).solve(effort) {
        Ok(Status::Infeasible(weights)) => formulation.key.weighted_cases(&weights),
        Ok(Status::Optimal) | Err(Spent) => (0..call.cases().len()).collect(),
    };
    let mut n = 0;
    while n < kept.len() {
        let case = kept.remove(n);
        if is_possible(&formulation, call, &kept, effort) {
            kept.insert(n, case);
            n += 1;
        }
    }
    kept
}

/// Whether there are grants that keep these cases. Where the effort does not suffice to tell, it counts
/// as possible: then a conflict may be listed that is not the smallest, but never one that is none.
fn is_possible(formulation: &Formulation, call: &Call, kept: &[usize], effort: &Effort<'_>) -> bool {
    let mut simplex = Simplex::new(&formulation.program);
    for case in (0..call.cases().len()).filter(|case| !kept.contains(case)) {
        if let Some(row) = formulation.key.case_row(case) {
            simplex.free_row(row);
        }
    }
    if !formulation.program.has_whole_columns() {
        return !matches!(simplex.solve(effort), Ok(Status::Infeasible(_)));
    }
    let effort = effort.share(EFFORT);
    let found = Search::new(&formulation.program, simplex, Precision::Exact, &effort).best(None);
    found.point.is_some() || !found.closed
}

/// The least sum of slacks with which the call is possible.
fn cheapest_relaxation(call: &Call, columns: Columns, effort: &Effort<'_>) -> Vec<Relaxation> {
    let formulation = formulate(call, columns);
    let (program, slacks) = with_slacks(call, &formulation);
    let simplex = Simplex::new(&program);
    let effort = effort.share(EFFORT);
    let found = Search::new(&program, simplex, Precision::Exact, &effort).best(None);
    let Some(point) = found.point else { return Vec::new() };
    let by = |units: &Rational| Money::of_units(units.ceil().to_i128()?, call.unit());
    slacks
        .into_iter()
        .filter(|(_, slack)| point[slack.0].is_positive())
        .filter_map(|(case, slack)| Some(Relaxation { case, by: by(&point[slack.0])? }))
        .collect()
}

/// The same program with a slack for every case, whose sum costs and nothing else counts.
fn with_slacks(call: &Call, formulation: &Formulation) -> (Program, Vec<(usize, ColumnId)>) {
    let mut program = Program::new();
    for column in formulation.program.columns() {
        program.add_column(Column { value: Rational::ZERO, ..column.clone() });
    }
    let asked: i128 = call.most_units().into_iter().sum();
    let mut slacks = Vec::new();
    let mut rows: Vec<Row> = formulation.program.rows().to_vec();
    for (c, case) in call.cases().iter().enumerate() {
        let Some(row) = formulation.key.case_row(c) else { continue };
        let limit = rows[row].at_least.clone().or_else(|| rows[row].at_most.clone()).unwrap_or(Rational::ZERO);
        let most = limit.abs() + Rational::from(asked);
        let slack = program.add_column(Column::up_to(most, Rational::from(-1_i64)));
        let sign = if case.kind == Kind::AtMost { -1_i64 } else { 1 };
        rows[row].terms.push((slack, Rational::from(sign)));
        slacks.push((c, slack));
    }
    for row in rows {
        program.add_row(row);
    }
    (program, slacks)
}
