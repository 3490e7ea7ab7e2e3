//! An activity or an applicant in a report.

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
        match party {
            Party::Applicant => Self::applicant(call, place),
            Party::Activity => Self::activity(call, place),
        }
    }

    /// An applicant by its place.
    pub(super) fn applicant(call: &Call, place: usize) -> Self {
        let applicant = &call.draft().applicants[place];
        Self { id: applicant.id.clone(), name: call.called(applicant).to_owned() }
    }

    /// An activity by its place.
    pub(super) fn activity(call: &Call, place: usize) -> Self {
        let activity = &call.draft().activities[place];
        Self { id: activity.id.clone(), name: call.called(activity).to_owned() }
    }
}
