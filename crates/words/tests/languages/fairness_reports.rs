//! What reports say of how fair an allocation or a decision is.

use fordela::call::{Kind, LinkKind};
use fordela::{Money, Party, Rational};
use fordela_words::link;
use fordela_words::report::audit::distance::Beside;
use fordela_words::report::audit::groups::Kinds;
use fordela_words::report::audit::{self, axioms, complaints, decision, distance, groups, manipulation, named, shares};

use super::{lists, look, look_at, look_at_heads, name, third};

const COUNTS: [usize; 4] = [0, 1, 2, 13];

const PARTIES: [Party; 2] = [Party::Activity, Party::Applicant];

fn money() -> [Money; 2] {
    [Money::ZERO, Money::new(1_234_567)]
}

#[test]
fn audits_are_told_in_both_languages() {
    look_at(&[audit::by_applicant_alone]);
    for file in [None, Some(name("file"))] {
        look(&file, |_, words| {
            audit::headline(file.as_deref(), [Money::ZERO, Money::new(1), Money::new(1_500)], words)
        });
    }
    for names in lists().into_iter().skip(1) {
        for more in COUNTS {
            look((&names, more), |_, words| named(&names, more, words));
        }
    }
}

#[test]
fn tried_principles_are_told_in_both_languages() {
    look_at(&[axioms::heading, axioms::examples, axioms::explained, axioms::broken, axioms::untried]);
    look_at_heads(axioms::heads);
    for tries in COUNTS {
        look(tries, |_, words| axioms::held(tries, words));
    }
    look("example", |_, words| axioms::example(&name("statement"), &name("call"), &name("sentence"), words));
}

#[test]
fn complaints_are_told_in_both_languages() {
    look_at(&[
        complaints::heading,
        complaints::difference_explained,
        complaints::move_explained,
        complaints::value_explained,
        complaints::no_such_amount,
        complaints::funds_run_out,
        complaints::cannot_be_split,
        complaints::depends_on_lines,
        complaints::too_many_choices,
        complaints::out_of_time,
        complaints::depends_on_funds,
        complaints::decision_breaks_rules,
    ]);
    look_at_heads(complaints::heads);
    for count in COUNTS {
        for party in PARTIES {
            look((count, party), |_, words| complaints::lead(count, party, words));
        }
        for shown in [None, Some(count)] {
            look((shown, count), |_, words| complaints::tried(shown, count, 13 - count, words));
        }
    }
    for money in money() {
        look(money, |_, words| complaints::rounding_explained(money, words));
        look(money, |_, words| complaints::can_move(money, words));
    }
    for names in lists() {
        look(&names, |_, words| complaints::cannot(&names, words));
    }
    for kind in [Kind::AtMost, Kind::AtLeast] {
        look(kind, |_, words| complaints::limit(kind, &name("rule"), words));
        look(kind, |_, words| {
            let kind_alone = complaints::limit(kind, "", words);
            complaints::limit(kind, kind_alone.trim(), words)
        });
    }
    for kind in [LinkKind::Requires, LinkKind::Excludes] {
        look(kind, |_, words| link::told(&name("a"), kind, &name("b"), words));
    }
}

#[test]
fn what_a_decision_breaks_is_told_in_both_languages() {
    look_at(&[
        decision::heading,
        decision::breaks_none,
        decision::breaks,
        decision::can_be_settled,
        decision::cannot_be_settled,
        decision::not_tried,
    ]);
    let (rule, who) = (name("rule"), name("a"));
    look("unknown", |_, words| decision::unknown(&rule, words));
    look("cannot be kept", |_, words| decision::cannot_be_kept(&rule, words));
    look("lines", |_, words| decision::no_such_lines(&who, words));
    look("funds", |_, words| decision::funds_lack(&third(), words));
    for money in money() {
        look(money, |_, words| decision::rule(&rule, "qv 1", money, words));
        look(money, |_, words| decision::above_ask(&who, money, words));
        look(money, |_, words| decision::between_units(&who, money, words));
        look(money, |_, words| decision::not_grantable(&who, money, words));
    }
}

#[test]
fn how_far_a_decision_is_from_the_suggestion_is_told_in_both_languages() {
    look_at(&[distance::heading]);
    let (best, share) = (third(), Rational::new(1, 3).expect("a fraction"));
    for loss in [Rational::ZERO, third(), -third()] {
        let beside = Beside { best: &best, loss: &loss, share: &share };
        look(&loss, |_, words| distance::worth(&best, beside, words));
        look(&loss, |_, words| distance::worth_at_most(&best, beside, words));
    }
    look("unknown", |_, words| distance::worth_unknown(&best, words));
    for party in PARTIES {
        for money in money() {
            look((party, money), |_, words| distance::moved(Money::ZERO, money, party, words));
        }
    }
}

#[test]
fn groups_are_told_in_both_languages() {
    look_at(&[groups::heading, groups::areas, groups::tags]);
    look_at_heads(groups::heads);
    for names in lists().iter().skip(1) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        look(&names, |_, words| groups::unknown(&names, words));
    }
    for (areas, tags) in [(true, true), (true, false), (false, true), (false, false)] {
        let kinds = Kinds { areas, tags };
        look(kinds, |_, words| kinds.head(words).to_owned());
        look(kinds, |_, words| kinds.none(words));
        look(kinds, |_, words| kinds.explained(words));
    }
}

#[test]
fn gains_by_asking_otherwise_are_told_in_both_languages() {
    look_at(&[manipulation::heading, manipulation::split, manipulation::merge, manipulation::ask_for_more]);
    look_at_heads(manipulation::heads);
    for count in COUNTS {
        look(count, |_, words| manipulation::explained(count, count + 1_300, words));
    }
}

#[test]
fn shares_are_told_in_both_languages() {
    look_at(&[shares::heading, shares::explained, shares::parts, shares::by_applicant, shares::by_area]);
    look_at_heads(shares::heads);
    look_at_heads(shares::parts_heads);
    for share in [Rational::ZERO, Rational::ONE, third()] {
        look(&share, |_, words| shares::least(&name("level"), &share, &name("a"), words));
        look(&share, |_, words| shares::largest(&name("level"), &share, &name("a"), words));
    }
    for has_areas in [true, false] {
        look(has_areas, |_, words| shares::parts_explained(has_areas, words));
    }
}
