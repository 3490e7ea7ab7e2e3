//! What is said in explanations.

pub mod call;
pub mod limits;
pub mod needed;
pub mod ranking;
pub mod reason;
pub mod settled;
pub mod steps;
pub mod untried;
pub mod why_not;
