//! What the adapters have in common: building the model of a scaled program, and reading what is said of it.

use good_lp::constraint::ConstraintReference;
use good_lp::{DualValues, Expression, ProblemVariables, ResolutionError, SolverModel, Variable, variable};

use crate::scale::{Limit, Scaled, ScaledRow, nothing};
use crate::{Solution, Stop};

/// How good_lp's adapters begin to say that time is up; they have no type for it.
const TIME_IS_UP: &str = "Time limit reached";

/// The constraints of a scaled row, each with the sign it was written with: a row between two limits has two.
type Constraints = [Option<(ConstraintReference, f64)>; 2];

/// The solver's own model of a scaled program, and what reads its solution.
pub(super) fn build<S: good_lp::solvers::Solver>(scaled: &Scaled, solver: S) -> (S::Model, Reader)
where
    S::Model: SolverModel,
{
    let mut problem = ProblemVariables::new();
    let variables: Vec<Variable> = problem.add_all(scaled.ranges.iter().map(|range| variable().clamp(0.0, *range)));
    let mut value = Expression::with_capacity(variables.len());
    for (variable, number) in variables.iter().zip(&scaled.values) {
        value.add_mul(*number, variable);
    }
    let mut model = problem.maximise(value).using(solver);
    let constraints = scaled.rows.iter().map(|row| add_row(&mut model, row, &variables)).collect();
    (model, Reader { variables, constraints })
}

/// Every limit is written as `≤` or `=`: a `≥` in good_lp builds its terms a second time.
fn add_row<M: SolverModel>(model: &mut M, row: &ScaledRow, variables: &[Variable]) -> Constraints {
    let sum = |sign: f64| {
        let mut sum = Expression::with_capacity(row.terms.len());
        for (place, coefficient) in &row.terms {
            sum.add_mul(sign * coefficient, variables[*place]);
        }
        sum
    };
    let mut at_most = |sign: f64, limit: f64| Some((model.add_constraint(sum(sign).leq(sign * limit)), sign));
    match row.limit {
        Limit::AtMost(high) => [at_most(1.0, high), None],
        Limit::AtLeast(low) => [at_most(-1.0, low), None],
        Limit::Between(low, high) => [at_most(-1.0, low), at_most(1.0, high)],
        Limit::Exactly(value) => [Some((model.add_constraint(sum(1.0).eq(value)), 1.0)), None],
    }
}

/// Reads a solution in the order of the scaled program.
pub(super) struct Reader {
    variables: Vec<Variable>,
    constraints: Vec<Constraints>,
}

impl Reader {
    pub(super) fn point(&self, solution: &impl good_lp::Solution) -> Vec<f64> {
        self.variables.iter().map(|variable| solution.value(*variable)).collect()
    }

    /// One dual a row: a row with two limits has the sum of the duals of both.
    pub(super) fn duals(&self, duals: &impl DualValues) -> Vec<f64> {
        let dual = |(constraint, sign): &(ConstraintReference, f64)| sign * duals.dual(constraint.clone());
        self.constraints.iter().map(|row| row.iter().flatten().map(dual).sum()).collect()
    }
}

/// What it means that a solver gave no solution.
pub(super) fn refusal(error: &ResolutionError) -> Solution {
    nothing(match error {
        ResolutionError::Infeasible => Stop::Infeasible,
        ResolutionError::Other(message) if message.starts_with(TIME_IS_UP) => Stop::TimeLimit,
        // Every column is bounded, so `Unbounded` is a fault like any other.
        ResolutionError::Unbounded | ResolutionError::Other(_) | ResolutionError::Str(_) => Stop::Failed,
    })
}
