//! Axioms: which rules keep them, that broken rules are caught, and that counterexamples are small.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

mod cards;
mod changes;
mod document;
mod feasible;
mod known;
mod rows;
mod shrinking;
mod wrong;
