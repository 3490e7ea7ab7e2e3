//! Who has a higher priority and a lower share than somebody else.

use fordela::audit::{Complaint, Complaints, Obstacle, Unknown, Verdict};
use fordela::call::{LinkId, LinkKind, NodeId};
use fordela::{Money, Party, Rational};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::{
    CaseReport,
    decimals::{As, OrNone, Two},
};
use crate::{Names, PartyReport};

/// The complaints about grants.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ComplaintsReport {
    /// Whether activities complain, or applicants, as they do where the grants of activities are not known.
    #[schemars(with = "crate::Plural")]
    pub among: &'static str,
    /// How many pairs there are of which one has the higher priority and the lower share.
    pub count: usize,
    /// How many have a higher priority and a lower share than somebody.
    pub complaining: usize,
    /// The largest complaints, by their envy.
    pub largest: Vec<ComplaintReport>,
}

/// One has a higher priority and a lower share than another.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ComplaintReport {
    /// Who has the higher priority.
    pub one: PartyReport,
    /// Who has the higher share.
    pub other: PartyReport,
    /// How much more the one would have with the share of the other. In JSON with two decimals.
    #[serde(with = "As::<Two>")]
    pub envy: Rational,
    /// What became of the least change that mends it.
    #[serde(flatten)]
    pub verdict: VerdictReport,
}

/// What became of the least change that mends a complaint.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum VerdictReport {
    /// Money can be moved so that the complaint is no more.
    Justified {
        /// The least money that is enough.
        moved: Money,
        /// By how much the value rises with it; `null` among applicants. In JSON with two decimals.
        #[serde(with = "OrNone::<Two>")]
        value: Option<Rational>,
    },
    /// Something stands in the way.
    Explained {
        /// The least money that would be enough, where funding allows any.
        moved: Option<Money>,
        /// What stands in the way.
        by: Vec<ObstacleReport>,
    },
    /// It cannot be told.
    Unknown {
        /// Why.
        why: UnknownWord,
    },
}

/// What stands in the way of moving money.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "obstacle", rename_all = "kebab-case")]
pub enum ObstacleReport {
    /// A cap or floor.
    Rule(Box<CaseReport>),
    /// A link between two.
    Link {
        /// What the link says.
        kind: LinkKind,
        /// What it is written in.
        from: NodeReport,
        /// What it names.
        to: NodeReport,
    },
    /// The ask, the funding, the levels, the lines or the least share of an activity.
    Funding(PartyReport),
    /// The funds that may pay do not hold enough.
    Funds,
    /// The sums cannot be parted over activities.
    Parting,
}

/// An activity, or a line of one.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct NodeReport {
    /// The activity.
    pub activity: PartyReport,
    /// The id of the line, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
}

/// Why something cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnknownWord {
    /// It depends on which lines were granted.
    Lines,
    /// There are too many choices among lines.
    ManyLines,
    /// The effort or the time was spent.
    Effort,
    /// It would take too much to find out which fund can pay for what.
    Funds,
    /// The decision keeps the rules in no way, whatever is moved.
    Decision,
}

impl ComplaintsReport {
    pub(super) fn new(complaints: &Complaints, names: &Names<'_>) -> Self {
        let level = complaints.among;
        let report = |Complaint { one, other, envy, verdict }: &Complaint| ComplaintReport {
            one: names.party(level, one),
            other: names.party(level, other),
            envy: envy.clone(),
            verdict: VerdictReport::new(verdict, names),
        };
        Self {
            among: level.plural(),
            count: complaints.count,
            complaining: complaints.complaining,
            largest: complaints.largest.iter().map(report).collect(),
        }
    }
}

impl VerdictReport {
    fn new(verdict: &Verdict, names: &Names<'_>) -> Self {
        match verdict {
            Verdict::Mendable { moved, value } => Self::Justified { moved: *moved, value: value.clone() },
            Verdict::Explained { moved, by } => Self::Explained {
                moved: *moved,
                by: by.iter().map(|obstacle| ObstacleReport::new(obstacle, names)).collect(),
            },
            Verdict::Unknown(why) => Self::Unknown {
                why: match why {
                    Unknown::Lines => UnknownWord::Lines,
                    Unknown::ManyLines => UnknownWord::ManyLines,
                    Unknown::Effort => UnknownWord::Effort,
                    Unknown::Funds => UnknownWord::Funds,
                    Unknown::Decision => UnknownWord::Decision,
                },
            },
        }
    }

    /// The word in JSON.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Justified { .. } => "justified",
            Self::Explained { .. } => "explained",
            Self::Unknown { .. } => "unknown",
        }
    }
}

impl ObstacleReport {
    fn new(obstacle: &Obstacle, names: &Names<'_>) -> Self {
        match obstacle {
            Obstacle::Case(case) => Self::Rule(Box::new(names.case(case))),
            Obstacle::Link(link) => {
                let (kind, from, to) = link_of(link, names);
                Self::Link { kind, from, to }
            }
            Obstacle::Funding(id) => Self::Funding(names.party(Party::Activity, id)),
            Obstacle::Funds => Self::Funds,
            Obstacle::Parting => Self::Parting,
        }
    }
}

/// What a link says, and of what.
pub(super) fn link_of(link: &LinkId, names: &Names<'_>) -> (LinkKind, NodeReport, NodeReport) {
    let node =
        |node: &NodeId| NodeReport { activity: names.party(Party::Activity, &node.activity), line: node.line.clone() };
    (link.kind, node(&link.from), node(&link.to))
}
