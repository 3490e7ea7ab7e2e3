//! The size of a cap or a floor.

use std::fmt;
use std::str::FromStr;

use fordela_num::{Money, Percent};
use serde::{Deserialize, Serialize};

/// What a percentage in a rule is a percentage of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// What the selected activities ask for.
    Asked,
    /// The sum of the funds.
    Budget,
    /// All that is granted in the call.
    Granted,
    /// What the selected activities are granted, whatever kinds of cost and funds are selected.
    OwnGrant,
}

impl Base {
    /// The word in a call file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Budget => "budget",
            Self::Granted => "granted",
            Self::OwnGrant => "own grant",
        }
    }

    /// The words that Swedes may write for it; the first is the one that is told.
    #[must_use]
    pub fn in_swedish(self) -> &'static [&'static str] {
        match self {
            Self::Asked => &["sökt belopp", "sökt", "det sökta"],
            Self::Budget => &["budgeten", "budget"],
            Self::Granted => &["det som beviljas", "beviljat"],
            Self::OwnGrant => &["det egna beviljade beloppet", "eget beviljat"],
        }
    }

    /// The first for which something is so.
    fn find(is_it: impl Fn(Self) -> bool) -> Option<Self> {
        [Self::Asked, Self::Budget, Self::Granted, Self::OwnGrant].into_iter().find(|base| is_it(*base))
    }
}

/// The size of a cap or a floor: `500_000`, or `95 % of asked`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub enum Limit {
    /// A sum of money.
    Money(Money),
    /// A percentage of something.
    Percent(Percent, Base),
}

/// The text is neither an amount nor a percentage of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotALimit;

impl fmt::Display for NotALimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "this is neither an amount nor a percentage `of asked`, `of budget`, `of granted` or `of own grant`",
        )
    }
}

impl std::error::Error for NotALimit {}

impl Limit {
    /// A percentage as Swedes write it, `95 % av sökt belopp`; `None` of all else.
    #[must_use]
    pub fn in_swedish(text: &str) -> Option<Self> {
        let (percent, base) = text.split_once(" av ")?;
        let base = Base::find(|known| known.in_swedish().contains(&base.trim()))?;
        percent.parse().map(|percent| Self::Percent(percent, base)).ok()
    }
}

impl FromStr for Limit {
    type Err = NotALimit;

    fn from_str(text: &str) -> Result<Self, NotALimit> {
        let Some((percent, base)) = text.split_once(" of ") else {
            return text.parse().map(Self::Money).map_err(|_| NotALimit);
        };
        let base = Base::find(|known| known.word() == base.trim()).ok_or(NotALimit)?;
        percent.parse().map(|percent| Self::Percent(percent, base)).map_err(|_| NotALimit)
    }
}

impl TryFrom<String> for Limit {
    type Error = NotALimit;

    fn try_from(text: String) -> Result<Self, NotALimit> {
        text.parse()
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> Self {
        limit.to_string()
    }
}

impl From<Money> for Limit {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<i64> for Limit {
    fn from(whole: i64) -> Self {
        Self::Money(Money::new(whole))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(money) => money.fmt(f),
            Self::Percent(percent, base) => write!(f, "{percent} of {}", base.word()),
        }
    }
}
