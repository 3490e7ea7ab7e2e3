//! What is wrong with a scenario: the change, the cause and the fix, as data.

use std::fmt;

use fordela_num::{Money, MoneyError};

use super::path::Path;
use crate::alike::did_you_mean;
use crate::call::{Base, Faults, Named, Percent};
use crate::characters::{listed, short};
use crate::keys::Form;

/// Why a scenario makes no call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScenarioError {
    /// Changes that cannot be made, in their order; never empty.
    Changes(Vec<ChangeFault>),
    /// All changes can be made, but what comes out is no valid call.
    Faults(Faults),
}

/// A change that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeFault {
    /// The change, by its place in the scenario.
    pub change: usize,
    /// Why.
    pub cause: ChangeCause,
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeCause {
    /// The text is no path.
    NotAPath {
        /// The text.
        path: String,
        /// The path of the call that is most like it.
        nearest: Option<String>,
    },
    /// The call has nothing by an id of the path.
    UnknownInPath {
        /// The path.
        path: Path,
        /// What the id should be the id of.
        named: Named,
        /// The id.
        id: String,
        /// The path of the call that is most like it.
        nearest: Option<String>,
    },
    /// The call has nothing by an id.
    UnknownId {
        /// What it should be the id of.
        named: Named,
        /// The id.
        id: String,
        /// The id that is most like it.
        nearest: Option<String>,
    },
    /// The value does not fit the path.
    BadValue {
        /// The path.
        path: Box<Path>,
        /// The value.
        value: String,
        /// Why it does not fit.
        cause: ValueCause,
    },
    /// The least that an activity is to get does not fit.
    BadLeast {
        /// The activity.
        activity: String,
        /// The value.
        value: String,
        /// Why it does not fit.
        cause: ValueCause,
    },
    /// The ask of an activity is the sum of its lines, and cannot be set by itself.
    AskIsSumOfLines {
        /// The activity.
        activity: String,
        /// Its lines.
        lines: Vec<String>,
    },
    /// The funds hold nothing, and several of them cannot be raised in proportion; or there is none.
    NothingToScale,
    /// An activity that others name cannot be taken away.
    StillNamed {
        /// The activity.
        activity: String,
        /// What names it.
        by: Vec<Mention>,
    },
}

/// What names an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mention {
    /// An activity, or `activity/line`, requires it.
    Requires(String),
    /// An activity, or `activity/line`, excludes it.
    Excludes(String),
    /// A rule selects it.
    Rule(String),
    /// A fund pays for it by its id.
    Fund(String),
}

/// Why a value does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueCause {
    /// It is no amount of money.
    Money(MoneyError),
    /// It is no number.
    NotANumber,
    /// It is no percentage.
    NotAPercentage,
    /// It is neither a percentage nor two, the lower first.
    NotASpendRate,
    /// It is neither an amount nor a percentage of something.
    NotALimit,
    /// It is a percentage that does not say of what.
    PercentOfWhat {
        /// The percentage.
        percent: Percent,
    },
    /// The limit is a percentage, and can only be changed by percentage points.
    LimitIsAPercentage {
        /// The percentage.
        was: Percent,
        /// What it is a percentage of.
        of: Base,
    },
    /// The limit is a sum, and can only be changed by a sum or by a part of itself.
    LimitIsASum {
        /// The sum.
        was: Money,
    },
    /// There is nothing yet that could be changed.
    NothingToChange,
    /// What comes out is below zero.
    BelowZero,
    /// What comes out has more digits than are kept.
    TooManyDigits,
    /// It is nothing that a call file has there.
    NotOfItsForm,
    /// It is none of the words that are known.
    NotOneOf {
        /// The words.
        words: Vec<&'static str>,
        /// The word that is most like it.
        nearest: Option<String>,
    },
}

impl ChangeCause {
    /// What to do about it, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::NotAPath { path, nearest: Some(nearest) } => did_you_mean(path, nearest),
            Self::UnknownInPath { path, nearest: Some(nearest), .. } => did_you_mean(&path.to_string(), nearest),
            Self::UnknownId { id, nearest: Some(nearest), .. } => did_you_mean(id, nearest),
            Self::NotAPath { .. } => "write a path such as `budget`, `fund.ID.amount`, `criterion.ID.weight`, \
                                      `activity.ID.ask` or `rule.ID.at_most`"
                .to_owned(),
            Self::UnknownInPath { named, .. } | Self::UnknownId { named, .. } => {
                format!("write the id of {} {named} of the call", named.article())
            }
            Self::BadValue { path, cause, .. } => value_help(cause, path),
            Self::BadLeast { .. } => "write a sum such as `500k`, or a part of the ask such as `50%`".to_owned(),
            Self::AskIsSumOfLines { activity, lines } => {
                let paths: Vec<String> =
                    lines.iter().map(|line| format!("`activity.{activity}.line.{line}.cost`")).collect();
                format!("change {}", listed(&paths, "or"))
            }
            Self::NothingToScale => "set `fund.ID.amount` of a fund".to_owned(),
            Self::StillNamed { by, .. } => match by.iter().find_map(Mention::rule) {
                Some(rule) => format!("drop the rule `{rule}` first, or forbid the activity rather than dropping it"),
                None => "forbid the activity rather than dropping it, or drop what names it first".to_owned(),
            },
        })
    }
}

fn value_help(cause: &ValueCause, path: &Path) -> String {
    match cause {
        ValueCause::NotOneOf { nearest: Some(nearest), .. } => format!("did you mean `{nearest}`?"),
        ValueCause::NotOneOf { words, .. } => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            format!("write {}", listed(&words, "or"))
        }
        ValueCause::PercentOfWhat { percent } => {
            format!("write `{percent} of asked`, `{percent} of budget` or `{percent} of granted`")
        }
        ValueCause::LimitIsAPercentage { .. } => {
            "change it by percentage points, such as `+5%`, or write a new limit".to_owned()
        }
        ValueCause::LimitIsASum { .. } => {
            "change it by a sum such as `-100k` or a part such as `+5%`, or write a new limit".to_owned()
        }
        ValueCause::NothingToChange => "write it without a sign".to_owned(),
        ValueCause::BelowZero => "change it by less, or write what it is to be".to_owned(),
        ValueCause::TooManyDigits => "write what it is to be, with fewer decimals".to_owned(),
        ValueCause::Money(_)
        | ValueCause::NotANumber
        | ValueCause::NotAPercentage
        | ValueCause::NotASpendRate
        | ValueCause::NotALimit
        | ValueCause::NotOfItsForm => format!("write {}", examples(path)),
    }
}

/// Values that the path takes.
fn examples(path: &Path) -> &'static str {
    match path.form() {
        Form::Money => "an amount such as `1_550_000` or `30M`, or a change such as `-2_000_000`, `+5%` or `90%`",
        Form::Number if path.has_always_a_value() => "a number such as `2.5`, or a change such as `+0.5` or `90%`",
        Form::Number => "a number such as `2`, a change such as `+1`, or `none`",
        Form::Percent => "a percentage such as `50%`, percentage points such as `+10%`, or `none`",
        Form::SpendRate => {
            "a percentage such as `85%`, two such as `70–90%`, percentage points such as `+5%`, or `none`"
        }
        Form::Limit => "a limit such as `500_000` or `50 % of asked`, a change such as `+5%`, or `none`",
        Form::YesOrNo | Form::Word(_) => "one of the words that a call file takes",
        Form::Date => "a day such as `2026-12-31`",
        Form::Id
        | Form::Text
        | Form::Period
        | Form::FileName
        | Form::Amounts
        | Form::Texts
        | Form::TextOrTexts
        | Form::Scores
        | Form::Table(_)
        | Form::Tables(_) => "it as in a call file",
    }
}

impl Mention {
    fn rule(&self) -> Option<&str> {
        match self {
            Self::Rule(rule) => Some(rule),
            Self::Requires(_) | Self::Excludes(_) | Self::Fund(_) => None,
        }
    }
}

impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Requires(from) => write!(f, "`{from}` requires it"),
            Self::Excludes(from) => write!(f, "`{from}` excludes it"),
            Self::Rule(rule) => write!(f, "the rule `{rule}` selects it"),
            Self::Fund(fund) => write!(f, "the fund `{fund}` pays for it by name"),
        }
    }
}

/// The cause, in one sentence without a full stop.
impl fmt::Display for ChangeCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPath { path, .. } => write!(f, "`{}` is no path to something that can be changed", short(path)),
            Self::UnknownInPath { path, named, id, .. } => {
                write!(f, "`{}`: there is no {named} `{}`", short(&path.to_string()), short(id))
            }
            Self::UnknownId { named, id, .. } => write!(f, "there is no {named} `{}`", short(id)),
            Self::BadValue { path, value, cause } => {
                write!(f, "`{}` cannot be `{}`: {cause}", short(&path.to_string()), short(value))
            }
            Self::BadLeast { activity, value, cause } => {
                write!(f, "`{}` cannot be required to get `{}`: {cause}", short(activity), short(value))
            }
            Self::AskIsSumOfLines { activity, .. } => {
                write!(f, "the ask of `{activity}` is the sum of its lines, and cannot be set by itself")
            }
            Self::NothingToScale => f.write_str("the funds hold nothing that could be scaled in proportion"),
            Self::StillNamed { activity, by } => {
                let by: Vec<String> = by.iter().map(ToString::to_string).collect();
                write!(f, "the activity `{activity}` cannot be dropped: {}", listed(&by, "and"))
            }
        }
    }
}

/// The cause, as the end of a sentence.
impl fmt::Display for ValueCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(cause) => cause.fmt(f),
            Self::NotANumber => f.write_str("this is not a number"),
            Self::NotAPercentage => f.write_str("this is not a percentage"),
            Self::NotASpendRate => f.write_str("this is neither a percentage nor two, the lower first"),
            Self::NotALimit => f.write_str("this is neither an amount nor a percentage of something"),
            Self::PercentOfWhat { .. } => f.write_str("it does not say of what it is a percentage"),
            Self::LimitIsAPercentage { was, of } => write!(f, "the limit is a percentage, {was} of {}", of.word()),
            Self::LimitIsASum { was } => write!(f, "the limit is a sum, {was}"),
            Self::NothingToChange => f.write_str("there is nothing yet that could be changed"),
            Self::BelowZero => f.write_str("what comes out is below 0"),
            Self::TooManyDigits => f.write_str("what comes out has more digits than are kept"),
            Self::NotOfItsForm => f.write_str("a call file cannot have it there"),
            Self::NotOneOf { .. } => f.write_str("there is no such word"),
        }
    }
}

/// The causes, one a line, each with what to do.
impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changes = match self {
            Self::Changes(changes) => changes,
            Self::Faults(faults) => return write!(f, "the changed call is not valid: {faults}"),
        };
        for (n, ChangeFault { cause, .. }) in changes.iter().enumerate() {
            write!(f, "{}{cause}", if n > 0 { "\n" } else { "" })?;
            if let Some(help) = cause.help() {
                write!(f, " ({help})")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for ScenarioError {}
