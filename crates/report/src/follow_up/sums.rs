//! Reported sums, results and kinds of cost.

use fordela::follow_up::{Achieved, Cell, Check, KindSpent, Part, PartOf};
use fordela::{Money, Party, Rational};
use fordela_file::ReadOutcome;
use schemars::JsonSchema;
use serde::Serialize;

use super::party;
use crate::decimals::{As, Exact, OrNone, Two};
use crate::{Names, PartyReport};

/// A reported sum, and what it is the sum of.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct SumReport {
    /// The column it stands in: `spent`, `granted` and so on, or `result.NAME`.
    pub figure: String,
    /// The file it stands in.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is reported. In JSON exact.
    #[serde(with = "As::<Exact>")]
    pub reported: Rational,
    /// What it is the sum of; what is taken away is below zero.
    pub parts: Vec<PartReport>,
    /// What the parts add up to. In JSON exact.
    #[serde(with = "As::<Exact>")]
    pub sum: Rational,
    /// What is reported less what the parts add up to. In JSON exact.
    #[serde(with = "As::<Exact>")]
    pub difference: Rational,
    /// Whether the parts add up to what is reported.
    pub holds: bool,
}

/// A part of a reported sum.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct PartReport {
    /// What it is.
    #[schemars(extend("enum" = ["figure", "granted", "all-granted", "all-spent"]))]
    pub part: &'static str,
    /// The line of a reported figure, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column of a reported figure in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The id of who was granted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// How much, below zero if it is taken away. In JSON exact.
    #[serde(with = "As::<Exact>")]
    pub amount: Rational,
}

impl SumReport {
    pub(super) fn new(check: &Check, outcome: &ReadOutcome) -> Self {
        let at = outcome.locate(Some(&check.at));
        Self {
            figure: figure(&check.at.cell),
            file: at.file,
            line: at.line,
            column: at.column,
            reported: check.reported.clone(),
            parts: check.parts.iter().map(|part| PartReport::new(part, outcome)).collect(),
            sum: check.sum(),
            difference: check.difference(),
            holds: check.holds(),
        }
    }
}

fn figure(cell: &Cell) -> String {
    match cell {
        Cell::Sum(sum) => sum.word().to_owned(),
        Cell::Result(name) => format!("result.{name}"),
        Cell::Row | Cell::Activity | Cell::Applicant | Cell::Fund | Cell::Period | Cell::Kind => String::new(),
    }
}

impl PartReport {
    fn new(part: &Part, outcome: &ReadOutcome) -> Self {
        let amount = part.amount.clone();
        let plain = |part, id| Self { part, line: None, column: None, id, amount: amount.clone() };
        match &part.of {
            PartOf::Figure(at) => {
                let at = outcome.locate(Some(at));
                Self { line: Some(at.line), column: Some(at.column), ..plain("figure", None) }
            }
            PartOf::Granted { party } => plain("granted", Some(party.clone())),
            PartOf::AllGranted => plain("all-granted", None),
            PartOf::AllSpent => plain("all-spent", None),
        }
    }
}

/// A result, such as participants, and what was spent for it.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AchievedReport {
    /// Whose it is; `null` for all together.
    pub of: Option<PartyReport>,
    /// Its name.
    pub name: String,
    /// How much was reported. In JSON exact.
    #[serde(with = "As::<Exact>")]
    pub result: Rational,
    /// What those spent who report it.
    pub spent: Money,
    /// Money for each, `null` where that is not known. In JSON with two decimals.
    #[serde(with = "OrNone::<Two>")]
    pub each: Option<Rational>,
}

impl AchievedReport {
    pub(super) fn new(by: Party, one: &Achieved, names: &Names<'_>) -> Self {
        Self {
            of: one.party.as_deref().map(|id| party(by, id, names)),
            name: one.name.clone(),
            result: one.result.clone(),
            spent: one.spent,
            each: one.each.clone(),
        }
    }
}

/// What was spent on one kind of cost.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct KindReport {
    /// By whom.
    pub of: PartyReport,
    /// The kind, as it is written; `null` for a refund of which no kind is told.
    pub kind: Option<String>,
    /// Whether it is money that was spent and came back.
    pub refund: bool,
    /// How much; below zero for a refund.
    pub spent: Money,
}

impl KindReport {
    pub(super) fn new(by: Party, one: &KindSpent, names: &Names<'_>) -> Self {
        Self { of: party(by, &one.party, names), kind: one.kind.clone(), refund: one.is_refund(), spent: one.spent }
    }
}
