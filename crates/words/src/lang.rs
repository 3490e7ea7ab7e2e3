//! The languages that people are answered in.

use std::fmt;
use std::str::FromStr;

use fordela_model::keys::Meaning;

/// A language that people are answered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Swedish, `sv`.
    Sv,
    /// English, `en`.
    En,
}

impl Lang {
    /// A meaning in this language.
    #[must_use]
    pub fn meaning(self, meaning: Meaning) -> &'static str {
        match self {
            Self::Sv => meaning.sv,
            Self::En => meaning.en,
        }
    }
}

/// The text names no language that `fordela` speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLang;

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the language is `sv` or `en`")
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        match text {
            "sv" => Ok(Self::Sv),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sv => "sv",
            Self::En => "en",
        })
    }
}
