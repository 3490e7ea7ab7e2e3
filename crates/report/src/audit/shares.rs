//! How far apart shares are, and how unequal.

use fordela::audit::{End, Inequality, Shares, TheilSplits};
use fordela::fairness::Theil;
use fordela::{Party, Rational};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::super::decimals::{As, Four, OrNone};
use crate::{Names, PartyReport};

/// The shares of applicants, or of activities.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct SharesReport {
    /// How many asked for something; the others have no share.
    pub count: usize,
    /// How far apart their shares are; `null` where nobody asked for anything.
    pub spread: Option<SpreadReport>,
    /// How unequal their shares are.
    pub shares: InequalityReport,
    /// How unequal their grants are.
    pub grants: InequalityReport,
    /// How unequal their asks are.
    pub asks: InequalityReport,
}

/// How far apart shares are.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct SpreadReport {
    /// The least share.
    pub least: EndReport,
    /// The largest share.
    pub largest: EndReport,
    /// The largest less the least. In JSON with four decimals.
    #[serde(with = "As::<Four>")]
    pub width: Rational,
}

/// The least or the largest share.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct EndReport {
    /// The share. In JSON with four decimals.
    #[serde(with = "As::<Four>")]
    pub share: Rational,
    /// Who has it.
    pub whose: Vec<PartyReport>,
}

/// How unequal some numbers are. `null` where there is nothing to compare; in JSON with four decimals.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct InequalityReport {
    /// The Gini coefficient: 0 when all are equal, near 1 when one has all.
    #[serde(with = "OrNone::<Four>")]
    pub gini: Option<Rational>,
    /// Jain's index: 1 when all are equal, `1/n` when one of `n` has all.
    #[serde(with = "OrNone::<Four>")]
    pub jain: Option<Rational>,
}

/// Theil's index, split by applicants and by areas.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct TheilReport {
    /// Groups are the activities of each applicant.
    pub applicants: TheilSplitReport,
    /// Groups are the activities with just the same areas.
    pub areas: TheilSplitReport,
}

/// Theil's index and its parts. It has logarithms, and is rounded to four decimals, in which the parts add up to it.
#[derive(Debug, Clone, Copy, JsonSchema, Serialize)]
pub struct TheilSplitReport {
    /// All inequality; 0 when all are equal.
    #[serde(serialize_with = "four_of_float")]
    #[schemars(with = "As::<Four>")]
    pub total: f64,
    /// What would be left if everybody had the mean of their group.
    #[serde(serialize_with = "four_of_float")]
    #[schemars(with = "As::<Four>")]
    pub between: f64,
    /// The rest: as rounded, the total less that.
    #[serde(serialize_with = "four_of_float")]
    #[schemars(with = "As::<Four>")]
    pub within: f64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn four_of_float<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&format!("{number:.4}"))
}

impl SharesReport {
    pub(super) fn new(shares: &Shares, names: &Names<'_>, level: Party) -> Self {
        let end = |end: &End| EndReport {
            share: end.share.clone(),
            whose: end.whose.iter().map(|id| names.party(level, id)).collect(),
        };
        let spread = shares.spread.as_ref().map(|spread| SpreadReport {
            least: end(&spread.least),
            largest: end(&spread.largest),
            width: spread.width(),
        });
        let of = |Inequality { gini, jain }: &Inequality| InequalityReport { gini: gini.clone(), jain: jain.clone() };
        Self {
            count: shares.count,
            spread,
            shares: of(&shares.shares),
            grants: of(&shares.grants),
            asks: of(&shares.asks),
        }
    }
}

impl TheilReport {
    pub(super) fn new(splits: &TheilSplits) -> Self {
        Self { applicants: TheilSplitReport::new(splits.applicants), areas: TheilSplitReport::new(splits.areas) }
    }
}

impl TheilSplitReport {
    /// The total and what lies between are rounded, and what lies within is the rest of that, so that the parts as they
    /// are told add up to the total in the last digit.
    fn new(theil: Theil) -> Self {
        const PARTS: f64 = 10_000.0;
        let rounded = |number: f64| (number * PARTS).round().max(0.0);
        let total = rounded(theil.total);
        let between = rounded(theil.between).min(total);
        Self { total: total / PARTS, between: between / PARTS, within: (total - between) / PARTS }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_theils_index_add_up_in_the_last_digit() {
        let told = TheilSplitReport::new(Theil { total: 0.123_46, between: 0.061_73, within: 0.061_73 });
        let told = serde_json::to_value(told).unwrap_or_default();
        assert_eq!(told, serde_json::json!({ "total": "0.1235", "between": "0.0617", "within": "0.0618" }));
        let equal = TheilSplitReport::new(Theil { total: 0.0, between: 1e-17, within: -1e-17 });
        let equal = serde_json::to_value(equal).unwrap_or_default();
        assert_eq!(equal, serde_json::json!({ "total": "0.0000", "between": "0.0000", "within": "0.0000" }));
    }
}
