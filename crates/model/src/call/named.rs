//! What ids are given to.

use std::fmt;

/// What ids are given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A fund.
    Fund,
    /// A criterion.
    Criterion,
    /// An applicant.
    Applicant,
    /// An activity.
    Activity,
    /// A line of an activity.
    Line,
    /// A rule.
    Rule,
}

impl Named {
    /// The article before it.
    pub(crate) fn article(self) -> &'static str {
        match self {
            Self::Applicant | Self::Activity => "an",
            Self::Fund | Self::Criterion | Self::Line | Self::Rule => "a",
        }
    }

    /// What several are called.
    pub(super) fn many(self) -> &'static str {
        match self {
            Self::Fund => "funds",
            Self::Criterion => "criteria",
            Self::Applicant => "applicants",
            Self::Activity => "activities",
            Self::Line => "lines",
            Self::Rule => "rules",
        }
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fund => "fund",
            Self::Criterion => "criterion",
            Self::Applicant => "applicant",
            Self::Activity => "activity",
            Self::Line => "line",
            Self::Rule => "rule",
        })
    }
}
