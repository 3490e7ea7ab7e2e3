//! What is added to a log of decisions, and what is found when it is gone through again.

pub mod difference;
pub mod record;
pub mod reproduce;
