//! What is wrong with a decision or an outcome, so that nothing can be followed up.

use fordela_model::call::Named;
use fordela_num::Money;

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
    /// A figure below zero that is no refund.
    Negative,
    /// More was refunded than was spent.
    RefundAbove {
        /// So much was spent.
        spent: Money,
    },
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
