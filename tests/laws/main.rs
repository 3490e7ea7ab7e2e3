//! Laws that speak of several rooms at once, tried on generated calls against independent oracles.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

mod effort;
mod follow_up;
mod prices;
mod reach;
mod reading;
mod scenario;
