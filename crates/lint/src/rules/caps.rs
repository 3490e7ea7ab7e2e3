//! Caps that hold every activity down, so that money must be left.

use std::collections::BTreeSet;

use fordela_model::Call;
use fordela_model::call::{CaseLimit, Kind, Percent};
use fordela_num::decimal::exactly;
use fordela_num::{Money, Rational};

use super::RuleFinding;
use super::sized::{Sized, covering, place};
use crate::{FindingKind, Report};

/// Caps that hold every activity down to parts of all that is granted, which is nothing where the parts add up to less
/// than all of it. Of the caps on an activity, the lowest counts.
pub(super) fn below_whole(call: &Call, sized: &[Sized], report: &mut Report) {
    let mut lowest: Vec<Option<(&Rational, usize)>> = vec![None; call.claims().len()];
    for (n, Sized { case, .. }) in sized.iter().enumerate() {
        let CaseLimit::PartOfGranted(part) = &case.limit else { continue };
        if case.kind != Kind::AtMost || !case.counts_grants() {
            continue;
        }
        for &a in &case.activities {
            if lowest[a].is_none_or(|(known, _)| part < known) {
                lowest[a] = Some((part, n));
            }
        }
    }
    let Some(caps) = lowest.into_iter().map(|cap| cap.map(|(_, n)| n)).collect::<Option<BTreeSet<usize>>>() else {
        return;
    };
    let parts = caps.iter().filter_map(|&n| match &sized[n].case.limit {
        CaseLimit::PartOfGranted(part) => Some(part),
        CaseLimit::Fixed(_) | CaseLimit::PartOfOwn { .. } => None,
    });
    let sum = parts.fold(Rational::ZERO, |sum, part| &sum + part);
    let rules: BTreeSet<usize> = caps.iter().map(|&n| sized[n].case.rule).collect();
    // One cap on all activities is told of by itself.
    let (Some(&first), 2..) = (rules.first(), caps.len()) else { return };
    if let Some(percent) = exactly(&(&sum * &Rational::from(100_i64))).filter(|_| sum < Rational::ONE) {
        let rules = rules.iter().map(|&r| call.draft().rules[r].id.clone()).collect();
        let finding = RuleFinding::CapsBelowWhole { rules, sum: Percent::new(percent) };
        report.add(place(first, Kind::AtMost), FindingKind::Rule(finding));
    }
}

/// Caps that are sums, or percentages of the budget or of what is asked, and together let less be granted than the budget,
/// though more is asked. The most that caps let be granted is bounded by each cap in turn, the tightest first, on what none
/// before it holds. One cap by itself is taken to be meant.
pub(super) fn below_budget(call: &Call, sized: &[Sized], report: &mut Report) {
    if call.budget() > call.asked() {
        return;
    }
    let caps = sized.iter().filter_map(|sized| match &sized.case.limit {
        CaseLimit::Fixed(cap) if sized.case.kind == Kind::AtMost && sized.case.counts_grants() => Some((sized, cap)),
        _ => None,
    });
    let mut tightest: Vec<(Rational, &Sized, &Rational)> = caps
        .filter(|(sized, cap)| **cap < sized.asked.rational())
        .map(|(sized, cap)| (cap / &sized.asked.rational(), sized, cap))
        .collect();
    tightest.sort_by(|one, other| one.0.cmp(&other.0));
    let mut held = vec![false; call.claims().len()];
    let (mut most, mut rules, mut caps) = (call.asked().rational(), BTreeSet::new(), 0);
    for (_, sized, cap) in tightest {
        let new = sized.case.activities.iter().copied().filter(|&a| !std::mem::replace(&mut held[a], true));
        let asked: Money = new.map(|a| call.claims()[a].ask()).sum();
        if *cap < asked.rational() {
            most = &(&most - &asked.rational()) + cap;
            rules.insert(sized.case.rule);
            caps += 1;
        }
    }
    if let Some(&first) = rules.first().filter(|_| caps > 1 && most < call.budget().rational()) {
        let rules = rules.iter().map(|&r| call.draft().rules[r].id.clone()).collect();
        let finding = RuleFinding::CapsBelowBudget { rules, most: covering(&most), budget: call.budget() };
        report.add(place(first, Kind::AtMost), FindingKind::Rule(finding));
    }
}
