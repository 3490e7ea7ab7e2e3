//! What may hold personal data where there should be none.

use super::super::Text;
use crate::Lang;

/// What may hold personal data where there should be none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The path of the call.
    CallPath,
    /// The path of the decision.
    DecisionPath,
    /// What a document is filed under.
    Reference,
    /// The title of a call.
    Title,
}

impl Holder {
    /// What it is called, with the definite article.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::CallPath => ["sökvägen till utlysningen", "the path of the call"],
            Self::DecisionPath => ["sökvägen till beslutet", "the path of the decision"],
            Self::Reference => ["diarienumret (--reference)", "the reference (--reference)"],
            Self::Title => ["titeln", "the title"],
        };
        Text::of(both).told(lang)
    }
}
