//! Linear programs with labelled rows, solved by any backend and finished exactly.

mod backend;
pub mod exact;
mod float;
mod hash;
mod place;
mod program;
mod scale;
mod solution;
pub use backend::{Backend, Solver, UnknownBackend};
pub use program::{Column, ColumnId, Open, Program, Row, RowId};
pub use solution::{Solution, Stop};
