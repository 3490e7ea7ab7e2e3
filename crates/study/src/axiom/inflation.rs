//! Asking for more than is needed does not pay.

use fordela_num::Money;

use super::Trial;
use super::change::Change;
use super::definition::Definition;
use super::probe::Probe;

/// `x[i] < c[i]` and `c'[i] > c[i] ⟹ x'[i] ≤ x[i]`.
pub(super) const INFLATION_PROOF: Definition =
    Definition { name: "inflation-proof", source: "Sprumont (1991) (strategy-proofness)", trial };

/// The asks of all that are not fully funded are raised by one unit, and doubled. Lines and levels stay as they are.
fn trial(probe: &Probe) -> Trial {
    let unit = probe.call.unit();
    let mut changes = Vec::new();
    for (a, claim) in probe.call.claims().iter().enumerate() {
        let activity = &probe.call.draft().activities[a];
        let from = claim.ask();
        if !activity.asks_freely() || probe.grants[a] >= from.rational() {
            continue;
        }
        let more = |more: Money| Change::Ask { activity: activity.id.clone(), from, to: from + more };
        changes.push(more(unit));
        if from > unit {
            changes.push(more(from));
        }
    }
    probe.changes(changes, |after| {
        let inflated = |id: &str| matches!(after.change, Change::Ask { activity, .. } if activity == id);
        let mut concerned = probe.unless(after, |was, is| is <= was);
        concerned.retain(|concern| inflated(&concern.activity));
        concerned
    })
}
