//! One application or two comes to the same.

use fordela_model::Call;
use fordela_model::call::Node;
use fordela_model::call::draft::Activity;
use fordela_num::{Money, Rational};

use super::Concern;
use super::change::Change;
use super::definition::Definition;
use super::probe::{After, Probe};

/// `x'[i₁] + x'[i₂] ≤ x[i]` where `c[i₁] + c[i₂] = c[i]`, and both parts have the scores of the whole.
pub(super) const SPLIT_PROOF: Definition = Definition {
    name: "split-proof",
    source: "Thomson (2019), section 6 (no advantageous transfer, splitting)",
    trial: |probe| {
        let changes = (0..probe.grants.len()).flat_map(|a| splits(probe.call, a)).collect();
        probe.changes(changes, |after| together(probe, after))
    },
};

/// `x'[i+j] ≤ x[i] + x[j]` where `c'[i+j] = c[i] + c[j]`, and the scores are the means weighed by the asks, so that same
/// scores stay as they are, and a weak activity can hide behind a strong one.
pub(super) const MERGE_PROOF: Definition = Definition {
    name: "merge-proof",
    source: "Thomson (2019), section 6 (no advantageous transfer, merging)",
    trial: |probe| {
        let all: Vec<usize> = (0..probe.grants.len()).collect();
        probe.changes(merges(probe.call, &all), |after| together(probe, after))
    },
};

/// The ways to split: off goes one unit, two units, …, half; of large asks one unit, an eighth, …, a half.
pub(crate) fn splits(call: &Call, a: usize) -> Vec<Change> {
    let activity = &call.draft().activities[a];
    let (unit, ask) = (call.unit(), call.claims()[a].ask());
    if !is_plain(call, a) {
        return Vec::new();
    }
    let units = ask.whole_units(unit);
    let mut sizes = vec![1];
    sizes.extend((1..=4).map(|eighths| units * eighths / 8).filter(|size| *size > 1));
    sizes.extend((2..=units.min(8) / 2).filter(|_| units <= 8));
    sizes.sort_unstable();
    sizes.dedup();
    let id = free_id(call, &activity.id);
    let split = |size: i128| {
        let off = Money::of_units(size, unit).filter(|off| *off < ask)?;
        Some(Change::Split {
            activity: activity.id.clone(),
            parts: [(activity.id.clone(), ask - off), (id.clone(), off)],
        })
    };
    sizes.into_iter().filter_map(split).collect()
}

/// An id that no activity has.
fn free_id(call: &Call, id: &str) -> String {
    let taken = |name: &String| call.draft().activities.iter().any(|activity| activity.id == *name);
    let mut name = format!("{id}-2");
    while taken(&name) {
        name.push('2');
    }
    name
}

/// The pairs, of some activities, of one applicant that differ in nothing but ask, scores and names. The one that comes
/// first in the list gives its name.
pub(crate) fn merges(call: &Call, among: &[usize]) -> Vec<Change> {
    let activities = &call.draft().activities;
    let plain: Vec<usize> = among.iter().copied().filter(|a| is_plain(call, *a)).collect();
    let mut changes = Vec::new();
    for (n, &first) in plain.iter().enumerate() {
        for &second in &plain[n + 1..] {
            if changes.len() < MOST_PAIRS && alike(&activities[first], &activities[second]) {
                let ask = call.claims()[first].ask() + call.claims()[second].ask();
                let activities = [activities[first].id.clone(), activities[second].id.clone()];
                changes.push(Change::Merge { activities, ask });
            }
        }
    }
    changes
}

/// More pairs than this are not gathered, to have some of them tried.
const MOST_PAIRS: usize = 10_000;

/// Whether an activity has an ask that can be parted, and no link.
fn is_plain(call: &Call, a: usize) -> bool {
    let linked = |node: Node| node.activity() == a;
    let links = call.links();
    call.draft().activities[a].asks_freely()
        && !call.claims()[a].ask().is_zero()
        && !links.iter().any(|link| linked(link.from) || linked(link.to))
}

fn alike(one: &Activity, other: &Activity) -> bool {
    one.applicant == other.applicant
        && one.funding == other.funding
        && one.min_share == other.min_share
        && same_words(&one.tags, &other.tags)
        && same_words(&one.areas, &other.areas)
}

/// Whether two lists without repetition have the same words.
pub(super) fn same_words(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|word| other.contains(word))
}

/// The activity, if it gets more in one way than in the other that it ought not to.
fn together(probe: &Probe, after: &After) -> Vec<Concern> {
    let before = |ids: &[&String]| -> Rational {
        (0..probe.grants.len()).filter(|a| ids.iter().any(|id| *id == probe.id(*a))).map(|a| &probe.grants[a]).sum()
    };
    let now = |ids: &[&String]| -> Rational { ids.iter().filter_map(|id| after.grant_of(id, 0)).sum() };
    let (id, was, gets) = match after.change {
        Change::Split { activity, parts: [(first, _), (second, _)] } => {
            (activity, before(&[activity]), now(&[first, second]))
        }
        Change::Merge { activities: [first, second], .. } => (first, before(&[first, second]), now(&[first])),
        _ => return Vec::new(),
    };
    if gets > was { vec![Concern { activity: id.clone(), gets, instead_of: Some(was) }] } else { Vec::new() }
}
