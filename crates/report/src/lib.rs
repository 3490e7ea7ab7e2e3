//! Reports: what was answered, as data that programs read, and that [text](render) is made of.
//!
//! Money is exact and printed as text. Other numbers are exact in these types; each says how it is rounded in
//! JSON. Everything stands in the order of the call.

mod allocated;
mod alternatives;
pub mod appendix;
pub mod audit;
mod barred;
mod check;
mod compare;
mod decimals;
mod difference;
mod document;
pub mod explain;
mod finding;
pub mod follow_up;
mod frontier;
mod impossible;
pub mod levels;
pub mod log;
mod names;
mod party;
pub mod plot;
pub mod render;
mod risk;
mod rule;
mod schema;
mod sharing;
mod sweep;
mod way_out;
mod what_if;
mod why;

use fordela::{Answer, Call, Money};
use schemars::JsonSchema;
use serde::Serialize;
use strum::IntoStaticStr;

pub use allocated::{ActivityReport, Allocated, ApplicantReport, FundReport, LineReport, Preference, Totals};
pub use alternatives::{AlternativeReport, AlternativesReport};
pub use barred::{BarredReport, BarredWord};
pub use check::{CheckReport, Holds, Possible};
pub use compare::{CompareReport, SideReport, SideSource};
pub use difference::{
    ActivityChange, AmountChange, ApplicantChange, DifferenceReport, GapChange, RiskChange, RuleChange, StandingReport,
    SumChange, TotalsChange, ValueChange,
};
pub use finding::FindingReport;
pub use frontier::{
    CornerReport, CurveReport, FrontierFound, FrontierReport, Moved, Own, Range, StepReport, StepsReport,
    StretchReport, Unreached,
};
pub use impossible::{Clash, Conflicting, Infeasible};
pub use party::PartyReport;
pub use risk::{
    ActivityRiskReport, FundRiskReport, OutlookReport, RepayReport, RiskReport, RiskSumsReport, UnluckyReport,
};
pub use rule::{CaseReport, RuleReport};
pub use schema::schema;
pub use sharing::SharingReport;
pub use sweep::{Allocates, BreakpointReport, CaseMoveReport, OutcomeReport, RowReport, SweepReport, Told, VaryReport};
pub use way_out::{
    EvenCutReport, FoundReport, KeptFloorsReport, LoweredReport, MoreMoneyReport, Moves, Relaxed, WayReport, WayWord,
    WaysOut,
};
pub use what_if::{Answered, ScenarioReport, Tried, WhatIfReport};
pub use why::Why;

pub(crate) use allocated::share;
pub(crate) use names::Names;
pub(crate) use party::Plural;

/// What a call was answered with.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct Report {
    /// What was found.
    #[serde(flatten)]
    pub found: Found,
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// What grants are whole multiples of.
    pub unit: Money,
    /// What is legal in the call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// What was found.
#[derive(Debug, Clone, JsonSchema, Serialize, IntoStaticStr)]
#[serde(tag = "status", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Found {
    /// An allocation, with a proof that none is worth more, or none fairer, by the call's objective.
    Optimal(Box<Allocated>),
    /// An allocation, with a proof that none is worth more than by the gap, or how far it may be from the fairest.
    WithinGap(Box<Allocated>),
    /// No allocation keeps all rules.
    Infeasible(Box<Infeasible>),
}

/// The version of this library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What made a report, of what.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Provenance {
    /// The version of this library.
    pub fordela: String,
    /// The SHA-256 of the call, with that of its CSV file if there is one.
    pub call_sha256: String,
    /// The solver that guessed first. The answer does not depend on it.
    pub backend: String,
}

impl Provenance {
    /// The provenance of a report by this version.
    #[must_use]
    pub fn new(call_sha256: impl Into<String>, backend: impl Into<String>) -> Self {
        Self { fordela: VERSION.to_owned(), call_sha256: call_sha256.into(), backend: backend.into() }
    }
}

impl Found {
    /// The allocation, where there is one.
    pub(crate) fn allocated(&self) -> Option<&Allocated> {
        match self {
            Self::Optimal(allocated) | Self::WithinGap(allocated) => Some(allocated),
            Self::Infeasible(_) => None,
        }
    }
}

impl Report {
    /// The report of an answer to a call.
    #[must_use]
    pub fn new(call: &Call, answer: &Answer, findings: Vec<FindingReport>, provenance: Provenance) -> Self {
        let found = match answer {
            Answer::Allocated(verified) if verified.is_optimal() => {
                Found::Optimal(Box::new(Allocated::new(call, verified)))
            }
            Answer::Allocated(verified) => Found::WithinGap(Box::new(Allocated::new(call, verified))),
            Answer::Impossible(impossible) => Found::Infeasible(Box::new(Infeasible::new(call, impossible))),
        };
        let draft = call.draft();
        Self {
            found,
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            unit: call.unit(),
            findings,
            provenance,
        }
    }

    /// Whether no allocation keeps all rules.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        matches!(self.found, Found::Infeasible(_))
    }

    /// How the call was answered, in the word of the JSON.
    #[must_use]
    pub fn status(&self) -> &'static str {
        (&self.found).into()
    }

    /// What is suggested for each activity, in the order of the call; nothing where no allocation keeps all rules.
    #[must_use]
    pub fn suggested(&self) -> Vec<(String, Money)> {
        let activities = self.found.allocated().map(|allocated| &allocated.activities[..]).unwrap_or_default();
        activities.iter().map(|one| (one.id.clone(), one.granted)).collect()
    }
}
