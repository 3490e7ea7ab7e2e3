//! Complaints: a higher priority and a lower share than somebody else.

use fordela_model::Party;
use fordela_model::call::{CaseId, LinkId};
use fordela_num::{Money, Rational};
use serde::Serialize;

/// The complaints about grants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Complaints {
    /// Whether activities complain, or applicants, as they do where the grants of activities are not known. An
    /// applicant has the mean priority of its activities, `Σ ask·p / Σ ask`.
    pub among: Party,
    /// How many pairs there are of which one has the higher priority and the lower share.
    pub count: usize,
    /// How many have a higher priority and a lower share than somebody.
    pub complaining: usize,
    /// The complaints with the most envy, the largest first; equal ones by their ids.
    pub largest: Vec<Complaint>,
}

/// One has a higher priority and a lower share than another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Complaint {
    /// The id of who has the higher priority.
    pub one: String,
    /// The id of who has the higher share.
    pub other: String,
    /// How much more the one would have with the share of the other: `ask·share_other − grant`.
    pub envy: Rational,
    /// What became of the least change that mends it.
    pub verdict: Verdict,
}

/// What became of the least change that mends a complaint: money moved from the other to the one until the share of
/// the one is no lower, which takes `t = (g_other·c_one − g_one·c_other) / (c_one + c_other)` or more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The complaint is justified: the move breaks nothing that was kept before it.
    Mendable {
        /// The least money, in whole units, that mends it.
        moved: Money,
        /// By how much the value of all grants rises with it; `None` among applicants.
        value: Option<Rational>,
    },
    /// The complaint is explained: no such move can be made.
    Explained {
        /// The least money that would mend it, if how the two are funded allows any.
        moved: Option<Money>,
        /// What stands in the way of moving that; never empty.
        by: Vec<Obstacle>,
    },
    /// It cannot be told.
    Unknown(Unknown),
}

/// What stands in the way of moving money between two.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Obstacle {
    /// A cap or floor would be broken, or broken further.
    Case(CaseId),
    /// A link would be broken.
    Link(LinkId),
    /// The activity of this id cannot be granted such an amount: its ask, funding, levels, lines or least share do not allow it.
    Funding(String),
    /// The funds that may pay for the one do not hold enough.
    Funds,
    /// With the sums of the applicants moved, there is no way to part them over their activities.
    Parting,
}

/// Why something cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unknown {
    /// It depends on which lines were granted, which nobody said.
    Lines,
    /// There are too many choices among lines to try all.
    ManyLines,
    /// The effort or the time was spent.
    Effort,
    /// It would take too much to find out which fund can pay for what.
    Funds,
    /// The sums of the applicants keep the rules in no way, moved or not.
    Decision,
}
