//! What a cell holds.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use crate::limits::{DIGITS, PLACES};

/// What a cell holds. Where it has a formula, that is what was computed last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, never empty. Cells that share a text share its memory.
    Text(Arc<str>),
    /// A number.
    Number {
        /// The number as it was typed, as a plain decimal: `4675000.05`, `-0.1`, `1350000`. What is shown as 12 % is `0.12`.
        digits: String,
        /// What its format makes of it.
        shown: Shown,
    },
    /// A date.
    Date(Date),
    /// True or false.
    YesOrNo(bool),
    /// A formula had no answer. The text is the code that is shown for it: `#REF!`.
    Error(String),
    /// A formula that no program has computed yet.
    NotCalculated,
    /// A number that cannot be told exactly as what it seems to be. It is told as a value so that a column that nobody asks for
    /// does not stand in the way of the others.
    Unfit(Unfit),
}

/// What the format of a number says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing but the number.
    Plain,
    /// It is shown a hundred times as large, with a `%`.
    Percent,
    /// A currency stands beside it: its code or mark as found (`SEK`, `kr`, `€`), or `¤` where that is the one of the computer it is
    /// shown on.
    Currency(Arc<str>),
    /// Some other word stands beside it, as found: `tkr`, `st`, or a `%` that does not make it larger.
    Unit(Arc<str>),
}

/// Why a number cannot be told exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It has more significant digits than a spreadsheet keeps of what is typed; a formula made it, most often.
    TooManyDigits {
        /// The number, as far as it can be told.
        about: String,
    },
    /// It is too large or too small to be an amount of anything.
    TooLargeOrSmall,
    /// Its format shows it a thousand or more times smaller than it is, so that what is seen is not what it holds.
    Scaled,
    /// Its format shows a time of day or a length of time.
    TimeOfDay,
    /// Its format shows a date, but there is none of that number, or programs disagree on which it is (before March 1900).
    NoDate,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyDigits { about } => write!(f, "{about} has more than {DIGITS} significant digits"),
            Self::TooLargeOrSmall => {
                write!(f, "the number has more than {PLACES} digits before or after the decimal point")
            }
            Self::Scaled => f.write_str("the number is shown smaller than it is"),
            Self::TimeOfDay => f.write_str("the value has a time of day"),
            Self::NoDate => f.write_str("the number is no date"),
        }
    }
}

impl std::error::Error for Unfit {}
