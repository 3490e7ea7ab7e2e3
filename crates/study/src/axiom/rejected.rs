//! Who gets nothing does not decide what others get.

use super::Trial;
use super::change::Change;
use super::definition::Definition;
use super::probe::Probe;

/// `x[i] = 0 ⟹` the others get the same without `i`.
pub(super) const INDEPENDENT_OF_REJECTED: Definition =
    Definition { name: "independent-of-rejected", source: "Thomson (2019) (null claims consistency)", trial };

/// Each of those who get nothing is left out, and all of them together.
fn trial(probe: &Probe) -> Trial {
    let rejected: Vec<String> =
        (0..probe.grants.len()).filter(|a| probe.grants[*a].is_zero()).map(|a| probe.id(a).to_owned()).collect();
    let others = probe.grants.len() - rejected.len();
    let mut changes = Vec::new();
    if probe.grants.len() > 1 {
        changes.extend(rejected.iter().map(|id| Change::LeaveOut(vec![id.clone()])));
    }
    if others > 0 && rejected.len() > 1 {
        changes.push(Change::LeaveOut(rejected));
    }
    probe.changes(changes, |after| probe.unless(after, |was, is| was == is))
}
