//! Why every activity got what it got, and what would have been needed, as data.

mod asking;
mod by_name;
mod needed;
mod ranking;
mod reason;
mod settled;
mod shared;
mod subject;
mod tie;

pub use needed::{Needed, Wanted, needed};
pub use ranking::{Cause, Ranked, ranking};
pub use reason::{Award, Reason, each_reason, outcomes, reasons};
pub use settled::{Settled, settled};
pub use subject::{Subject, UnknownSubject};

#[cfg(test)]
mod tests;
