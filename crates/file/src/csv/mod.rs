//! Activities in a CSV file, as the tree of values that tables in a call file give; and grants or an outcome in one.

mod cells;
mod columns;
mod grants;
mod outcome;
mod rows;
mod sheet;

pub(crate) use grants::parse as parse_grants;
pub(crate) use outcome::parse as parse_outcome;
pub(crate) use rows::parse;
