//! What would have been needed.

use fordela::explain::{Needed, Wanted};
use fordela::{Call, Money, Sought};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::Range;
use super::super::decimals::{As, Exact, OrNone};

/// The smallest changes with which an activity gets what it wants, each by itself.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct NeededReport {
    /// What it wants: `more` than now, or `all`.
    pub wanted: Wanted,
    /// For every criterion, the score that would be enough.
    pub scores: Vec<ScoreNeeded>,
    /// The largest ask that would be granted in full; `null` where more than now is wanted, where the ask is not one
    /// sum, and where none would.
    pub ask: Option<Money>,
    /// The larger asks (where none would: the smaller ones than now) of which not all were tried; `null` where all were
    /// tried or ruled out.
    pub ask_untried: Option<Range>,
    /// The budget of the call.
    pub budget_now: Money,
    /// The smallest budget that would be enough, all funds in proportion; `null` where none is, or none was found.
    pub budget: Option<Money>,
    /// The smaller budgets (where none was found: the larger ones than now) of which not all were tried or ruled out;
    /// `null` where all were, so that what is said of the budget is proven.
    pub budget_untried: Option<Range>,
    /// What budgets are told in whole multiples of.
    pub budget_grain: Money,
    /// That less the budget of the call.
    pub extra_budget: Option<Money>,
}

/// The score on a criterion that would be enough.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ScoreNeeded {
    /// The id of the criterion.
    pub criterion: String,
    /// Its name, or its id.
    pub name: String,
    /// The score now, as it is written.
    #[schemars(with = "As::<Exact>")]
    pub now: String,
    /// The highest score there is.
    #[schemars(with = "As::<Exact>")]
    pub max: String,
    /// The lowest score that is enough, to a hundredth; `null` where none is, or none was found.
    #[schemars(with = "OrNone::<Exact>")]
    pub needed: Option<String>,
    /// The lower scores (where none was found: the higher ones than now) of which not all were tried or ruled out; `null`
    /// where all were.
    pub untried: Option<ScoreRange>,
}

/// Scores from one to another.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ScoreRange {
    /// The lowest.
    #[schemars(with = "As::<Exact>")]
    pub from: String,
    /// The highest.
    #[schemars(with = "As::<Exact>")]
    pub to: String,
}

impl NeededReport {
    /// The report on what was found to be needed for an activity, by its place in the call.
    #[must_use]
    pub fn new(call: &Call, activity: usize, needed: &Needed) -> Self {
        let draft = call.draft();
        let scores = draft.criteria.iter().zip(&needed.scores).map(|(criterion, score)| ScoreNeeded {
            criterion: criterion.id.clone(),
            name: call.called(criterion).to_owned(),
            now: draft.activities[activity]
                .scores
                .get(&criterion.id)
                .copied()
                .unwrap_or_default()
                .normalize()
                .to_string(),
            max: criterion.max.normalize().to_string(),
            needed: score.score.found.map(|score| score.normalize().to_string()),
            untried: score
                .score
                .untried
                .map(|(from, to)| ScoreRange { from: from.normalize().to_string(), to: to.normalize().to_string() }),
        });
        Self {
            wanted: needed.wanted,
            scores: scores.collect(),
            ask: needed.ask.as_ref().and_then(|ask| ask.found),
            ask_untried: needed.ask.as_ref().and_then(untried),
            budget_now: call.budget(),
            budget: needed.budget.found,
            budget_untried: untried(&needed.budget),
            budget_grain: needed.budget_grain,
            extra_budget: needed.budget.found.map(|budget| budget - call.budget()),
        }
    }
}

fn untried(sought: &Sought<Money>) -> Option<Range> {
    sought.untried.map(|(from, to)| Range { from, to })
}
