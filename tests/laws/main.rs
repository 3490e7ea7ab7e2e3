//! Laws that every allocation keeps, tried on generated calls against independent oracles.

#![allow(clippy::expect_used, reason = "a test may say what it takes for granted")]

mod choices;
mod feasible;
mod generate;
mod monotone;
mod oracle;
mod order;
mod solvers;
mod ties;
mod value;
