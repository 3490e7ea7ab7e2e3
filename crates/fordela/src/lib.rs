//! Models applications for money, suggests an exact allocation, checks it and explains it.

pub use fordela_ledger::{follow_up, next, suggestion};
pub use fordela_lint as lint;
pub use fordela_lp::exact::{Effort, Spent, Work};
pub use fordela_model::{
    Allocation, Call, CallDraft, Grant, Lang, LinePayment, Optimum, Scenario, Shares, UnknownLang, alike, call,
    characters, numerals, prices, scenario,
};
pub use fordela_num::{Decimal, Money, MoneyError, Rational, written};
pub use fordela_solve::sensitivity;
pub use fordela_solve::{
    Answer, Best, Condition, EFFORT, EvenCut, Found, Granted, Impossible, KeptFloors, Lowered, MoreMoney, Options,
    Proven, Relaxation, Solve, SolveError, Sought, Way, allocate, allocate_with, best, best_with, exact_grants,
    exact_grants_within, program,
};
pub use fordela_study::{
    alternatives, audit, axiom, compare, deviation, explain, fairness, levels, manipulation, risk, sweep,
};
pub use fordela_verify as verify;
pub use fordela_verify::{Verified, Violation};
