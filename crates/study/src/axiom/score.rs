//! A better score harms nobody.

use rust_decimal::Decimal;

use super::Trial;
use super::change::Change;
use super::definition::Definition;
use super::probe::Probe;

/// `s'[i] ≥ s[i] ⟹ x'[i] ≥ x[i]`, with everything else as it is.
pub(super) const SCORE_MONOTONE: Definition =
    Definition { name: "score-monotone", source: "Faliszewski & Talmon (2018); Thomson (2019)", trial };

/// Every score is raised by one, and to the maximum.
fn trial(probe: &Probe) -> Trial {
    let draft = probe.call.draft();
    let mut changes = Vec::new();
    for activity in &draft.activities {
        for criterion in draft.criteria.iter().filter(|criterion| criterion.weight > Decimal::ZERO) {
            let from = activity.scores.get(&criterion.id).copied().unwrap_or(Decimal::ZERO);
            let step = (from + Decimal::ONE).min(criterion.max);
            for to in [step, criterion.max] {
                let (activity, criterion) = (activity.id.clone(), criterion.id.clone());
                let change = Change::Score { activity, criterion, from, to };
                if to > from && changes.last() != Some(&change) {
                    changes.push(change);
                }
            }
        }
    }
    probe.changes(changes, |after| {
        let raised = |id: &str| matches!(after.change, Change::Score { activity, .. } if activity == id);
        let mut concerned = probe.unless(after, |was, is| is >= was);
        concerned.retain(|concern| raised(&concern.activity));
        concerned
    })
}
