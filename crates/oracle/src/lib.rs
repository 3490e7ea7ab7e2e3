//! What the library says of small calls, worked out anew by trying everything.
//!
//! Nothing here knows how anything is computed: drafts are read naively, all allocations and payments are tried one by one, and
//! what is best, fair, possible or in conflict is what is found so. The laws of every room are checked against it. It is part
//! of the tests alone.

#![allow(missing_docs, reason = "only tests read it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

pub mod answers;
pub mod exact_program;
pub mod funds;
pub mod generate;
pub mod oracle;
pub mod rewritten;
pub mod seen;
pub mod tampered;
