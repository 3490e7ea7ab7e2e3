//! The call: what is asked, what there is, and the rules.

mod build;
pub mod draft;
mod fault;
mod limit;
mod percent;
mod place;
mod selection;

pub use draft::CallDraft;
pub use fault::{Fault, FaultKind, Faults, MOST, Named};
pub use limit::{Base, Limit, NotALimit};
pub use percent::{NotAPercentage, Percent};
pub use place::{Place, Step};
pub use selection::Selection;
