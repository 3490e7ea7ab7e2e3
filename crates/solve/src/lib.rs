//! From a call to a checked allocation, or to what stands in the way.
//!
//! Call → program and key → exact point → grants in whole units → who pays → the check. What is not checked is not given.

pub mod budget;
mod conflict;
pub mod decide;
mod error;
pub mod formulate;
pub mod instance;
mod known;
pub mod pay;
pub mod round;
pub mod seek;
pub mod sensitivity;
mod share;
#[cfg(test)]
mod small_calls;
mod solve;
pub mod suggest;

pub use conflict::{
    Condition, EvenCut, Found, Granted, Impossible, KeptFloors, Lowered, MoreMoney, Proven, Relaxation, Way,
};
pub use error::{Best, SolveError};
pub use known::Known;
pub use seek::Sought;
pub use solve::{
    Answer, EFFORT, Options, Solve, allocate, allocate_with, best, best_with, exact_grants, exact_grants_within,
    program,
};
