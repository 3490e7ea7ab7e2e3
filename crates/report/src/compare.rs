//! How two allocations or decisions differ, as a report.

use fordela::compare::Side;
use fordela::scenario::Change;
use fordela::{Answer, Call, Money, Party, Scenario};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Answered, DifferenceReport, FindingReport, Provenance};

/// How two allocations or decisions differ; A is old, and B is new.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CompareReport {
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// What grants are whole multiples of.
    pub unit: Money,
    /// The old side.
    pub a: SideReport,
    /// The new side.
    pub b: SideReport,
    /// How they differ.
    #[serde(flatten)]
    pub difference: DifferenceReport,
    /// What is legal in the call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// One of two things that are compared.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct SideReport {
    /// As it was asked for: `suggestion`, the name of a scenario or of a file.
    pub name: String,
    /// What it is.
    #[serde(flatten)]
    pub source: SideSource,
}

/// Where grants come from.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SideSource {
    /// The allocation of the call.
    Suggestion {
        /// How the call was answered.
        answered: Answered,
    },
    /// The allocation of the changed call.
    Scenario {
        /// What is changed in the call.
        changes: Vec<Change>,
        /// How the changed call was answered.
        answered: Answered,
    },
    /// A file of grants.
    File {
        /// Whether its grants were matched with activities or with applicants, by id.
        #[serde(with = "crate::Plural")]
        matched_on: Party,
    },
}

impl SideReport {
    /// The allocation of the call.
    #[must_use]
    pub fn suggestion(name: &str, call: &Call, answer: &Answer) -> Self {
        Self { name: name.to_owned(), source: SideSource::Suggestion { answered: Answered::new(call, answer) } }
    }

    /// The allocation of a changed call.
    #[must_use]
    pub fn scenario(scenario: &Scenario, call: &Call, answer: &Answer) -> Self {
        let answered = Answered::new(call, answer);
        let changes = scenario.changes.clone();
        Self { name: scenario.name.clone(), source: SideSource::Scenario { changes, answered } }
    }

    /// A file of grants.
    #[must_use]
    pub fn file(name: &str, to: Party) -> Self {
        Self { name: name.to_owned(), source: SideSource::File { matched_on: to } }
    }

    /// How its call was answered, if it was.
    #[must_use]
    pub fn answered(&self) -> Option<&Answered> {
        match &self.source {
            SideSource::Suggestion { answered } | SideSource::Scenario { answered, .. } => Some(answered),
            SideSource::File { .. } => None,
        }
    }
}

impl CompareReport {
    /// The report on two sides of a call, each with what it is.
    #[must_use]
    pub fn new(
        call: &Call,
        a: (SideReport, &Side<'_>),
        b: (SideReport, &Side<'_>),
        findings: Vec<FindingReport>,
        provenance: Provenance,
    ) -> Self {
        let draft = call.draft();
        Self {
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            unit: call.unit(),
            difference: DifferenceReport::new(a.1, b.1),
            a: a.0,
            b: b.0,
            findings,
            provenance,
        }
    }

    /// Whether one of the sides is impossible.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        let sides = [&self.a, &self.b];
        sides.iter().any(|side| side.answered().is_some_and(|answered| answered.infeasible().is_some()))
    }
}
