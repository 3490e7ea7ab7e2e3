//! Whether something is told of activities or of applicants.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::call::{ByName, Call, Named};

/// Whether something is told of activities or of applicants: among whom money is shared, whom a decision grants sums to,
/// whom an account or a complaint is of.
///
/// ```
/// use fordela::Party;
///
/// assert_eq!(Party::Applicant.to_string(), "applicant");
/// assert_eq!(Party::Activity.plural(), "activities");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// Activities: what money is asked for.
    #[default]
    Activity,
    /// Applicants: boards, parties. Where money is shared among them, what each gets goes to its activities by priority.
    Applicant,
}

impl Party {
    /// The word for one of them in files: `activity` or `applicant`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::Applicant => "applicant",
        }
    }

    /// The word for all of them in files: `activities` or `applicants`.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Activity => "activities",
            Self::Applicant => "applicants",
        }
    }

    /// The ids of all of them, in the order of the call.
    #[must_use]
    pub fn ids(self, call: &Call) -> Vec<&str> {
        let draft = call.draft();
        match self {
            Self::Activity => draft.activities.iter().map(|one| one.id.as_str()).collect(),
            Self::Applicant => draft.applicants.iter().map(|one| one.id.as_str()).collect(),
        }
    }

    /// The ids of all of them, by what they are called.
    #[must_use]
    pub fn names(self, call: &Call) -> ByName {
        let draft = call.draft();
        match self {
            Self::Activity => ByName::of(&draft.activities),
            Self::Applicant => ByName::of(&draft.applicants),
        }
    }

    /// The id of the one at a place in the call; `None` where the call has no such place.
    #[must_use]
    pub fn id(self, call: &Call, place: usize) -> Option<&str> {
        let draft = call.draft();
        match self {
            Self::Activity => draft.activities.get(place).map(|one| one.id.as_str()),
            Self::Applicant => draft.applicants.get(place).map(|one| one.id.as_str()),
        }
    }

    /// The place in the call of the one with this id; `None` where the call has none.
    #[must_use]
    pub fn place(self, call: &Call, id: &str) -> Option<usize> {
        self.ids(call).iter().position(|known| *known == id)
    }

    /// What an id of one of them is the id of.
    #[must_use]
    pub fn named(self) -> Named {
        match self {
            Self::Activity => Named::Activity,
            Self::Applicant => Named::Applicant,
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
