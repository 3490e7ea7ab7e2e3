//! What is wrong with a call: the place, the cause and the fix, as data.

use std::fmt;

use fordela_num::{Money, Percent};
use rust_decimal::Decimal;

use super::id::{id_of, is_of_id};
use super::named::Named;
use super::place::Place;
use crate::alike::{did_you_mean, is_strange};
use crate::characters::{hidden, short};

/// One thing that is wrong with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands.
    pub place: Place,
    /// The same by ids, as in `activity.music.ask`; by number, from 0, where there is no id to tell it by.
    pub path: String,
    /// What it is.
    pub kind: FaultKind,
}

/// What can be wrong with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// An id is empty or has characters that no id may have.
    BadId {
        /// What it was given to.
        named: Named,
        /// The id.
        id: String,
    },
    /// Two things of one kind have one id.
    DuplicateId {
        /// What it was given to.
        named: Named,
        /// The id.
        id: String,
    },
    /// An id that nothing has.
    UnknownId {
        /// What it should be the id of.
        named: Named,
        /// The id.
        id: String,
        /// The id that is most like it.
        nearest: Option<String>,
    },
    /// A name in the place of an id that several have.
    SharedName {
        /// What they are.
        named: Named,
        /// The name.
        name: String,
    },
    /// The same word is listed twice.
    Repeated {
        /// The word.
        word: String,
    },
    /// The unit is not above zero.
    UnitNotPositive,
    /// An amount is below zero.
    NegativeAmount {
        /// The amount.
        amount: Money,
    },
    /// A number is outside its range.
    OutOfRange {
        /// The number.
        number: Decimal,
        /// The smallest allowed.
        least: Decimal,
        /// The largest allowed, if there is one.
        most: Option<Decimal>,
    },
    /// All criteria have the weight 0, or there is none.
    NoWeight,
    /// A percentage is outside 0–100.
    PercentOutOfRange {
        /// The number before the percent sign.
        percent: Decimal,
    },
    /// The tiers of `diminishing` do not end later and later.
    TiersNotRising,
    /// The factors of `diminishing` do not fall.
    FactorsNotFalling,
    /// The last tier of `diminishing` does not end at 100 %.
    TiersEndEarly,
    /// An activity has neither an ask nor lines.
    NoAsk {
        /// The activity.
        activity: String,
    },
    /// The ask is not the sum of the lines.
    AskNotSumOfLines {
        /// The ask.
        ask: Money,
        /// The sum of the lines.
        sum: Money,
    },
    /// An amount that is granted whole is not a whole multiple of the unit.
    NotMultipleOfUnit {
        /// The amount.
        amount: Money,
        /// The unit.
        unit: Money,
    },
    /// `levels` funding without levels.
    NoLevels {
        /// The activity.
        activity: String,
    },
    /// A level is not above the one before, or above the ask.
    LevelsNotRising {
        /// The level.
        level: Money,
    },
    /// `lines` funding without lines.
    NoLines {
        /// The activity.
        activity: String,
    },
    /// A key that belongs to another kind of funding.
    OtherFunding {
        /// The key.
        key: &'static str,
        /// The funding the key belongs to.
        belongs_to: &'static str,
    },
    /// A link from something to itself.
    LinkToItself {
        /// The id.
        id: String,
    },
    /// A link to a line of an activity that is not funded line by line.
    LineNotGranted {
        /// The line.
        line: String,
        /// The activity.
        activity: String,
    },
    /// A rule with neither cap nor floor.
    NoLimit {
        /// The rule.
        rule: String,
    },
    /// Something is repeated for every value of a kind that the selection fixes.
    EachFixed {
        /// The kind.
        each: &'static str,
    },
    /// What a fund may pay for cannot name funds.
    FundInPaysFor,
    /// A period whose days are not known.
    NotAPeriod {
        /// The text.
        text: String,
    },
    /// What should name a line does not have the form `activity/line`.
    NotALine {
        /// The text.
        text: String,
    },
    /// The least part that a fund carries is above the largest.
    MinPartAboveMax {
        /// The least part.
        least: Percent,
        /// The largest part.
        most: Percent,
    },
    /// A key of an objective that shares, with one that does not.
    NothingShared {
        /// The key.
        key: &'static str,
    },
    /// More than the call can hold.
    TooMany {
        /// What there is too much of.
        what: Named,
        /// The largest number.
        most: usize,
    },
}

/// The largest number of activities, and of lines, links, tags and rules, in one call.
pub const MOST: usize = 1_000_000;

impl Fault {
    /// What to do about it, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        use FaultKind as K;
        Some(match &self.kind {
            K::BadId { id, .. } => match id_of(id) {
                Some(id) => format!("write `{id}`, here and where it is referred to; a name is written as `name`"),
                None => "use letters, digits, `-` and `_`, such as `barn-unga`".to_owned(),
            },
            K::DuplicateId { named, .. } => format!("give every {named} its own id"),
            K::UnknownId { id, nearest: Some(nearest), .. } => did_you_mean(id, nearest),
            K::UnknownId { named, id, nearest: None } => format!("add the {named} `{}`, or remove this", short(id)),
            K::SharedName { named, .. } => format!("write the id of the {named} that is meant"),
            K::Repeated { .. } => "list it once".to_owned(),
            K::UnitNotPositive => "use 1 for whole kronor, or 100, 1_000 …".to_owned(),
            K::NegativeAmount { .. } => "write the amount without a minus sign".to_owned(),
            K::OutOfRange { least, most: Some(most), .. } => format!("use a number from {least} to {most}"),
            K::OutOfRange { least, most: None, .. } => format!("use a number above {least}"),
            K::NoWeight => "give at least one criterion a weight above 0".to_owned(),
            K::PercentOutOfRange { .. } => "use a percentage from 0 % to 100 %".to_owned(),
            K::TiersNotRising => "let every tier end later than the one before".to_owned(),
            K::FactorsNotFalling => {
                "let every factor be smaller than the one before, and the first at most 1".to_owned()
            }
            K::TiersEndEarly => "end the last tier with `up_to = \"100 %\"`".to_owned(),
            K::NoAsk { .. } => "give it an `ask`, or lines with a `cost`".to_owned(),
            K::AskNotSumOfLines { sum, .. } => format!("write `ask = {sum}`, or leave it out"),
            K::NotMultipleOfUnit { .. } => "change the amount, or choose a smaller unit".to_owned(),
            K::NoLevels { .. } => "give it `levels`, or choose another funding".to_owned(),
            K::LevelsNotRising { .. } => {
                "list the levels from the smallest to the largest, none above the ask".to_owned()
            }
            K::NoLines { .. } => "give it lines with a `cost`, or choose another funding".to_owned(),
            K::OtherFunding { belongs_to, .. } => format!("write `funding = \"{belongs_to}\"`, or remove this"),
            K::LinkToItself { .. } | K::FundInPaysFor => "remove this".to_owned(),
            K::LineNotGranted { activity, .. } => {
                format!("write `funding = \"lines\"` in the activity `{activity}`, or refer to the activity")
            }
            K::NoLimit { .. } => "add `at_least = …` or `at_most = …`".to_owned(),
            K::EachFixed { each } => format!("remove `each = \"{each}\"`, or `{each}` from the rule"),
            K::NotAPeriod { .. } => {
                "write it as `2023`, `2023-H1`, `2023-Q3`, `2023-06`, `2023-06-01` or `2023-06/2023-12`".to_owned()
            }
            K::NotALine { .. } => "write the ids of the activity and of its line as `activity/line`".to_owned(),
            K::MinPartAboveMax { most, .. } => format!("let `min_part` be at most {most}, or raise `max_part`"),
            K::NothingShared { .. } => {
                "write `kind = \"leximin\"` or another objective that shares, or remove this".to_owned()
            }
            K::TooMany { .. } => "split the call".to_owned(),
        })
    }
}

/// The cause, in one sentence without a full stop.
impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadId { named, id } => bad_id(f, *named, id),
            Self::DuplicateId { named, id } => write!(f, "the id `{}` is already that of another {named}", short(id)),
            Self::UnknownId { named, id, .. } => write!(f, "there is no {named} `{}`", short(id)),
            Self::SharedName { named, name } => write!(f, "`{}` is the name of more than one {named}", short(name)),
            Self::Repeated { word } => write!(f, "`{}` is listed twice", short(word)),
            Self::UnitNotPositive => f.write_str("the unit must be above 0"),
            Self::NegativeAmount { amount } => write!(f, "the amount {amount} is below 0"),
            Self::OutOfRange { number, least, most: Some(most) } => {
                write!(f, "{number} is outside {least} to {most}")
            }
            Self::OutOfRange { number, least, most: None } => write!(f, "{number} is not above {least}"),
            Self::NoWeight => f.write_str("no criterion has a weight, so that no activity has a priority"),
            Self::PercentOutOfRange { percent } => write!(f, "{percent} % is outside 0 % to 100 %"),
            Self::TiersNotRising => f.write_str("the tier does not end later than the one before"),
            Self::FactorsNotFalling => f.write_str("the factor is not smaller than the one before"),
            Self::TiersEndEarly => f.write_str("the last tier does not end at 100 % of the ask"),
            Self::NoAsk { activity } => write!(f, "the activity `{activity}` asks for nothing"),
            Self::AskNotSumOfLines { ask, sum } => write!(f, "the ask {ask} is not the sum of the lines, {sum}"),
            Self::NotMultipleOfUnit { amount, unit } => {
                write!(f, "{amount} can only be granted whole, and is not a multiple of the unit {unit}")
            }
            Self::NoLevels { activity } => write!(f, "the activity `{activity}` has no levels to choose from"),
            Self::LevelsNotRising { level } => {
                write!(f, "the level {level} is not above the one before, or above the ask")
            }
            Self::NoLines { activity } => write!(f, "the activity `{activity}` has no lines to grant"),
            Self::OtherFunding { key, belongs_to } => write!(f, "`{key}` belongs to the funding `{belongs_to}`"),
            Self::LinkToItself { id } => write!(f, "`{}` refers to itself", short(id)),
            Self::LineNotGranted { line, activity } => {
                write!(f, "the line `{line}` is not granted by itself, as `{activity}` is not funded line by line")
            }
            Self::NoLimit { rule } => write!(f, "the rule `{rule}` has neither cap nor floor"),
            Self::EachFixed { each } => write!(f, "a rule for each {each} cannot also select one {each}"),
            Self::FundInPaysFor => f.write_str("what a fund pays for cannot depend on a fund"),
            Self::NotAPeriod { text } => write!(f, "`{}` is not a period", short(text)),
            Self::NotALine { text } => write!(f, "`{}` does not name a line", short(text)),
            Self::MinPartAboveMax { least, most } => {
                write!(f, "the least part, {least}, is above the largest, {most}")
            }
            Self::NothingShared { key } => {
                write!(f, "`{key}` belongs to objectives that share, and `priority` does not")
            }
            Self::TooMany { what, most } => write!(f, "there are more than {most} {}", what.many()),
        }
    }
}

/// What is wrong with an id: that there is none, or the first character that no id has.
fn bad_id(f: &mut fmt::Formatter<'_>, named: Named, id: &str) -> fmt::Result {
    let article = named.article();
    let Some(character) = id.chars().find(|&character| !is_of_id(character)) else {
        return match id.is_empty() {
            true => write!(f, "the id of {article} {named} is empty"),
            false => write!(f, "`{}` cannot be the id of {article} {named}: it is too long", short(id)),
        };
    };
    write!(f, "`{}` cannot be the id of {article} {named}: it has ", short(id))?;
    match character {
        ' ' => f.write_str("a space in it"),
        _ if hidden(character).is_some() => write!(f, "U+{:04X} in it, which is not seen", u32::from(character)),
        _ if is_strange(character) || character.is_whitespace() => {
            write!(f, "U+{:04X} in it, which is neither a letter nor a digit", u32::from(character))
        }
        _ => write!(f, "`{character}` in it"),
    }
}

/// The place and the cause.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", short(&self.path), self.kind)
    }
}

/// All faults of a call, in the order of the call file; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The faults, or `None` when there is none.
    #[must_use]
    pub(super) fn of(faults: Vec<Fault>) -> Option<Self> {
        (!faults.is_empty()).then_some(Self(faults))
    }

    /// The faults.
    #[must_use]
    pub fn list(&self) -> &[Fault] {
        &self.0
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, fault) in self.0.iter().enumerate() {
            if n > 0 {
                writeln!(f)?;
            }
            fault.fmt(f)?;
            if let Some(help) = fault.help() {
                write!(f, " ({help})")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
