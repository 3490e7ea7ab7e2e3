//! Faults in the text of a value.

use fordela_model::keys::Word;
use fordela_num::MoneyError;
use rust_decimal::Decimal;

/// The text of a value cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueFault {
    /// An amount of money.
    Money {
        /// The text.
        text: String,
        /// What is wrong with it.
        cause: MoneyError,
    },
    /// A number.
    Number {
        /// The text.
        text: String,
        /// What is wrong with it.
        cause: NumberFault,
    },
    /// A percentage without the percent sign.
    NoPercentSign {
        /// The text.
        text: String,
        /// The percentage that it is when it is a part of one, as 0.5 is 50 %.
        of_one: Option<Decimal>,
    },
    /// No percentage.
    NotAPercentage {
        /// The text.
        text: String,
    },
    /// No day of the calendar.
    NotADate {
        /// The text.
        text: String,
    },
    /// A percentage that does not say of what.
    PercentOfWhat {
        /// The percentage.
        text: String,
    },
    /// A percentage of something there is no such percentage of.
    UnknownBase {
        /// The percentage.
        percent: String,
        /// What it should be a percentage of.
        base: String,
        /// The word that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A word that the key does not take.
    UnknownWord {
        /// The key.
        key: &'static str,
        /// The word.
        word: String,
        /// The words it takes.
        words: Vec<&'static str>,
        /// The word that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A word in a cell that is none of those that its key takes, in either language.
    UnknownCellWord {
        /// The word.
        word: String,
        /// The words it takes.
        words: &'static [Word],
    },
    /// A percentage in a cell of nothing that is known, in either language.
    CellPercentOfWhat {
        /// The text.
        text: String,
    },
    /// A text that sets nothing.
    NotASetting {
        /// The text.
        text: String,
    },
    /// A text with a line break or an invisible character in it.
    NotOneLine,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// It holds something else than digits, a decimal mark and a sign.
    NotANumber,
    /// It has a power of ten, such as `1e6`.
    Exponent,
    /// It is infinite, or no number at all.
    NotFinite,
    /// It is written to another base, such as `0x10`.
    Radix,
    /// It has more digits than are kept.
    TooManyDigits,
    /// It cannot be told whether the comma or point parts thousands or decimals.
    Ambiguous,
}
