//! What stands around the help of a command: headings, and what values are.

use super::Text;
use crate::Lang;

/// The headings and fixed words of help and of the manual page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// Before how a command is written.
    Usage,
    /// Over the commands.
    Commands,
    /// Over what is given by its place.
    Arguments,
    /// Over what is given by a name.
    Options,
    /// In place of any options in a line of usage.
    AnyOptions,
    /// In place of a command in a line of usage.
    Command,
    /// What a value is when it is left out.
    Default,
    /// The words that are taken.
    PossibleValues,
    /// Over the name of the program in the manual.
    Name,
    /// Over how the program is called in the manual.
    Synopsis,
    /// Over the statuses in the manual.
    ExitStatus,
}

impl Frame {
    /// As it is written in a language.
    #[must_use]
    pub const fn told(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::Usage => ["Användning", "Usage"],
            Self::Commands => ["Kommandon", "Commands"],
            Self::Arguments => ["Argument", "Arguments"],
            Self::Options => ["Flaggor", "Options"],
            Self::AnyOptions => ["FLAGGOR", "OPTIONS"],
            Self::Command => ["KOMMANDO", "COMMAND"],
            Self::Default => ["förval", "default"],
            Self::PossibleValues => ["möjliga värden", "possible values"],
            Self::Name => ["NAMN", "NAME"],
            Self::Synopsis => ["ÖVERSIKT", "SYNOPSIS"],
            Self::ExitStatus => ["SLUTSTATUS", "EXIT STATUS"],
        };
        Text::of(both).told(lang)
    }
}
