//! What is wrong with a decision or an outcome, so that nothing can be followed up.

use std::fmt;

use fordela_model::alike::did_you_mean;
use fordela_model::call::Named;
use fordela_model::characters::short;

use super::outcome::{At, Sum};

/// Why nothing can be followed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUpError {
    /// The decision does not fit the call.
    Decision(Vec<GrantFault>),
    /// The outcome does not fit the call, or contradicts itself.
    Outcome(Vec<OutcomeFault>),
}

/// What is wrong with a grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GrantFault {
    /// It is to, or from, something that the call does not have.
    UnknownId {
        /// What it should be.
        named: Named,
        /// The id.
        id: String,
    },
    /// It is below zero.
    Negative {
        /// To whom it is.
        id: String,
    },
}

/// One thing that is wrong with an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutcomeFault {
    /// Where it stands.
    pub at: At,
    /// What it is.
    pub cause: OutcomeCause,
}

/// What can be wrong with an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutcomeCause {
    /// An id that nothing has.
    UnknownId {
        /// What it should be the id of.
        named: Named,
        /// The id.
        id: String,
        /// The id that is most like it.
        nearest: Option<String>,
    },
    /// The activity is not that applicant's.
    OfAnother {
        /// The activity.
        activity: String,
        /// Whose it is.
        applicant: String,
    },
    /// A row that is no sum names neither an activity nor an applicant.
    Nobody,
    /// A figure below zero.
    Negative,
    /// Two rows are about the same.
    Twice {
        /// The first of them.
        first: usize,
    },
    /// The money may have come from several funds, and the row does not say from which.
    NoFund {
        /// Those it may have come from.
        funds: Vec<String>,
    },
    /// Of one sum of money, some is split by kind of cost and some not.
    MixedKinds,
    /// A row of one kind of cost reports what is known of the whole only.
    OfKind {
        /// What it reports.
        sum: Sum,
    },
    /// More rows of sums than are looked at.
    TooManySums {
        /// So many are.
        most: usize,
    },
}

impl OutcomeCause {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::UnknownId { id, nearest: Some(nearest), .. } => did_you_mean(id, nearest),
            Self::UnknownId { named, nearest: None, .. } => {
                format!("write the id of {} {named} of the call; in a row of sums, write `total`", article(*named))
            }
            Self::OfAnother { applicant, .. } => format!("write `{applicant}`, or leave the applicant out"),
            Self::Nobody => "write the id of an activity or an applicant, or `total` in a row of sums".to_owned(),
            Self::Negative => {
                "write what was spent or received as at least 0; what was paid back is less spent".to_owned()
            }
            Self::Twice { .. } => "remove one of the two, add them up, or give each its kind of cost".to_owned(),
            Self::NoFund { funds } => format!("write one of `{}` as the fund", funds.join("`, `")),
            Self::MixedKinds => {
                "write the kind of cost in every row; write `total` as the kind of their sum".to_owned()
            }
            Self::OfKind { .. } => "move the figure to a row with no kind of cost, or with the kind `total`".to_owned(),
            Self::TooManySums { .. } => "leave out rows of sums".to_owned(),
        }
    }
}

fn article(named: Named) -> &'static str {
    if matches!(named, Named::Fund) { "a" } else { "an" }
}

/// The cause, in one sentence without a full stop.
impl fmt::Display for OutcomeCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownId { named, id, .. } => write!(f, "the call has no {named} `{}`", short(id)),
            Self::OfAnother { activity, applicant } => write!(f, "the activity `{activity}` is one of `{applicant}`"),
            Self::Nobody => f.write_str("the row names neither an activity nor an applicant"),
            Self::Negative => f.write_str("the figure is below zero"),
            Self::Twice { .. } => f.write_str("an earlier row is about the same money, period and kind of cost"),
            Self::NoFund { .. } => f.write_str("the row does not say which fund paid, and several may have"),
            Self::MixedKinds => f.write_str("the row has no kind of cost, but others about the same money have one"),
            Self::OfKind { sum } => write!(f, "`{}` is not told by kind of cost", sum.word()),
            Self::TooManySums { most } => write!(f, "there are more than {most} rows of sums"),
        }
    }
}
