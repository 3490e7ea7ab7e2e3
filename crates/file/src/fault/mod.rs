//! What can be wrong with the files of a call: one type per concept, each with its cause and its fix.

mod csv;
mod decision;
mod file;
mod level;
mod limit;
mod log;
mod outcome;
mod shape;
mod syntax;
mod value;

use std::fmt;

pub(crate) use fordela::characters::short;

pub use csv::CsvFault;
pub use decision::DecisionFault;
pub use file::{EncodingFault, FileFault};
pub use level::LevelFault;
pub use limit::LimitFault;
pub use log::LogFault;
pub use outcome::OutcomeFault;
pub use shape::{Expected, Got, ShapeFault};
pub use syntax::{JsonFault, TomlFault};
pub use value::{NumberFault, ValueFault};

/// One thing that is wrong with the files of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadFault {
    /// The file cannot be read.
    File(FileFault),
    /// The file is no plain text.
    Encoding(EncodingFault),
    /// The file holds more than it may.
    Limit(LimitFault),
    /// The text is no TOML.
    Toml(TomlFault),
    /// The text is no JSON.
    Json(JsonFault),
    /// The rows and columns of the CSV file.
    Csv(CsvFault),
    /// A key is unknown, missing or holds the wrong kind of value.
    Shape(ShapeFault),
    /// The text of a value cannot be read.
    Value(ValueFault),
    /// All can be read, but it is no valid call.
    Call(fordela::call::Fault),
    /// The call that is named as an applicant's own cannot be that.
    Level(LevelFault),
    /// A file of grants does not fit the call.
    Decision(DecisionFault),
    /// The entries of a log of decisions do not hold together.
    Log(LogFault),
    /// A file of what was reported cannot be read as one.
    Outcome(OutcomeFault),
    /// What was reported does not fit the call, or contradicts itself.
    FollowUp(fordela::follow_up::OutcomeCause),
    /// A change of a scenario cannot be made in the call.
    Change(Box<fordela::scenario::ChangeCause>),
    /// All changes of a scenario can be made, but what comes out is no valid call.
    Changed(fordela::call::Fault),
}

impl ReadFault {
    /// What to do about it, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Self::File(fault) => fault.help(),
            Self::Encoding(fault) => Some(fault.help()),
            Self::Limit(fault) => Some(fault.help()),
            Self::Toml(fault) => fault.help(),
            Self::Json(fault) => fault.help(),
            Self::Csv(fault) => Some(fault.help()),
            Self::Shape(fault) => Some(fault.help()),
            Self::Level(fault) => Some(fault.help()),
            Self::Decision(fault) => Some(fault.help()),
            Self::Log(fault) => Some(fault.help()),
            Self::Value(fault) => Some(fault.help()),
            Self::Outcome(fault) => Some(fault.help()),
            Self::FollowUp(cause) => Some(cause.help()),
            Self::Call(fault) | Self::Changed(fault) => fault.help(),
            Self::Change(cause) => cause.help(),
        }
    }
}

/// The cause, in one sentence without a full stop.
impl fmt::Display for ReadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(fault) => fault.fmt(f),
            Self::Encoding(fault) => fault.fmt(f),
            Self::Limit(fault) => fault.fmt(f),
            Self::Toml(fault) => fault.fmt(f),
            Self::Json(fault) => fault.fmt(f),
            Self::Csv(fault) => fault.fmt(f),
            Self::Shape(fault) => fault.fmt(f),
            Self::Level(fault) => fault.fmt(f),
            Self::Decision(fault) => fault.fmt(f),
            Self::Log(fault) => fault.fmt(f),
            Self::Value(fault) => fault.fmt(f),
            Self::Outcome(fault) => fault.fmt(f),
            Self::FollowUp(cause) => cause.fmt(f),
            Self::Call(fault) => fault.kind.fmt(f),
            Self::Change(cause) => cause.fmt(f),
            Self::Changed(fault) => write!(f, "the changed call is not valid: {fault}"),
        }
    }
}

macro_rules! from_fault {
    ($($fault:ident => $kind:ident),* $(,)?) => {
        $(impl From<$fault> for ReadFault {
            fn from(fault: $fault) -> Self {
                Self::$kind(fault)
            }
        })*
    };
}

from_fault! {
    FileFault => File,
    EncodingFault => Encoding,
    LimitFault => Limit,
    TomlFault => Toml,
    JsonFault => Json,
    CsvFault => Csv,
    DecisionFault => Decision,
    LevelFault => Level,
    LogFault => Log,
    OutcomeFault => Outcome,
    ShapeFault => Shape,
    ValueFault => Value,
}
