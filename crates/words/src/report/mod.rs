//! What reports say: headings, heads of columns and sentences, a module a report.

pub mod allocation;
pub mod alternatives;
pub mod appendix;
pub mod audit;
pub mod check;
pub mod compare;
pub mod differences;
pub mod explain;
pub mod field;
pub mod follow_up;
pub mod frontier;
pub mod head;
pub mod impossible;
pub mod levels;
pub mod limit;
pub mod log;
pub mod money_by_fund;
pub mod risk;
pub mod rules;
pub mod sharing;
pub mod sweep;
pub mod way_out;
pub mod what_if;
pub mod why;
