//! What stands before something that is told: how grave it is, or that it is what to do.

use crate::Lang;

/// What stands before something that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// It cannot go on.
    Error,
    /// It is probably not what was meant.
    Warning,
    /// It is good to know.
    Note,
    /// It is what to do.
    Help,
}

impl Label {
    /// The word, without a mark after it.
    #[must_use]
    pub fn told(self, lang: Lang) -> &'static str {
        let (swedish, english) = match self {
            Self::Error => ("fel", "error"),
            Self::Warning => ("varning", "warning"),
            Self::Note => ("anmärkning", "note"),
            Self::Help => ("tips", "help"),
        };
        match lang {
            Lang::Sv => swedish,
            Lang::En => english,
        }
    }
}
