//! An activity or an applicant in a report.

use fordela::Call;
use fordela::call::Named;
use serde::Serialize;

/// An applicant or an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
