//! What is told of calls and allocations, in Swedish and English: sentences, numerals, units and currencies.
//!
//! A module for each room's data has functions that tell of it. They take what is told, the call that it is of where
//! names are told, and the language. What is missing in one language does not compile.

pub mod axiom;
pub mod base;
pub mod begin;
pub mod book;
mod both;
pub mod fault;
pub mod finding;
pub mod follow_up;
mod in_lang;
pub mod label;
mod lang;
pub mod limit;
pub mod link;
mod listed;
pub mod manipulation;
pub mod next;
pub mod numerals;
pub mod objective;
pub mod path;
pub mod personal_data;
mod phrases;
pub mod plot;
pub mod problem;
pub mod question;
pub mod range;
pub mod reference;
pub mod report;
mod said;
pub mod scenario;
pub mod template;
mod told;
pub mod unspent;
pub mod usage;

pub use in_lang::{Words, capital, share_in_percent};
pub use lang::{Lang, UnknownLang};
pub use listed::{listed, listed_of};
pub use phrases::{Because, Phrases, impossible, impossible_told, reasons_told};
pub use problem::Problem;
pub use told::{Told, quoted};
