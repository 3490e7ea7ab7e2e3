//! Linear programs with labelled rows, solved by any backend and finished exactly.

pub mod exact;
mod rational;

pub use rational::Rational;
mod backend;
mod outcome;
mod program;
mod scale;
pub use backend::{Backend, Solver, UnknownBackend};
pub use outcome::{Outcome, Stop};
pub use program::{Column, ColumnId, Program, Row, RowId};
