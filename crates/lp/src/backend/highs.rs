//! The adapter of HiGHS.

use good_lp::solvers::{SolutionStatus, WithTimeLimit};
use good_lp::{ResolutionError, Solution as _, SolutionWithDual, SolverModel};

use super::model::{build, refusal};
use crate::scale::{Scaled, nothing};
use crate::{Solution, Stop};

/// How wrong the sign of a reduced cost may be. With the usual 1e-7 wrong answers are called optimal.
const DUAL_TOLERANCE: f64 = 1e-9;

/// How good_lp's adapter says that HiGHS stopped with no point; it has no type for it.
const NO_POINT: &str = "NoSolutionFound";

pub(super) fn solve(scaled: &Scaled, time_limit: Option<f64>) -> Solution {
    let (model, reader) = build(scaled, good_lp::highs);
    let mut model = model.set_option("dual_feasibility_tolerance", DUAL_TOLERANCE);
    if let Some(seconds) = time_limit {
        model = model.with_time_limit(seconds);
    }
    match model.solve() {
        Ok(mut solution) => {
            let stop = match solution.status() {
                SolutionStatus::Optimal => Stop::Optimal,
                SolutionStatus::TimeLimit | SolutionStatus::GapLimit => Stop::TimeLimit,
            };
            let point = Some(reader.point(&solution));
            // Before the optimum the duals bound nothing.
            let duals = (stop == Stop::Optimal).then(|| reader.duals(&solution.compute_dual()));
            Solution { stop, point, duals }
        }
        // With a limit, no point at all is a limit that came too soon.
        Err(ResolutionError::Other(NO_POINT)) if time_limit.is_some() => nothing(Stop::TimeLimit),
        Err(error) => refusal(&error),
    }
}
