//! Linear programs with labelled rows, solved by any backend and finished exactly.

pub mod exact;
mod rational;

pub use rational::Rational;
mod outcome;
mod program;
pub use outcome::{Outcome, Stop};
pub use program::{Column, ColumnId, Program, Row, RowId};
