//! What an axiom consists of.

use super::Trial;
use super::probe::Probe;

/// An axiom: what it is called, and how it is tried.
pub(super) struct Definition {
    pub(super) name: &'static str,
    pub(super) source: &'static str,
    pub(super) trial: fn(&Probe) -> Trial,
}
