//! Who gets more and who gets less.

use fordela::{Call, Rational};
use serde::Serialize;

use super::super::decimals;

/// By how much a grant changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoveReport {
    /// The id of the activity.
    pub activity: String,
    /// Its title, or its id.
    pub title: String,
    /// By how much its grant rises. In JSON exact, up to twelve decimals.
    #[serde(serialize_with = "decimals::as_it_is")]
    pub by: Rational,
}

impl MoveReport {
    pub(super) fn new(call: &Call, activity: usize, by: Rational) -> Self {
        let activity = &call.draft().activities[activity];
        Self { activity: activity.id.clone(), title: call.called(activity).to_owned(), by }
    }
}
