//! Models applications for money, suggests an exact allocation, checks it and explains it.

pub mod alike;
mod allocation;
pub mod alternatives;
pub mod audit;
pub mod axiom;
mod budget;
pub mod call;
pub mod characters;
pub mod compare;
mod conflict;
mod decide;
pub mod deviation;
pub mod explain;
pub mod fairness;
pub mod follow_up;
mod formulate;
mod lang;
pub mod levels;
pub mod lint;
pub mod manipulation;
pub mod next;
pub mod numerals;
mod order;
mod pay;
mod pieces;
pub mod prices;
pub mod risk;
mod round;
pub mod scenario;
mod seek;
pub mod sensitivity;
mod share;
mod solve;
mod suggest;
pub mod sweep;
mod told;
mod units;
pub mod verify;

pub use allocation::{Allocation, Grant, LinePayment, Optimum, Shares};
pub use call::{Call, CallDraft};
pub use conflict::{
    Condition, EvenCut, Found, Granted, Impossible, KeptFloors, Lowered, MoreMoney, Proven, Relaxation, Way,
};
pub use fordela_lp::exact::{Effort, Spent, Work};
pub use fordela_num::{Money, MoneyError, Rational};
pub use lang::{Lang, UnknownLang};
pub use scenario::Scenario;
pub use seek::Sought;
pub use solve::{
    Answer, Best, EFFORT, Options, Solve, SolveError, allocate, allocate_with, best, best_with, exact_grants,
    exact_grants_within, program,
};
pub use verify::{Verified, Violation};
