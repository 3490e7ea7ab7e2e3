//! What people wrote and what they got, as data: calls and what is asked in them, changes of calls, allocations and the
//! proofs that go with them.
//!
//! A [`CallDraft`] is what somebody wrote; a [`Call`] is a draft in which every id refers to something and every number
//! is within its range. What an ask is worth, what it is in whole units, and what a rule for sharing says of claims is
//! defined here; nothing is solved.

pub mod alike;
mod allocation;
pub mod call;
pub mod characters;
pub mod fairness;
mod few;
pub mod keys;
mod lists;
mod party;
mod pieces;
pub mod prices;
pub mod scenario;
mod units;

pub use allocation::{Allocation, Grant, LinePayment, Optimum, Shares, amounts};
pub use call::{Call, CallDraft};
pub use few::Few;
pub use jiff::civil::{Date, date};
pub use lists::Lists;
pub use party::Party;
pub use pieces::Piece;
pub use scenario::Scenario;
pub use units::{Range, grain};
