//! Sweeps: how the answer moves while something in the call is varied over a range.
//!
//! A [`Grid`] of values gives a [`Scenario`](fordela_model::Scenario) at every point, and a [`Row`] tells what it is answered
//! with. Between the points of a single range, [`Search`] finds where the answer becomes another one.

mod answered;
mod breakpoint;
mod fault;
mod grid;
mod line;
mod row;
mod structure;
mod vary;

pub use answered::Answered;
pub use breakpoint::{Breakpoint, EVALUATIONS, HUNDREDTH, Search};
pub use fault::{Bound, MOST_POINTS, VaryCause, VaryError};
pub use grid::{Grid, GridError};
pub use line::{PlotPoint, SweptLine};
pub use row::{Granted, Row, RowStatus, grants};
pub use structure::{Allotted, CaseStep, OutcomeStep, Structure};
pub use vary::Vary;

#[cfg(test)]
mod tests;
