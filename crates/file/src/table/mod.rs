//! Tables: activities, as the tree of values that tables in a call file give; and grants or an outcome.

mod cells;
mod columns;
mod grants;
mod head;
mod heading;
mod known;
mod lines;
mod outcome;
mod rows;
mod sheet;
mod sum;

pub(crate) use grants::parse as parse_grants;
pub(crate) use outcome::parse as parse_outcome;
pub(crate) use rows::{Table, parse};
