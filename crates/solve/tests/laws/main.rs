//! Laws that every allocation keeps, tried on generated calls against independent oracles.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

mod choices;
mod fair;
mod feasible;
mod funds;
mod funds_impossible;
mod impossible;
mod monotone;
mod order;
mod sensitivity;
mod solvers;
mod ties;
mod value;
