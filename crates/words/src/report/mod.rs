//! What reports say: headings, heads of columns and sentences, a module a report.

pub mod audit;
pub mod check;
pub mod follow_up;
pub mod frontier;
pub mod head;
pub mod levels;
pub mod log;
pub mod risk;
