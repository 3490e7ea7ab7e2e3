//! What other budgets give in small calls, each worked out by hand.

use fordela_lp::exact::Effort;
use fordela_model::CallDraft;
use fordela_model::call::Selection;
use fordela_model::call::draft::{Fund, ObjectiveKind, Rule};

use super::program::{Budgeted, Demand, Reach};
use super::whole::WholeUnits;
use super::*;
use crate::instance::Instance;
use crate::small_calls::{asks, call, checked, enough, of_budget, only};

fn fraction(part: i64, of: i64) -> Rational {
    Rational::from(part) / Rational::from(of)
}

/// a is worth 1 a krona, b a half.
fn two(fund: i64, [a, b]: [i64; 2]) -> CallDraft {
    call().fund(Fund::new("city", fund)).activity(asks("a", a, 4)).activity(asks("b", b, 2))
}

/// 60 per cent of the budget for all, 40 for a alone.
fn two_funds(asked: [i64; 2]) -> CallDraft {
    two(60, asked).fund(Fund::new("own", 40).pays_for(only(&["a"])))
}

/// 8 or nothing, and 5 or nothing, which are worth as much.
fn whole() -> CallDraft {
    call().fund(Fund::new("city", 10)).activity(asks("a", 8, 4).whole()).activity(asks("b", 5, 4).whole())
}

fn part(id: &str, activity: &str) -> Rule {
    Rule::new(id, only(&[activity]))
}

fn kronor(to: i64) -> Grid {
    Grid { from: Money::ZERO, to: Money::new(to), grain: Money::new(1) }
}

/// Parts of the budget as fractions.
type Parts = Option<&'static [(i64, i64)]>;

#[test]
fn funds_hold_parts_of_the_budget() {
    let cases: [(&str, &[i64], Parts); 5] = [
        ("all of one", &[5], Some(&[(1, 1)])),
        ("all of one that is empty", &[0], Some(&[(1, 1)])),
        ("6 and 4 of 10", &[6, 4], Some(&[(3, 5), (2, 5)])),
        ("nothing of one of two", &[0, 5], Some(&[(0, 1), (1, 1)])),
        ("nothing to be a part of", &[0, 0], None),
    ];
    for (name, amounts, expected) in cases {
        let funds = ["one", "two"].into_iter().zip(amounts).map(|(id, amount)| Fund::new(id, *amount));
        let draft = funds.fold(call(), CallDraft::fund).activity(asks("a", 5, 4));
        let expected = expected.map(|parts| parts.iter().map(|&(part, of)| fraction(part, of)).collect());
        assert_eq!(shares(&checked(draft)), expected, "{name}");
    }
}

#[test]
fn how_fine_and_how_far_budgets_are_looked_at() {
    let capped = |draft: CallDraft| draft.rule(part("cap", "a").at_most(of_budget(20)));
    let cases = [
        // 30 + 50 + 1 are enough, and one more.
        ("one fund", two(100, [30, 50]).unit(10), 10, 82),
        // 60 % of it must be 81: 135, and one more.
        ("two funds", two_funds([30, 50]).unit(10), 1, 136),
        // A fifth of it must be 30: 150, and one more.
        ("a part of the budget", capped(two(100, [30, 50]).unit(10)), 1, 151),
        ("a fund that is empty", two(0, [30, 50]).unit(10), 10, 81),
        ("shared money", two(100, [30, 50]).unit(10).objective(ObjectiveKind::EqualAwards), 1, 82),
    ];
    for (name, draft, finest, last) in cases {
        let call = checked(draft);
        assert_eq!((grain(&call), horizon(&call)), (Money::new(finest), Money::new(last)), "{name}");
    }
}

#[test]
fn budgets_are_numbered_by_their_grains() {
    // 10, 20 and 25, which is numbered as 30 would be.
    let grid = Grid { from: Money::new(10), to: Money::new(25), grain: Money::new(10) };
    assert_eq!((grid.first(), grid.last()), (1, 3));
    assert_eq!([1, 2, 3].map(|number| grid.money(number)), [10, 20, 25].map(Money::new));
    for (budget, above, below) in [(9_i64, 1, 0), (10, 1, 1), (11, 2, 1), (20, 2, 2), (24, 3, 2), (25, 3, 3)] {
        let budget = Rational::from(budget);
        assert_eq!((grid.at_or_above(&budget), grid.at_or_below(&budget)), (above, below), "{budget}");
    }
}

#[test]
fn limits_move_by_whole_units() {
    let capped = two(100, [80, 90]).unit(10).rule(part("cap", "a").at_most(of_budget(24)));
    let shared = two(100, [80, 90]).unit(10).objective(ObjectiveKind::Leximin);
    // A name, a call, a budget, the last before and the first after it at which a limit may be another.
    let cases = [
        // Ten tens, from 100 until 110.
        ("tens", two(100, [80, 90]).unit(10), 104, 100, 110),
        // A limit of just ten tens is told both ways.
        ("on a whole unit", two(100, [80, 90]).unit(10), 100, 99, 101),
        // 120 hold twelve; 24 % are two tens from 83⅓ until 125.
        ("a part of the budget", capped, 122, 120, 125),
        // 60 % are six tens from 100 until 116⅔, all are ten from 100 until 110; a krona more or less in each fund is 2:
        // 6.2 tens are 60 % of 103⅓, and 10.8 are 108.
        ("two funds", two_funds([80, 90]).unit(10), 104, 103, 108),
        // What is fair is in parts of units.
        ("shared money", shared, 104, 103, 105),
    ];
    for (name, draft, budget, before, after) in cases {
        let (call, grid) = (checked(draft), kronor(200));
        let whole = WholeUnits::of(&call, &Instance::of(&call));
        let found = (whole.changes_before(&grid, budget), whole.changes_after(&grid, budget));
        assert_eq!(found, (before, after), "{name}");
    }
}

#[test]
fn the_first_and_the_last_budget_with_which_something_can_be() {
    let grant = |place, units| Demand { grant: Some((place, units)), worth: None };
    let (six, seven) = (Rational::from(6_i64), Rational::from(7_i64));
    let worth = |worth| Demand { grant: None, worth: Some(worth) };
    let until = |least: (i64, i64), most: i64| Some((fraction(least.0, least.1), Rational::from(most)));
    let cap = part("cap", "a").at_most(of_budget(20));
    let floor = part("floor", "b").at_least(of_budget(75));
    let cases = [
        ("as much as is wanted", two(10, [8, 8]), grant(0, 5), until((5, 1), 100)),
        ("more than is asked for", two(10, [8, 8]), grant(0, 9), None),
        // 1·4 + ½·4.
        ("so much value", two(10, [4, 8]), worth(&six), until((8, 1), 100)),
        // 3 are a fifth of 15.
        ("a cap", two(10, [8, 8]).rule(cap), grant(0, 3), until((15, 1), 100)),
        // 3 are a fourth of 12; all 30 of b are three fourths of 40.
        ("a floor", two(10, [8, 30]).rule(floor), grant(0, 3), until((12, 1), 40)),
        // 8, as 5 are too little; parts would be enough of 7.
        ("a choice", whole(), worth(&seven), until((8, 1), 100)),
        // 60 % and a krona are 8.
        ("two funds, which may be rounded", two_funds([8, 8]), grant(1, 8), until((35, 3), 100)),
    ];
    for (name, draft, demand, expected) in cases {
        let (call, effort) = (checked(draft), enough());
        let Some(budgeted) = Budgeted::of(&call, Instance::of(&call), &effort) else { unreachable!("{name}") };
        let (from, to) = (Rational::ZERO, Rational::from(100_i64));
        let found = match (budgeted.least(&from, &to, &demand), budgeted.most(&from, &to, &demand)) {
            (Reach::Until(least), Reach::Until(most)) => Some((least, most)),
            _ => None,
        };
        assert_eq!(found, expected, "{name}");
    }
}

fn outcome(call: &Call, budget: i128) -> Outcome {
    let found = Budgets::new(call, kronor(20)).at(budget, &mut crate::best);
    found.unwrap_or_else(|error| unreachable!("{error}"))
}

#[test]
fn where_an_allocation_can_be_made() {
    let limits = [part("cap", "a").at_most(of_budget(50)), part("floor", "b").at_least(of_budget(25))];
    let limited = limits.into_iter().fold(two(10, [4, 3]), CallDraft::rule);
    let cases = [
        ("what is granted", two(10, [4, 3]), Rational::from(7_i64), None),
        // 4 are half of 8, and 3 a fourth of 12.
        ("parts of the budget", limited, Rational::from(8_i64), Some(Rational::from(12_i64))),
        // The own fund pays 4 of a. Rounded it may hold a krona less than 40 %: 5 are 40 % of 12½, 6 are 60 % of 10.
        ("funds in proportion", two_funds([4, 5]), fraction(25, 2), None),
    ];
    for (name, draft, least, most) in cases {
        let given = outcome(&checked(draft), 10).map(|given| given.stands.clone());
        assert_eq!(given, Some((least, most)), "{name}");
    }
}

#[test]
fn leaps_over_budgets_that_give_the_same() {
    let (call, effort) = (checked(whole()), enough());
    let leaps = Leaps::of(&call, kronor(20), &effort);
    // 5 are b, 8 are a, 13 are both: a budget, the last before it and the first after it that gives another value, and the
    // first after it that may give a, and b.
    for (budget, before, after, [a, b]) in [
        (0, -1, 5, [8, 5]),
        (6, 4, 8, [8, 7]),
        // Still worth 8 with b, it must be both.
        (9, 7, 13, [10, 13]),
        // Nothing is worth more.
        (15, 12, 21, [16, 16]),
    ] {
        let outcome = outcome(&call, budget);
        let found = (leaps.differs_before(budget, &outcome), leaps.differs_after(budget, &outcome));
        assert_eq!(found, (before, after), "{budget}");
        let granted = [(0, 8), (1, 5)].map(|grant| leaps.granted_after(budget, &outcome, grant));
        assert_eq!(granted, [a, b], "{budget}");
    }
    // The next value after 5 is 6 at least, and after 7 it is 8; both need the 8 of a.
    assert_eq!([5_i64, 7].map(|value| leaps.worth_more_after(0, &Rational::from(value))), [8, 8]);
    assert_eq!(leaps.granting(0, (1, 5)), Some((5, 20)));
    assert_eq!(leaps.granting(5, (1, 6)), None);
}

#[test]
fn nothing_is_leapt_over_without_effort() {
    let (call, spent) = (checked(whole()), Effort::new(0, &|| false));
    let leaps = Leaps::of(&call, kronor(20), &spent);
    assert_eq!(leaps.differs_after(6, &outcome(&call, 6)), 7);
}

#[test]
fn whose_answers_are_the_best() {
    let caps = |second: &[&str]| {
        let caps = [Rule::new("one", only(&["a", "b"])).at_most(5), Rule::new("two", only(second)).at_most(3)];
        caps.into_iter().fold(two(10, [8, 8]).activity(asks("c", 8, 1)), CallDraft::rule)
    };
    let cases = [
        ("one in the other", caps(&["b"]), true),
        ("caps that cross", caps(&["b", "c"]), false),
        ("all chosen", whole(), true),
        ("some chosen", whole().activity(asks("c", 8, 4)), false),
        ("shared money", two(10, [8, 8]).objective(ObjectiveKind::Leximin), false),
        ("a rule on a fund", two_funds([8, 8]).rule(Rule::new("own", Selection::fund("own")).at_least(2)), false),
    ];
    for (name, draft, expected) in cases {
        assert_eq!(answers_are_best(&checked(draft)), expected, "{name}");
    }
}
