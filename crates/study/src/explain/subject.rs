//! What an explanation is about, found by id.

use std::fmt;

use fordela_model::alike::{did_you_mean, nearest};
use fordela_model::call::place_of;
use fordela_model::characters::short;
use fordela_model::{Call, Party};

/// What can be asked about by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An activity, by its place in the call.
    Activity(usize),
    /// An applicant, by its place in the call.
    Applicant(usize),
}

/// An id that is neither that of an activity nor that of an applicant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSubject {
    /// The id.
    pub id: String,
    /// The id of the call that is most like it.
    pub nearest: Option<String>,
}

impl fmt::Display for UnknownSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no activity or applicant `{}`", short(&self.id))
    }
}

impl std::error::Error for UnknownSubject {}

impl UnknownSubject {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        Some(match &self.nearest {
            Some(nearest) => did_you_mean(&self.id, nearest),
            None => "name an activity or an applicant by the id that it has in the call".to_owned(),
        })
    }
}

impl Subject {
    /// Its id; `None` in a call that has no such place.
    #[must_use]
    pub fn id(self, call: &Call) -> Option<&str> {
        match self {
            Self::Activity(place) => Party::Activity.id(call, place),
            Self::Applicant(place) => Party::Applicant.id(call, place),
        }
    }

    /// What has an id: an activity before an applicant; or else what alone has a name, if not both an activity and an applicant
    /// have it.
    ///
    /// # Errors
    ///
    /// When there is no such one, with the id that is most like it.
    pub fn of(call: &Call, id: &str) -> Result<Self, UnknownSubject> {
        let draft = call.draft();
        let activity = draft.activities.iter().position(|one| one.id == id).map(Self::Activity);
        let applicant = || draft.applicants.iter().position(|one| one.id == id).map(Self::Applicant);
        let by_name = || match (place_of(&draft.activities, id), place_of(&draft.applicants, id)) {
            (Some(place), None) => Some(Self::Activity(place)),
            (None, Some(place)) => Some(Self::Applicant(place)),
            _ => None,
        };
        activity.or_else(applicant).or_else(by_name).ok_or_else(|| {
            let activities = draft.activities.iter().map(|one| one.id.as_str());
            let known = activities.chain(draft.applicants.iter().map(|one| one.id.as_str()));
            UnknownSubject { id: id.to_owned(), nearest: nearest(id, known) }
        })
    }
}
