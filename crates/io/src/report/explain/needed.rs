//! What would have been needed.

use fordela::explain::{Needed, Wanted};
use fordela::{Call, Money};
use serde::{Serialize, Serializer};

use super::super::named;

/// The smallest changes with which an activity gets what it wants, each by itself.
#[derive(Debug, Clone, Serialize)]
pub struct NeededReport {
    /// What it wants: `more` than now, or `all`.
    #[serde(serialize_with = "word")]
    pub wanted: Wanted,
    /// For every criterion, the score that would be enough.
    pub scores: Vec<ScoreNeeded>,
    /// The largest ask that would be granted in full; `null` where more than now is wanted, where the ask is not one
    /// sum, and where none would.
    pub ask: Option<Money>,
    /// The budget of the call.
    pub budget_now: Money,
    /// The smallest budget that would be enough, all funds in proportion; `null` where none that was tried is.
    pub budget: Option<Money>,
    /// That less the budget of the call.
    pub extra_budget: Option<Money>,
}

/// The score on a criterion that would be enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreNeeded {
    /// The id of the criterion.
    pub criterion: String,
    /// Its name, or its id.
    pub name: String,
    /// The score now, as it is written.
    pub now: String,
    /// The highest score there is.
    pub max: String,
    /// The lowest score that is enough, to a hundredth; `null` where not even the highest is.
    pub needed: Option<String>,
}

fn word<S: Serializer>(wanted: &Wanted, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match wanted {
        Wanted::More => "more",
        Wanted::All => "all",
    })
}

impl NeededReport {
    /// The report on what was found to be needed for an activity, by its place in the call.
    #[must_use]
    pub fn new(call: &Call, activity: usize, needed: &Needed) -> Self {
        let draft = call.draft();
        let scores = draft.criteria.iter().zip(&needed.scores).map(|(criterion, score)| ScoreNeeded {
            criterion: criterion.id.clone(),
            name: named(criterion.name.as_ref(), &criterion.id),
            now: draft.activities[activity]
                .scores
                .get(&criterion.id)
                .copied()
                .unwrap_or_default()
                .normalize()
                .to_string(),
            max: criterion.max.normalize().to_string(),
            needed: score.map(|score| score.normalize().to_string()),
        });
        Self {
            wanted: needed.wanted,
            scores: scores.collect(),
            ask: needed.ask,
            budget_now: call.budget(),
            budget: needed.budget,
            extra_budget: needed.budget.map(|budget| budget - call.budget()),
        }
    }
}
