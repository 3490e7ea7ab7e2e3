//! What scenarios change, as a report.

use fordela::compare::Side;
use fordela::scenario::Change;
use fordela::{Answer, Call, Money, Scenario};
use schemars::JsonSchema;
use serde::Serialize;
use strum::IntoStaticStr;

use super::{DifferenceReport, FindingReport, Infeasible, Provenance};

/// What scenarios change, each against the unchanged call.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct WhatIfReport {
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// What grants of the unchanged call are whole multiples of.
    pub unit: Money,
    /// How the unchanged call was answered.
    pub unchanged: Answered,
    /// The scenarios, in the order in which they were asked for.
    pub scenarios: Vec<ScenarioReport>,
    /// What is legal in the unchanged call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// How a call was answered.
#[derive(Debug, Clone, JsonSchema, Serialize, IntoStaticStr)]
#[serde(tag = "status", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Answered {
    /// By an allocation, with a proof that none is worth more.
    Optimal,
    /// By an allocation, with a proof that none is worth more than by the gap.
    WithinGap,
    /// No allocation keeps all rules.
    Infeasible(Box<Infeasible>),
}

/// A scenario that was tried.
#[derive(Debug, Clone, Copy)]
pub struct Tried<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The changed call.
    pub call: &'a Call,
    /// What it was answered with.
    pub answer: &'a Answer,
}

/// What a scenario changes. Old is the unchanged call; money is `null` where the call has no such thing, or is
/// impossible; a difference is `null` where one of the calls is impossible.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ScenarioReport {
    /// What it is called.
    pub name: String,
    /// What is changed in the call.
    pub changes: Vec<Change>,
    /// How the changed call was answered.
    #[serde(flatten)]
    pub answered: Answered,
    /// How it differs from the unchanged call.
    #[serde(flatten)]
    pub difference: DifferenceReport,
}

impl WhatIfReport {
    /// The report on scenarios that were tried against the answer to the unchanged call.
    #[must_use]
    pub fn new(
        call: &Call,
        answer: &Answer,
        tried: &[Tried<'_>],
        findings: Vec<FindingReport>,
        provenance: Provenance,
    ) -> Self {
        let draft = call.draft();
        let side = Side::answered(call, answer);
        Self {
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            unit: call.unit(),
            unchanged: Answered::new(call, answer),
            scenarios: tried.iter().map(|tried| ScenarioReport::new(&side, tried)).collect(),
            findings,
            provenance,
        }
    }

    /// Whether some scenario is impossible.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        self.scenarios.iter().any(|scenario| scenario.answered.infeasible().is_some())
    }
}

impl Answered {
    pub(super) fn new(call: &Call, answer: &Answer) -> Self {
        match answer {
            Answer::Allocated(verified) if verified.is_optimal() => Self::Optimal,
            Answer::Allocated(_) => Self::WithinGap,
            Answer::Impossible(impossible) => Self::Infeasible(Box::new(Infeasible::new(call, impossible))),
        }
    }

    /// The word in JSON.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.into()
    }

    /// Why no allocation keeps all rules, if none does.
    #[must_use]
    pub fn infeasible(&self) -> Option<&Infeasible> {
        match self {
            Self::Infeasible(infeasible) => Some(infeasible),
            Self::Optimal | Self::WithinGap => None,
        }
    }
}

impl ScenarioReport {
    pub(super) fn new(unchanged: &Side<'_>, tried: &Tried<'_>) -> Self {
        let changed = Side::answered(tried.call, tried.answer);
        Self {
            name: tried.scenario.name.clone(),
            changes: tried.scenario.changes.clone(),
            answered: Answered::new(tried.call, tried.answer),
            difference: DifferenceReport::new(unchanged, &changed),
        }
    }
}
