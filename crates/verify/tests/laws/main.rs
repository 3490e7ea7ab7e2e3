//! Laws of checking, tried on generated calls against independent oracles.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

mod tampered;
