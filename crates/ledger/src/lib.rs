//! What became of money that was granted, and what the next call begins with.

pub mod follow_up;
pub mod next;
pub mod suggestion;
