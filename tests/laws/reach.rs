//! The generated calls reach the cases that are hard: without them, the laws would say little.

use std::collections::{BTreeMap, BTreeSet};

use fordela::call::{Call, CallDraft, CaseLimit, Kind};
use fordela::{Answer, Verified, allocate};
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, Kinds, of_kinds};
use fordela_oracle::oracle::{Oracle, ask, hundredths};
use fordela_oracle::seen::{Seen, seen};
use fordela_proptest::Feature;

fn binding(call: &Call, verified: &Verified, kind: Kind) -> Vec<usize> {
    let states = verified.cases().iter().zip(call.cases());
    let is_binding = |(_, (state, case)): &(usize, (&fordela::verify::CaseState, &fordela::call::RuleCase))| {
        state.binding && case.kind == kind && !case.activities.is_empty() && !state.sum.is_zero()
    };
    states.enumerate().filter(is_binding).map(|(c, _)| c).collect()
}

/// Two caps without room that share some activities, but neither all of the other's.
fn has_crossing_caps(call: &Call, verified: &Verified) -> bool {
    let sets: Vec<BTreeSet<usize>> = binding(call, verified, Kind::AtMost)
        .into_iter()
        .map(|c| call.cases()[c].activities.iter().copied().collect())
        .collect();
    let cross = |one: &BTreeSet<usize>, other: &BTreeSet<usize>| {
        !one.is_disjoint(other) && !one.is_subset(other) && !other.is_subset(one)
    };
    sets.iter().enumerate().any(|(n, one)| sets[n..].iter().any(|other| cross(one, other)))
}

/// Several activities of one priority that get some of their ask.
fn has_tie_at_margin(draft: &CallDraft, call: &Call, verified: &Verified) -> bool {
    let parts: Vec<_> = (0..draft.activities.len())
        .filter(|&a| {
            let amount = hundredths(verified.grants()[a].amount);
            amount > 0 && amount < ask(&draft.activities[a])
        })
        .map(|a| call.claims()[a].priority())
        .collect();
    parts.iter().enumerate().any(|(n, one)| parts[n + 1..].contains(one))
}

fn look(seen: &mut Seen, draft: &CallDraft, call: &Call) {
    let Ok(Answer::Allocated(verified)) = allocate(call) else {
        seen.count("impossible", true);
        return;
    };
    let paid: BTreeSet<usize> = verified.grants().iter().flat_map(|g| &g.by_fund).map(|(f, _)| *f).collect();
    seen.count("several funds pay", paid.len() > 1);
    seen.count("one activity is paid by several funds", verified.grants().iter().any(|g| g.by_fund.len() > 1));
    seen.count("tie at the margin", has_tie_at_margin(draft, call, &verified));
    seen.count("crossing caps bind", has_crossing_caps(call, &verified));
    let floors = binding(call, &verified, Kind::AtLeast);
    let lifted = |c: &usize| verified.prices().is_some_and(|prices| prices.cases[*c].is_negative());
    seen.count("a floor binds", !floors.is_empty());
    seen.count("a floor costs value", floors.iter().any(lifted));
    let caps = binding(call, &verified, Kind::AtMost);
    let of_granted = |c: &usize| matches!(call.cases()[*c].limit, CaseLimit::PartOfGranted(_));
    seen.count("a part of what is granted binds", floors.iter().chain(&caps).any(of_granted));
    seen.count("proven best", verified.is_optimal());
}

#[test]
fn divisible_calls_reach_ties_and_limits() {
    let seen = seen(DIVISIBLE, 2000, look);
    seen.at_least("impossible", 10);
    seen.at_least("tie at the margin", 5);
    seen.at_least("crossing caps bind", 2);
    seen.at_least("a floor binds", 2);
    seen.at_least("a floor costs value", 1);
    seen.at_least("a part of what is granted binds", 2);
    seen.at_least("proven best", 60);
}

#[test]
fn calls_with_several_funds_use_them() {
    let seen = seen(FUNDS, 1000, look);
    seen.at_least("several funds pay", 12);
    seen.at_least("one activity is paid by several funds", 5);
    seen.at_least("a floor costs value", 1);
}

#[test]
fn calls_with_all_kinds_reach_limits() {
    let seen = seen(ALL, 1000, look);
    seen.at_least("impossible", 10);
    seen.at_least("several funds pay", 10);
    seen.at_least("a floor binds", 2);
    seen.at_least("a part of what is granted binds", 2);
    seen.at_least("proven best", 60);
}

/// In calls of all kinds, everything that a call can have; in the others, all but what their kind leaves out.
#[test]
fn calls_of_every_kind_reach_every_feature() {
    let kinds = [DIVISIBLE, FUNDS, CHOICES, ALL].map(|kinds| [kinds, Kinds { units: true, ..kinds }]);
    for kinds in kinds.into_iter().flatten() {
        let seen = seen(kinds, 1000, |seen, _, call| {
            Feature::of(call).into_iter().for_each(|feature| seen.count(feature.words(), true));
        });
        for feature in Feature::ALL {
            let is_left_out = !of_kinds(kinds).has(feature);
            assert_eq!(is_left_out, !seen.has_seen(feature.words()), "{kinds:?}: {feature}");
            seen.at_least(feature.words(), if is_left_out { 0 } else { 1 });
        }
    }
}

/// Several allocations with the best value, and several of those with the most money.
#[test]
fn choices_are_tied() {
    let seen = seen(CHOICES, 1000, |seen, draft, _| {
        let mut best: BTreeMap<(i128, i64), usize> = BTreeMap::new();
        Oracle::new(draft).every_allocation(&mut |grants, _| {
            let value = grants.iter().map(|grant| grant.value).sum();
            let money = grants.iter().map(|grant| grant.amount).sum();
            *best.entry((value, money)).or_default() += 1;
        });
        let top = best.last_key_value().map(|((value, _), _)| *value);
        seen.count("value is tied", best.keys().filter(|(value, _)| Some(*value) == top).count() > 1);
        seen.count("money is tied", best.last_key_value().is_some_and(|(_, count)| *count > 1));
    });
    seen.at_least("value is tied", 10);
    seen.at_least("money is tied", 5);
}
