//! What reports say of allocations beside each other: alternatives, two sides, scenarios, and along a range.

use fordela::alternatives::Way;
use fordela::call::Kind;
use fordela::compare::CaseMove;
use fordela::explain::Award;
use fordela::{Party, Rational};
use fordela_words::report::differences::{grants, rules, sums};
use fordela_words::report::{alternatives, compare, sweep, what_if};

use super::{lists, look, look_at, name, percent, samples, third};

#[test]
fn alternatives_are_told_in_both_languages() {
    look_at(&[
        alternatives::none,
        alternatives::none_found,
        alternatives::suggestion,
        alternatives::alternative,
        alternatives::loses,
        alternatives::part_of_value,
    ]);
    for apart in ["0 %", "2.5 %"] {
        let (within, apart) = (percent("0.5 %"), percent(apart));
        look(apart, |_, words| alternatives::headline(&third(), within, apart, words));
    }
    for (found, most) in [(1, 2), (2, 12), (13, 14)] {
        look(found, |_, words| alternatives::no_more(found, most, words));
        look(found, |_, words| alternatives::fewer_found(found, most, words));
    }
    for way in samples![
        Way::NextBest => [Way::NextBest],
        Way::MostDifferent => [Way::MostDifferent],
    ] {
        look(way, |_, words| alternatives::way(way, words).to_owned());
    }
}

#[test]
fn two_sides_are_told_in_both_languages() {
    look_at(&[compare::suggestion, compare::unknown, compare::rules, compare::same_rules]);
    look("headline", |_, words| compare::headline(words));
    look("scenario", |_, words| compare::scenario(&name("scenario"), "qv", words));
    for party in [Party::Activity, Party::Applicant] {
        look(party, |_, words| compare::file(&name("file"), party, words));
    }
    look("budget", |_, words| compare::above_budget("A", words));
    for names in lists().into_iter().skip(1) {
        look(&names, |_, words| compare::above_asked("B", &names.join(", "), words));
    }
    for standing in [(false, false), (false, true), (true, false), (true, true)] {
        look(standing, |_, words| compare::standing(standing.0, standing.1, words).to_owned());
    }
}

#[test]
fn scenarios_beside_the_call_are_told_in_both_languages() {
    look_at(&[what_if::without_changes, what_if::unchanged, what_if::changed]);
    for count in [1, 2, 13] {
        look(count, |_, words| what_if::headline(count, words));
    }
}

#[test]
fn what_changes_along_a_range_is_told_in_both_languages() {
    look_at(&[sweep::nowhere, sweep::before, sweep::after, sweep::possible, sweep::impossible, sweep::unanswered]);
    look("heading", |_, words| sweep::heading("qv", words));
    let awards = samples![
        Award::Full => [Award::Full],
        Award::Part => [Award::Part],
        Award::None => [Award::None],
    ];
    for old in &awards {
        for new in &awards {
            look((old, new), |_, words| sweep::gets(&name("a"), *old, *new, words));
        }
    }
    for kind in [Kind::AtMost, Kind::AtLeast] {
        for whom in ["", " qv"] {
            look(kind, |_, words| sweep::comes_to_bind(kind, &name("rule"), whom, words));
            look(kind, |_, words| sweep::ceases_to_bind(kind, &name("rule"), whom, words));
        }
    }
}

#[test]
fn differences_in_grants_are_told_in_both_languages() {
    look_at(&[grants::none_moved, grants::asked_for]);
    for count in [1, 2, 13] {
        look(count, |_, words| grants::unmoved(count, words));
    }
    look("dropped", |_, words| grants::dropped(&name("a"), words));
}

#[test]
fn differences_in_sums_are_told_in_both_languages() {
    look_at(&[
        sums::in_all,
        sums::asked_for,
        sums::granted,
        sums::left_over,
        sums::expected_repaid,
        sums::repaid_at_worst,
    ]);
    for of in lists() {
        look(&of, |_, words| sums::values_not_compared(&of, words));
    }
}

#[test]
fn differences_in_rules_are_told_in_both_languages() {
    look_at(&[rules::heading, rules::same, rules::not_fairest]);
    for gap in [Rational::ONE, third()] {
        look(&gap, |_, words| rules::not_best(&gap, words));
    }
    for change in samples![
        CaseMove::CameToBind => [CaseMove::CameToBind],
        CaseMove::CeasedToBind => [CaseMove::CeasedToBind],
        CaseMove::New => [CaseMove::New],
        CaseMove::Dropped => [CaseMove::Dropped],
        CaseMove::Unmoved => [CaseMove::Unmoved],
    ] {
        for binds in [None, Some(true), Some(false)] {
            look((change, binds), |_, words| rules::change(change, binds, words).to_owned());
        }
    }
}
