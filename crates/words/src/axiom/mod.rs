//! Axioms, and how they are broken.

mod breach;
mod change;
mod counterexample;
mod statement;

pub use change::change;
pub use counterexample::{call, sentence};
pub use statement::{for_a_city, statement};
