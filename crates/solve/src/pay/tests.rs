//! Who pays in small calls, each worked out by hand.

use fordela_model::CallDraft;
use fordela_model::call::draft::{Activity, Fund, Line, Rule, Unspent};
use fordela_model::call::{Selection, SpendRate};

use super::*;
use crate::formulate::{Columns, formulate};
use crate::small_calls::{asks, call, enough, instance, percent};

/// A name, a call, what is granted in the order of ids, and who pays.
type Case = (&'static str, CallDraft, &'static [i64], &'static [&'static str]);

/// Who pays: `fund amount activity`, or `fund amount activity line` where that is told.
fn paid(draft: CallDraft, amounts: &[i64], lines: &Lines) -> Vec<String> {
    let instance = instance(draft);
    let amounts: TiVec<ActivityIx, Money> = amounts.iter().copied().map(Money::new).collect();
    // No point is known that would do, where payments are not found by themselves.
    let paid = Owed::new(&instance, &amounts, lines).payments(&formulate(&instance, Columns::Whole), &[], &enough());
    let mut told = Vec::new();
    for (a, paid) in instance.activities.keys().zip(paid.unwrap_or_default()) {
        assert_eq!(paid.by_fund.iter().map(|(_, amount)| *amount).sum::<Money>(), amounts[a]);
        let fund = |fund: &FundIx, amount: &Money| format!("{} {amount} {}", instance.funds[*fund].id, instance.id(a));
        if paid.by_line.is_empty() {
            told.extend(paid.by_fund.iter().map(|(f, amount)| fund(f, amount)));
        }
        told.extend(paid.by_line.iter().map(|(l, f, amount)| format!("{} {}", fund(f, amount), usize::from(*l))));
    }
    told
}

fn check<const N: usize>(cases: [Case; N]) {
    for (name, draft, amounts, expected) in cases {
        let lines: TiVec<ActivityIx, _> = amounts.iter().map(|_| TiVec::new()).collect();
        assert_eq!(paid(draft, amounts, &lines), expected, "{name}");
    }
}

/// Two activities of ten; b has the higher priority.
fn two() -> CallDraft {
    call().activity(asks("a", 10, 2)).activity(asks("b", 10, 4))
}

#[test]
fn nothing_asks_who_pays() {
    check([
        (
            // `own` may pay for 6, `city` for 9: all 4 of `own` are used, and the rest is for `city`.
            "the most restricted fund first",
            two().fund(Fund::new("city", 10)).fund(Fund::new("own", 4).pays_for(Selection::activity("a"))),
            &[6, 3],
            &["city 2 a", "own 4 a", "city 3 b"],
        ),
        (
            // Both may pay for all: x by id. b takes its 4 of 5 first.
            "by id, and activities in the stated order",
            two().fund(Fund::new("x", 5)).fund(Fund::new("y", 5)),
            &[4, 4],
            &["x 1 a", "y 3 a", "x 4 b"],
        ),
        ("nothing where funds hold too little", two().fund(Fund::new("x", 5)), &[4, 2], &[]),
    ]);
}

#[test]
fn money_to_be_spent_or_repaid_is_used_first() {
    let rates = [asks("a", 10, 4).spend_rate(SpendRate::exactly(percent(50))), asks("b", 10, 4)];
    check([
        (
            // All 5 of z are used, although x is more restricted and y comes before; then x pays, for a.
            "money that is to be spent first",
            two()
                .fund(Fund::new("x", 2).pays_for(Selection::activity("a")))
                .fund(Fund::new("y", 5))
                .fund(Fund::new("z", 5).spend_first()),
            &[4, 3],
            &["x 2 a", "z 2 a", "z 3 b"],
        ),
        (
            // Of 6 from x to a, 3 would be left to be repaid; of 6 to b, nothing is.
            "as little as can be at risk",
            rates
                .into_iter()
                .fold(call(), CallDraft::activity)
                .fund(Fund::new("x", 6).unspent(Unspent::Repay))
                .fund(Fund::new("y", 6)),
            &[6, 6],
            &["y 6 a", "x 6 b"],
        ),
    ]);
}

#[test]
fn parts_and_rules_ask_who_pays() {
    check([
        (
            // 30 % of 5, and of 2.
            "no more than the largest part",
            two().fund(Fund::new("x", 9).max_part(percent(30))).fund(Fund::new("y", 9)),
            &[5, 2],
            &["x 1.50 a", "y 3.50 a", "x 0.60 b", "y 1.40 b"],
        ),
        (
            // x would have to carry 8 of the 10 of b, and has 7: it pays for a alone, and 3 of it are left over.
            "no less than the least part, or nothing",
            two().fund(Fund::new("x", 7).min_part(percent(80))).fund(Fund::new("y", 12)),
            &[4, 10],
            &["x 4 a", "y 10 b"],
        ),
        (
            // x comes first, and is of most use for the 5 of a; one of y is left over.
            "not beside a fund that is kept apart",
            two().fund(Fund::new("x", 5).not_with("y")).fund(Fund::new("y", 5)),
            &[5, 4],
            &["x 5 a", "y 4 b"],
        ),
        (
            // Without the floor x would pay all.
            "as much as a rule asks of a fund",
            two()
                .fund(Fund::new("x", 9))
                .fund(Fund::new("y", 9))
                .rule(Rule::new("use", Selection::fund("y")).at_least(4)),
            &[0, 5],
            &["x 1 b", "y 4 b"],
        ),
    ]);
}

#[test]
fn lines_are_paid_by_id() {
    let lines = [Line::new("k", 3).kind("rent"), Line::new("l", 2).kind("staff"), Line::new("m", 4).kind("rent")];
    let of_lines = Activity::of_lines("a", "one", lines).score("need", 4);
    let rent = Fund::new("rent", 9).pays_for(Selection::kind("rent"));
    check([(
        // Of 5 the lines that come first by id are paid, k and l. Only `all` may pay for staff, and its 2 are used there,
        // so that k is left for `rent`.
        "kinds of cost that a fund may not pay for",
        call().activity(of_lines.clone()).fund(Fund::new("all", 2)).fund(rent),
        &[5],
        &["rent 3 a 0", "all 2 a 1"],
    )]);
    // By hand: without l it is 7. x pays k and 2 of m, and y the rest of m.
    let draft = call().activity(of_lines.line_by_line()).fund(Fund::new("x", 5)).fund(Fund::new("y", 5));
    let granted: TiVec<ActivityIx, _> = vec![TiVec::from(vec![true, false, true])].into();
    assert_eq!(paid(draft, &[7], &granted), ["x 3 a 0", "x 2 a 2", "y 2 a 2"]);
}
