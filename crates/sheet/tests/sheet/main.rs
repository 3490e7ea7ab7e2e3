//! Workbooks as spreadsheet programs write them, and as nobody should.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

mod archive;
mod hostile;
mod made;
mod parts;
mod properties;
mod second_opinion;
