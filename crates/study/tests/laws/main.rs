//! Laws of what is told of an allocation, tried on generated calls against independent oracles.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

mod alternatives;
mod audit;
mod explain;
mod levels;
mod needed;
mod payers;
mod settled;
mod sweep;
