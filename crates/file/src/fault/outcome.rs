//! Faults of files of what was reported.

use std::fmt;

use super::short;

/// What is wrong with a file of what was reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeFault {
    /// There is nothing in the file.
    NothingReported,
    /// A column that means nothing to a follow-up.
    UnknownColumn {
        /// The name.
        column: String,
        /// The column that was probably meant.
        nearest: Option<&'static str>,
    },
    /// There is no column of ids, or none of figures.
    NoColumns {
        /// Whether it is that of ids.
        lacks_ids: bool,
    },
}

impl OutcomeFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::UnknownColumn { nearest: Some(nearest), .. } => format!("did you mean `{nearest}`?"),
            Self::UnknownColumn { nearest: None, .. } => {
                "name a column of results `result.` and what is counted, and one for people `note`".to_owned()
            }
            Self::NothingReported | Self::NoColumns { .. } => {
                "name the columns in the first row: `activity` or `applicant` for ids of the call, `spent` for what \
                 was spent"
                    .to_owned()
            }
        }
    }
}

impl fmt::Display for OutcomeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingReported => f.write_str("there is nothing in the file"),
            Self::UnknownColumn { column, .. } => write!(f, "there is no column `{}`", short(column)),
            Self::NoColumns { lacks_ids: true } => f.write_str("there is no column of activities or applicants"),
            Self::NoColumns { lacks_ids: false } => f.write_str("there is no column of figures"),
        }
    }
}
