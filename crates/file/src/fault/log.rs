//! Faults of logs of decisions.

use std::fmt;

use super::short;

/// Why the entries of a log do not hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogFault {
    /// An entry, or what stands between it and the one before, is not as it was written.
    Edited {
        /// The number of the entry.
        entry: usize,
    },
    /// An entry does not follow on the one before: something between them was removed, moved or put in.
    Gap {
        /// The number of the entry.
        entry: usize,
    },
    /// Something stands after the last entry.
    After {
        /// The number of the last entry.
        entry: usize,
    },
    /// An entry has no whole number.
    NotACount {
        /// What it has.
        text: String,
    },
}

impl LogFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Edited { .. } | Self::Gap { .. } | Self::After { .. } => {
                "entries are only ever added, by `fordela record`; bring the log back as it was, from a copy".to_owned()
            }
            Self::NotACount { .. } => "write the number that the entry had".to_owned(),
        }
    }
}

impl fmt::Display for LogFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edited { entry } => write!(f, "entry {entry} of the log is not as it was written"),
            Self::Gap { entry } => {
                write!(f, "entry {entry} of the log does not follow on the entry before it, as it did when written")
            }
            Self::After { entry } => {
                write!(f, "there is something after entry {entry} of the log that is no entry")
            }
            Self::NotACount { text } => write!(f, "`{}` is no number of an entry", short(text)),
        }
    }
}
