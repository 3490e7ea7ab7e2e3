//! Tables: activities, as the tree of values that tables in a call file give; and grants or an outcome.

mod activities;
mod cells;
mod columns;
mod grants;
mod head;
mod heading;
mod known;
mod lines;
mod made;
mod other;
mod outcome;
mod rows;
mod sheet;
mod sum;
mod survey;

use std::collections::BTreeMap;

use crate::fault::SheetCellFault;

pub(crate) use activities::Table;
pub(crate) use cells::{parts, word};
pub(crate) use columns::holds;
pub(crate) use grants::{holds_grants, parse as parse_grants};
pub(crate) use known::Known;
pub(crate) use made::Made;
pub(crate) use outcome::{holds_outcome, parse as parse_outcome};
pub(crate) use rows::{holds_activities, parse};
pub(crate) use survey::{Survey, survey};

/// The text of a table, and what is known of it where it was a sheet of a workbook.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableText<'t> {
    pub(crate) text: &'t str,
    /// What parts the columns.
    pub(crate) parted: Option<u8>,
    /// What cells hold that cannot be told, by where their text starts.
    pub(crate) odd: &'t BTreeMap<usize, SheetCellFault>,
}
