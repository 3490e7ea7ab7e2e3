//! A fast simplex in floats, whose basis is a guess that is finished exactly.

mod basis;
mod classes;
mod dive;
mod exchange;
mod factor;
mod raise;
mod ratio;
mod simplex;
mod sparse;

pub(crate) use classes::Classes;
pub(crate) use dive::Dive;
pub(crate) use raise::{Halt, Rising, Start, Vessel};
pub(crate) use simplex::{Ended, Floats, Numbers};
pub(crate) use sparse::Sparse;
