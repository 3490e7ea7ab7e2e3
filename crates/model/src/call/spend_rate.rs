//! How much of a grant is expected to be spent.

use std::fmt;
use std::str::FromStr;

use fordela_num::{Percent, Rational};
use serde::{Deserialize, Serialize};

/// What percentage of a grant is expected to be spent: `85 %`, or between two, `70–90 %`.
///
/// ```
/// use fordela::call::SpendRate;
///
/// let rate: SpendRate = "70–90 %".parse()?;
/// assert_eq!(rate.expected().to_string(), "4/5");
/// assert_eq!(rate.to_string(), "70–90 %");
/// # Ok::<(), fordela::call::NotASpendRate>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct SpendRate {
    least: Percent,
    most: Percent,
}

/// The text is neither a percentage nor two, the lower first, such as `70–90 %`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASpendRate;

impl fmt::Display for NotASpendRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is not a percentage, such as `85 %`, or two, such as `70–90 %`")
    }
}

impl std::error::Error for NotASpendRate {}

impl SpendRate {
    /// Just this much.
    #[must_use]
    pub fn exactly(percent: Percent) -> Self {
        Self { least: percent, most: percent }
    }

    /// Between these two, in any order.
    #[must_use]
    pub fn between(one: Percent, other: Percent) -> Self {
        Self { least: one.min(other), most: one.max(other) }
    }

    /// With bad luck.
    #[must_use]
    pub fn least(self) -> Percent {
        self.least
    }

    /// With good luck.
    #[must_use]
    pub fn most(self) -> Percent {
        self.most
    }

    /// The part that is expected, 0..=1: halfway between the two.
    #[must_use]
    pub fn expected(self) -> Rational {
        (self.least.part() + self.most.part()) / Rational::from(2_i64)
    }
}

impl FromStr for SpendRate {
    type Err = NotASpendRate;

    fn from_str(text: &str) -> Result<Self, NotASpendRate> {
        let percent = |text: &str| text.parse::<Percent>().map_err(|_| NotASpendRate);
        let Some((least, most)) = text.split_once(['–', '-']) else { return percent(text).map(Self::exactly) };
        let least = least.trim().trim_end_matches('%');
        let (least, most) = (percent(&format!("{least}%"))?, percent(most)?);
        if least <= most { Ok(Self { least, most }) } else { Err(NotASpendRate) }
    }
}

impl TryFrom<String> for SpendRate {
    type Error = NotASpendRate;

    fn try_from(text: String) -> Result<Self, NotASpendRate> {
        text.parse()
    }
}

impl From<SpendRate> for String {
    fn from(rate: SpendRate) -> Self {
        rate.to_string()
    }
}

impl fmt::Display for SpendRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most {
            return self.least.fmt(f);
        }
        write!(f, "{}–{}", self.least.number(), self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for (text, written) in
            [("85 %", "85 %"), ("70–90 %", "70–90 %"), ("70%-90,5 %", "70–90.5 %"), ("0 - 0 %", "0 %")]
        {
            let rate: Result<SpendRate, _> = text.parse();
            assert_eq!(rate.map(|rate| rate.to_string()), Ok(written.to_owned()), "{text}");
        }
        for text in ["", "85", "90–70 %", "70–", "–90 %", "70–80–90 %", "a–b %"] {
            assert_eq!(text.parse::<SpendRate>(), Err(NotASpendRate), "{text}");
        }
    }
}
