//! An activity or an applicant in a report.

use fordela::call::Named;
use fordela::{Call, Party};
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
    /// The one at a place in the call.
    pub(super) fn of(call: &Call, party: Party, place: usize) -> Self {
        let id = party.id(call, place).unwrap_or_default();
        match party {
            Party::Applicant => Self::applicant(call, id),
            Party::Activity => Self::activity(call, id),
        }
    }

    /// An applicant of the call.
    pub(super) fn applicant(call: &Call, id: &str) -> Self {
        Self { id: id.to_owned(), name: call.name_of(Named::Applicant, id).to_owned() }
    }

    /// An activity of the call.
    pub(super) fn activity(call: &Call, id: &str) -> Self {
        Self { id: id.to_owned(), name: call.name_of(Named::Activity, id).to_owned() }
    }
}
