//! What is added to a log of decisions, and what is found when it is gone through again, as reports.

mod record;
mod reproduce;

pub use record::{CostReport, DeviationReport, RecordReport, RecordedOf};
pub use reproduce::{Difference, Grants, Lost, Now, RegrantedReport, ReproduceReport, ReproducedEntry, Suggestion};
