//! Reasons as reports.

use fordela::call::{CaseId, LinkKind};
use fordela::explain::Reason;
use schemars::JsonSchema;
use serde::Serialize;
use strum::IntoStaticStr;

use crate::Names;

/// What did most to settle a grant, with ids of what it concerns.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize, IntoStaticStr)]
#[serde(tag = "word", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Why {
    /// All that was asked for is granted.
    Full,
    /// Nothing was asked for.
    NothingAsked,
    /// No fund may pay for it.
    NoFund,
    /// All that funds may pay for is granted; none may pay for the rest.
    NotPayable,
    /// The funds that have money left may carry only a part of it, or not beside those that pay for it.
    Parts {
        /// The ids of the funds that have money left.
        funds: Vec<String>,
    },
    /// All whole units of the ask are granted; the rest is less than a unit.
    WholeUnits,
    /// It is worth nothing by the criteria.
    NoPriority,
    /// A floor holds it up.
    Lifted {
        /// The id of the rule.
        rule: String,
        /// The name of the rule, or its id.
        name: String,
        /// What the rule is repeated for.
        #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
        subject: Option<String>,
    },
    /// A cap holds it down.
    Capped {
        /// The id of the rule.
        rule: String,
        /// The name of the rule, or its id.
        name: String,
        /// What the rule is repeated for.
        #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
        subject: Option<String>,
    },
    /// The money went to what is worth more.
    Budget {
        /// The ids of the funds that may pay for it.
        funds: Vec<String>,
    },
    /// The funds that may pay for it are used up, while others have money left.
    FundTooSmall {
        /// The ids of the funds that may pay for it.
        funds: Vec<String>,
    },
    /// The last of the money is shared with others that are worth as much, in equal shares of what they ask for.
    Tied {
        /// The id of the first that share, in the order of the call: the same for all of them.
        group: String,
        /// How many share, this activity among them.
        size: usize,
        /// The ids of the other activities; of many, the first six.
        with: Vec<String>,
    },
    /// The money is shared by the call's objective, and this is what sharing gives it.
    Shared {
        /// The ids of the funds that may pay for it.
        funds: Vec<String>,
    },
    /// It is held up because everybody gets at least a part of what sharing gives.
    FairPart,
    /// It is granted in steps, and no larger step fitted.
    Steps,
    /// It needs something that was not granted, or something was granted that rules it out.
    Linked {
        /// What the link says.
        link: LinkKind,
        /// What the link is written in: the id of an activity, or `activity/line`.
        from: String,
        /// What the link names.
        to: String,
    },
}

impl Why {
    /// How many of those that an activity shares with are named: naming all would take the square of their number.
    pub const NAMED: usize = 6;

    /// The reason of an activity.
    pub(super) fn new(names: &Names<'_>, activity: &str, reason: &Reason) -> Self {
        match reason {
            Reason::Full => Self::Full,
            Reason::NothingAsked => Self::NothingAsked,
            Reason::NoFund => Self::NoFund,
            Reason::NotPayable => Self::NotPayable,
            Reason::Parts { funds } => Self::Parts { funds: funds.clone() },
            Reason::WholeUnits => Self::WholeUnits,
            Reason::NoPriority => Self::NoPriority,
            Reason::Steps => Self::Steps,
            Reason::FairPart => Self::FairPart,
            Reason::Shared { funds } => Self::Shared { funds: funds.clone() },
            Reason::Lifted { case: CaseId { rule, subject, .. } } => {
                Self::Lifted { rule: rule.clone(), name: names.rule(rule).to_owned(), subject: subject.clone() }
            }
            Reason::Capped { case: CaseId { rule, subject, .. } } => {
                Self::Capped { rule: rule.clone(), name: names.rule(rule).to_owned(), subject: subject.clone() }
            }
            Reason::Budget { funds } => Self::Budget { funds: funds.clone() },
            Reason::FundTooSmall { funds } => Self::FundTooSmall { funds: funds.clone() },
            Reason::Tied { among } => tied(activity, among),
            Reason::Linked { link } => {
                Self::Linked { link: link.kind, from: link.from.to_string(), to: link.to.to_string() }
            }
        }
    }

    /// The word, as in JSON.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.into()
    }

    /// The id of the rule, or ids of the funds or of the activities that are named as sharing, with an ellipsis after them
    /// where there are more, or what the link is to; empty for other reasons.
    #[must_use]
    pub fn concerns(&self) -> String {
        match self {
            Self::Lifted { rule, .. } | Self::Capped { rule, .. } => rule.clone(),
            Self::Budget { funds } | Self::FundTooSmall { funds } | Self::Shared { funds } | Self::Parts { funds } => {
                funds.join(" ")
            }
            Self::Tied { size, with, .. } => {
                let more = if *size > with.len() + 1 { " …" } else { "" };
                with.join(" ") + more
            }
            Self::Linked { to, .. } => to.clone(),
            _ => String::new(),
        }
    }
}

fn tied(activity: &str, among: &[String]) -> Why {
    Why::Tied {
        group: among.first().cloned().unwrap_or_default(),
        size: among.len(),
        with: among.iter().filter(|other| *other != activity).take(Why::NAMED).cloned().collect(),
    }
}
