//! The adapter of Clarabel.

use good_lp::{SolutionWithDual, SolverModel};

use super::model::{build, refusal};
use crate::scale::Scaled;
use crate::{Solution, Stop};

pub(super) fn solve(scaled: &Scaled, time_limit: Option<f64>) -> Solution {
    let (mut model, reader) = build(scaled, good_lp::clarabel);
    if let Some(seconds) = time_limit {
        model.settings().time_limit(seconds);
    }
    match model.solve() {
        Ok(mut solution) => {
            // A program called unbounded also comes as a solution, with no value. No program is unbounded.
            let stop = if solution.inner().obj_val.is_finite() { Stop::Optimal } else { Stop::Failed };
            let point = Some(reader.point(&solution));
            Solution { stop, point, duals: Some(reader.duals(&solution.compute_dual())) }
        }
        Err(error) => refusal(&error),
    }
}
