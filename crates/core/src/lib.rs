//! Models applications for money, suggests an exact allocation, checks it and explains it.

pub mod call;
mod decimal;
mod money;

pub use call::{Call, CallDraft};
pub use fordela_lp::Rational;
pub use money::{Money, MoneyError};
