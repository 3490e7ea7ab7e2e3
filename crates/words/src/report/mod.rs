//! What reports say: headings, heads of columns and sentences, a module a report.

pub mod allocation;
pub mod head;
pub mod impossible;
pub mod limit;
pub mod money_by_fund;
pub mod rules;
pub mod sharing;
pub mod way_out;
pub mod why;
