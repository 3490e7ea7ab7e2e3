//! Who needs less money is not worse off for it.

use fordela_num::Money;

use super::Trial;
use super::change::Change;
use super::definition::Definition;
use super::probe::Probe;

/// `x[i] = c[i]` and `c'[i] ≤ c[i] ⟹ x'[i] = c'[i]`.
pub(super) const COST_MONOTONE: Definition =
    Definition { name: "cost-monotone", source: "Faliszewski & Talmon (2018) (discount monotonicity)", trial };

/// The asks of all that are fully funded are lowered by one unit, and to a half. Lines and levels stay as they are.
fn trial(probe: &Probe) -> Trial {
    let unit = probe.call.unit();
    let mut changes = Vec::new();
    for (a, claim) in probe.call.claims().iter().enumerate() {
        let activity = &probe.call.draft().activities[a];
        let from = claim.ask();
        if !activity.asks_freely() || probe.grants[a] != from.rational() || from.is_zero() {
            continue;
        }
        let half = Money::of_units(from.whole_units(unit) / 2, unit);
        for to in [Some(from - unit), half].into_iter().flatten().filter(|to| *to > Money::ZERO && *to < from) {
            let change = Change::Ask { activity: activity.id.clone(), from, to };
            if changes.last() != Some(&change) {
                changes.push(change);
            }
        }
    }
    probe.changes(changes, |after| {
        let Change::Ask { activity, to, .. } = after.change else { return Vec::new() };
        let all = to.rational();
        let mut concerned = probe.unless(after, |_, is| *is == all);
        concerned.retain(|concern| concern.activity == *activity);
        concerned.iter_mut().for_each(|concern| concern.instead_of = Some(all.clone()));
        concerned
    })
}
