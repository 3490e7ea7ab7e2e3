//! Why small calls are impossible and what is enough, each worked out by hand.

use fordela_model::CallDraft;
use fordela_model::call::draft::{Fund, Rule};
use fordela_model::call::{Base, Limit};

use super::*;
use crate::small_calls::{asks, call, checked, enough, instance, of_budget, only, percent};

/// A name, a call, and what is told of it.
type Case = (&'static str, CallDraft, &'static str);

fn why(draft: CallDraft) -> Box<Impossible> {
    let call = checked(draft);
    impossible(&call, &Instance::of(&call), &enough())
}

fn check<const N: usize>(told: impl Fn(&Impossible) -> String, cases: [Case; N]) {
    for (name, draft, expected) in cases {
        assert_eq!(told(&why(draft)), expected, "{name}");
    }
}

/// The rules in conflict, `+` for a floor and `-` for a cap, what is proven, and what else it hangs on.
fn conflict(why: &Impossible) -> String {
    let sign = |kind| if kind == Kind::AtLeast { '+' } else { '-' };
    let cases: Vec<String> = why.conflict.iter().map(|case| format!("{}{}", case.rule, sign(case.kind))).collect();
    format!("{} {:?} {:?}", cases.join(" "), why.proven, why.conditions)
}

/// What is changed, `about` where less may be enough, and the most that can be granted then.
fn way<T>(way: &Way<T>, tell: impl Fn(&T) -> String) -> String {
    let Some(Found { change, is_least, granted }) = way.found() else {
        return match way {
            Way::Closed => "never".to_owned(),
            Way::Pointless => "pointless".to_owned(),
            _ => "unknown".to_owned(),
        };
    };
    let about = if *is_least { "" } else { "about " };
    let granted = granted.filter(|granted| granted.is_most).map_or_else(String::new, |most| most.amount.to_string());
    format!("{about}{}, {granted} in all", tell(change))
}

fn moved(moves: &[Relaxation]) -> String {
    let told = |Relaxation { case, by, limit }: &Relaxation| format!("{} to {limit} by {by}", case.rule);
    moves.iter().map(told).collect::<Vec<_>>().join(" and ")
}

/// The cheapest way out, and that by caps alone.
fn moves(why: &Impossible) -> String {
    format!("{}; {}", way(&why.cheapest, |moves| moved(moves)), way(&why.raised_caps, |moves| moved(moves)))
}

fn cut(why: &Impossible) -> String {
    way(&why.even_cut, |EvenCut { by, floors, is_all }| {
        let floors: Vec<String> = floors.iter().map(|floor| format!("{} to {}", floor.rule, floor.limit)).collect();
        format!("{}{by}: {}", if *is_all { "all by " } else { "" }, floors.join(" and "))
    })
}

/// More money, and more money beside higher caps.
fn money(why: &Impossible) -> String {
    let more = |MoreMoney { budget, by }: &MoreMoney| format!("{budget}, {by} more");
    let kept = |kept: &KeptFloors| format!("{} with {}", more(&kept.money), moved(&kept.raised));
    format!("{}; {}", way(&why.more_money, more), way(&why.kept_floors, kept))
}

fn floor(id: &str, activities: &[&str], least: i64) -> Rule {
    Rule::new(id, only(activities)).at_least(least)
}

fn cap(id: &str, activities: &[&str], most: i64) -> Rule {
    Rule::new(id, only(activities)).at_most(most)
}

/// Two that ask for ten each.
fn two(fund: i64) -> CallDraft {
    call().fund(Fund::new("city", fund)).activity(asks("a", 10, 4)).activity(asks("b", 10, 2))
}

/// `a` and `b` must have 6 each of 10, and `c` 7 of 20 for it alone, though no more than 5.
fn two_conflicts() -> CallDraft {
    call()
        .fund(Fund::new("city", 10).pays_for(only(&["a", "b"])))
        .fund(Fund::new("own", 20).pays_for(only(&["c"])))
        .activity(asks("a", 10, 4))
        .activity(asks("b", 10, 2))
        .activity(asks("c", 20, 1))
        .rule(floor("a", &["a"], 6))
        .rule(floor("b", &["b"], 6))
        .rule(floor("much", &["c"], 7))
        .rule(cap("little", &["c"], 5))
}

#[test]
fn the_smallest_conflict() {
    check(
        conflict,
        [
            (
                // 12 is more than the 10 that there are; the cap of 15 has no part in it.
                "a floor and the money",
                two(10).rule(floor("floor", &["a", "b"], 12)).rule(cap("cap", &["a", "b"], 15)),
                "floor+ Smallest [Amounts]",
            ),
            (
                // 6 of a alone are more than 5 of both. There is money enough.
                "a floor and a cap",
                two(20).rule(floor("floor", &["a"], 6)).rule(cap("cap", &["a", "b"], 5)),
                "floor+ cap- Smallest []",
            ),
            (
                // 6 + 6 are more than 11, but of a it is three rules that say so, and of b two: 6 is more than 4.
                "the smaller of two conflicts",
                two(20)
                    .rule(floor("a", &["a"], 6))
                    .rule(floor("b", &["b"], 6))
                    .rule(cap("both", &["a", "b"], 11))
                    .rule(cap("little", &["b"], 4)),
                "b+ little- Smallest []",
            ),
            // Two rules either way: the floor of 7 is larger than those of 6.
            ("the largest floors of equally small ones", two_conflicts(), "much+ little- Smallest []"),
        ],
    );
}

#[test]
fn what_else_it_hangs_on_of_activities() {
    check(
        conflict,
        [
            (
                // In hundreds 250 are three and 290 are two; 250 to 290 kronor would keep both.
                "whole units",
                call()
                    .unit(100)
                    .fund(Fund::new("city", 1_000))
                    .activity(asks("a", 500, 4))
                    .rule(floor("floor", &["a"], 250).at_most(290)),
                "floor+ floor- Smallest [Unit]",
            ),
            (
                // Ten or nothing: 8 are not enough, but in parts they would be.
                "choices",
                call().fund(Fund::new("city", 8)).activity(asks("a", 10, 4).whole()).rule(floor("a", &["a"], 5)),
                "a+ Smallest [Amounts, Choices]",
            ),
            (
                "links",
                call()
                    .fund(Fund::new("city", 8))
                    .activity(asks("a", 4, 4).excludes("b"))
                    .activity(asks("b", 4, 4))
                    .rule(floor("a", &["a"], 2))
                    .rule(floor("b", &["b"], 2)),
                "a+ b+ Smallest [Links]",
            ),
        ],
    );
}

#[test]
fn what_else_it_hangs_on_of_funds() {
    check(
        conflict,
        [
            (
                // b gets 3 at most; 4 more are for a alone.
                "what funds pay for",
                two(3).fund(Fund::new("own", 4).pays_for(only(&["a"]))).rule(floor("b", &["b"], 5)),
                "b+ Smallest [Amounts, Payers]",
            ),
            (
                // The state carries half at most, and the city has only 3 for the other half of 8.
                "parts",
                two(3).fund(Fund::new("state", 10).max_part(percent(50))).rule(floor("a", &["a"], 8)),
                "a+ Smallest [Amounts, Parts]",
            ),
        ],
    );
}

#[test]
fn without_effort_nothing_is_proven_but_a_clash() {
    let instance = instance(two(10).rule(floor("floor", &["a", "b"], 12)).rule(cap("cap", &["a", "b"], 15)));
    let (cases, proven) = smallest::conflict(&Lacking::new(&instance), &Effort::new(0, &|| false));
    assert_eq!((cases.len(), proven), (2, Proven::Clash));
}

#[test]
fn the_least_by_which_limits_are_moved() {
    check(
        moves,
        [
            // 12 − 10; no cap has a part in it.
            ("a floor", two(10).rule(floor("floor", &["a", "b"], 12)), "floor to 10 by 2, 10 in all; pointless"),
            (
                // 4 + 4 − 6 = 2. One rule is enough, and 2 are a third of the cap but half of a floor.
                "the least part of a limit",
                two(20).rule(floor("a", &["a"], 4)).rule(floor("b", &["b"], 4)).rule(cap("cap", &["a", "b"], 6)),
                "cap to 8 by 2, 8 in all; cap to 8 by 2, 8 in all",
            ),
            (
                // 4 are half of the floor, and all of the cap. b gets its 10 besides.
                "a floor against a cap that is lower",
                two(20).rule(floor("floor", &["a"], 8)).rule(cap("cap", &["a"], 4)),
                "floor to 4 by 4, 14 in all; cap to 8 by 4, 18 in all",
            ),
            (
                // All of the cap, or all of a floor.
                "a cap before floors",
                two(20).rule(floor("a", &["a"], 4)).rule(floor("b", &["b"], 4)).rule(cap("cap", &["a", "b"], 4)),
                "cap to 8 by 4, 8 in all; cap to 8 by 4, 8 in all",
            ),
            (
                // 12 − 10, from either.
                "floors by id",
                two(10).rule(floor("b", &["b"], 6)).rule(floor("a", &["a"], 6)),
                "a to 4 by 2, 10 in all; pointless",
            ),
        ],
    );
}

#[test]
fn the_least_by_which_other_limits_are_moved() {
    let part = Limit::Percent(percent(25), Base::Granted);
    let within_a_unit = call()
        .unit(100)
        .fund(Fund::new("city", 1_000))
        .activity(asks("a", 500, 4))
        .rule(floor("floor", &["a"], 250))
        .rule(cap("cap", &["a"], 290));
    check(
        moves,
        [
            (
                // A fourth of 10 is 2½, and 4 are 1½ more: 40 %. To lower the floor to 2 would cost 2.
                "a part of what is granted",
                two(10).rule(floor("floor", &["a"], 4)).rule(Rule::new("cap", only(&["a"])).at_most(part)),
                "cap to 40 % of granted by 3/2, 10 in all; cap to 40 % of granted by 3/2, 10 in all",
            ),
            // From 290 to 300 it is 10, from 250 to 200 it is 50.
            ("within a unit", within_a_unit, "cap to 300 by 10, 300 in all; cap to 300 by 10, 300 in all"),
            (
                // Of 6 + 6 for 10, and of 7 for 5, 2 each: a seventh part of a floor is less than a fifth of a cap. Higher
                // caps give a and b nothing.
                "caps alone are not enough",
                two_conflicts(),
                "a to 4 by 2 and much to 5 by 2, 15 in all; never",
            ),
        ],
    );
}

#[test]
fn floors_cut_by_the_same_part() {
    let part = Limit::Percent(percent(80), Base::Asked);
    check(
        cut,
        [
            (
                // 5 each are left: 6 · 0.8349 = 5.0094, which is 5.00, and 6 · 0.8350 is 5.01.
                "money",
                two(10).rule(floor("a", &["a"], 6)).rule(floor("b", &["b"], 6)),
                "16.51 %: a to 5 and b to 5, 10 in all",
            ),
            (
                // 8 of the 10 that a asks for become 6; a fourth less.
                "a percentage",
                call()
                    .fund(Fund::new("city", 6))
                    .activity(asks("a", 10, 4))
                    .rule(Rule::new("a", only(&["a"])).at_least(part)),
                "25 %: a to 60 % of asked, 6 in all",
            ),
            (
                // The floor of c alone does not help a and b. 7 · 0.7157 = 5.0099, and 7 · 0.7158 is more than 5.01; then
                // 6 · 0.7157 = 4.2942.
                "all floors",
                two_conflicts(),
                "all by 28.43 %: a to 4.29 and b to 4.29 and much to 5, 15 in all",
            ),
        ],
    );
}

#[test]
fn more_money() {
    let part = |id, part| Rule::new(id, only(&[id])).at_least(of_budget(part));
    check(
        money,
        [
            ("as much as a floor", two(10).rule(floor("a", &["a", "b"], 12)), "12, 2 more, 12 in all; pointless"),
            // 60 % and 50 % of whatever there is.
            ("never, as floors grow too", two(10).rule(part("a", 60)).rule(part("b", 50)), "never; pointless"),
            // A higher cap is enough by itself.
            ("never, by a cap", two(10).rule(floor("a", &["a"], 6).at_most(5)), "never; pointless"),
            ("not of nothing", two(0).rule(floor("a", &["a"], 1)), "pointless; pointless"),
            (
                // Of 12 it is 7.2 and 4.8, so 7 and 5; of 13 it is 7.8 and 5.2, so 8 and 5. All is granted then.
                "funds in proportion, in whole kronor",
                two(6).fund(Fund::new("own", 4).pays_for(only(&["a"]))).rule(floor("b", &["b"], 8)),
                "13, 3 more, 13 in all; pointless",
            ),
            (
                // A third of the budget is for a and b, who must have 12: of 35 it is 11⅔, and 12 in whole kronor; of 34
                // it is 11. The cap of c becomes 7, so that 12 + 7 can be granted.
                "money beside a higher cap",
                two_conflicts(),
                "never; 35, 5 more with little to 7 by 2, 19 in all",
            ),
        ],
    );
}
