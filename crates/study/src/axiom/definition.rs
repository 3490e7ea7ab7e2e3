//! What an axiom consists of.

use fordela_model::Lang;

use super::Trial;
use super::probe::Probe;

/// An axiom: what it says, and how it is tried.
pub(super) struct Definition {
    pub(super) name: &'static str,
    pub(super) statement: Text,
    /// What it means for a city, in one sentence.
    pub(super) for_a_city: Text,
    pub(super) source: &'static str,
    pub(super) trial: fn(&Probe) -> Trial,
}

/// A sentence in both languages.
pub(super) struct Text {
    pub(super) sv: &'static str,
    pub(super) en: &'static str,
}

impl Text {
    pub(super) fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}
