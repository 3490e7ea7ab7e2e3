//! Percentages, read and kept exactly.

use std::fmt;
use std::str::FromStr;

use crate::Rational;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A percentage, such as `50 %`; kept as written, so that 33,3 stays 33,3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Percent(Decimal);

/// The text is no percentage: a number with a percent sign, such as `50 %` or `33,3 %`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPercentage;

impl fmt::Display for NotAPercentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is not a percentage, such as `50 %`")
    }
}

impl std::error::Error for NotAPercentage {}

impl Percent {
    /// Nothing, 0 %.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The whole, 100 %.
    pub const WHOLE: Self = Self(Decimal::ONE_HUNDRED);

    /// The percentage with this number before the percent sign.
    #[must_use]
    pub fn new(number: Decimal) -> Self {
        Self(number.normalize())
    }

    /// The number before the percent sign.
    #[must_use]
    pub fn number(self) -> Decimal {
        self.0
    }

    /// The percentage as a part of one: `1/2` for 50 %.
    #[must_use]
    pub fn part(self) -> Rational {
        // A scale is at most 28, so that the power fits; it is never zero.
        Rational::new(self.0.mantissa(), 10_i128.pow(self.0.scale() + 2)).unwrap_or_default()
    }
}

impl std::iter::Sum for Percent {
    fn sum<I: Iterator<Item = Self>>(percents: I) -> Self {
        Self::new(percents.map(|percent| percent.0).sum())
    }
}

impl FromStr for Percent {
    type Err = NotAPercentage;

    fn from_str(text: &str) -> Result<Self, NotAPercentage> {
        let number = text.trim().strip_suffix('%').ok_or(NotAPercentage)?.trim();
        let digits = number.strip_prefix(['-', '+']).unwrap_or(number);
        if !digits.starts_with(|c: char| c.is_ascii_digit()) || digits.len() > 24 {
            return Err(NotAPercentage);
        }
        number.replace(',', ".").parse().map(Self::new).map_err(|_| NotAPercentage)
    }
}

impl TryFrom<String> for Percent {
    type Error = NotAPercentage;

    fn try_from(text: String) -> Result<Self, NotAPercentage> {
        text.parse()
    }
}

impl From<Percent> for String {
    fn from(percent: Percent) -> Self {
        percent.to_string()
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0)
    }
}
