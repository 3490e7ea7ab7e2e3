//! Faults of files of grants.

use std::fmt;

use fordela::alike::did_you_mean;
use fordela::{Money, Party};

use super::short;

/// What is wrong with a file of grants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionFault {
    /// There is nothing in the file.
    NothingGranted,
    /// There is no column of ids.
    NoIds,
    /// The JSON is no allocation.
    NoAllocation,
    /// An activity of an allocation lacks something that is needed, or it is no text.
    NoKey {
        /// What it lacks.
        key: &'static str,
    },
    /// A grant to what the call does not have.
    UnknownId {
        /// What it is said to be.
        to: Party,
        /// The id.
        id: String,
        /// The id that was probably meant.
        nearest: Option<String>,
    },
    /// Two grants to the same.
    Twice {
        /// What it is.
        to: Party,
        /// Its id.
        id: String,
    },
    /// No grant, not even of nothing, to what the call has.
    Missing {
        /// What it is.
        to: Party,
        /// Its id.
        id: String,
    },
    /// A grant below zero.
    Negative,
    /// A fund that the call does not have.
    UnknownFund {
        /// Its id.
        id: String,
        /// The id that was probably meant.
        nearest: Option<String>,
    },
    /// What the funds pay is not what is granted.
    NotSumOfFunds {
        /// What is granted.
        granted: Money,
        /// What the funds pay together.
        sum: Money,
    },
}

impl DecisionFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NothingGranted | Self::NoIds => {
                "name the columns in the first row: `activity` (or `applicant`) for ids of the call, and `granted` for \
                 sums"
                    .to_owned()
            }
            Self::NoAllocation => {
                "give what `fordela allocate --format json` prints for a possible call, or a CSV file".to_owned()
            }
            Self::NoKey { key } => format!("give every activity of the list a text `{key}`"),
            Self::UnknownId { id, nearest: Some(nearest), .. } => did_you_mean(id, nearest),
            Self::UnknownId { to, nearest: None, .. } => {
                format!("write the id of an {} of the call; leave out rows of sums", to.word())
            }
            Self::Twice { .. } => "remove one of the two, or add them up".to_owned(),
            Self::Missing { to: Party::Activity, .. } => {
                "add it, with the sum 0 if it gets nothing; to grant sums to applicants, name the column of ids \
                 `applicant`"
                    .to_owned()
            }
            Self::Missing { .. } => "add it, with the sum 0 if it gets nothing".to_owned(),
            Self::Negative => "write the sum that is granted, at least 0".to_owned(),
            Self::UnknownFund { id, nearest: Some(nearest) } => did_you_mean(id, nearest),
            Self::UnknownFund { nearest: None, .. } => "write the id of a fund of the call after `fund.`".to_owned(),
            Self::NotSumOfFunds { .. } => "correct one of the sums, or leave the columns of funds empty".to_owned(),
        }
    }
}

impl fmt::Display for DecisionFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingGranted => f.write_str("there is nothing in the file"),
            Self::NoIds => f.write_str("there is no column of activities or applicants"),
            Self::NoAllocation => f.write_str("this JSON holds no list `activities`, so it is no allocation"),
            Self::NoKey { key } => write!(f, "this activity has no `{key}`"),
            Self::UnknownId { to, id, .. } => write!(f, "the call has no {} `{}`", to.word(), short(id)),
            Self::Twice { to, id } => write!(f, "the {} `{}` stands twice", to.word(), short(id)),
            Self::Missing { to, id } => write!(f, "the {} `{}` of the call is missing", to.word(), short(id)),
            Self::Negative => f.write_str("the granted sum is below zero"),
            Self::UnknownFund { id, .. } => write!(f, "the call has no fund `{}`", short(id)),
            Self::NotSumOfFunds { granted, sum } => {
                write!(f, "{granted} is granted, but the funds pay {sum} of it")
            }
        }
    }
}
