//! How money is shared, as a report.

use fordela::call::draft::ObjectiveKind;
use fordela::{Call, Party, Rational, Verified};
use schemars::JsonSchema;
use serde::Serialize;

use super::decimals::{As, Four, FourUp, OrNone, TwoUp};

/// How money is shared, and how close the grants are to that.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct SharingReport {
    /// The objective.
    pub kind: ObjectiveKind,
    /// Whether claims count by their priority.
    pub weighted: bool,
    /// Among whom.
    pub over: Party,
    /// The part of what sharing gives that everybody gets at least; `null` where sharing has the last word.
    #[serde(with = "OrNone::<Four>")]
    pub at_least: Option<Rational>,
    /// How far a grant is from what would be exact if units could be broken, at most. In JSON rounded up to two
    /// decimals.
    #[serde(with = "As::<TwoUp>")]
    pub off: Rational,
    /// By what part a sum that proves that nothing is fairer could at most be exceeded. In JSON rounded up to four
    /// decimals; `0` when it is zero, and `null` where the effort was spent before anything proved it.
    #[serde(with = "OrNone::<FourUp>")]
    pub gap: Option<Rational>,
    /// Whether something was chosen before it was shared: then nothing is fairer among what has the same choices.
    pub has_choices: bool,
    /// Whether it is proven that nothing is fairer.
    pub proven: bool,
}

impl SharingReport {
    /// `None` where the most value is looked for instead.
    pub(super) fn new(call: &Call, verified: &Verified) -> Option<Self> {
        let (objective, fairness) = (&call.draft().objective, verified.fairness()?);
        Some(Self {
            kind: objective.kind,
            weighted: objective.weighted,
            over: objective.over,
            at_least: objective.at_least.map(|part| part.part()),
            off: fairness.off.clone(),
            gap: fairness.gap.clone(),
            has_choices: fairness.has_choices,
            proven: fairness.is_proven(call),
        })
    }
}
