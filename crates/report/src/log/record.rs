//! A decision that is added to a log, as a report.

use crate::Names;
use fordela::deviation::Cost;
use fordela::{Call, Date, Money, Party, Rational};
use fordela_file::log::{Added, Entry};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::decimals::{Bound, OrNone, Two, Value};

/// A decision that was added to a log.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RecordReport {
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// The file of the log.
    pub log: String,
    /// The number of the entry.
    pub entry: usize,
    /// The seal of the entry: who keeps it elsewhere can tell later that nothing of the log was written anew.
    pub seal: String,
    /// The day of the decision, if it was said.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub date: Option<Date>,
    /// Who decided.
    pub role: String,
    /// Why.
    pub reason: String,
    /// How the call was answered: `optimal`, `within-gap` or `infeasible`.
    #[schemars(extend("enum" = ["optimal", "within-gap", "infeasible"]))]
    pub status: String,
    /// Whether the decision grants money to activities or to applicants.
    #[serde(with = "crate::Plural")]
    pub by: Party,
    /// Who gets something else than suggested.
    pub deviations: Vec<DeviationReport>,
    /// What it costs; `None` where nothing is suggested, as the call is impossible.
    pub cost: Option<CostReport>,
    /// What the entry is of.
    pub provenance: RecordedOf,
}

/// A grant that is another than the suggested one.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct DeviationReport {
    /// The id of the activity or applicant.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The money suggested.
    pub suggested: Money,
    /// The money decided.
    pub decided: Money,
    /// What was decided less what was suggested.
    pub difference: Money,
    /// Why, where that is said of it alone.
    pub reason: Option<String>,
}

/// What deviations cost.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct CostReport {
    /// All that is suggested.
    pub suggested: Money,
    /// All that is decided.
    pub decided: Money,
    /// What is decided less what is suggested.
    pub difference: Money,
    /// What those get more who get more than suggested.
    pub raised: Money,
    /// What those get less who get less than suggested.
    pub lowered: Money,
    /// What the suggestion is worth. In JSON rounded down to two decimals, as what the decision is worth; what it is worth at
    /// most is rounded up, and a difference to the nearest, a tie to the even digit.
    #[serde(with = "OrNone::<Value>")]
    pub value_suggested: Option<Rational>,
    /// What the decision is worth, where that follows from it.
    #[serde(with = "OrNone::<Value>")]
    pub value_decided: Option<Rational>,
    /// The former less the latter.
    #[serde(with = "OrNone::<Two>")]
    pub value_lost: Option<Rational>,
    /// Where it does not follow from the decision: what it is worth at most.
    #[serde(with = "OrNone::<Bound>", skip_serializing_if = "Option::is_none")]
    pub value_decided_at_most: Option<Rational>,
    /// What the suggestion is worth less that.
    #[serde(with = "OrNone::<Value>", skip_serializing_if = "Option::is_none")]
    pub value_lost_at_least: Option<Rational>,
}

/// What an entry of a log is of.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct RecordedOf {
    /// The version of this library.
    pub fordela: String,
    /// The call, from the folder of the log.
    pub call: String,
    /// The SHA-256 of the call, with that of its CSV file if there is one.
    pub call_sha256: String,
    /// The decision, from the folder of the log.
    pub decision: String,
    /// The SHA-256 of the decision.
    pub decision_sha256: String,
    /// The SHA-256 of what is suggested: status, value, bound, grants and who pays, as data.
    pub suggestion_sha256: String,
}

impl RecordReport {
    /// The report on an entry of a log.
    #[must_use]
    pub fn new(call: &Call, log: &str, entry: &Entry, added: &Added) -> Self {
        let draft = call.draft();
        let statement = &entry.statement;
        Self {
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            log: log.to_owned(),
            entry: added.number,
            seal: added.seal.clone(),
            date: statement.date(),
            role: statement.role().to_owned(),
            reason: statement.reason().to_owned(),
            status: entry.status.clone(),
            by: entry.by,
            deviations: deviations(call, entry),
            cost: entry.deviations.as_ref().map(|found| CostReport::new(&found.cost)),
            provenance: RecordedOf {
                fordela: entry.fordela.clone(),
                call: entry.call.path.clone(),
                call_sha256: entry.call.sha256.clone(),
                decision: entry.decision.path.clone(),
                decision_sha256: entry.decision.sha256.clone(),
                suggestion_sha256: entry.suggestion_sha256.clone(),
            },
        }
    }
}

fn deviations(call: &Call, entry: &Entry) -> Vec<DeviationReport> {
    let names = Names::of(call);
    let report = |one: &fordela::deviation::Deviation| DeviationReport {
        name: names.named(entry.by, &one.id).to_owned(),
        suggested: one.suggested,
        decided: one.decided,
        difference: one.difference(),
        reason: entry.statement.reason_for(&one.id).map(str::to_owned),
        id: one.id.clone(),
    };
    entry.deviations.iter().flat_map(|found| &found.list).map(report).collect()
}

impl CostReport {
    fn new(cost: &Cost) -> Self {
        Self {
            suggested: cost.granted.old,
            decided: cost.granted.new,
            difference: cost.granted.difference(),
            raised: cost.raised,
            lowered: cost.lowered,
            value_suggested: cost.value.old.clone(),
            value_decided: cost.value.new.clone(),
            value_lost: cost.value_lost(),
            value_decided_at_most: cost.at_most.clone(),
            value_lost_at_least: cost.value_lost_at_least(),
        }
    }
}
