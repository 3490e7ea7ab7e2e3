//! Who gets more and who gets less.

use fordela::Rational;
use schemars::JsonSchema;
use serde::Serialize;

use super::super::{
    Names,
    decimals::{As, Exact},
};

/// By how much a grant changes.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct MoveReport {
    /// The id of the activity.
    pub activity: String,
    /// Its title, or its id.
    pub title: String,
    /// By how much its grant rises. In JSON exact, up to twelve decimals.
    #[serde(with = "As::<Exact>")]
    pub by: Rational,
}

impl MoveReport {
    pub(super) fn new(names: &Names<'_>, activity: &str, by: Rational) -> Self {
        Self { activity: activity.to_owned(), title: names.activity(activity).to_owned(), by }
    }
}
