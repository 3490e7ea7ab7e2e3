//! What is decided in small calls, each worked out by hand.

use fordela_model::CallDraft;
use fordela_model::call::draft::{Activity, Fund, Line, Rule};
use fordela_num::Money;

use super::*;
use crate::formulate::choices;
use crate::small_calls::{asks, call, enough, instance, only, percent};

/// A name, a call, and what is decided of its activities in the order of ids.
type Case = (&'static str, CallDraft, &'static [&'static str]);

/// How much every activity may still get, `+` or `-` for each of its lines, and the places of the funds that are taken.
fn decided(draft: CallDraft) -> Vec<String> {
    let instance = instance(draft);
    let found = decide(&instance, &choices(&instance), &enough()).unwrap_or_else(|error| unreachable!("{error}"));
    let Some(Decided { ranges, lines, taken, .. }) = found else { return Vec::new() };
    let told = |((range, lines), taken): ((&Range, &TiVec<LineIx, bool>), &Vec<FundIx>)| {
        let Range { least, most } = range;
        let mut told = if least == most { format!("{most}") } else { format!("{least}..{most}") };
        told.extend(lines.iter().map(|is_granted| if *is_granted { " +" } else { " -" }));
        told.extend(taken.iter().map(|fund| format!(" by {}", usize::from(*fund))));
        told
    };
    ranges.iter().zip(&lines).zip(&taken).map(told).collect()
}

fn check<const N: usize>(cases: [Case; N]) {
    for (name, draft, expected) in cases {
        assert_eq!(decided(draft), expected, "{name}");
    }
}

#[test]
fn the_most_value_then_the_most_money_then_the_stated_order() {
    check([
        (
            // b and c are worth ¾·5 each, 7½ together; a is worth 6, and leaves 4 that nobody can use.
            "value before priority",
            call()
                .fund(Fund::new("city", 10))
                .activity(asks("a", 6, 4).whole())
                .activity(asks("b", 5, 3).whole())
                .activity(asks("c", 5, 3).whole()),
            &["0", "5", "5"],
        ),
        (
            // 1·4 = ½·8: only one can be had, and eight is more money than four.
            "money among equals",
            call().fund(Fund::new("city", 10)).activity(asks("a", 4, 4).whole()).activity(asks("b", 8, 2).whole()),
            &["0", "8"],
        ),
        (
            // b and c: ¼·4 + ¾·4 = 4 for 8; a: ½·8 = 4 for 8. Of the three c has the highest priority.
            "priority before id among what is as much",
            call()
                .fund(Fund::new("city", 8))
                .activity(asks("a", 8, 2).whole())
                .activity(asks("b", 4, 1).whole())
                .activity(asks("c", 4, 3).whole()),
            &["0", "4", "4"],
        ),
        (
            // Four and two are as much either way round: a, the first by id, gets its largest level.
            "the largest level of the first",
            call()
                .fund(Fund::new("city", 6))
                .activity(asks("b", 4, 4).levels([Money::new(2), Money::new(4)]))
                .activity(asks("a", 4, 4).levels([Money::new(2), Money::new(4)])),
            &["4", "2"],
        ),
    ]);
}

#[test]
fn lines_and_links() {
    let lines = |k: i64, l: i64| Activity::of_lines("a", "one", [Line::new("l", l), Line::new("k", k)]).line_by_line();
    check([
        (
            // b comes first with 1·2; the 2 that are left are one line of a, and k is the first by id.
            "lines by id",
            call().fund(Fund::new("city", 4)).activity(lines(2, 2).score("need", 3)).activity(asks("b", 2, 4).whole()),
            &["2 + -", "2"],
        ),
        (
            // k and b would be worth ¾·2 + 3 = 4½, but b needs l, and 3 + 3 is too much. Both lines are worth ¾·5.
            "what is required must be granted",
            call()
                .fund(Fund::new("city", 5))
                .activity(lines(2, 3).score("need", 3))
                .activity(asks("b", 3, 4).whole().requires("a/l")),
            &["5 + +", "0"],
        ),
        (
            // There is money for all; a and b exclude each other, and 4 + 3 is more than 3 + 3.
            "what is excluded is not granted",
            call()
                .fund(Fund::new("city", 10))
                .activity(asks("a", 3, 4).whole().excludes("b"))
                .activity(asks("b", 4, 4).whole())
                .activity(asks("c", 3, 4).whole()),
            &["0", "4", "3"],
        ),
    ]);
}

#[test]
fn what_can_be_divided_is_left_open() {
    check([
        (
            // a alone: 1·6 for 6, as b takes 4 or nothing. Both: 1·3 + ¾·4 = 6 as well, for 7.
            "least shares that are taken",
            call()
                .fund(Fund::new("city", 7))
                .activity(asks("a", 6, 4).min_share(percent(50)))
                .activity(asks("b", 8, 3).min_share(percent(50))),
            &["3..6", "4..8"],
        ),
        (
            // 1·4 = ½·8, and eight is more money, though a comes first. c has a fund and a cap of its own.
            "least shares that are not taken, and what is no choice",
            call()
                .fund(Fund::new("city", 8).pays_for(only(&["a", "b"])))
                .fund(Fund::new("own", 5).pays_for(only(&["c"])))
                .activity(asks("a", 4, 4).min_share(percent(50)))
                .activity(asks("b", 8, 2).min_share(percent(100)))
                .activity(asks("c", 5, 1))
                .rule(Rule::new("little", only(&["c"])).at_most(2)),
            &["0", "8", "0..2"],
        ),
    ]);
}

#[test]
fn funds_and_rules() {
    check([
        (
            // The two may not pay together: y pays up to 4, x up to 3.
            "who pays, of funds that are kept apart",
            call().fund(Fund::new("x", 3).not_with("y")).fund(Fund::new("y", 4)).activity(asks("a", 6, 4)),
            &["0..6 by 1"],
        ),
        (
            // a must get 5 at least, and can get 8 or nothing; there are only 6.
            "nothing where nothing keeps all rules",
            call()
                .fund(Fund::new("city", 6))
                .activity(asks("a", 8, 4).whole())
                .rule(Rule::new("some", only(&["a"])).at_least(5)),
            &[],
        ),
    ]);
}
