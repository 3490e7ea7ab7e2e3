//! What prices and proofs of small calls prove, each worked out by hand.

mod cuts;

use std::collections::BTreeMap;

use fordela_model::Call;
use fordela_model::CallDraft;
use fordela_model::call::draft::{Activity, Fund, Line, Rule};
use fordela_model::call::{Base, Limit as RuleLimit};
use fordela_num::Money;
use fordela_oracle::funds::generate::funded_call;
use fordela_oracle::generate::{self, Kinds};
use fordela_proptest::tries;
use proptest::prelude::*;

use super::*;
use crate::small_calls::{asks, call, checked, only, percent};

/// A name, a call, its proof, and the bound in fourths.
type Case = (&'static str, CallDraft, Vec<Step>, i64);

fn fourths(numbers: &[i64]) -> Vec<Rational> {
    numbers.iter().map(|&number| Rational::from(number) / Rational::from(4_i64)).collect()
}

/// Prices in fourths: of funds, of caps and floors, and of links.
fn prices(funds: &[i64], cases: &[i64], links: &[i64]) -> Multipliers {
    let (funds, cases, links) = (fourths(funds), fourths(cases), fourths(links));
    Multipliers { funds, cases, links, parts: BTreeMap::new(), cuts: Vec::new() }
}

/// A proof by prices of funds, and of caps and floors.
fn by(funds: &[i64], cases: &[i64]) -> Vec<Step> {
    vec![bounded(funds, cases)]
}

/// The bound beside an allocation that is worth less than any, so that it is rounded down to the grid.
fn bound_beside_nothing(call: &Call, proof: &Proof) -> Option<Rational> {
    let bounds = Bounds::new(call, call.cases().iter().collect(), &proof.cuts);
    bound(&bounds, proof, &-Rational::ONE, || call.grid())
}

fn bounded(funds: &[i64], cases: &[i64]) -> Step {
    Step::Bounded(prices(funds, cases, &[]))
}

fn impossible(funds: &[i64]) -> Step {
    Step::Impossible(prices(funds, &[], &[]))
}

fn split(choice: Choice, out: usize, taken: usize) -> Step {
    Step::Split { choice, out, taken }
}

fn proven(draft: CallDraft, steps: Vec<Step>) -> Option<Rational> {
    let call = checked(draft);
    bound_beside_nothing(&call, &Proof { steps, ..Proof::default() })
}

fn check<const N: usize>(cases: [Case; N]) {
    for (name, draft, steps, expected) in cases {
        assert_eq!(proven(draft, steps), fourths(&[expected]).pop(), "{name}");
    }
}

/// 10 for `a`, of which 8 are worth 1 each, and `b`, of which 8 are worth a half: 9 at most.
fn two() -> CallDraft {
    call().fund(Fund::new("city", 10)).activity(asks("a", 8, 4)).activity(asks("b", 8, 2))
}

#[test]
fn prices_of_money() {
    let own = Fund::new("own", 6).pays_for(only(&["a"]));
    let two_funds = call().fund(Fund::new("city", 4)).fund(own).activity(asks("a", 8, 4)).activity(asks("b", 8, 2));
    let falling = two().diminishing(percent(50), 1.into()).diminishing(percent(100), "0.5".parse().unwrap_or_default());
    check([
        // ½·10 + 8·(1 − ½) + 8·(½ − ½).
        ("that of the last krona", two(), by(&[2], &[]), 36),
        // ¼·10 + 8·¾ + 8·¼.
        ("too low", two(), by(&[1], &[]), 42),
        // 1·10, and nothing is worth its price.
        ("too high", two(), by(&[4], &[]), 40),
        // 8 + 4, as if there were money for all.
        ("none", two(), by(&[0], &[]), 48),
        ("below zero, which is none", two(), by(&[-4], &[]), 48),
        // ½·10 + 4·(1 − ½): half of each ask is worth but a half of it, and then no more than the price.
        ("of value that falls", falling, by(&[2], &[]), 28),
        // ½·(4 + 6) + 8·½.
        ("of two funds", two_funds.clone(), by(&[2, 2], &[]), 36),
        // ½·4 + 8·1: a is charged by its cheapest fund, though that holds only 6.
        ("of two funds, one of them free", two_funds, by(&[2, 0], &[]), 40),
        // ¾·10 + (8 − 6) + (4 − 3) is 10½; 8 and 4 come in fours, so that it is 8.
        (
            "what no sum of values reaches",
            call().fund(Fund::new("city", 10)).activity(asks("a", 8, 4).whole()).activity(asks("b", 4, 4).whole()),
            by(&[3], &[]),
            32,
        ),
    ]);
}

#[test]
fn prices_of_caps_and_floors() {
    let seven_tenths = RuleLimit::Percent(percent(70), Base::Asked);
    let half = RuleLimit::Percent(percent(50), Base::Granted);
    let cap = |most| two().rule(Rule::new("cap", only(&["a", "b"])).at_most(most));
    let floor = |least: RuleLimit| two().rule(Rule::new("floor", only(&["b"])).at_least(least));
    check([
        // ½·9 + 8·(1 − ½): 8 and 1 are possible.
        ("a cap", cap(RuleLimit::from(9)), by(&[0], &[2]), 34),
        // 70 % of 16 are 11.2, of which 11 are reached: ½·11 + 4. The 10 that there are bind nothing, as they are free.
        ("a cap between units", cap(seven_tenths), by(&[0], &[2]), 38),
        // b alone may have no more than 5 of its 8, without any price: 1·0 + 8 + ½·5.
        ("a cap on one", two().rule(Rule::new("cap", only(&["b"])).at_most(5)), by(&[0], &[0]), 42),
        // 1·10 − ½·4, and a and b are worth what they cost: 6 and 4 are possible.
        ("a floor", floor(RuleLimit::from(4)), by(&[4], &[-2]), 32),
        // 70 % of 8 are 5.6, so 6: 10 − 3.
        ("a floor between units", floor(seven_tenths), by(&[4], &[-2]), 28),
        ("a floor whose price is above zero, which is none", floor(RuleLimit::from(4)), by(&[4], &[2]), 40),
        // ¾·10. A krona earns a fourth by being granted: a costs ¾ + ½ − ¼, b costs ¾ − ¼. 5 and 5 are possible.
        ("a part of what is granted", two().rule(Rule::new("half", only(&["a"])).at_most(half)), by(&[3], &[2]), 30),
    ]);
}

#[test]
fn who_pays() {
    let fund = |id, amount| Fund::new(id, amount);
    let of = |one: Fund, other: Fund, ask| call().fund(one).fund(other).activity(asks("a", ask, 4));
    let carries_half = || of(fund("x", 10).max_part(percent(50)), fund("y", 3), 8);
    let apart = || of(fund("x", 3).not_with("y"), fund("y", 4), 6);
    let x_pays = Choice::Fund(0, 0);
    check([
        // Half of every krona is y's, for 2 each: 2·3.
        ("half of it by the dearer fund", carries_half(), by(&[0, 8], &[]), 24),
        // 1·3 + 8·½.
        ("half of it by a fund that is too cheap", carries_half(), by(&[0, 4], &[]), 28),
        // 3 + 4, though only one of them may pay.
        ("funds that are kept apart", apart(), by(&[4, 4], &[]), 28),
        // Without x it is no more than the 4 of y, with x no more than the 3 of x.
        ("one after the other", apart(), vec![split(x_pays, 1, 2), bounded(&[0, 4], &[]), bounded(&[4, 0], &[])], 16),
    ]);
}

#[test]
fn choices_one_after_the_other() {
    let city = |amount| call().fund(Fund::new("city", amount));
    let whole = || city(10).activity(asks("a", 8, 4).whole()).activity(asks("b", 5, 3).whole());
    // Without the one, with it but without the other at a price, and with both.
    let tree = |one, other, price, both| {
        let without = |price| bounded(&[price], &[]);
        vec![split(one, 1, 2), without(0), split(other, 3, 4), without(price), both]
    };
    let (a, b) = (Choice::Activity(0), Choice::Activity(1));
    let three = || asks("b", 3, 4).whole();
    let levels = city(7).activity(asks("a", 8, 4).levels([2, 6].map(Money::new))).activity(three());
    let half = city(5).activity(asks("a", 8, 4).min_share(percent(50))).activity(three());
    let lines = Activity::of_lines("a", "one", [Line::new("k", 3), Line::new("l", 4)]).line_by_line().score("need", 4);
    check([
        // ¾·10 + 8·¼; b is worth ¾ a krona.
        ("at once", whole(), by(&[3], &[]), 38),
        // Without a there is ¾·5; with a and without b there is 8; with both 10 − 8 − 5 is below nothing.
        ("both ways", whole(), tree(a, b, 0, impossible(&[4])), 32),
        // Prices that do not show that there is nothing: 8 + ¾·5.
        ("what is not shown to be impossible", whole(), tree(a, b, 0, impossible(&[0])), 47),
        // Without the level of 6 there is 2 + 3, with it there is 6; both cost 6 + 3 of 7.
        ("a level", levels, tree(Choice::Level(0, 1), b, 0, impossible(&[4])), 24),
        // Without k there is 4, with k alone 3; both cost 7 of 5.
        ("lines", city(5).activity(lines), tree(Choice::Line(0, 0), Choice::Line(0, 1), 0, impossible(&[4])), 16),
        // Without a there is 3; a takes 4 at least, which with b are 7 of 5. Without b it is worth the price of 5.
        ("a least share", half, tree(a, b, 4, impossible(&[4])), 20),
    ]);
}

#[test]
fn prices_of_links() {
    let linked = |links: &[i64]| vec![Step::Bounded(prices(&[0], &[], links))];
    let excludes = two().activity(asks("c", 1, 0).excludes("b"));
    let apart = call().fund(Fund::new("city", 20)).activity(asks("a", 8, 4).excludes("b")).activity(asks("b", 8, 2));
    // b is needed, worth 5/4, and costs 5 of 8.
    let requires =
        call().fund(Fund::new("city", 8)).activity(asks("a", 6, 4).requires("b")).activity(asks("b", 5, 1).whole());
    let half = |link: i64| vec![Step::Bounded(prices(&[2], &[], &[link]))];
    check([
        // 4 once, and a and b give it back: 4 + (8 − 4) + (4 − 4).
        ("one of two", apart, linked(&[16]), 32),
        // c is worth nothing, so that it need not pay 1: 1 + 8 + (4 − 1).
        ("a link that costs nothing", excludes, linked(&[4]), 48),
        // ½·8 + 6·½; b is worth less than its 2½.
        ("what is required, for nothing", requires.clone(), half(0), 28),
        // ½·8 + (3 − 2) + (5/4 − 5/2 + 2).
        ("what is required, for two", requires, half(8), 23),
    ]);
}

#[test]
fn what_proves_nothing() {
    let backwards = vec![split(Choice::Activity(0), 0, 1), bounded(&[0], &[])];
    let nowhere = vec![split(Choice::Activity(0), 1, 2), bounded(&[0], &[])];
    let half = || call().fund(Fund::new("city", 5)).activity(asks("a", 8, 4).min_share(percent(50)));
    let floor = two().rule(Rule::new("floor", only(&["a", "b"])).at_least(12));
    for (name, draft, steps) in [
        ("no step", two(), Vec::new()),
        ("a fund too many", two(), by(&[2, 2], &[])),
        ("a cap too many", two(), by(&[2], &[2])),
        ("steps that go in circles", half(), backwards),
        ("a step that is not there", half(), nowhere),
        // 10 − 12: there is no allocation at all.
        ("nothing that is left", floor, vec![Step::Impossible(prices(&[4], &[-4], &[]))]),
    ] {
        assert_eq!(proven(draft, steps), None, "{name}");
    }
}

/// Calls with all that there can be, and such in which it counts who pays for what.
fn any_call() -> impl Strategy<Value = CallDraft> {
    prop_oneof![generate::call(Kinds { units: true, ..generate::ALL }), funded_call()]
}

/// Numbers that prices and choices are made of, one after the other and then again from the first.
fn drawn(numbers: &[(i64, i64)]) -> impl Iterator<Item = (i64, i64)> {
    numbers.iter().copied().cycle()
}

/// Some prices of a call, of any sign.
fn any_prices(call: &Call, numbers: &mut impl Iterator<Item = (i64, i64)>) -> Multipliers {
    let mut prices = Multipliers::none(call);
    let pairs = call.claims().iter().enumerate().flat_map(|(a, claim)| claim.payers().iter().map(move |&f| (a, f)));
    prices.parts = pairs.step_by(2).map(|pair| (pair, Rational::ZERO)).collect();
    prices.cuts = vec![Rational::ZERO; cuts::CUTS];
    let Multipliers { funds, cases, links, parts, cuts } = &mut prices;
    for price in funds.iter_mut().chain(cases).chain(links).chain(parts.values_mut()).chain(cuts) {
        *price = numbers.next().and_then(|(n, d)| Rational::new(n.into(), d.into())).unwrap_or_default();
    }
    prices
}

/// Some choice in a call, or one in another.
fn any_choice(call: &Call, (n, d): (i64, i64)) -> Choice {
    let [n, d] = [n, d].map(|number| usize::try_from(number.abs()).unwrap_or_default());
    let a = n % (call.claims().len() + 1);
    [Choice::Activity(a), Choice::Level(a, d % 3), Choice::Line(a, d % 3), Choice::Fund(a, d % 3)][(n + d) % 4]
}

/// A proof of splits one after the other, in which some ends have the same prices.
fn any_proof(call: &Call, splits: usize, numbers: &mut impl Iterator<Item = (i64, i64)>) -> Proof {
    let prices = [(); 2].map(|()| any_prices(call, numbers));
    let mut end = || match numbers.next().unwrap_or_default() {
        (n, d) if n < 0 => Step::Impossible(prices[usize::from(d % 2 == 0)].clone()),
        (_, d) => Step::Bounded(prices[usize::from(d % 2 == 0)].clone()),
    };
    let mut ends: Vec<Step> = (0..=splits).map(|_| end()).collect();
    let mut steps = Vec::new();
    for (split, end) in ends.drain(..splits).enumerate() {
        let [one, other] = [2 * split + 1, 2 * split + 2];
        let choice = any_choice(call, numbers.next().unwrap_or_default());
        let is_out = numbers.next().is_some_and(|(n, _)| n > 0);
        let (out, taken) = if is_out { (one, other) } else { (other, one) };
        steps.extend([Step::Split { choice, out, taken }, end]);
    }
    steps.append(&mut ends);
    Proof { steps, cuts: (0..cuts::CUTS).map(|_| cuts::any_cut(call, numbers)).collect() }
}

/// Whether what some proof of a call proves is the naive bound.
fn is_the_naive_one(draft: CallDraft, splits: usize, numbers: &[(i64, i64)]) -> Result<(), TestCaseError> {
    let call = checked(draft);
    let proof = any_proof(&call, splits, &mut drawn(numbers));
    prop_assert_eq!(bound_beside_nothing(&call, &proof), naive::bound(&call, call.cases(), &proof));
    Ok(())
}

proptest! {
    #![proptest_config(tries(2000))]

    // The naive bound goes through all cases for every activity at every end, in fractions.
    #[test]
    fn a_bound_is_the_naive_one(
        draft in any_call(),
        splits in 0_usize..5,
        numbers in prop::collection::vec((-4_i64..12, 1_i64..60), 20..60),
    ) {
        is_the_naive_one(draft, splits, &numbers)?;
    }

    #[test]
    fn a_bound_on_what_is_shared_is_the_naive_one(
        draft in any_call(),
        splits in 0_usize..5,
        numbers in prop::collection::vec((-4_i64..12, 1_i64..60), 20..60),
    ) {
        let call = checked(draft);
        let mut numbers = drawn(&numbers);
        let prices = Multipliers { cuts: Vec::new(), ..any_prices(&call, &mut numbers) };
        let each: Vec<Rational> = call.claims().iter().filter_map(|_| Some(numbers.next()?.0.abs().into())).collect();
        let choices = numbers.take(splits).map(|number| (any_choice(&call, number), number.0 > 0));
        // Of a choice that is made twice, the first counts here and the last in a map.
        let choices: Vec<(Choice, bool)> = choices.collect();
        let map: BTreeMap<Choice, bool> = choices.iter().rev().copied().collect();
        let bounds = Bounds::new(&call, call.cases().iter().collect(), &[]);
        let found = bounds.priced(&prices, Worth::Each(&each)).map(|priced| priced.at(&Decided::new(choices)));
        let worth = |a: usize| naive::Worth::Each(each[a].clone());
        prop_assert_eq!(found, naive::Bounds::new(&call, call.cases(), &[]).of(&prices, &map, worth));
    }
}
