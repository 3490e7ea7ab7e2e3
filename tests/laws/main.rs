//! Laws that every allocation keeps, tried on generated calls against independent oracles.

#![allow(clippy::expect_used, reason = "a test may say what it takes for granted")]

mod feasible;
mod generate;
mod oracle;
mod value;
