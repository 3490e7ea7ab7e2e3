//! How far apart shares are, and how unequal.

use fordela::Rational;
use fordela::audit::{End, Inequality, Level, Shares, TheilSplits};
use fordela::fairness::Theil;
use serde::{Serialize, Serializer};

use super::super::decimals;
use super::{Parties, PartyReport};

/// The shares of applicants, or of activities.
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
pub struct SpreadReport {
    /// The least share.
    pub least: EndReport,
    /// The largest share.
    pub largest: EndReport,
    /// The largest less the least. In JSON with four decimals.
    #[serde(serialize_with = "decimals::four")]
    pub width: Rational,
}

/// The least or the largest share.
#[derive(Debug, Clone, Serialize)]
pub struct EndReport {
    /// The share. In JSON with four decimals.
    #[serde(serialize_with = "decimals::four")]
    pub share: Rational,
    /// Who has it.
    pub whose: Vec<PartyReport>,
}

/// How unequal some numbers are. `null` where there is nothing to compare; in JSON with four decimals.
#[derive(Debug, Clone, Serialize)]
pub struct InequalityReport {
    /// The Gini coefficient: 0 when all are equal, near 1 when one has all.
    #[serde(serialize_with = "decimals::four_or_none")]
    pub gini: Option<Rational>,
    /// Jain's index: 1 when all are equal, `1/n` when one of `n` has all.
    #[serde(serialize_with = "decimals::four_or_none")]
    pub jain: Option<Rational>,
}

/// Theil's index, split by applicants and by areas.
#[derive(Debug, Clone, Serialize)]
pub struct TheilReport {
    /// Groups are the activities of each applicant.
    pub applicants: TheilSplitReport,
    /// Groups are the activities with just the same areas.
    pub areas: TheilSplitReport,
}

/// Theil's index and its parts. It has logarithms, and is rounded to four decimals.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct TheilSplitReport {
    /// All inequality; 0 when all are equal.
    #[serde(serialize_with = "four_of_float")]
    pub total: f64,
    /// What would be left if everybody had the mean of their group.
    #[serde(serialize_with = "four_of_float")]
    pub between: f64,
    /// The rest.
    #[serde(serialize_with = "four_of_float")]
    pub within: f64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn four_of_float<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&format!("{number:.4}"))
}

impl SharesReport {
    pub(super) fn new(shares: &Shares, parties: &Parties<'_>, level: Level) -> Self {
        let end = |end: &End| EndReport {
            share: end.share.clone(),
            whose: end.whose.iter().map(|&place| parties.party(level, place)).collect(),
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
    /// A part that is a little below zero, as differences of floats can be, is nothing.
    fn new(theil: Theil) -> Self {
        let part = |number: f64| if number < 0.000_05 { 0.0 } else { number };
        Self { total: part(theil.total), between: part(theil.between), within: part(theil.within) }
    }
}
