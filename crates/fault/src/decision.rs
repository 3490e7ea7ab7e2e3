//! Faults of files of grants.

use fordela_model::Party;
use fordela_num::Money;

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
