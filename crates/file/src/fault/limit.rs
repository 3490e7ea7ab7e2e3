//! Faults of size.

use std::fmt;

use crate::limits;

/// A file holds more than a call may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitFault {
    /// The call file is too large.
    CallTooLarge,
    /// The file of scenarios is too large.
    ScenariosTooLarge,
    /// The log of decisions is too large.
    LogTooLarge,
    /// There are too many scenarios.
    TooManyScenarios,
    /// The CSV file is too large.
    CsvTooLarge,
    /// There are too many words and marks.
    TooManyTokens,
    /// Tables and lists lie too deep in each other.
    TooDeep,
    /// A dotted key has too many parts.
    KeyTooLong,
    /// There are too many columns.
    TooManyColumns,
    /// There are too many cells.
    TooManyCells,
}

impl LimitFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::CallTooLarge | Self::TooManyTokens => {
                "keep the activities in a CSV file, named by `activities = \"activities.csv\"`"
            }
            Self::ScenariosTooLarge | Self::TooManyScenarios => "split the file",
            Self::LogTooLarge => "begin a new log",
            Self::CsvTooLarge | Self::TooManyCells => "split the call",
            Self::TooDeep | Self::KeyTooLong => "remove this; no value of a call lies that deep",
            Self::TooManyColumns => "remove the columns that are not about the call",
        }
        .to_owned()
    }
}

impl fmt::Display for LimitFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MEGABYTE: usize = 1024 * 1024;
        match self {
            Self::CallTooLarge => {
                write!(f, "the call file is larger than {} megabytes", limits::CALL_BYTES / MEGABYTE)
            }
            Self::ScenariosTooLarge => {
                write!(f, "the file of scenarios is larger than {} megabyte", limits::SCENARIOS_BYTES / MEGABYTE)
            }
            Self::LogTooLarge => write!(f, "the log is larger than {} megabytes", limits::LOG_BYTES / MEGABYTE),
            Self::TooManyScenarios => write!(f, "there are more than {} scenarios", limits::SCENARIOS),
            Self::CsvTooLarge => write!(f, "the CSV file is larger than {} megabytes", limits::CSV_BYTES / MEGABYTE),
            Self::TooManyTokens => write!(f, "the call file has more than {} words and marks", limits::TOKENS),
            Self::TooDeep => {
                write!(f, "tables and lists lie more than {} levels deep in each other here", limits::DEPTH)
            }
            Self::KeyTooLong => write!(f, "a key has more than {} parts", limits::KEY_PARTS),
            Self::TooManyColumns => write!(f, "there are more than {} columns", limits::COLUMNS),
            Self::TooManyCells => write!(f, "there are more than {} cells", limits::CELLS),
        }
    }
}
