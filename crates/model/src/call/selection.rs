//! Which activities a rule or a fund concerns.

use serde::{Deserialize, Serialize};

/// Which activities, by what they have. Kinds that are named must all hold; of the values of one
/// kind, one is enough. A selection that names nothing selects everything.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Selection {
    /// Activities of one of these applicants.
    #[serde(with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub applicant: Vec<String>,
    /// Activities in one of these areas.
    #[serde(with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub area: Vec<String>,
    /// Activities with one of these tags.
    #[serde(with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<String>,
    /// One of these activities.
    #[serde(with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub activity: Vec<String>,
    /// Only lines of one of these kinds of cost.
    #[serde(with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub kind: Vec<String>,
    /// One of these lines, `activity/line`.
    #[serde(with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub line: Vec<String>,
    /// Only what takes place within one of these periods.
    #[serde(with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub period: Vec<String>,
    /// Only the money from one of these funds. Has no meaning for what a fund may pay for.
    #[serde(with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub fund: Vec<String>,
}

impl Selection {
    /// Everything.
    #[must_use]
    pub fn all() -> Self {
        Self::default()
    }

    /// The activities of an applicant.
    #[must_use]
    pub fn applicant(id: impl Into<String>) -> Self {
        Self { applicant: vec![id.into()], ..Self::default() }
    }

    /// The activities in an area.
    #[must_use]
    pub fn area(name: impl Into<String>) -> Self {
        Self { area: vec![name.into()], ..Self::default() }
    }

    /// The activities with a tag.
    #[must_use]
    pub fn tag(name: impl Into<String>) -> Self {
        Self { tag: vec![name.into()], ..Self::default() }
    }

    /// One activity.
    #[must_use]
    pub fn activity(id: impl Into<String>) -> Self {
        Self { activity: vec![id.into()], ..Self::default() }
    }

    /// The lines of a kind of cost.
    #[must_use]
    pub fn kind(word: impl Into<String>) -> Self {
        Self { kind: vec![word.into()], ..Self::default() }
    }

    /// What takes place within a period.
    #[must_use]
    pub fn period(name: impl Into<String>) -> Self {
        Self { period: vec![name.into()], ..Self::default() }
    }

    /// The money from a fund.
    #[must_use]
    pub fn fund(id: impl Into<String>) -> Self {
        Self { fund: vec![id.into()], ..Self::default() }
    }

    /// Whether nothing is named, so that everything is selected.
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }
}

/// A single value is written as itself, several as a list.
mod one_or_many {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }

    pub(super) fn serialize<S: Serializer>(values: &[String], serializer: S) -> Result<S::Ok, S::Error> {
        match values {
            [one] => one.serialize(serializer),
            many => many.serialize(serializer),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
        Ok(match OneOrMany::deserialize(deserializer)? {
            OneOrMany::One(one) => vec![one],
            OneOrMany::Many(many) => many,
        })
    }
}
