//! What is wrong with a range: the cause and the fix, as data.

use std::fmt;

use fordela_model::call::Base;
use fordela_model::scenario::{Path, ValueCause};

/// No sweep has more points.
pub const MOST_POINTS: usize = 1_000_000;

/// A text is no range of values.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VaryError {
    /// The text.
    pub text: String,
    /// Why.
    pub cause: VaryCause,
}

/// Why a text is no range of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaryCause {
    /// It has not the form `PATH=FROM..TO:STEP`.
    NotARange,
    /// What stands before `=` is no path.
    NotAPath {
        /// The text before `=`.
        path: String,
    },
    /// The path takes words, which have no range.
    TakesWords {
        /// The path.
        path: Path,
    },
    /// One of the three values cannot be read, or cannot be kept.
    BadValue {
        /// Which one.
        bound: Bound,
        /// The value.
        value: String,
        /// Why.
        cause: ValueCause,
    },
    /// The values are percentages of different things.
    OfDifferentThings {
        /// What one is a percentage of.
        one: Base,
        /// What another is a percentage of.
        other: Base,
    },
    /// The step is not above zero.
    NoStep,
    /// The range ends before it starts.
    Backwards,
    /// The range has more than [`MOST_POINTS`] points.
    TooManyPoints,
}

/// One of the three values of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The first.
    From,
    /// The last.
    To,
    /// The distance between two.
    Step,
}

impl Bound {
    fn word(self) -> &'static str {
        match self {
            Self::From => "FROM",
            Self::To => "TO",
            Self::Step => "STEP",
        }
    }
}

impl VaryError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match &self.cause {
            VaryCause::NotARange => {
                "write PATH=FROM..TO:STEP, such as `budget=30M..45M:500k` or `criterion.ID.weight=0..5:0.5`".to_owned()
            }
            VaryCause::NotAPath { .. } => {
                "write a path such as `budget`, `fund.ID.amount`, `criterion.ID.weight`, `activity.ID.ask` or \
                 `rule.ID.at_most`"
                    .to_owned()
            }
            VaryCause::TakesWords { .. } => "try each word by itself with `what-if --set`".to_owned(),
            VaryCause::BadValue { cause: ValueCause::TooManyDigits, .. } => "write it with fewer decimals".to_owned(),
            VaryCause::BadValue { .. } => "write the three values as they would stand in a call, without a sign, such \
                                           as `30M..45M:500k`, `0..5:0.5` or `10..50 % of asked:5`"
                .to_owned(),
            VaryCause::OfDifferentThings { one, .. } => {
                format!("write what they are percentages of once, such as `10..50 % of {}:5`", one.word())
            }
            VaryCause::NoStep => "write a step above 0".to_owned(),
            VaryCause::Backwards => "write the smaller value first".to_owned(),
            VaryCause::TooManyPoints => "take a larger step or a shorter range".to_owned(),
        }
    }
}

/// The cause, in one sentence without a full stop.
impl fmt::Display for VaryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: ", self.text)?;
        match &self.cause {
            VaryCause::NotARange => f.write_str("this is no range of values"),
            VaryCause::NotAPath { path } => write!(f, "`{path}` is no path to something that can be changed"),
            VaryCause::TakesWords { path } => write!(f, "`{path}` takes words, and words have no range"),
            VaryCause::BadValue { bound, value, cause } => write!(f, "{} cannot be `{value}`: {cause}", bound.word()),
            VaryCause::OfDifferentThings { one, other } => {
                write!(f, "a percentage of {} and one of {} make no range", one.word(), other.word())
            }
            VaryCause::NoStep => f.write_str("the step is not above 0"),
            VaryCause::Backwards => f.write_str("the range ends before it starts"),
            VaryCause::TooManyPoints => write!(f, "the range has more than {MOST_POINTS} points"),
        }
    }
}

impl std::error::Error for VaryError {}
