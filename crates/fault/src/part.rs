//! The keys of each part of the files that are read.

use fordela_model::keys;

/// A part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A part of a call.
    Call(keys::Part),
    /// The scores of an activity.
    Scores,
    /// A file of scenarios as a whole.
    Scenarios,
    /// A scenario.
    Scenario,
    /// A log of decisions as a whole.
    Log,
    /// An entry of a log of decisions.
    Entry,
    /// What was suggested for an activity, in a log of decisions.
    Suggested,
}

impl From<keys::Part> for Part {
    fn from(part: keys::Part) -> Self {
        Self::Call(part)
    }
}

const ENTRY: &[&str] = &[
    "number",
    "previous",
    "date",
    "role",
    "reason",
    "call",
    "call_sha256",
    "decision",
    "decision_sha256",
    "by",
    "deviations",
    "granted_suggested",
    "granted_decided",
    "raised",
    "lowered",
    "value_suggested",
    "value_decided",
    "value_lost",
    "value_decided_at_most",
    "value_lost_at_least",
    "fordela",
    "status",
    "suggestion_form",
    "suggestion_sha256",
    "suggested",
    "seal",
];

impl Part {
    /// The keys it may have; none for scores, which have the ids of criteria.
    #[must_use]
    pub fn keys(self) -> Vec<&'static str> {
        match self {
            Self::Call(part) => part.keys().iter().map(|key| key.name).collect(),
            other => other.own_keys().to_vec(),
        }
    }

    /// Whether it may have a key.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        match self {
            Self::Call(part) => part.key(key).is_some(),
            other => other.own_keys().contains(&key),
        }
    }

    /// The keys of what is no call.
    fn own_keys(self) -> &'static [&'static str] {
        match self {
            Self::Call(_) | Self::Scores => &[],
            Self::Scenarios => &["scenario"],
            Self::Scenario => &["name", "set", "drop_rule", "drop_activity", "rule", "require", "forbid"],
            Self::Log => &["entry"],
            Self::Entry => ENTRY,
            Self::Suggested => &["id", "granted"],
        }
    }
}
