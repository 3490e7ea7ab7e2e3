//! How much of grants is expected to be spent, and how many have bad luck.

use fordela_model::Call;
use fordela_model::call::Place;
use rust_decimal::Decimal;

use super::{FindingKind, Report};

/// What can be odd about spend rates and the budget of bad luck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpendFinding {
    /// A number of activities with bad luck is set, but none can have it.
    BadLuckOfNobody,
    /// More activities are to have bad luck than can have it.
    BadLuckAbove {
        /// How many are to have it.
        bad_luck: Decimal,
        /// How many can: their rates lie between two percentages.
        can: usize,
    },
    /// An activity is expected to spend nothing.
    Nothing {
        /// The activity.
        activity: String,
    },
}

impl SpendFinding {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::BadLuckOfNobody => "bad-luck-of-nobody",
            Self::BadLuckAbove { .. } => "bad-luck-above",
            Self::Nothing { .. } => "spend-rate-zero",
        }
    }
}

pub(super) fn check(call: &Call, report: &mut Report) {
    let activities = &call.draft().activities;
    for (a, activity) in activities.iter().enumerate() {
        if activity.spend_rate.is_some_and(|rate| rate.most().number().is_zero()) {
            let kind = SpendFinding::Nothing { activity: activity.id.clone() };
            report.add(Place::root().key("activity").item(a).key("spend_rate"), FindingKind::Spend(kind));
        }
    }
    let Some(bad_luck) = call.draft().bad_luck.map(|number| number.normalize()) else { return };
    let can = activities.iter().filter_map(|one| one.spend_rate).filter(|rate| rate.least() < rate.most()).count();
    let kind = match can {
        0 => SpendFinding::BadLuckOfNobody,
        can if bad_luck > Decimal::from(can) => SpendFinding::BadLuckAbove { bad_luck, can },
        _ => return,
    };
    report.add(Place::root().key("bad_luck"), FindingKind::Spend(kind));
}
