//! Faults in the text of a value.

use std::fmt;

use fordela::MoneyError;
use rust_decimal::Decimal;

use super::shape::listed;
use super::short;

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

impl fmt::Display for NumberFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "is not a number",
            Self::Exponent => "is written with a power of ten",
            Self::NotFinite => "is not a finite number",
            Self::Radix => "is not written with the digits 0 to 9",
            Self::TooManyDigits => "has more than 28 digits",
            Self::Ambiguous => "may mean thousands or decimals",
        })
    }
}

impl NumberFault {
    fn help(self) -> &'static str {
        match self {
            Self::NotANumber => "write the number with digits, such as `3` or `2.5`",
            Self::Exponent => "write out all digits, such as `1000000`",
            Self::NotFinite => "write a number; to set no limit, leave the key out",
            Self::Radix => "write the number with the digits 0 to 9",
            Self::TooManyDigits => "write fewer decimals",
            Self::Ambiguous => "write thousands without a mark or with spaces, such as `1350`, and decimals as `1.35`",
        }
    }
}

impl ValueFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Money { text, cause } => money_help(text, cause),
            Self::Number { cause, .. } => cause.help().to_owned(),
            Self::NoPercentSign { text, of_one: Some(percent) } => {
                format!("write \"{percent} %\", or \"{} %\" if that is what you mean", short(text.trim()))
            }
            Self::NoPercentSign { text, of_one: None } => format!("write it as \"{} %\"", short(text.trim())),
            Self::NotAPercentage { .. } => {
                "write a number and a percent sign, such as \"50 %\" or \"33,3 %\"".to_owned()
            }
            Self::NotADate { .. } => "write the date as `2023-12-31`".to_owned(),
            Self::PercentOfWhat { text } => {
                let text = short(text.trim());
                format!("write \"{text} of asked\", \"{text} of budget\" or \"{text} of granted\"")
            }
            Self::UnknownBase { percent, nearest: Some(nearest), .. } => {
                format!("did you mean \"{} of {nearest}\"?", short(percent.trim()))
            }
            Self::UnknownBase { nearest: None, .. } => "write `of asked`, `of budget` or `of granted`".to_owned(),
            Self::UnknownWord { nearest: Some(nearest), .. } => format!("did you mean \"{nearest}\"?"),
            Self::UnknownWord { words, .. } => format!("choose one of {}", listed(words)),
            Self::NotASetting { .. } => "write a path and a value, such as \"budget=+5%\"".to_owned(),
            Self::NotOneLine => "write the text on one line".to_owned(),
        }
    }
}

fn money_help(text: &str, cause: &MoneyError) -> String {
    match cause {
        MoneyError::Empty => "write an amount, or leave the key out".to_owned(),
        MoneyError::NotANumber => "write the amount with digits, such as `1550000` or \"1 550 000,50 kr\"".to_owned(),
        MoneyError::Ambiguous => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let (whole, decimals) = text.trim().rsplit_once(['.', ',']).unwrap_or((text, ""));
            let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
            let decimals: String = decimals.chars().filter(char::is_ascii_digit).take(2).collect();
            format!("write `{digits}` for thousands, or `{whole}.{decimals}` for decimals")
        }
        MoneyError::OtherCurrency => {
            "write all amounts in the currency of the call, or change its `currency`".to_owned()
        }
        MoneyError::FinerThanHundredths => "round the amount to whole öre".to_owned(),
        MoneyError::TooLarge => "check the number of digits".to_owned(),
    }
}

impl fmt::Display for ValueFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money { text, cause } => money_cause(f, text, cause),
            Self::Number { text, cause } => write!(f, "`{}` {cause}", short(text)),
            Self::NoPercentSign { text, .. } => write!(f, "the percentage `{}` has no percent sign", short(text)),
            Self::NotAPercentage { text } => write!(f, "`{}` is not a percentage", short(text)),
            Self::NotADate { text } => write!(f, "`{}` is not a date", short(text)),
            Self::PercentOfWhat { text } => write!(f, "`{}` does not say of what it is a percentage", short(text)),
            Self::UnknownBase { base, .. } => write!(f, "there is no percentage of `{}`", short(base)),
            Self::UnknownWord { key, word, .. } => write!(f, "`{key}` cannot be `{}`", short(word)),
            Self::NotASetting { text } => write!(f, "`{}` has no equals sign between a path and a value", short(text)),
            Self::NotOneLine => f.write_str("the text has a line break or an invisible character in it"),
        }
    }
}

fn money_cause(f: &mut fmt::Formatter<'_>, text: &str, cause: &MoneyError) -> fmt::Result {
    let text = short(text);
    match cause {
        MoneyError::Empty => f.write_str("the amount is empty"),
        MoneyError::NotANumber => write!(f, "`{text}` is not an amount of money"),
        MoneyError::Ambiguous => write!(f, "`{text}` may mean thousands or decimals"),
        MoneyError::OtherCurrency => write!(f, "`{text}` is in another currency than the call"),
        MoneyError::FinerThanHundredths => write!(f, "`{text}` has parts smaller than one öre"),
        MoneyError::TooLarge => write!(f, "`{text}` is larger than 1 000 000 000 000 000"),
    }
}
