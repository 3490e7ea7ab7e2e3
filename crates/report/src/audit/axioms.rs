//! Which axioms the settings of a call keep.

use fordela::Lang;
use fordela::axiom::{Axiom, Verdict};
use fordela_words::axiom as words;
use schemars::JsonSchema;
use serde::Serialize;

/// What came of trying an axiom on the settings of a call.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct AxiomReport {
    /// The name of the axiom.
    pub axiom: &'static str,
    /// What it says.
    pub statement: &'static str,
    /// What it means for a city.
    pub for_a_city: &'static str,
    /// What came of it.
    #[serde(flatten)]
    pub verdict: AxiomVerdict,
}

/// What came of trying an axiom.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum AxiomVerdict {
    /// It held in all that was tried, which is no proof.
    Held {
        /// On how many calls.
        tries: usize,
    },
    /// It is broken.
    Broken {
        /// The smallest call that was found, with what everybody gets, in words.
        call: String,
        /// What goes wrong in it, in words.
        sentence: String,
    },
    /// It says nothing of any call that was made, or the time was up.
    Untried,
}

impl AxiomReport {
    /// The report on an axiom, with words in a language.
    #[must_use]
    pub fn new(axiom: Axiom, verdict: &Verdict, lang: Lang) -> Self {
        Self {
            axiom: axiom.name(),
            statement: words::statement(axiom, lang),
            for_a_city: words::for_a_city(axiom, lang),
            verdict: match verdict {
                Verdict::Held { tries: 0 } => AxiomVerdict::Untried,
                Verdict::Held { tries } => AxiomVerdict::Held { tries: *tries },
                Verdict::Broken(found) => {
                    AxiomVerdict::Broken { call: words::call(found, lang), sentence: words::sentence(found, lang) }
                }
            },
        }
    }
}

impl AxiomVerdict {
    /// The word in JSON.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Held { .. } => "held",
            Self::Broken { .. } => "broken",
            Self::Untried => "untried",
        }
    }
}
