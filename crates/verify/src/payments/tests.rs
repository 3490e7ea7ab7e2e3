//! What payments break of a small call, each worked out by hand.

use fordela_model::CallDraft;
use fordela_model::LinePayment;
use fordela_model::call::Selection;
use fordela_model::call::draft::{Activity, Fund, Line};

use super::*;
use crate::small_calls::{asks, call, check_broken, grant, only, paid, percent};

/// Two funds that hold 6 and 9, for one activity of ten.
fn two_funds(one: Fund, other: Fund) -> CallDraft {
    call().fund(one).fund(other).activity(asks("a", 10, 4))
}

fn x() -> Fund {
    Fund::new("x", 6)
}

fn y() -> Fund {
    Fund::new("y", 9)
}

#[test]
fn payments_add_up_to_grants() {
    let both = || two_funds(x(), y());
    let amiss = "the money of activity a from the funds does not add up to its grant";
    check_broken([
        ("3 and 4", both(), vec![grant(7, &[(0, 3), (1, 4)])], &[]),
        ("3 and 4 of 8", both(), vec![grant(8, &[(0, 3), (1, 4)])], &[amiss]),
        (
            "one fund twice",
            both(),
            vec![grant(7, &[(0, 3), (0, 4)])],
            &[amiss, "fund x pays 7, which is more than it holds"],
        ),
        ("funds in another order", both(), vec![grant(7, &[(1, 4), (0, 3)])], &[amiss]),
        ("less than nothing", both(), vec![grant(3, &[(0, -1), (1, 4)])], &[amiss]),
    ]);
}

#[test]
fn funds_pay_what_they_may_and_hold() {
    let own = || Fund::new("own", 9).pays_for(only(&["b"]));
    let b = || asks("b", 10, 2);
    check_broken([
        (
            "for what it may not pay for",
            two_funds(x(), own()).activity(b()),
            vec![grant(4, &[(1, 4)]), grant(4, &[(1, 4)])],
            &["fund own may not pay for activity a"],
        ),
        (
            "a fund that is not there",
            two_funds(x(), y()),
            vec![grant(4, &[(2, 4)])],
            &["activity a is paid by fund number 3, which the call does not have"],
        ),
        ("all that it holds", two_funds(x(), y()).activity(b()), vec![paid(2), paid(4)], &[]),
        (
            "2 and 5 of 6",
            two_funds(x(), y()).activity(b()),
            vec![paid(2), paid(5)],
            &["fund x pays 7, which is more than it holds"],
        ),
    ]);
}

#[test]
fn parts_that_funds_carry() {
    let most = || two_funds(x().max_part(percent(50)), y());
    let least = || two_funds(x().min_part(percent(50)), y());
    let too_much = "fund x pays 5 of activity a, which is not within its parts";
    let too_little = "fund x pays 3 of activity a, which is not within its parts";
    let apart = || two_funds(x(), y().not_with("x"));
    check_broken([
        ("half of 8", most(), vec![grant(8, &[(0, 4), (1, 4)])], &[]),
        ("5 of 8", most(), vec![grant(8, &[(0, 5), (1, 3)])], &[too_much]),
        ("half of 8 at least", least(), vec![grant(8, &[(0, 4), (1, 4)])], &[]),
        ("3 of 8", least(), vec![grant(8, &[(0, 3), (1, 5)])], &[too_little]),
        ("nothing of 8", least(), vec![grant(8, &[(1, 8)])], &[]),
        (
            "beside each other",
            apart(),
            vec![grant(8, &[(0, 4), (1, 4)])],
            &["funds x and y may not pay for activity a together"],
        ),
        ("by itself", apart(), vec![grant(8, &[(1, 8)])], &[]),
    ]);
}

#[test]
fn lines_are_paid_for_by_themselves() {
    let rent = Fund::new("rent", 9).pays_for(Selection::kind("rent"));
    let lines = [Line::new("k", 3).kind("rent"), Line::new("l", 4).kind("staff")];
    let draft = || call().fund(y()).fund(rent.clone()).activity(Activity::of_lines("a", "one", lines.clone()));
    // What funds pay, and of which lines.
    let granted = |by_fund: &[(usize, i64)], by_line: &[(usize, usize, i64)]| {
        let payment =
            |&(line, fund, amount): &(usize, usize, i64)| LinePayment { line, fund, amount: Money::new(amount) };
        let amount = by_fund.iter().map(|(_, paid)| paid).sum();
        vec![Grant { by_line: by_line.iter().map(payment).collect(), ..grant(amount, by_fund) }]
    };
    let amiss = "the money for the lines of activity a does not add up";
    check_broken([
        ("rent by both, staff by one", draft(), granted(&[(0, 5), (1, 2)], &[(0, 0, 1), (0, 1, 2), (1, 0, 4)]), &[]),
        (
            "a kind of cost that a fund may not pay for",
            draft(),
            granted(&[(1, 4)], &[(1, 1, 4)]),
            &["fund rent may not pay for activity a"],
        ),
        ("more than a line costs", draft(), granted(&[(0, 4)], &[(0, 0, 4)]), &[amiss]),
        ("less than the fund pays", draft(), granted(&[(0, 4)], &[(1, 0, 3)]), &[amiss]),
        ("a line that is not there", draft(), granted(&[(0, 4)], &[(2, 0, 4)]), &[amiss]),
        ("no lines", draft(), granted(&[(0, 4)], &[]), &[amiss]),
    ]);
}
