//! What is said in the appendix to a decision.

use fordela::call::draft::{Each, Tier};
use fordela::call::{Kind, Limit};
use fordela::{Decimal, Money};
use fordela_words::report::appendix::{self, made, nearest, pictures, source, table};

use super::{look, look_at, look_at_heads, name, percent, samples, third};

const COUNTS: [usize; 4] = [0, 1, 2, 13];

#[test]
fn what_is_granted_is_told_in_both_languages() {
    look_at(&[
        appendix::is_a_basis,
        appendix::by_applicant,
        table::heading,
        table::activities_heading,
        table::asked_for,
        table::asked,
        table::comment,
    ]);
    let (asked, budget) = (Money::new(1_234_567), Money::new(1_000));
    for is_decided in [false, true] {
        look(is_decided, |_, words| appendix::title(&name("qv"), is_decided, words));
        look(is_decided, |_, words| appendix::title("", is_decided, words));
        look(is_decided, |_, words| table::granted(is_decided, words).to_owned());
        for left in [-5_i64, 0, 5].map(Money::new) {
            look(left, |_, words| appendix::granted(budget, Some(&third()), left, is_decided, words));
            look(left, |_, words| appendix::granted(budget, None, left, is_decided, words));
        }
    }
    for applicants in COUNTS {
        for activities in COUNTS {
            look((applicants, activities), |_, words| appendix::asked([applicants, activities], asked, budget, words));
        }
    }
    for decided in [asked, budget] {
        look(decided, |_, words| table::beside_suggestion(decided, budget, words));
    }
}

#[test]
fn how_it_was_made_is_told_in_both_languages() {
    look_at(&[
        made::heading,
        made::priority,
        made::scores_heading,
        made::method_heading,
        made::most_value,
        made::rules_heading,
        nearest::heading,
        nearest::lead,
        nearest::nowhere,
        nearest::unknown,
        nearest::explained,
        source::heading,
    ]);
    look_at_heads(made::criterion_heads);
    look_at_heads(nearest::heads);
    let tier = |up_to: &str, factor: i64| Tier { up_to: percent(up_to), factor: Decimal::new(factor, 1) };
    for tiers in [vec![tier("100 %", 10)], vec![tier("50 %", 10), tier("85 %", 7), tier("100 %", 4)]] {
        look(tiers.len(), |_, words| made::tiers(&tiers, words));
    }
    look("unit", |_, words| made::rounding(Money::new(1_000), words));
    let repeated = samples![
        Each::Applicant => [Each::Applicant],
        Each::Area => [Each::Area],
        Each::Tag => [Each::Tag],
        Each::Fund => [Each::Fund],
        Each::Activity => [Each::Activity],
    ];
    let limits = [(Kind::AtLeast, Limit::Money(Money::new(5))), (Kind::AtMost, Limit::Money(Money::new(9)))];
    for each in repeated.into_iter().map(Some).chain([None]) {
        look(each, |_, words| made::rule(&name("qv"), &limits, each, words));
    }
    for flag in [false, true] {
        look(flag, |_, words| made::ties(flag, words).to_owned());
        look(flag, |_, words| source::again(flag, words).to_owned());
        look(flag, |_, words| nearest::item(&name("qv"), ["3", "2,99"], ("0,3 %", flag), &name("qv-b"), words));
    }
    look("version", |_, words| source::calculated("0.1.0", "exact", words));
    look("call", |_, words| source::call("e3b0", words));
    look("decision", |_, words| source::decision("qv.csv", "e3b0", words));
}

#[test]
fn pictures_are_told_in_both_languages() {
    look_at(&[pictures::who_pays, pictures::curve_title, pictures::curve_subtitle, pictures::value]);
    let (part, all) = (Money::new(1_000), Money::new(1_234_567));
    for is_decided in [false, true] {
        look(is_decided, |_, words| pictures::asked_and_granted(is_decided, words).to_owned());
        look(is_decided, |_, words| pictures::granted(is_decided, words).to_owned());
    }
    look("of", |_, words| pictures::of(part, all, words));
    look("in words", |_, words| pictures::asked_and_granted_of(&name("qv"), part, all, words));
    look("by", |_, words| pictures::by_applicant(words));
    look("others", |_, words| pictures::others(13, words));
    look("paid", |_, words| pictures::paid_to(&name("qv"), &[("qv-fund", part), ("qv-other", all)], words));
    look("own", |_, words| pictures::own_budget(all, words));
    look("right", |_, words| pictures::budget_axis(&all.rational(), words).title);
    look("up", |_, words| pictures::value_axis(&all.rational(), words).title);
    for more in [None, Some(third())] {
        for from in [None, Some(Money::ZERO), Some(part)] {
            look((&more, from), |_, words| pictures::curve_description(all, more.as_ref(), from, words));
        }
    }
}
