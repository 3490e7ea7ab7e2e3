//! What is added to a log of decisions, and what is found when it is gone through again.

pub(super) mod record;
pub(super) mod reproduce;
