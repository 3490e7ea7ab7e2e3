//! Linear programs with labelled rows, solved by any backend and finished exactly.

mod backend;
pub mod exact;
mod outcome;
mod program;
mod scale;
pub use backend::{Backend, Solver, UnknownBackend};
pub use outcome::{Outcome, Stop};
pub use program::{Column, ColumnId, Program, Row, RowId};
