//! Names and order do not count.

use super::change::{Change, Order};
use super::definition::Definition;
use super::probe::{After, Probe};
use super::{Concern, Trial};

/// `x(π·call) = π·x(call)` for every renaming and reordering `π`. Ties that are settled by id break it.
pub(super) const ANONYMOUS: Definition = Definition { name: "anonymous", source: "Thomson (2019)", trial };

fn trial(probe: &Probe) -> Trial {
    let draft = probe.call.draft();
    let mut changes = Vec::new();
    if draft.activities.len() > 1 {
        changes.extend([Change::Reorder(Order::Reversed), Change::Reorder(Order::Rotated)]);
        let ids: Vec<&String> = draft.activities.iter().map(|activity| &activity.id).collect();
        changes.extend(permutations(&ids).map(Change::RenameActivities));
    }
    if draft.applicants.len() > 1 {
        let ids: Vec<&String> = draft.applicants.iter().map(|applicant| &applicant.id).collect();
        changes.extend(permutations(&ids).map(Change::RenameApplicants));
    }
    probe.changes(changes, |after| concerned(probe, after))
}

/// Names with the names in the opposite order, and, where that is something else, each with the next.
fn permutations(ids: &[&String]) -> impl Iterator<Item = Vec<(String, String)>> {
    let mut sorted = ids.to_vec();
    sorted.sort();
    let pairs = |with: Vec<&String>| sorted.iter().zip(with).map(|(a, b)| ((*a).clone(), b.clone())).collect();
    let reversed = sorted.iter().rev().copied().collect();
    let mut rotated = sorted.clone();
    rotated.rotate_left(1);
    let mut all: Vec<Vec<(String, String)>> = vec![pairs(reversed)];
    if sorted.len() > 2 {
        all.push(pairs(rotated));
    }
    all.into_iter()
}

fn concerned(probe: &Probe, after: &After) -> Vec<Concern> {
    let Change::RenameActivities(names) = after.change else { return probe.unless(after, |was, is| was == is) };
    let renamed = |a: usize| names.iter().find(|(old, _)| old == probe.id(a)).map(|(_, new)| new);
    let moved = |a: usize| {
        let gets = after.grant_of(renamed(a)?, a)?;
        (*gets != probe.grants[a]).then(|| probe.concern(a, gets.clone()))
    };
    (0..probe.grants.len()).filter_map(moved).collect()
}
