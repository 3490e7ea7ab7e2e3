//! Models applications for money, suggests an exact allocation, checks it and explains it.

pub mod call;
mod decimal;
mod money;

pub use call::CallDraft;
pub use money::{Money, MoneyError};
