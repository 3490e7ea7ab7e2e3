//! An activity or an applicant in a report.

use fordela::call::Named;
use fordela::{Call, Party};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// An applicant or an activity.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct PartyReport {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

impl PartyReport {
    /// An applicant of the call.
    pub(super) fn applicant(call: &Call, id: &str) -> Self {
        Self { id: id.to_owned(), name: call.name_of(Named::Applicant, id).to_owned() }
    }

    /// An activity of the call.
    pub(super) fn activity(call: &Call, id: &str) -> Self {
        Self { id: id.to_owned(), name: call.name_of(Named::Activity, id).to_owned() }
    }
}

/// The word for all parties of a kind, for serde's `with`.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Plural {
    Activities,
    Applicants,
}

impl Plural {
    pub(crate) fn serialize<S: Serializer>(party: &Party, serializer: S) -> Result<S::Ok, S::Error> {
        let all = match party {
            Party::Activity => Self::Activities,
            Party::Applicant => Self::Applicants,
        };
        Serialize::serialize(&all, serializer)
    }
}
