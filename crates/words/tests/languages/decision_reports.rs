//! What reports say of decisions: in a log, on several levels, and what became of the money.

use fordela::{Money, Rational};
use fordela_words::report::follow_up::{self, accounts, sums};
use fordela_words::report::levels::{self, board, price};
use fordela_words::report::log::{difference, record, reproduce};

use super::{lists, look, look_at, look_at_heads, name, third};

const COUNTS: [usize; 4] = [0, 1, 2, 13];

#[test]
fn recorded_decisions_are_told_in_both_languages() {
    look_at(&[record::reason, record::impossible, record::as_suggested, record::all, record::lost_unknown]);
    look_at_heads(record::heads);
    for date in [None, Some("2026-06-30")] {
        look(date, |_, words| record::headline(1, &name("log"), &name("role"), date, words));
    }
    look("reason", |_, words| record::for_reason(&name("reason"), words));
    look("moved", |_, words| record::moved(Money::ZERO, Money::new(1_500), words));
    for lost in [Rational::ZERO, third(), -third()] {
        look(&lost, |_, words| record::lost(&lost, &third(), &Rational::ONE, words));
        look(&lost, |_, words| record::lost_at_least(&lost, &third(), &Rational::ONE, words));
    }
    look("seal", |_, words| record::sealed("qv", words));
}

#[test]
fn reproduced_entries_are_told_in_both_languages() {
    look_at(&[
        reproduce::empty,
        reproduce::same_suggestion,
        reproduce::same_sums,
        reproduce::other_sums,
        reproduce::no_suggestion,
    ]);
    look_at_heads(reproduce::heads);
    look_at_heads(reproduce::then_now);
    for count in COUNTS {
        look(count, |_, words| reproduce::entry(count, words));
        look(count, |_, words| reproduce::same(count, words));
        look(count, |_, words| reproduce::differing(1, count, words));
    }
    look("seal", |_, words| reproduce::seal("qv", words));
}

#[test]
fn what_differs_from_an_entry_is_told_in_both_languages() {
    look_at(&[difference::edited, difference::gap, difference::after, difference::form]);
    let (path, message) = (name("path"), name("message"));
    look("missing", |_, words| difference::call_missing(&path, words));
    look("unreadable", |_, words| difference::call_unreadable(&path, &message, words));
    look("changed", |_, words| difference::call_changed(&path, "qv1", "qv2", words));
    look("missing", |_, words| difference::decision_missing(&path, words));
    look("unreadable", |_, words| difference::decision_unreadable(&path, &message, words));
    look("changed", |_, words| difference::decision_changed(&path, "qv1", "qv2", words));
    look("version", |_, words| difference::version("0.1.0", "0.2.0", words));
    look("suggestion", |_, words| difference::suggestion("qv1", "qv2", words));
    for (then, now) in [("optimal", "within-gap"), ("infeasible", "qv")] {
        look(then, |_, words| difference::status(then, now, words));
    }
    for count in COUNTS {
        look(count, |_, words| difference::sums(count, words));
    }
}

#[test]
fn what_became_of_money_is_reported_in_both_languages() {
    look_at(&[
        follow_up::spent,
        follow_up::unspent,
        follow_up::repaid,
        follow_up::carried_over,
        follow_up::returned,
        accounts::above,
        accounts::unsettled_head,
        accounts::no_period,
        accounts::unknown_fund,
        accounts::no_report,
        accounts::not_set_off,
        accounts::in_periods,
        accounts::partly_unsettled,
        accounts::unsettled,
        accounts::see_above,
        sums::results,
        sums::all,
        sums::kinds,
    ]);
    look_at_heads(accounts::fund_heads);
    look_at_heads(sums::heads);
    look_at_heads(sums::result_heads);
    look_at_heads(sums::kind_heads);
    let (decision, outcome) = (name("decision"), name("outcome"));
    look("sums", |_, words| follow_up::headline(&decision, &outcome, Money::new(1_500), Money::ZERO, words));
    look("each", |_, words| sums::each(words));
    for count in COUNTS {
        look(count, |_, words| follow_up::found(count, words));
        look(count, |_, words| sums::counted(count, count + 1, words));
    }
}

#[test]
fn levels_are_told_in_both_languages() {
    look_at(&[levels::undecided, levels::split_by, board::by_the_level_above]);
    for own in COUNTS {
        for file in [None, Some(name("file"))] {
            look((own, &file), |_, words| levels::headline(own + 1, own, file.as_deref(), words));
        }
    }
    look("title", |_, words| board::split_by(&name("title"), words));
    for funds in lists().into_iter().skip(1) {
        look(&funds, |_, words| board::money_from(&funds, words));
    }
    for money in [Money::ZERO, Money::new(1_500)] {
        look(money, |_, words| board::left(money, words));
        look(money, |_, words| board::unplaced(money, words));
    }
}

#[test]
fn the_price_of_delegation_is_told_in_both_languages() {
    look_at(&[price::unknown, price::all]);
    look_at_heads(price::heads);
    for of in [None, Some(name("applicant"))] {
        look(&of, |_, words| price::heading(of.as_deref(), words));
    }
    let (centre, value) = (third(), Rational::ONE);
    for cost in [Rational::ZERO, third(), -third()] {
        for share in [None, Some(&value)] {
            look((&cost, share), |_, words| price::price([&centre, &value, &cost], share, words));
        }
    }
    for names in lists().into_iter().skip(1) {
        look(&names, |_, words| price::unlisted(&name("applicant"), &names, words));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        look(&names, |_, words| price::left_out(&names, words));
    }
}
