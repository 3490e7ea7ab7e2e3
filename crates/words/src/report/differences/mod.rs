//! What is said of allocations side by side.

pub mod grants;
pub mod rules;
pub mod sums;
