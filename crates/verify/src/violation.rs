//! What an allocation can break.

use std::fmt;

use fordela_num::{Money, Rational};
use serde::Serialize;

/// One thing in which an allocation breaks its call. Activities, funds, cases and links are referred
/// to by their place in the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Violation {
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
        activity: usize,
        /// The grant.
        amount: Money,
    },
    /// A grant is no whole multiple of the unit.
    NotMultipleOfUnit {
        /// The activity.
        activity: usize,
        /// The grant.
        amount: Money,
    },
    /// A grant that the funding of the activity does not allow.
    NotAllowedByFunding {
        /// The activity.
        activity: usize,
        /// The grant.
        amount: Money,
    },
    /// The granted lines do not add up to the grant.
    LinesDoNotAddUp {
        /// The activity.
        activity: usize,
    },
    /// The money from the funds does not add up to the grant.
    FundsDoNotAddUp {
        /// The activity.
        activity: usize,
    },
    /// A fund pays for what it may not pay for.
    FundMayNotPay {
        /// The activity.
        activity: usize,
        /// The fund.
        fund: usize,
    },
    /// The money for the lines of an activity does not add up to what the funds pay, or to the lines.
    LinePaymentsDoNotAddUp {
        /// The activity.
        activity: usize,
    },
    /// A fund carries less or more of an activity than it may.
    PartOutside {
        /// The activity.
        activity: usize,
        /// The fund.
        fund: usize,
        /// What it pays.
        paid: Money,
    },
    /// Two funds pay for an activity that may not pay beside each other.
    FundsApart {
        /// The activity.
        activity: usize,
        /// One fund.
        one: usize,
        /// The other.
        other: usize,
    },
    /// A fund pays more than it holds.
    FundOverspent {
        /// The fund.
        fund: usize,
        /// What it pays.
        paid: Money,
    },
    /// A cap or floor is broken.
    CaseBroken {
        /// The case.
        case: usize,
        /// The sum of grants.
        sum: Money,
        /// The limit.
        limit: Rational,
    },
    /// A link is broken.
    LinkBroken {
        /// The link.
        link: usize,
    },
    /// The proof does not hold, or proves less than the allocation is worth.
    ProofFails,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongLength { activities, grants } => {
                write!(f, "there are {grants} grants for {activities} activities")
            }
            Self::OutsideAsk { activity, amount } => {
                write!(f, "activity {activity} gets {amount}, which is outside its ask")
            }
            Self::NotMultipleOfUnit { activity, amount } => {
                write!(f, "activity {activity} gets {amount}, which is no multiple of the unit")
            }
            Self::NotAllowedByFunding { activity, amount } => {
                write!(f, "activity {activity} gets {amount}, which its funding does not allow")
            }
            Self::LinesDoNotAddUp { activity } => {
                write!(f, "the granted lines of activity {activity} do not add up to its grant")
            }
            Self::FundsDoNotAddUp { activity } => {
                write!(f, "the money of activity {activity} from the funds does not add up to its grant")
            }
            Self::FundMayNotPay { activity, fund } => write!(f, "fund {fund} may not pay for activity {activity}"),
            Self::LinePaymentsDoNotAddUp { activity } => {
                write!(f, "the money for the lines of activity {activity} does not add up")
            }
            Self::PartOutside { activity, fund, paid } => {
                write!(f, "fund {fund} pays {paid} of activity {activity}, which is not within its parts")
            }
            Self::FundsApart { activity, one, other } => {
                write!(f, "funds {one} and {other} may not pay for activity {activity} together")
            }
            Self::FundOverspent { fund, paid } => write!(f, "fund {fund} pays {paid}, which is more than it holds"),
            Self::CaseBroken { case, sum, limit } => {
                write!(f, "the sum {sum} breaks the limit {limit} of case {case}")
            }
            Self::LinkBroken { link } => write!(f, "link {link} is broken"),
            Self::ProofFails => f.write_str("the proof of the bound fails"),
        }
    }
}
