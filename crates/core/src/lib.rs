//! Models applications for money, suggests an exact allocation, checks it and explains it.

mod allocation;
pub mod alternatives;
pub mod audit;
pub mod axiom;
pub mod call;
pub mod compare;
mod conflict;
mod decide;
mod decimal;
pub mod explain;
pub mod fairness;
mod formulate;
mod lang;
pub mod lint;
mod money;
mod order;
mod pay;
mod pieces;
pub mod prices;
mod round;
pub mod scenario;
pub mod sensitivity;
mod share;
mod solve;
pub mod sweep;
mod units;
pub mod verify;

pub use allocation::{Allocation, Grant, Optimum, Shares};
pub use call::{Call, CallDraft};
pub use conflict::{Impossible, Relaxation};
pub use fordela_lp::Rational;
pub use lang::{Lang, UnknownLang};
pub use money::{Money, MoneyError};
pub use scenario::Scenario;
pub use solve::{Answer, EFFORT, Options, SolveError, allocate, allocate_with, exact_grants, program};
pub use verify::{Verified, Violation};
