//! How much of grants is expected to be spent, and how many have bad luck.

use fordela_model::call::Place;
use fordela_model::{Call, Lang, numerals};
use rust_decimal::Decimal;

use super::words::{Words, words};
use super::{FindingKind, Report};

/// What can be odd about spend rates and the budget of bad luck.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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

    pub(super) fn words(&self, lang: Lang) -> Words {
        match lang {
            Lang::En => self.english(),
            Lang::Sv => self.swedish(),
        }
    }

    fn english(&self) -> Words {
        match self {
            Self::BadLuckOfNobody => words(
                "`bad_luck` is set, but no activity has a `spend_rate` between two percentages",
                "write between what an activity spends, such as `spend_rate = \"70–90 %\"`, or leave out `bad_luck`",
            ),
            Self::BadLuckAbove { bad_luck, can } => words(
                format!("`bad_luck` is {bad_luck}, but only {can} of the activities can have bad luck"),
                "leave out `bad_luck`, so that all of them have it, or write a lower number",
            ),
            Self::Nothing { activity } => words(
                format!("the activity `{activity}` is expected to spend nothing of its grant"),
                format!("check the `spend_rate` of `{activity}`"),
            ),
        }
    }

    fn swedish(&self) -> Words {
        match self {
            Self::BadLuckOfNobody => words(
                "`bad_luck` är angivet, men ingen aktivitet har en `spend_rate` mellan två procenttal",
                "ange mellan vad en aktivitet förbrukar, till exempel `spend_rate = \"70–90 %\"`, eller ta bort `bad_luck`",
            ),
            Self::BadLuckAbove { bad_luck, can } => words(
                format!(
                    "`bad_luck` är {}, men bara {can} av aktiviteterna kan förbruka mindre än väntat",
                    numerals::decimal(&bad_luck.to_string(), Lang::Sv)
                ),
                "ta bort `bad_luck`, så räknas alla dessa med, eller ange ett lägre tal",
            ),
            Self::Nothing { activity } => words(
                format!("aktiviteten `{activity}` väntas inte förbruka något av sitt bidrag"),
                format!("kontrollera `spend_rate` för `{activity}`"),
            ),
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
