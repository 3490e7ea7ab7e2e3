//! The keys of each part of the files that are read.

use std::fmt;

use fordela::keys;

use crate::nearest::nearest;

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
    pub(crate) fn has(self, key: &str) -> bool {
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

    /// The key that was probably meant: another word for it, or the one spelled most like it.
    pub(crate) fn nearest_key(self, key: &str) -> Option<&'static str> {
        self.meant_by(key.trim()).or_else(|| nearest(key, self.keys()))
    }

    /// The key that people write another word for.
    fn meant_by(self, word: &str) -> Option<&'static str> {
        let word = word.to_lowercase().replace([' ', '-'], "_");
        match self {
            Self::Call(part) => part.keys().iter().find(|key| key.also.contains(&word.as_str())).map(|key| key.name),
            other => other.synonyms().iter().find(|(known, _)| *known == word).map(|(_, meant)| *meant),
        }
    }

    /// Words that people use for a key, though they are not spelled like it.
    fn synonyms(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Scenarios => &[("scenarios", "scenario")],
            Self::Scenario => &[("title", "name"), ("add_rule", "rule"), ("requires", "require"), ("change", "set")],
            Self::Call(_) | Self::Scores | Self::Log | Self::Entry | Self::Suggested => &[],
        }
    }
}

/// With its article, as in the middle of a sentence.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call(part) => return part.fmt(f),
            Self::Scores => "`scores`",
            Self::Scenarios => "a file of scenarios",
            Self::Scenario => "a scenario",
            Self::Log => "a log of decisions",
            Self::Entry => "an entry",
            Self::Suggested => "`suggested`",
        })
    }
}
