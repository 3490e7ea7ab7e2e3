//! How fair small shares are, and what everybody must get of them, each worked out by hand.

use std::collections::BTreeMap;

use fordela_model::call::draft::{Fund, ObjectiveKind, Rule};
use fordela_model::prices::Multipliers;
use fordela_model::{CallDraft, Party};

use super::*;
use crate::floors::fair_floors;
use crate::small_calls::{asks, call, checked, nothing, only, paid, percent};

/// a, b and c ask for 2, 8 and 8 of this.
fn three(kind: ObjectiveKind, fund: i64) -> CallDraft {
    let city = call().objective(kind).fund(Fund::new("city", fund));
    city.activity(asks("a", 2, 4)).activity(asks("b", 8, 4)).activity(asks("c", 8, 4))
}

fn equal_awards(fund: i64) -> CallDraft {
    three(ObjectiveKind::EqualAwards, fund)
}

fn fraction(&(part, of): &(i64, i64)) -> Rational {
    Rational::from(part) / Rational::from(of)
}

/// A sum with these weights, and what a krona costs in it.
fn sum(weights: &[(i64, i64)], price: (i64, i64)) -> Optimum {
    let prices = Multipliers {
        funds: vec![fraction(&price)],
        cases: Vec::new(),
        links: Vec::new(),
        parts: BTreeMap::new(),
        cuts: Vec::new(),
    };
    Optimum { weights: weights.iter().map(fraction).collect(), prices }
}

fn equally(price: i64) -> Vec<Optimum> {
    vec![sum(&[(1, 1); 3], (price, 1))]
}

fn whole(amounts: &[i64]) -> Vec<Grant> {
    amounts.iter().map(|&amount| if amount == 0 { nothing() } else { paid(amount) }).collect()
}

/// How far grants are off, the gap, and whether they are proven to be fair.
fn told(draft: CallDraft, exact: &[(i64, i64)], amounts: &[i64], optima: Vec<Optimum>) -> Option<String> {
    let call = checked(draft);
    let sharing = Sharing::of(&call)?;
    let shares = Shares { exact: exact.iter().map(fraction).collect(), whole: whole(amounts), optima };
    let fair = fairness(&call, &sharing, &shares, Some(&shares.whole))?;
    let gap = fair.gap.as_ref().map_or("-".to_owned(), Rational::to_string);
    Some(format!("{} off, gap {gap}, {}", fair.off, if fair.is_proven(&call) { "proven" } else { "not proven" }))
}

/// A name, a call, exact and whole shares, sums, and what is told.
type Case = (&'static str, CallDraft, &'static [(i64, i64)], &'static [i64], Vec<Optimum>, Option<&'static str>);

fn check<const N: usize>(cases: [Case; N]) {
    for (name, draft, exact, amounts, optima, expected) in cases {
        assert_eq!(told(draft, exact, amounts, optima).as_deref(), expected, "{name}");
    }
}

const FAIR: &[(i64, i64)] = &[(2, 1), (4, 1), (4, 1)];

#[test]
fn who_stands_lowest() {
    let halves: &[(i64, i64)] = &[(2, 1), (5, 2), (5, 2)];
    let whole_a = |fund| {
        let city = call().objective(ObjectiveKind::EqualAwards).fund(Fund::new("city", fund));
        city.activity(asks("a", 2, 4).whole()).activity(asks("b", 8, 4)).activity(asks("c", 8, 4))
    };
    check([
        // 1·10 is what they get: 2 + 4 + 4. b and c stand at 4, and a asks for no more.
        ("a sum that money bounds", equal_awards(10), FAIR, &[2, 4, 4], equally(1), Some("0 off, gap 0, proven")),
        // At no price 2 + 8 + 8 are possible: 8 of 18 too much.
        ("a bound that is weak", equal_awards(10), FAIR, &[2, 4, 4], equally(0), Some("0 off, gap 4/9, not proven")),
        // b, who stands at 3, must weigh in a sum in which nobody stands higher; c stands at 5.
        ("who stands lower", equal_awards(10), &[(2, 1), (3, 1), (5, 1)], &[2, 3, 5], equally(1), None),
        (
            "a sum without one who asks for more",
            equal_awards(10),
            FAIR,
            &[2, 4, 4],
            vec![sum(&[(1, 1), (1, 1), (0, 1)], (1, 1))],
            None,
        ),
        // 7 are 2 + 2½ + 2½.
        ("half a krona off", equal_awards(7), halves, &[2, 3, 2], equally(1), Some("1/2 off, gap 0, proven")),
        ("more than a krona off", equal_awards(7), halves, &[2, 4, 1], equally(1), Some("3/2 off, gap 0, not proven")),
        ("nothing that proves it", equal_awards(10), FAIR, &[2, 4, 4], vec![], Some("0 off, gap -, not proven")),
        // Whether a gets its 2 was chosen before.
        ("what was chosen", whole_a(10), FAIR, &[2, 4, 4], equally(1), Some("0 off, gap 0, not proven")),
    ]);
}

#[test]
fn a_sum_over_all() {
    let proportional = || three(ObjectiveKind::Proportional, 9);
    // Half of every ask: one more counts a half for each.
    let exact: &[(i64, i64)] = &[(1, 1), (4, 1), (4, 1)];
    let weights = |weight| sum(&[weight; 3], weight);
    check([
        // ½·9 is ½·(1 + 4 + 4).
        (
            "weighed by what one more counts",
            proportional(),
            exact,
            &[1, 4, 4],
            vec![weights((1, 2))],
            Some("0 off, gap 0, proven"),
        ),
        ("weighed otherwise", proportional(), exact, &[1, 4, 4], vec![weights((1, 1))], None),
        // One more counts nothing for a, who gets all; ⅝ for b and ½ for c. ⅝·9 is 45/8, of which 15/8 + 2 are had.
        (
            "a sum that could be larger",
            proportional(),
            &[(2, 1), (3, 1), (4, 1)],
            &[2, 3, 4],
            vec![sum(&[(0, 1), (5, 8), (1, 2)], (5, 8))],
            Some("0 off, gap 14/45, not proven"),
        ),
    ]);
}

#[test]
fn shares_that_are_not_looked_at() {
    let capped = equal_awards(10).rule(Rule::new("cap", only(&["b"])).at_most(3));
    check([
        ("a share too few", equal_awards(10), &[(2, 1), (4, 1)], &[2, 4, 4], equally(1), None),
        ("shares that break a cap", capped, FAIR, &[2, 4, 4], equally(1), None),
        ("a weight too few", equal_awards(10), FAIR, &[2, 4, 4], vec![sum(&[(1, 1); 2], (1, 1))], None),
        (
            "a weight below zero",
            equal_awards(10),
            FAIR,
            &[2, 4, 4],
            vec![sum(&[(1, 1), (1, 1), (-1, 1)], (1, 1))],
            None,
        ),
    ]);
    // What is granted is what is fair, where sharing has the last word.
    let call = checked(equal_awards(10));
    let shares = Shares { exact: FAIR.iter().map(fraction).collect(), whole: whole(&[2, 4, 4]), optima: equally(1) };
    let fair = |grants: &[i64]| {
        let sharing = Sharing::of(&call)?;
        fairness(&call, &sharing, &shares, Some(&whole(grants)))
    };
    assert!(fair(&[2, 4, 4]).is_some());
    assert!(fair(&[2, 3, 5]).is_none());
}

#[test]
fn a_part_of_what_is_fair_is_a_floor() {
    let blended = |part: i64, over: Party, unit: i64| {
        let mut draft = equal_awards(20).unit(unit);
        (draft.objective.at_least, draft.objective.over) = (Some(percent(part)), over);
        draft
    };
    // Fair are 2, 4 and 6. Everybody's id, and the least.
    for (name, draft, expected) in [
        // 1½, 3 and 4½, in whole kronor.
        ("three fourths", blended(75, Party::Activity, 1), Some(vec![("a", 1), ("b", 3), ("c", 4)])),
        ("in pairs of kronor", blended(75, Party::Activity, 2), Some(vec![("a", 0), ("b", 2), ("c", 4)])),
        // Half of the 12 of the one; the other asks for nothing.
        ("of applicants", blended(50, Party::Applicant, 1), Some(vec![("one", 6), ("two", 0)])),
        ("no part", equal_awards(20), None),
    ] {
        let call = checked(draft);
        let Some(sharing) = Sharing::of(&call) else { unreachable!("{name}") };
        let floors = fair_floors(&call, &sharing, &whole(&[2, 4, 6]));
        let told = floors.map(|floors| {
            let least = |floor: &crate::floors::FairFloor| floor.case.limit_at(&Rational::ZERO, |_| Rational::ZERO);
            floors.iter().map(|floor| (floor.party.clone(), least(floor))).collect::<Vec<_>>()
        });
        let expected = expected.map(|floors| {
            floors.into_iter().map(|(party, least): (&str, i64)| (party.to_owned(), Rational::from(least))).collect()
        });
        assert_eq!(told, expected, "{name}");
    }
}
