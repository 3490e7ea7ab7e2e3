//! Models applications for money, suggests an exact allocation, checks it and explains it.

pub mod alternatives;
pub mod audit;
pub mod axiom;
mod budget;
pub mod compare;
mod conflict;
mod decide;
pub mod deviation;
pub mod explain;
pub mod fairness;
pub mod follow_up;
mod formulate;
pub mod levels;
pub mod lint;
pub mod manipulation;
pub mod next;
mod order;
mod pay;
pub mod risk;
mod round;
mod seek;
pub mod sensitivity;
mod share;
mod solve;
mod suggest;
pub mod sweep;

pub use conflict::{
    Condition, EvenCut, Found, Granted, Impossible, KeptFloors, Lowered, MoreMoney, Proven, Relaxation, Way,
};
pub use fordela_lp::exact::{Effort, Spent, Work};
pub use fordela_model::{
    Allocation, Call, CallDraft, Grant, Lang, LinePayment, Optimum, Scenario, Shares, UnknownLang, alike, call,
    characters, numerals, prices, scenario,
};
pub use fordela_num::{Money, MoneyError, Rational};
pub use fordela_verify as verify;
pub use fordela_verify::{Verified, Violation};
pub use seek::Sought;
pub use solve::{
    Answer, Best, EFFORT, Options, Solve, SolveError, allocate, allocate_with, best, best_with, exact_grants,
    exact_grants_within, program,
};
