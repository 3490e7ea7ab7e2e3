//! Other allocations that are nearly as good, as a report.

use fordela::alternatives::{Alternative, End, Found, Wanted, Way};
use fordela::call::Percent;
use fordela::compare::Side;
use fordela::{Answer, Call, Money, Rational, Verified};
use schemars::JsonSchema;
use serde::Serialize;

use super::schema::null_if_infeasible;
use super::{
    Answered, DifferenceReport, FindingReport, Provenance,
    decimals::{As, Four, OrNone, Two, Value},
};

/// Other allocations that are nearly as good as the suggestion.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(transform = null_if_infeasible("end"))]
pub struct AlternativesReport {
    /// How the call was answered.
    #[serde(flatten)]
    pub answered: Answered,
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// What grants are whole multiples of.
    pub unit: Money,
    /// How many were asked for.
    pub most: usize,
    /// How much less than the suggestion they may be worth.
    pub within: Percent,
    /// How different any two of them are at least, the suggestion too: the sum over all activities of the difference of
    /// their grants, as a part of what the suggestion grants in all.
    pub apart: Percent,
    /// What the suggestion is worth; `null` when the call is impossible. In JSON rounded down to two decimals.
    #[serde(with = "OrNone::<Value>")]
    pub value: Option<Rational>,
    /// The alternatives that were found, in the order in which they were.
    pub alternatives: Vec<AlternativeReport>,
    /// Why there are no more of them; `null` when the call is impossible.
    pub end: Option<End>,
    /// What is legal in the call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// Another allocation; old is the suggestion.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AlternativeReport {
    /// How it was chosen.
    pub way: Way,
    /// What it is worth less than the suggestion. In JSON rounded to two decimals, a tie to the even digit.
    #[serde(with = "As::<Two>")]
    pub loss: Rational,
    /// The loss as a part of the value of the suggestion, `null` when that is nothing. In JSON with four decimals.
    #[serde(with = "OrNone::<Four>")]
    pub loss_share: Option<Rational>,
    /// How it differs from the suggestion.
    #[serde(flatten)]
    pub difference: DifferenceReport,
}

impl AlternativesReport {
    /// The report on alternatives to the answer to a call; `found` is left out when the call is impossible.
    #[must_use]
    pub fn new(
        call: &Call,
        answer: &Answer,
        wanted: Wanted,
        found: Option<&Found>,
        findings: Vec<FindingReport>,
        provenance: Provenance,
    ) -> Self {
        let draft = call.draft();
        let best = match answer {
            Answer::Allocated(verified) => Some(verified),
            Answer::Impossible(_) => None,
        };
        Self {
            answered: Answered::new(call, answer),
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            unit: call.unit(),
            most: wanted.most,
            within: wanted.within,
            apart: wanted.apart,
            value: best.map(|best| best.value().clone()),
            alternatives: best
                .zip(found)
                .map(|(best, found)| {
                    found.alternatives.iter().map(|one| AlternativeReport::new(call, best, one)).collect()
                })
                .unwrap_or_default(),
            end: found.map(|found| found.end),
            findings,
            provenance,
        }
    }

    /// Whether no allocation keeps all rules.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        self.answered.infeasible().is_some()
    }
}

impl AlternativeReport {
    fn new(call: &Call, best: &Verified, one: &Alternative) -> Self {
        let loss = best.value() - one.verified.value();
        Self {
            way: one.way,
            loss_share: (!best.value().is_zero()).then(|| &loss / best.value()),
            loss,
            difference: DifferenceReport::new(&Side::allocated(call, best), &Side::allocated(call, &one.verified)),
        }
    }

    /// The word for a way in JSON.
    #[must_use]
    pub fn word(way: Way) -> &'static str {
        match way {
            Way::NextBest => "next-best",
            Way::MostDifferent => "most-different",
        }
    }
}
