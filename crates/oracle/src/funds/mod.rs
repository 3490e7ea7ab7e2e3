//! Calls whose funds have conditions: what they may pay for, when, and which parts they carry.

pub mod generate;
pub mod payments;
pub mod reading;
