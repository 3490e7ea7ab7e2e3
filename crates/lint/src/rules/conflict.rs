//! Floors that cannot hold together, or not beside a cap.

use std::collections::{BTreeMap, HashMap};

use fordela_model::Call;
use fordela_model::call::{CaseLimit, Kind, Place};
use fordela_num::Rational;

use super::RuleFinding;
use super::sized::{Sized, covering, place, within};
use crate::{FindingKind, Report};

/// Floors of one rule, repeated with `each`, that cannot all be met.
pub(super) fn floors_of_one(call: &Call, rule: usize, own: &[Sized], marks: &mut [usize], report: &mut Report) {
    let floors: Vec<&Sized> = own.iter().filter(|sized| sized.case.kind == Kind::AtLeast).collect();
    if floors.len() < 2 {
        return;
    }
    let apart = disjoint(&floors, marks, rule + 1);
    let name = call.draft().rules[rule].id.clone();
    let sum: Rational = apart.iter().filter_map(|sized| sized.floor()).sum();
    let parts: Rational = apart.iter().filter_map(|sized| part(sized)).sum();
    let kind = if sum > call.budget().rational() {
        RuleFinding::FloorsAboveBudget { rules: vec![name], floors: covering(&sum), budget: call.budget() }
    } else if parts > Rational::ONE {
        RuleFinding::AllowsNothing { rule: name, kind: Kind::AtLeast }
    } else {
        return;
    };
    report.add(place(rule, Kind::AtLeast), FindingKind::Rule(kind));
}

fn part<'a>(sized: &'a Sized) -> Option<&'a Rational> {
    match &sized.case.limit {
        CaseLimit::PartOfGranted(part) => Some(part),
        CaseLimit::Fixed(_) | CaseLimit::PartOfOwn { .. } => None,
    }
}

/// Floors of several rules that are together above the budget, where no rule is by itself.
pub(super) fn floors_of_all(call: &Call, sized: &[Sized], report: &mut Report) {
    let floors: Vec<&Sized> = sized.iter().filter(|sized| sized.floor().is_some_and(Rational::is_positive)).collect();
    let apart = disjoint(&floors, &mut vec![0; call.claims().len()], 1);
    let budget = call.budget().rational();
    let mut sums: BTreeMap<usize, Rational> = BTreeMap::new();
    for (rule, floor) in apart.iter().filter_map(|sized| Some((sized.case.rule, sized.floor()?))) {
        *sums.entry(rule).or_default() += floor;
    }
    let sum: Rational = sums.values().sum();
    if sum > budget && sums.values().all(|of_rule| *of_rule <= budget) {
        let rules = sums.keys().map(|&rule| call.draft().rules[rule].id.clone()).collect();
        let kind = RuleFinding::FloorsAboveBudget { rules, floors: covering(&sum), budget: call.budget() };
        report.add(Place::root().key("rule"), FindingKind::Rule(kind));
    }
}

/// Floors that share no activity, taken from the first on. Marks their activities with `mark`.
fn disjoint<'a, 'b>(floors: &[&'a Sized<'b>], marks: &mut [usize], mark: usize) -> Vec<&'a Sized<'b>> {
    let mut apart = Vec::new();
    for floor in floors {
        if floor.case.activities.iter().all(|&a| marks[a] != mark) {
            floor.case.activities.iter().for_each(|&a| marks[a] = mark);
            apart.push(*floor);
        }
    }
    apart
}

/// Floors above a cap on the same activities or on more: for each rule, the lowest such cap.
pub(super) fn floors_and_caps(call: &Call, sized: &[Sized], report: &mut Report) {
    let floors: Vec<(&Sized, &Rational)> = sized.iter().filter_map(|sized| Some((sized, sized.floor()?))).collect();
    // A cap on all activities of a floor is a cap on its first.
    let mut caps_on: HashMap<usize, Vec<(&Sized, Rational)>> = HashMap::new();
    for (floor, _) in &floors {
        caps_on.extend(floor.case.activities.first().map(|&first| (first, Vec::new())));
    }
    let grantable = call.budget().min(call.asked()).rational();
    for cap in sized.iter().filter(|sized| sized.case.kind == Kind::AtMost) {
        let most = match &cap.case.limit {
            CaseLimit::Fixed(most) => most.clone(),
            CaseLimit::PartOfGranted(part) => part * &grantable,
            CaseLimit::PartOfOwn { .. } => continue,
        };
        for activity in &cap.case.activities {
            if let Some(caps) = caps_on.get_mut(activity) {
                caps.push((cap, most.clone()));
            }
        }
    }
    let mut lowest: BTreeMap<usize, (&Rational, &Rational, usize)> = BTreeMap::new();
    for (floor, least) in &floors {
        let Some(caps) = floor.case.activities.first().and_then(|first| caps_on.get(first)) else { continue };
        for (cap, most) in caps.iter().filter(|(cap, most)| most < *least && covers(cap, floor)) {
            let found = (*least, most, cap.case.rule);
            let best = lowest.entry(floor.case.rule).or_insert(found);
            if most < best.1 {
                *best = found;
            }
        }
    }
    for (rule, (floor, cap, cap_rule)) in lowest {
        let name = |rule: usize| call.draft().rules[rule].id.clone();
        let (floor, cap) = (covering(floor), within(cap));
        let kind = RuleFinding::FloorAboveCap { rule: name(rule), floor, cap_rule: name(cap_rule), cap };
        report.add(place(rule, Kind::AtLeast), FindingKind::Rule(kind));
    }
}

/// Whether all money that counts for the floor counts for the cap.
fn covers(cap: &Sized, floor: &Sized) -> bool {
    let funds = match (&cap.case.funds, &floor.case.funds) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wide), Some(narrow)) => narrow.iter().all(|fund| wide.contains(fund)),
    };
    let wide = &cap.case.activities;
    let same = *wide == floor.case.activities;
    let lines = floor.case.activities.iter().all(|a| match (cap.case.lines.get(a), floor.case.lines.get(a)) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wide), Some(narrow)) => narrow.iter().all(|line| wide.contains(line)),
    });
    funds && lines && (same || floor.case.activities.iter().all(|activity| wide.binary_search(activity).is_ok()))
}
