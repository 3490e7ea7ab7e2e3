//! Whether a call is possible, and what it holds, as a report.

use fordela::{Answer, Call, Money, Rational};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    FindingReport, Infeasible, Provenance,
    decimals::{Four, OrNone},
};

/// What a call holds, and whether it is possible.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CheckReport {
    /// Whether some allocation keeps all rules.
    #[serde(flatten)]
    pub possible: Possible,
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// How much it holds of everything.
    pub holds: Holds,
    /// What is asked for as a part of the budget, `null` when that is nothing. In JSON with four decimals.
    #[serde(with = "OrNone::<Four>")]
    pub pressure: Option<Rational>,
    /// What is legal in the call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// Whether some allocation keeps all rules.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum Possible {
    /// Some does.
    Possible {
        /// The sum of the funds.
        budget: Money,
        /// All that is asked for.
        asked: Money,
    },
    /// None does.
    Infeasible(Box<Infeasible>),
}

/// How much a call holds of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Holds {
    /// Sources of money.
    pub funds: usize,
    /// Criteria.
    pub criteria: usize,
    /// Those who ask.
    pub applicants: usize,
    /// What is asked for.
    pub activities: usize,
    /// Cost items.
    pub lines: usize,
    /// Rules as they are written.
    pub rules: usize,
    /// Caps and floors, one for each that a rule is repeated for.
    pub cases: usize,
    /// Activities and lines that require or exclude one another, counted by pair.
    pub links: usize,
}

impl CheckReport {
    /// The report on a call that was solved to see whether it is possible.
    #[must_use]
    pub fn new(call: &Call, answer: &Answer, findings: Vec<FindingReport>, provenance: Provenance) -> Self {
        let draft = call.draft();
        let (budget, asked) = (call.budget(), call.asked());
        Self {
            possible: match answer {
                Answer::Allocated(_) => Possible::Possible { budget, asked },
                Answer::Impossible(impossible) => Possible::Infeasible(Box::new(Infeasible::new(call, impossible))),
            },
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            holds: Holds {
                funds: draft.funds.len(),
                criteria: draft.criteria.len(),
                applicants: draft.applicants.len(),
                activities: draft.activities.len(),
                lines: draft.activities.iter().map(|activity| activity.lines.len()).sum(),
                rules: draft.rules.len(),
                cases: call.cases().len(),
                links: call.links().len(),
            },
            pressure: (!budget.is_zero()).then(|| asked.rational() / budget.rational()),
            findings,
            provenance,
        }
    }

    /// The sum of the funds.
    #[must_use]
    pub fn budget(&self) -> Money {
        match &self.possible {
            Possible::Possible { budget, .. } => *budget,
            Possible::Infeasible(infeasible) => infeasible.budget,
        }
    }

    /// All that is asked for.
    #[must_use]
    pub fn asked(&self) -> Money {
        match &self.possible {
            Possible::Possible { asked, .. } => *asked,
            Possible::Infeasible(infeasible) => infeasible.asked,
        }
    }

    /// Whether no allocation keeps all rules.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        matches!(self.possible, Possible::Infeasible(_))
    }
}
