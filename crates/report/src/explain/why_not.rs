//! Who would pay for an activity that is granted after all.

use fordela::compare::Side;
use schemars::JsonSchema;
use serde::Serialize;

use super::super::what_if::{ScenarioReport, Tried};
use super::super::{ActivityChange, ActivityReport};

/// What it would take to grant an activity, or more of it.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct WhyNotReport {
    /// The activity as it is suggested, and why.
    pub activity: ActivityReport,
    /// What changes when it is required.
    pub changed: ScenarioReport,
}

impl WhyNotReport {
    /// The report on an activity that was required in a scenario.
    #[must_use]
    pub fn new(activity: ActivityReport, unchanged: &Side<'_>, tried: &Tried<'_>) -> Self {
        Self { activity, changed: ScenarioReport::new(unchanged, tried) }
    }

    /// The other activities that get less, so that this one can get more.
    pub fn payers(&self) -> impl Iterator<Item = &ActivityChange> {
        self.others().filter(|change| change.granted.new < change.granted.old)
    }

    /// The other activities that get more too.
    pub fn winners(&self) -> impl Iterator<Item = &ActivityChange> {
        self.others().filter(|change| change.granted.new > change.granted.old)
    }

    fn others(&self) -> impl Iterator<Item = &ActivityChange> {
        self.changed.difference.activities.iter().filter(|change| change.id != self.activity.id)
    }

    /// What the activity itself gets before and after.
    #[must_use]
    pub fn own(&self) -> Option<&ActivityChange> {
        self.changed.difference.activities.iter().find(|change| change.id == self.activity.id)
    }
}
