//! Criteria, weights and scores.

use fordela_model::Call;
use fordela_model::call::Place;
use fordela_model::call::draft::Criterion;
use rust_decimal::Decimal;

use super::asks::FAR_APART;
use super::{FindingKind, Report};

/// What can be odd about criteria, weights and scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScoreFinding {
    /// A criterion counts for nothing.
    WeightZero {
        /// The criterion.
        criterion: String,
    },
    /// The largest weight is wildly larger than the smallest.
    WeightsFarApart {
        /// The criterion with the smallest weight above 0.
        smallest: String,
        /// Its weight.
        least: Decimal,
        /// The criterion with the largest weight.
        largest: String,
        /// Its weight.
        most: Decimal,
    },
    /// No activity has a score above 0 on a criterion.
    Unscored {
        /// The criterion.
        criterion: String,
    },
    /// All activities have one priority, so that the scores say nothing.
    SamePriority,
}

impl ScoreFinding {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::WeightZero { .. } => "weight-zero",
            Self::WeightsFarApart { .. } => "weights-far-apart",
            Self::Unscored { .. } => "criterion-unscored",
            Self::SamePriority => "same-priority",
        }
    }
}

pub(super) fn check(call: &Call, report: &mut Report) {
    let criteria = &call.draft().criteria;
    let mut add = |place: Place, kind| report.add(place, FindingKind::Score(kind));
    let list = Place::root().key("criterion");
    let scored: Vec<bool> = criteria.iter().map(|criterion| is_scored(call, criterion)).collect();
    for (c, criterion) in criteria.iter().enumerate() {
        let id = || criterion.id.clone();
        if criterion.weight.is_zero() {
            add(list.item(c).key("weight"), ScoreFinding::WeightZero { criterion: id() });
        } else if !call.claims().is_empty() && !scored[c] {
            add(list.item(c), ScoreFinding::Unscored { criterion: id() });
        }
    }
    if let Some((c, kind)) = weights(call) {
        add(list.item(c).key("weight"), kind);
    }
    // Where nothing is scored at all, every criterion has been reported.
    let same = call.claims().windows(2).all(|pair| pair[0].priority() == pair[1].priority());
    if call.claims().len() > 1 && same && scored.contains(&true) {
        add(list, ScoreFinding::SamePriority);
    }
}

/// Whether some activity scores above 0 on a criterion.
fn is_scored(call: &Call, criterion: &Criterion) -> bool {
    let mut activities = call.draft().activities.iter();
    activities.any(|activity| activity.scores.get(&criterion.id).is_some_and(|score| !score.is_zero()))
}

fn weights(call: &Call) -> Option<(usize, ScoreFinding)> {
    let criteria = &call.draft().criteria;
    let weighed = || criteria.iter().enumerate().filter(|(_, criterion)| !criterion.weight.is_zero());
    let (c, smallest) = weighed().min_by_key(|(_, criterion)| criterion.weight)?;
    let (_, largest) = weighed().max_by_key(|(c, criterion)| (criterion.weight, std::cmp::Reverse(*c)))?;
    let far = largest.weight > smallest.weight * Decimal::from_i128_with_scale(FAR_APART, 0);
    far.then(|| {
        let (smallest_id, largest_id) = (smallest.id.clone(), largest.id.clone());
        let (least, most) = (smallest.weight, largest.weight);
        (c, ScoreFinding::WeightsFarApart { smallest: smallest_id, least, largest: largest_id, most })
    })
}
