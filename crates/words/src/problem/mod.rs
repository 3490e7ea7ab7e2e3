//! What is wrong with what was asked, and what to do. In English what is wrong tells it itself.

mod change;
pub(crate) mod named;
mod scenario;
mod statement;
mod subject;
mod value;
mod vary;

pub use change::change;
pub use scenario::scenario;
pub use statement::statement;
pub use subject::unknown;
pub use vary::{grid, vary};

use fordela_model::alike::did_you_mean;
use fordela_model::characters::short;

use crate::Lang;
use crate::label::Label;

const PATHS: &str =
    "skriv en sökväg som `budget`, `fund.ID.amount`, `criterion.ID.weight`, `activity.ID.ask` eller `rule.ID.at_most`";

/// What is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The cause, in one sentence without a full stop.
    pub what: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Problem {
    /// With something to do about it.
    #[must_use]
    pub fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { what: what.into(), help: Some(help.into()) }
    }

    /// With nothing that could be done about it.
    #[must_use]
    pub fn bare(what: impl Into<String>) -> Self {
        Self { what: what.into(), help: None }
    }

    /// As people are told of it.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        let [error, tip] = [Label::Error, Label::Help].map(|label| label.told(lang));
        match &self.help {
            Some(help) => format!("{error}: {}\n  {tip}: {help}", self.what),
            None => format!("{error}: {}", self.what),
        }
    }
}

/// What was probably meant.
pub(crate) fn meant(written: &str, meant: &str) -> String {
    let asked = format!("menade du `{}`?", short(meant));
    match did_you_mean(written, meant).split_once("U+") {
        Some((_, rest)) => {
            let number = rest.split(' ').next().unwrap_or_default();
            format!("{asked} Här står tecknet U+{number}, som ser ut som en annan bokstav eller inte syns")
        }
        None if written.to_lowercase() == meant.to_lowercase() => {
            format!("{asked} Små och stora bokstäver skiljer sig åt")
        }
        None => asked,
    }
}
