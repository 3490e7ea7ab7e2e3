//! Prices, curves and steps of small calls, each worked out by hand.

use fordela_lp::exact::Effort;
use fordela_model::CallDraft;
use fordela_model::call::draft::{Fund, ObjectiveKind, Rule};
use fordela_num::{Money, Rational};

use super::*;
use crate::small_calls::{asks, call, checked, enough, of_budget, only};

/// A name, a call, what is asked of it, and what is told.
type Case<Q, T> = (&'static str, CallDraft, Q, T);

/// `a` asks for 4 that are worth 1 each, `b` for 4 that are worth a half.
fn two(fund: i64) -> CallDraft {
    call().fund(Fund::new("city", fund)).activity(asks("a", 4, 4)).activity(asks("b", 4, 2))
}

/// The same with a fund for `a` alone.
fn two_funds(city: i64, own: i64) -> CallDraft {
    two(city).fund(Fund::new("own", own).pays_for(only(&["a"])))
}

/// 8 or nothing, and 5 or nothing, which are worth as much.
fn whole(fund: i64) -> CallDraft {
    call().fund(Fund::new("city", fund)).activity(asks("a", 8, 4).whole()).activity(asks("b", 5, 4).whole())
}

/// 8 or nothing, but never less than half of the budget.
fn half(fund: i64) -> CallDraft {
    let floor = Rule::new("half", only(&["a"])).at_least(of_budget(50));
    call().fund(Fund::new("city", fund)).activity(asks("a", 8, 4).whole()).rule(floor)
}

fn cap(id: &str, most: i64) -> Rule {
    Rule::new(id, only(&["a"])).at_most(most)
}

fn floor(least: i64) -> Rule {
    Rule::new("floor", only(&["b"])).at_least(least)
}

fn numbers<T: ToString>(numbers: &[T]) -> String {
    numbers.iter().map(T::to_string).collect::<Vec<_>>().join(" ")
}

/// What a krona less and a krona more is worth; `-` where that cannot be.
fn each_way(EachWay { less, more }: &EachWay) -> String {
    let told = |price: &Option<Rational>| price.as_ref().map_or("-".to_owned(), Rational::to_string);
    format!("{}|{}", told(less), told(more))
}

/// The prices of the budget, of the funds, and of caps and floors.
fn told_prices(call: &Call) -> Option<String> {
    let prices = prices(call, &enough()).unwrap_or_else(|spent| unreachable!("{spent:?}"))?;
    let all = |prices: &[EachWay]| prices.iter().map(each_way).collect::<Vec<_>>().join(" ");
    let budget = prices.budget.as_ref().map_or("none".to_owned(), each_way);
    Some(format!("{budget}; {}; {}", all(&prices.funds), all(&prices.cases)))
}

#[test]
fn prices_each_way() {
    let half = Rule::new("half", only(&["a"])).at_most(of_budget(50));
    for (name, draft, expected) in [
        // All is for b, a half each.
        ("along a stretch", two(6), Some("1/2|1/2; 1/2|1/2; ")),
        // The last went to a, the next goes to b.
        ("at a kink", two(4), Some("1|1/2; 1|1/2; ")),
        ("where nothing more is asked for", two(8), Some("1/2|0; 1/2|0; ")),
        // What there is none of can be no less.
        ("of nothing", two(0), Some("-|1; -|1; ")),
        // 2 and 2: a krona of the cap moves one from b to a.
        ("a cap", two(4).rule(cap("cap", 2)), Some("1/2|1/2; 1/2|1/2; 1/2|1/2")),
        // To raise one of them alone gives nothing.
        ("two caps on the same", two(4).rule(cap("c", 2)).rule(cap("d", 2)), Some("1/2|1/2; 1/2|1/2; 1/2|0 1/2|0")),
        // 2 and 2: a krona of the floor moves one from a to b.
        ("a floor", two(4).rule(floor(2)), Some("1|1; 1|1; -1/2|-1/2")),
        // All that there is: no less money, and no higher floor.
        ("a floor of all", two(4).rule(floor(4)), Some("-|1; -|1; -1/2|-")),
        // A krona more is half for a, half for b: ½·1 + ½·½.
        ("a cap that moves with the budget", two(4).rule(half), Some("3/4|3/4; 3/4|3/4; 1/2|1/2")),
        // 2 + 2 are for a, and it asks for no more: what comes is for b, what goes was for a.
        ("funds that both pay for the best", two_funds(2, 2), Some("1|1/2; 1|1/2 1|1/2; ")),
        // The budget is all in the own fund. a has 3, and its fourth may come from either.
        ("a fund for one", two_funds(0, 3), Some("1|1; -|1 1|1; ")),
        ("funds that are empty", two_funds(0, 0), Some("none; -|1 -|1; ")),
        ("choices", whole(10), None),
        ("shared money", two(6).objective(ObjectiveKind::Leximin), None),
        ("impossible", two(3).rule(floor(4)), None),
    ] {
        assert_eq!(told_prices(&checked(draft)).as_deref(), expected, "{name}");
    }
}

#[test]
fn what_loosening_is_worth() {
    for (name, draft, expected) in [
        ("a cap", two(4).rule(cap("cap", 2)), Some("1/2")),
        // a asks for no more than that.
        ("a cap that binds nothing", two(4).rule(cap("cap", 4)), Some("0")),
        ("two caps on the same", two(4).rule(cap("c", 2)).rule(cap("d", 2)), Some("0 0")),
        // A krona goes from b back to a.
        ("a floor", two(4).rule(floor(2)), Some("-1/2")),
        ("a floor of all", two(4).rule(floor(4)), Some("-1/2")),
        // b gets 2 without it, and would get less if it were lower only by choice.
        ("a floor that is just met", two(6).rule(floor(2)), Some("0")),
        ("choices", whole(10), None),
    ] {
        let prices = loosening(&checked(draft), &enough()).unwrap_or_else(|spent| unreachable!("{spent:?}"));
        assert_eq!(prices.map(|prices| numbers(&prices)).as_deref(), expected, "{name}");
    }
}

/// Every corner as its budget, value and grants; between them what a krona is worth, and who gets more or less, with `!`
/// where it got nothing before.
fn told_curve(call: &Call, from: i64, to: i64) -> Option<Vec<String>> {
    let curve = curve(call, Money::new(from), Money::new(to), &enough());
    let curve = curve.unwrap_or_else(|spent| unreachable!("{spent:?}"))?;
    assert!(curve.is_whole);
    let corner = |corner: &Corner| format!("{} {} [{}]", corner.budget, corner.value, numbers(&corner.grants));
    let shift = |shift: &Shift| format!(" {}{} {}", shift.activity, if shift.enters { "!" } else { "" }, shift.by);
    let stretch = |stretch: &Stretch| {
        let shifts: String = stretch.shifts.iter().map(shift).collect();
        format!("{}:{shifts}", stretch.slope)
    };
    let mut told = vec![corner(&curve.corners[0])];
    for (straight, end) in curve.stretches.iter().zip(&curve.corners[1..]) {
        told.extend([stretch(straight), corner(end)]);
    }
    Some(told)
}

fn check_curves<const N: usize>(cases: [Case<(i64, i64), &[&str]>; N]) {
    for (name, draft, (from, to), expected) in cases {
        let told = told_curve(&checked(draft), from, to).unwrap_or_default();
        assert_eq!(told, expected, "{name}");
    }
}

#[test]
fn corners_and_stretches_of_the_curve() {
    check_curves([
        (
            "the best first",
            two(6),
            (0, 10),
            &["0 0 [0 0]", "1: a! 4", "4 4 [4 0]", "1/2: b! 4", "8 6 [4 4]", "0:", "10 6 [4 4]"],
        ),
        ("a part of it", two(6), (2, 6), &["2 2 [2 0]", "1: a 2", "4 4 [4 0]", "1/2: b! 2", "6 5 [4 2]"]),
        // There must be 2 for b.
        (
            "from the first budget that is possible",
            two(6).rule(floor(2)),
            (0, 6),
            &["2 1 [0 2]", "1: a! 4", "6 5 [4 2]"],
        ),
        (
            // A third is the city's. Up to 4 all is for a, up to 6 what is more is for b, and then a third of that.
            "two funds in proportion",
            two_funds(3, 6),
            (0, 9),
            &["0 0 [0 0]", "1: a! 4", "4 4 [4 0]", "1/2: b! 2", "6 5 [4 2]", "1/6: b 1", "9 11/2 [4 3]"],
        ),
    ]);
}

#[test]
fn the_curve_of_limits_that_move_with_the_budget() {
    let part = |id| Rule::new(id, only(&["b"])).at_least(of_budget(50));
    let wide = call().fund(Fund::new("city", 4)).activity(asks("a", 4, 4)).activity(asks("b", 6, 2)).rule(part("half"));
    let narrow = call()
        .fund(Fund::new("city", 4))
        .activity(asks("a", 6, 4))
        .activity(asks("b", 6, 2))
        .rule(part("half"))
        .rule(Rule::new("all", only(&["a", "b"])).at_most(6));
    check_curves([
        (
            // Half each until a has its 4; then all for b, until it has its 6; half of 12 is all that it asks for.
            "up to the last budget that is possible",
            wide,
            (0, 20),
            &["0 0 [0 0]", "3/4: a! 4 b! 4", "8 6 [4 4]", "1/2: b 2", "10 7 [4 6]", "0:", "12 7 [4 6]"],
        ),
        (
            // From 6 on no more than 6 may be granted, of which b must have half of the budget.
            "value that falls",
            narrow,
            (0, 20),
            &["0 0 [0 0]", "3/4: a! 3 b! 3", "6 9/2 [3 3]", "-1/4: a -3 b 3", "12 3 [0 6]"],
        ),
    ]);
}

#[test]
fn what_has_no_curve() {
    for (name, draft, (from, to)) in [
        ("choices", whole(10), (0, 10)),
        ("shared money", two(6).objective(ObjectiveKind::Leximin), (0, 10)),
        ("funds that are empty", two_funds(0, 0), (0, 10)),
        ("from above to below", two(6), (5, 4)),
        ("nothing possible", two(6).rule(floor(4)), (0, 3)),
    ] {
        assert_eq!(told_curve(&checked(draft), from, to), None, "{name}");
    }
}

/// A limit of a call, and by how much it moves.
type Moving = (fn(&Call) -> Bound, i64);

#[test]
fn who_gets_what_when_a_limit_moves() {
    let tied = call().fund(Fund::new("city", 3)).activity(asks("a", 4, 4)).activity(asks("b", 2, 4));
    let case = |call: &Call| Bound::Case(call.case_id(0));
    let cases: [Case<Moving, Option<&str>>; 7] = [
        ("a krona more", two(6), (|_| Bound::Budget, 1), Some("1/2: b 1")),
        // b loses its 2, and a one of its 4.
        ("money that goes", two(6), (|_| Bound::Budget, -3), Some("-2: a -1 b -2")),
        ("a higher cap", two(4).rule(cap("cap", 2)), (case, 1), Some("1/2: a 1 b -1")),
        ("a higher floor", two(4).rule(floor(2)), (case, 2), Some("-1: a -2 b 2")),
        ("a floor above all money", two(4).rule(floor(4)), (case, 1), None),
        // 2 and 1 of 4 and 2 are as large shares.
        ("what is tied", tied, (|_| Bound::Budget, 3), Some("3: a 2 b 1")),
        // a uses its own money first, so that the city's is left for b.
        ("one fund", two_funds(2, 2), (|_| Bound::Fund("own".to_owned()), 1), Some("1/2: b 1")),
    ];
    for (name, draft, (bound, by), expected) in cases {
        let call = checked(draft);
        let found = moved(&call, &[bound(&call)], Money::new(by), &enough());
        let found = found.unwrap_or_else(|spent| unreachable!("{spent:?}")).and_then(|mut all| all.pop()).flatten();
        let grant = |(id, by): &(String, Rational)| format!(" {id} {by}");
        let told =
            found.map(|Moved { value, grants }| format!("{value}:{}", grants.iter().map(grant).collect::<String>()));
        assert_eq!(told.as_deref(), expected, "{name}");
    }
}

/// From one budget to another a value, and the grants of the first.
fn step(step: &Step) -> String {
    assert!(step.is_optimal);
    format!("{}..{} {} [{}]", step.budget, step.to, step.value, numbers(&step.grants))
}

#[test]
fn steps_of_the_value() {
    let mixed = call().fund(Fund::new("city", 3)).activity(asks("a", 3, 4).whole()).activity(asks("b", 2, 2));
    let spans = |spans: &[(Money, Money)]| spans.iter().map(|(from, to)| format!("{from}..{to} -")).collect::<Vec<_>>();
    let cases: [Case<(i64, usize), &[&str]>; 4] = [
        // Only b, then only a, then both.
        (
            "whole activities",
            whole(10),
            (20, 50),
            &["0..4 0 [0 0]", "5..7 5 [0 5]", "8..12 8 [8 0]", "13..20 13 [8 5]"],
        ),
        (
            // Of 1 it is a half that must be granted, and 8 cannot be; of 17 it is more than 8.
            "budgets with which nothing can be",
            half(10),
            (20, 50),
            &["0..0 0 [0]", "8..16 8 [8]", "1..7 -", "17..20 -"],
        ),
        (
            // Each krona of b is a step; 3 for a are as 1·3.
            "what can be divided beside what cannot",
            mixed,
            (6, 50),
            &["0..0 0 [0 0]", "1..1 1/2 [0 1]", "2..2 1 [0 2]", "3..3 3 [3 0]", "4..4 7/2 [3 1]", "5..6 4 [3 2]"],
        ),
        // Four steps are more than two: 20 parts the stretch into so many.
        ("few steps", whole(10), (20, 2), &["0..0 0 [0 0]", "20..20 13 [8 5]"]),
    ];
    for (name, draft, (to, most), expected) in cases {
        let (call, effort) = (checked(draft), enough());
        let found = steps(&call, Money::ZERO, Money::new(to), most, &mut crate::best, &effort);
        let found = found.unwrap_or_else(|error| unreachable!("{error}"));
        assert_eq!((found.reached, found.untried.len()), (Money::new(to), 0), "{name}");
        assert_eq!(found.is_finest, most > 2, "{name}");
        let told: Vec<String> = found.steps.iter().map(step).chain(spans(&found.impossible)).collect();
        assert_eq!(told, expected, "{name}");
    }
}

#[test]
fn steps_nearest_to_the_budget() {
    let parted = call()
        .fund(Fund::new("city", 6))
        .fund(Fund::new("own", 4).pays_for(only(&["a"])))
        .activity(asks("a", 3, 4).whole())
        .activity(asks("b", 8, 4).whole());
    for (name, draft, expected) in [
        ("between two steps", whole(10), "8 enough, 7..7 5 [0 5] below, 13..13 13 [8 5] above"),
        ("with all that is asked for", whole(20), "13 enough, 12..12 8 [8 0] below, - above"),
        ("with too little for anything", whole(4), "0 enough, - below, 5..5 5 [0 5] above"),
        // Nothing is possible from 1 to 7, nor from 17 on.
        ("between what is impossible", half(10), "8 enough, - below, - above"),
        // Of 12 the city holds 7, which is too little for b; of 13 it holds 8.
        ("with funds in proportion", parted, "3 enough, 2..2 0 [0 0] below, 13..13 11 [3 8] above"),
    ] {
        let (call, effort) = (checked(draft), enough());
        let Ok(Some(now)) = crate::best(&call) else { unreachable!("{name}") };
        let found = nearby(&call, &now, Money::new(30), &mut crate::best, &effort);
        let found = found.unwrap_or_else(|error| unreachable!("{error}"));
        let told = |of: &Option<Step>| of.as_ref().map_or("-".to_owned(), step);
        let told = format!("{} enough, {} below, {} above", found.enough, told(&found.below), told(&found.above));
        assert_eq!(told, expected, "{name}");
        assert_eq!((found.enough_untried, found.above_untried), (None, None), "{name}");
    }
}

#[test]
fn without_effort_there_are_no_prices() {
    let spent = Effort::new(0, &|| false);
    assert!(prices(&checked(two(4)), &spent).is_err());
}
