//! What reports say of every budget, of what may stay unspent, and of what a call holds.

use fordela::{Money, Rational};
use fordela_words::report::frontier::{self, own, tried};
use fordela_words::report::head::Head;
use fordela_words::report::{check, risk};

use super::{look, look_at, look_at_heads, name, third};

const COUNTS: [usize; 4] = [0, 1, 2, 13];

#[test]
fn heads_that_reports_share_are_told_in_both_languages() {
    for head in [
        Head::Activities,
        Head::Activity,
        Head::Applicant,
        Head::Applicants,
        Head::Asked,
        Head::Difference,
        Head::Funds,
        Head::Gets,
        Head::Granted,
        Head::Total,
        Head::Value,
    ] {
        look(head, |_, words| words.head(head).to_owned());
    }
}

#[test]
fn every_budget_is_told_of_in_both_languages() {
    look_at(&[
        frontier::head,
        frontier::without_rounding,
        frontier::in_steps,
        frontier::loses,
        frontier::enters,
        tried::none_found,
    ]);
    look("one more", |_, words| frontier::one_more(words));
    let from = Money::new(1_500);
    for to in [from, Money::new(1_234_567)] {
        look(to, |_, words| frontier::headline(from, to, words));
        look(to, |_, words| frontier::hole(from, to, words));
        look(to, |_, words| frontier::none(from, to, words));
        look(to, |_, words| frontier::from(to, words));
        look(to, |_, words| frontier::hinders(to, words));
        look(to, |_, words| tried::untried(from, to, words));
    }
    for count in COUNTS {
        look(count, |_, words| frontier::more_alike(count, from, words));
        look(count, |_, words| tried::unproven(count, count + 1, words));
    }
    for text in [tried::too_small, tried::smallest, tried::too_large, tried::largest, tried::grain, tried::spent] {
        look("budget", |_, words| text(from, words));
    }
}

#[test]
fn what_the_own_budget_is_worth_is_told_in_both_languages() {
    look_at(&[own::mark]);
    let (budget, price) = (Money::new(1_500), third());
    look("outside", |_, words| own::outside(budget, words));
    for less in [None, Some(&price)] {
        for more in [None, Some(&Rational::ONE)] {
            look((less, more), |_, words| own::worth(budget, &price, [less, more], words));
        }
    }
}

#[test]
fn what_may_stay_unspent_is_told_in_both_languages() {
    look_at(&[risk::of_repayment, risk::unspent_money, risk::not_stated]);
    look_at_heads(risk::heads);
    look_at_heads(risk::short_heads);
    for worst in [Rational::ZERO, Rational::ONE, third()] {
        for not_granted in [Money::ZERO, Money::new(1_500)] {
            look((&worst, not_granted), |_, words| risk::repaid(&third(), not_granted, &worst, words));
        }
        look(&worst, |_, words| risk::worst(Some(&worst), words));
        look(&worst, |_, words| risk::unlucky(&name("a"), &worst, &third(), words));
        look(&worst, |_, words| risk::apart(&worst, words));
    }
    look("all", |_, words| risk::worst(None, words));
    for count in COUNTS {
        look(count, |_, words| risk::others(count, &third(), words));
    }
}

#[test]
fn checks_are_told_in_both_languages() {
    look_at(&[
        check::possible,
        check::head,
        check::asked,
        check::pressure,
        check::criteria,
        check::lines,
        check::rules,
        check::cases,
        check::cases_by_applicant,
        check::cases_by_each,
        check::links,
    ]);
    for count in COUNTS {
        look(count, |_, words| check::found(count, words));
    }
}
