//! Criteria, weights and scores.

use std::collections::HashSet;

use fordela_model::call::Place;
use fordela_model::{Call, Lang, numerals};
use rust_decimal::Decimal;

use super::asks::FAR_APART;
use super::words::{Words, words};
use super::{FindingKind, Report};

/// What can be odd about criteria, weights and scores.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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

    pub(super) fn words(&self, lang: Lang) -> Words {
        match lang {
            Lang::En => self.english(),
            Lang::Sv => self.swedish(),
        }
    }

    fn english(&self) -> Words {
        match self {
            Self::WeightZero { criterion } => words(
                format!("the criterion `{criterion}` has the weight 0 and counts for nothing"),
                format!("give `{criterion}` a weight above 0"),
            ),
            Self::WeightsFarApart { smallest, least, largest, most } => words(
                format!("the weight {most} of `{largest}` is more than 10,000 times the {least} of `{smallest}`"),
                format!("check that `{smallest}` and `{largest}` are weighed on one scale"),
            ),
            Self::Unscored { criterion } => words(
                format!("no activity scores above 0 on the criterion `{criterion}`"),
                format!("write the scores of the activities on `{criterion}`"),
            ),
            Self::SamePriority => words(
                "all activities have the same priority, so the scores settle nothing",
                "score the activities so that they can be told apart",
            ),
        }
    }

    fn swedish(&self) -> Words {
        let number = |number: &Decimal| numerals::decimal(&number.to_string(), Lang::Sv);
        match self {
            Self::WeightZero { criterion } => words(
                format!("kriteriet `{criterion}` har vikten 0 och saknar betydelse"),
                format!("ge `{criterion}` en vikt över 0"),
            ),
            Self::WeightsFarApart { smallest, least, largest, most } => words(
                format!(
                    "vikten {} för `{largest}` är mer än 10\u{a0}000 gånger så stor som vikten {} för `{smallest}`",
                    number(most),
                    number(least)
                ),
                format!("kontrollera att `{smallest}` och `{largest}` är viktade på samma skala"),
            ),
            Self::Unscored { criterion } => words(
                format!("ingen aktivitet har mer än 0 poäng på kriteriet `{criterion}`"),
                format!("ange aktiviteternas poäng på `{criterion}`"),
            ),
            Self::SamePriority => words(
                "alla aktiviteter har samma prioritet, och poängen avgör därför ingenting",
                "poängsätt aktiviteterna så att de kan skiljas åt",
            ),
        }
    }
}

pub(super) fn check(call: &Call, report: &mut Report) {
    let criteria = &call.draft().criteria;
    let mut add = |place: Place, kind| report.add(place, FindingKind::Score(kind));
    let list = Place::root().key("criterion");
    let scored = scored(call);
    for (c, criterion) in criteria.iter().enumerate() {
        let id = || criterion.id.clone();
        if criterion.weight.is_zero() {
            add(list.item(c).key("weight"), ScoreFinding::WeightZero { criterion: id() });
        } else if !call.claims().is_empty() && !scored.contains(criterion.id.as_str()) {
            add(list.item(c), ScoreFinding::Unscored { criterion: id() });
        }
    }
    if let Some((c, kind)) = weights(call) {
        add(list.item(c).key("weight"), kind);
    }
    // Where nothing is scored at all, every criterion has been reported.
    let same = call.claims().windows(2).all(|pair| pair[0].priority() == pair[1].priority());
    if call.claims().len() > 1 && same && !scored.is_empty() {
        add(list, ScoreFinding::SamePriority);
    }
}

/// The criteria on which some activity scores above 0.
fn scored(call: &Call) -> HashSet<&str> {
    let scores = call.draft().activities.iter().flat_map(|activity| &activity.scores);
    scores.filter(|(_, score)| !score.is_zero()).map(|(criterion, _)| criterion.as_str()).collect()
}

fn weights(call: &Call) -> Option<(usize, ScoreFinding)> {
    let criteria = &call.draft().criteria;
    let weighed = || criteria.iter().enumerate().filter(|(_, criterion)| !criterion.weight.is_zero());
    let (c, smallest) = weighed().min_by_key(|(_, criterion)| criterion.weight)?;
    let (_, largest) = weighed().max_by_key(|(c, criterion)| (criterion.weight, std::cmp::Reverse(*c)))?;
    let far = largest.weight > smallest.weight * Decimal::from(FAR_APART);
    far.then(|| {
        let (smallest_id, largest_id) = (smallest.id.clone(), largest.id.clone());
        let (least, most) = (smallest.weight, largest.weight);
        (c, ScoreFinding::WeightsFarApart { smallest: smallest_id, least, largest: largest_id, most })
    })
}
