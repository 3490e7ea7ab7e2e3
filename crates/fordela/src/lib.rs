//! Models applications for money, suggests an exact allocation, checks it and explains it.
//!
//! A call says what there is, what is asked for, what counts and which rules hold. It is checked all at once, allocated
//! exactly, and what comes out is checked again by code that knows nothing of how it was found.
//!
//! ```
//! use fordela::{Activity, Answer, Applicant, CallDraft, Criterion, Fund, Money, Rule, Selection, allocate};
//!
//! let call = CallDraft::new("Summer")
//!     .fund(Fund::new("city", 700_000))
//!     .criterion(Criterion::new("need", 2, 3))
//!     .criterion(Criterion::new("together", 1, 3))
//!     .applicant(Applicant::new("culture"))
//!     .applicant(Applicant::new("leisure"))
//!     .activity(Activity::new("music", "culture", 500_000).score("need", 3).score("together", 1))
//!     .activity(Activity::new("camp", "leisure", 400_000).score("need", 2).score("together", 2))
//!     .rule(Rule::new("no-board-gets-all", Selection::applicant("culture")).at_most(Money::new(400_000)))
//!     .validate()?;
//!
//! match allocate(&call)? {
//!     Answer::Allocated(best) => {
//!         assert!(best.is_optimal());
//!         assert_eq!(best.grant("music").map(|grant| grant.amount), Some(Money::new(400_000)));
//!         assert_eq!(best.grant("camp").map(|grant| grant.amount), Some(Money::new(300_000)));
//!     }
//!     Answer::Impossible(why) => println!("{} caps and floors conflict", why.conflict.len()),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where to find what
//!
//! | to | see |
//! |---|---|
//! | build a call, or change one | [`CallDraft`], [`call::draft`], [`Scenario`] |
//! | allocate it, or many that differ in few places | [`allocate`], [`best`], [`Options`], [`Known`] |
//! | know what is proven | [`Verified`], [`verify`] |
//! | know why, what would have been needed, what else there is | [`explain`], [`sensitivity`], [`alternatives`], [`compare`] |
//! | vary it | [`Scenario`], [`sweep`], [`levels`] |
//! | judge a decision, or a rule | [`audit`], [`deviation`], [`axiom`], [`manipulation`], [`fairness`] |
//! | follow money up, and begin again | [`risk`], [`follow_up`], [`next`] |
//! | find what is probably a mistake | [`lint`] |
//! | know the keys of a call file | [`keys`] |
//! | tell it in Swedish or English, or in words of your own | [`words`], [`words::Phrases`] |
//!
//! # The rooms
//!
//! Each part is a crate of its own, and can be had without the others above it. What a crate may not know, it cannot see.
//!
//! | crate | what it is |
//! |---|---|
//! | `fordela-num` | exact numbers: fractions, money, percentages |
//! | `fordela-model` | calls, scenarios, allocations and proofs, as data |
//! | `fordela-verify` | checks an allocation and its proof; it cannot see how they were found |
//! | `fordela-lp` | programs, the exact simplex and search, adapters to solvers |
//! | `fordela-solve` | a call to an allocation, or to why there is none |
//! | `fordela-study` | explains, compares, audits and varies allocations |
//! | `fordela-ledger` | what became of the money, and the next call |
//! | `fordela-lint` | what is probably a mistake |
//! | `fordela-fault` | what can be wrong with files |
//! | `fordela-words` | all that is told, in Swedish and English |
//!
//! Beside them, for programs: `fordela-file` reads and writes files, `fordela-report` makes reports and texts of answers, and
//! `fordela-proptest` makes calls for property tests.
//!
//! Money is exact everywhere ([`Money`], [`Rational`]); the same call gives the same answer to the last byte.

pub use fordela_ledger::{follow_up, next, suggestion};
pub use fordela_lint as lint;
pub use fordela_lp::exact::{Effort, Spent, Work};
pub use fordela_lp::{Backend, Solver};
pub use fordela_model::call::draft::{
    Activity, Applicant, Criterion, Each, Fund, Funding, Line, Objective, ObjectiveKind, Rule, Tier, Unspent,
};
pub use fordela_model::call::{Limit, Selection};
pub use fordela_model::{
    Allocation, Call, CallDraft, Date, Few, Grant, LinePayment, Optimum, Party, Scenario, Shares, alike, call,
    characters, date, keys, prices, scenario,
};
pub use fordela_num::{Decimal, Money, MoneyError, Percent, Rational, written};
pub use fordela_solve::sensitivity;
pub use fordela_solve::{
    Answer, Best, Condition, EFFORT, EvenCut, Found, Granted, Impossible, KeptFloors, Known, Lowered, MoreMoney,
    Options, Proven, Relaxation, Solve, SolveError, Sought, Way, allocate, allocate_with, best, best_with,
    exact_grants, exact_grants_within, program,
};
pub use fordela_study::{
    alternatives, audit, axiom, compare, deviation, explain, fairness, levels, manipulation, nearest, payers, risk,
    sweep,
};
pub use fordela_verify as verify;
pub use fordela_verify::{Verified, Violation};
pub use fordela_words as words;
pub use fordela_words::{Lang, UnknownLang, numerals};
