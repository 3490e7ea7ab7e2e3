//! What grants can break in their call.

use fordela_num::Rational;

/// Something of a call that grants do not keep to. Activities are named by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach {
    /// There are not as many grants as activities.
    WrongLength {
        /// The activities.
        activities: usize,
        /// The grants.
        grants: usize,
    },
    /// A grant is below zero or above the ask.
    OutsideAsk {
        /// The activity.
        activity: String,
    },
    /// A grant that the funding of the activity does not allow.
    NotAllowedByFunding {
        /// The activity.
        activity: String,
    },
    /// A cap or floor is broken.
    Case {
        /// The cap or floor in a word, as [`Call::case_label`](fordela_model::Call::case_label) has it.
        case: String,
        /// The sum of grants.
        sum: Rational,
        /// The limit.
        limit: Rational,
    },
    /// An activity gets money although one that it requires gets none, or one that it excludes gets some.
    Link {
        /// The activity in which the link is written.
        from: String,
        /// The activity that it names.
        to: String,
    },
    /// The funds cannot pay for all grants, each for what it may pay for, with the rules on their money kept.
    NotPaidFor,
}
