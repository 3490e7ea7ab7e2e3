//! Laws that every allocation keeps, tried on generated calls against independent oracles.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

mod alternatives;
mod audit;
mod choices;
mod effort;
mod exact_program;
mod explain;
mod fair;
mod feasible;
mod follow_up;
mod funds;
mod funds_generate;
mod funds_impossible;
mod funds_oracle;
mod funds_reading;
mod generate;
mod impossible;
mod levels;
mod monotone;
mod needed;
mod oracle;
mod order;
mod prices;
mod reach;
mod reading;
mod scenario;
mod sensitivity;
mod settled;
mod solvers;
mod sweep;
mod tampered;
mod ties;
mod value;
