//! What reports say in explanations.

use fordela::call::Kind;
use fordela::explain::Wanted;
use fordela::{Money, Rational, date};
use fordela_words::report::explain::{call, limits, needed, ranking, reason, settled, steps, untried, why_not};

use super::{lists, look, look_at, name, samples, third};

/// Whether not all was tried, and what.
const OPEN: [Option<&str>; 2] = [None, Some("qv")];

fn money() -> Money {
    Money::new(1_500_000)
}

#[test]
fn a_call_is_explained_in_both_languages() {
    look_at(&[call::limits_unknown, call::asks_for_nothing]);
    for share in [None, Some(third()), Some(Rational::ONE)] {
        look(&share, |_, words| call::lead(&call::of(money(), money(), share.as_ref(), words), money(), words));
    }
    let counts = [0, 1, 2, 13];
    for (full, part) in counts.into_iter().flat_map(|full| counts.map(|part| (full, part))) {
        for none in counts.into_iter().filter(|none| full + part + none > 0) {
            look((full, part, none), |_, words| call::in_all("qv", [full, part, none], words));
        }
    }
}

#[test]
fn what_limits_are_worth_is_told_in_both_languages() {
    look_at(&[limits::heading, limits::in_proportion, limits::budget, limits::impossible, limits::nothing_changes]);
    look("explained", |_, words| limits::explained(words));
    look("higher", |_, words| limits::if_higher(money(), words));
    look("less", |_, words| limits::one_less(words));
    look("more", |_, words| limits::one_more(words));
    look("fund", |_, words| limits::fund(&name("fund"), words));
    for kind in [Kind::AtMost, Kind::AtLeast] {
        for whom in ["", " qv"] {
            look(kind, |_, words| limits::rule(kind, &name("rule"), whom, words));
        }
    }
    for by in [Rational::ZERO, Rational::ONE, -third()] {
        look(&by, |_, words| limits::value(&by, words));
    }
}

#[test]
fn what_would_have_been_needed_is_told_in_both_languages() {
    let criterion = name("criterion");
    for open in OPEN {
        look(open, |_, words| needed::score(&criterion, "2.5", "1", open, words));
        look(open, |_, words| needed::ask(money(), open, words));
        look(open, |_, words| needed::no_ask(open, words));
        look(open, |_, words| needed::budget(money(), Money::new(1), open, words));
        look(open, |_, words| needed::no_budget(open, words));
    }
    look("found", |_, words| needed::no_score_found(&criterion, "qv", words));
    look("highest", |_, words| needed::has_highest_score(&criterion, "3", words));
    look("none", |_, words| needed::no_score(&criterion, "3", "2.5", words));
    for wanted in samples![
        Wanted::All => [Wanted::All],
        Wanted::More => [Wanted::More],
    ] {
        look(wanted, |_, words| needed::wanted(wanted, words).to_owned());
    }
}

#[test]
fn what_somebody_gets_is_told_in_both_languages() {
    look("applicant", |_, words| needed::applicant_gets("qv", words));
    for priority in [Rational::ZERO, third()] {
        look(&priority, |_, words| needed::gets("qv", &priority, words));
    }
    for funds in lists().into_iter().skip(1) {
        look(&funds, |_, words| needed::paid_by(&funds, words));
    }
    for is_granted in [true, false] {
        look(is_granted, |_, words| needed::line(&name("line"), money(), is_granted, words));
    }
}

#[test]
fn rankings_are_told_in_both_languages() {
    look_at(&[
        ranking::heading,
        ranking::explained,
        ranking::interplay_explained,
        ranking::number,
        ranking::by_hand,
        ranking::granted,
        ranking::cause,
        ranking::links,
        ranking::sharing,
        ranking::falling_value,
        ranking::interplay,
        ranking::not_tried,
    ]);
}

#[test]
fn the_wrong_time_is_told_in_both_languages() {
    let (fund, day, limit) = (name("fund"), date(2026, 6, 30), date(2026, 1, 1));
    for lines in lists() {
        look(&lines, |_, words| reason::after_use_by(&fund, &lines, day, limit, words));
        look(&lines, |_, words| reason::before_period(&fund, &lines, day, limit, words));
        look(&lines, |_, words| reason::after_period(&fund, &lines, day, limit, words));
    }
}

#[test]
fn what_ids_settled_is_told_in_both_languages() {
    look_at(&[settled::unknown, settled::heading]);
    for all in lists().into_iter().skip(1) {
        look(&all, |_, words| settled::odd_unit(&all, &all, words));
        look(&all, |_, words| settled::tie(&all, &all, words));
    }
}

#[test]
fn steps_are_told_in_both_languages() {
    look_at(&[steps::heading, steps::explained]);
    for open in OPEN {
        look(open, |_, words| steps::spare(money(), open, words));
        look(open, |_, words| steps::none_above(money(), open, words));
        look(open, |_, words| steps::above(money(), Money::new(1), open, "qv", words));
    }
    look("impossible", |_, words| steps::impossible(Money::ZERO, words));
    look("below", |_, words| steps::below(money(), "qv", words));
    for to in [Money::ZERO, money()] {
        look(to, |_, words| untried::not_all_money(Money::ZERO, to, words));
    }
}

#[test]
fn who_would_pay_is_told_in_both_languages() {
    look_at(&[why_not::all, why_not::impossible, why_not::already]);
    look("heading", |_, words| why_not::heading(&name("a"), "qv", words));
    for typed in ["50 %", "350000"] {
        look(typed, |_, words| why_not::at_least(typed, words));
    }
    look("now", |_, words| why_not::now("qv", "qv", words));
    look("would get", |_, words| why_not::would_get(money(), Money::new(1), words));
    for all in lists().into_iter().skip(1) {
        look(&all, |_, words| why_not::taken_from(&all, words));
        look(&all, |_, words| why_not::more_to(&all, words));
    }
    look("less", |_, words| why_not::less_left(money(), words));
    look("more", |_, words| why_not::more_left(money(), words));
}
