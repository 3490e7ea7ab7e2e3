//! Activities in a CSV file, as the tree of values that tables in a call file give; and grants in one.

mod cells;
mod columns;
mod grants;
mod rows;

pub(crate) use grants::parse as parse_grants;
pub(crate) use rows::parse;
