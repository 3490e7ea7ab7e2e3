//! Activities in a CSV file, as the tree of values that tables in a call file give.

mod cells;
mod columns;
mod rows;

pub(crate) use rows::parse;
