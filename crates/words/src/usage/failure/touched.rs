//! What a file is to a run.

use super::super::Text;
use crate::Lang;

/// What a file is to a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The call that is asked about.
    Call,
    /// The table of activities that a call names.
    Activities,
    /// The call of an applicant that shares its part.
    OwnCall,
    /// What was decided.
    Decision,
    /// What was spent.
    Outcome,
    /// Scenarios.
    Scenarios,
    /// What a document takes its looks from.
    Template,
    /// What is compared with something else.
    Compared,
    /// A log of decisions.
    Log,
    /// The answer.
    Answer,
    /// The picture of a sweep.
    Plot,
    /// The rows of a sweep that are done.
    Rows,
}

impl What {
    /// What it is called, with the definite article.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Call => ["utlysningen", "the call"],
            Self::Activities => ["aktiviteterna i en utlysning", "the activities of a call"],
            Self::OwnCall => ["en sökandes egen utlysning", "the call of an applicant"],
            Self::Decision => ["beslutet", "the decision"],
            Self::Outcome => ["utfallet", "the outcome"],
            Self::Scenarios => ["scenarierna", "the scenarios"],
            Self::Template => ["mallen", "the template"],
            Self::Compared => ["det som jämförs", "what is compared"],
            Self::Log => ["loggen", "the log"],
            Self::Answer => ["svaret (--output)", "the answer (--output)"],
            Self::Plot => ["diagrammet (--plot)", "the plot (--plot)"],
            Self::Rows => ["raderna hittills (`.part`)", "the rows so far (`.part`)"],
        };
        Text::of(both).told(lang)
    }
}
