//! What applicants could gain by asking in another way than they need.

use fordela::axiom::Change;
use fordela::manipulation::{Gain, Manipulation, Tried};
use fordela::{Call, Lang, Money, Rational};
use fordela_words::manipulation;
use schemars::JsonSchema;
use serde::Serialize;

use super::super::decimals::{As, Two};
use crate::PartyReport;

/// What one applicant could gain.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ManipulationReport {
    /// The applicant.
    pub applicant: PartyReport,
    /// What it gets as the call is, before rounding. In JSON with two decimals.
    #[serde(with = "As::<Two>")]
    pub granted: Rational,
    /// By splitting an activity.
    pub split: TriedReport,
    /// By making one of two activities.
    pub merge: TriedReport,
    /// By asking for more, of what it needs.
    pub inflation: TriedReport,
    /// By asking for more, beyond what it needs.
    pub excess: TriedReport,
}

/// What came of trying ways of one kind.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct TriedReport {
    /// How many ways were tried.
    pub tried: usize,
    /// How many there are.
    pub ways: usize,
    /// The best; `null` where nothing is gained.
    pub best: Option<GainReport>,
}

/// A way to gain.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct GainReport {
    /// How much more of what is needed. In JSON with two decimals.
    #[serde(with = "As::<Two>")]
    pub gained: Rational,
    /// How much beyond what is needed. In JSON with two decimals.
    #[serde(with = "As::<Two>")]
    pub beyond: Rational,
    /// What is asked for in another way.
    pub changes: Vec<ChangeReport>,
    /// That in words.
    pub how: String,
}

/// What is asked for in another way.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum ChangeReport {
    /// An activity is split in two.
    Split {
        /// The activity.
        activity: String,
        /// What the parts ask for.
        parts: [Money; 2],
    },
    /// Two activities are made one.
    Merge {
        /// The activities.
        activities: [String; 2],
    },
    /// An activity asks for another sum.
    Ask {
        /// The activity.
        activity: String,
        /// What it asks for in the call.
        from: Money,
        /// What it asks for instead.
        to: Money,
    },
}

impl ManipulationReport {
    /// The report on an applicant, with words in a language.
    #[must_use]
    pub fn new(found: &Manipulation, call: &Call, lang: Lang) -> Self {
        let tried = |tried: &Tried| TriedReport {
            tried: tried.tried,
            ways: tried.ways,
            best: tried.best.as_ref().map(|gain| GainReport::new(gain, call, lang)),
        };
        Self {
            applicant: PartyReport::applicant(call, &found.applicant),
            granted: found.granted.clone(),
            split: tried(&found.split),
            merge: tried(&found.merge),
            inflation: tried(&found.inflation),
            excess: tried(&found.excess),
        }
    }

    /// The kinds of ways, by their words in JSON. What is gained in the last is beyond what is needed.
    #[must_use]
    pub fn kinds(&self) -> [(&'static str, &TriedReport); 4] {
        [("split", &self.split), ("merge", &self.merge), ("inflation", &self.inflation), ("excess", &self.excess)]
    }
}

impl TriedReport {
    /// The most that is gained of what the kind of ways is for; zero where nothing is.
    #[must_use]
    pub fn most(&self, kind: &str) -> Rational {
        let gained = |gain: &GainReport| if kind == "excess" { gain.beyond.clone() } else { gain.gained.clone() };
        self.best.as_ref().map_or(Rational::ZERO, gained)
    }
}

impl GainReport {
    fn new(gain: &Gain, call: &Call, lang: Lang) -> Self {
        Self {
            gained: gain.gained.clone(),
            beyond: gain.beyond.clone(),
            changes: gain.changes.iter().filter_map(ChangeReport::of).collect(),
            how: manipulation::gain(gain, call, lang),
        }
    }
}

impl ChangeReport {
    /// `None` for changes that no applicant can make.
    fn of(change: &Change) -> Option<Self> {
        Some(match change {
            Change::Split { activity, parts: [(_, one), (_, other)] } => {
                Self::Split { activity: activity.clone(), parts: [*one, *other] }
            }
            Change::Merge { activities, .. } => Self::Merge { activities: activities.clone() },
            Change::Ask { activity, from, to } => Self::Ask { activity: activity.clone(), from: *from, to: *to },
            _ => return None,
        })
    }
}
