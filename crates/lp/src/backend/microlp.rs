//! The adapter of microlp.

use good_lp::solvers::WithTimeLimit;
use good_lp::{Solution as _, SolverModel, solvers::SolutionStatus};

use super::model::{build, refusal};
use crate::scale::Scaled;
use crate::{Solution, Stop};

pub(super) fn solve(scaled: &Scaled, time_limit: Option<f64>) -> Solution {
    let (mut model, reader) = build(scaled, good_lp::microlp);
    if let Some(seconds) = time_limit {
        model = model.with_time_limit(seconds);
    }
    match model.solve() {
        Ok(solution) => {
            let stop = match solution.status() {
                SolutionStatus::Optimal => Stop::Optimal,
                SolutionStatus::TimeLimit | SolutionStatus::GapLimit => Stop::TimeLimit,
            };
            Solution { stop, point: Some(reader.point(&solution)), duals: None }
        }
        Err(error) => refusal(&error),
    }
}
