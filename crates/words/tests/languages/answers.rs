//! Why somebody gets what they get, and why a call is impossible.

use std::sync::Arc;

use fordela::call::draft::{Objective, ObjectiveKind};
use fordela::call::{Base, Kind, Limit, LinkId, LinkKind, NodeId};
use fordela::explain::Reason;
use fordela::{CallDraft, Condition, Money, Rational, Relaxation};
use fordela_words::{Because, Words, impossible, listed, listed_of};

use super::{case, id, lists, look, percent, samples, third};

fn node(activity: &str, line: Option<&str>) -> NodeId {
    NodeId { activity: id(activity), line: line.map(str::to_owned) }
}

fn link(kind: LinkKind, line: Option<&str>) -> Reason {
    Reason::Linked { link: LinkId { from: node("a", None), kind, to: node("d", line) } }
}

fn reasons() -> Vec<Reason> {
    let funds = || vec![id("fund")];
    let (floor, cap) = (Kind::AtLeast, Kind::AtMost);
    let mut all = samples![
        Reason::Full => [Reason::Full],
        Reason::NothingAsked => [Reason::NothingAsked],
        Reason::NoFund => [Reason::NoFund],
        Reason::NotPayable => [Reason::NotPayable],
        Reason::Parts { .. } => [Reason::Parts { funds: funds() }],
        Reason::WholeUnits => [Reason::WholeUnits],
        Reason::NoPriority => [Reason::NoPriority],
        Reason::Lifted { .. } =>
            [Reason::Lifted { case: case(None, floor) }, Reason::Lifted { case: case(Some("qv-board"), floor) }],
        Reason::Capped { .. } =>
            [Reason::Capped { case: case(None, cap) }, Reason::Capped { case: case(Some("qv-board"), cap) }],
        Reason::Budget { .. } => [Reason::Budget { funds: funds() }],
        Reason::FundTooSmall { .. } => [Reason::FundTooSmall { funds: funds() }],
        Reason::Tied { .. } => [Reason::Tied { among: Arc::from([id("a"), id("b")]) }],
        Reason::Shared { .. } => [Reason::Shared { funds: funds() }],
        Reason::FairPart => [Reason::FairPart],
        Reason::Steps => [Reason::Steps],
        Reason::Linked { .. } => [
            link(LinkKind::Requires, None),
            link(LinkKind::Requires, Some("qv-one")),
            link(LinkKind::Excludes, None),
            link(LinkKind::Excludes, Some("qv-one")),
        ],
    ];
    for many in lists().into_iter().skip(1) {
        all.push(Reason::Parts { funds: many.clone() });
        all.push(Reason::FundTooSmall { funds: many.clone() });
        all.push(Reason::Tied { among: many.into_iter().chain([id("a")]).collect() });
    }
    all
}

#[test]
fn reasons_are_told_in_both_languages() {
    for reason in reasons() {
        for is_nothing in [true, false] {
            look(&reason, |call, words| Because::of(call, "qv-a", is_nothing, &reason).told(words));
        }
    }
}

/// Every variant that words are written for has a reason that leads to it, and each objective is told.
#[test]
fn sharing_is_told_in_both_languages() {
    let kinds = samples![
        ObjectiveKind::Priority => [ObjectiveKind::Priority],
        ObjectiveKind::Proportional => [ObjectiveKind::Proportional],
        ObjectiveKind::EqualAwards => [ObjectiveKind::EqualAwards],
        ObjectiveKind::EqualLosses => [ObjectiveKind::EqualLosses],
        ObjectiveKind::Talmud => [ObjectiveKind::Talmud],
        ObjectiveKind::Leximin => [ObjectiveKind::Leximin],
        ObjectiveKind::Nash => [ObjectiveKind::Nash],
    ];
    for kind in kinds {
        for weighted in [true, false] {
            let mut objective: Objective = CallDraft::new("qv").objective(kind).objective;
            objective.weighted = weighted;
            look((kind, weighted), |_, words| Because::Shared(&objective).told(words));
        }
    }
}

#[test]
fn conflicts_are_told_in_both_languages() {
    let all = samples![
        Condition::Amounts => [Condition::Amounts],
        Condition::Payers => [Condition::Payers],
        Condition::Parts => [Condition::Parts],
        Condition::Unit => [Condition::Unit],
        Condition::Choices => [Condition::Choices],
        Condition::Links => [Condition::Links],
    ];
    for count in 0..=all.len() {
        look(&all[..count], |_, words| impossible::together(&all[..count], words));
    }
    for one in &all {
        look(one, |_, words| impossible::together(&[*one], words));
    }
    for count in 0..3 {
        look(count, |_, words| impossible::heading(count, words).to_owned());
    }
    look("verdict", |_, words| impossible::verdict(words).to_owned());
}

#[test]
fn limits_that_are_moved_are_told_in_both_languages() {
    let to = [Limit::Money(Money::new(1)), Limit::Percent(percent("62.5 %"), Base::Granted)];
    for (kind, subject) in
        [Kind::AtMost, Kind::AtLeast].into_iter().flat_map(|kind| [(kind, None), (kind, Some("qv-board"))])
    {
        for limit in to {
            for by in [Rational::ONE, third()] {
                let moved = Relaxation { case: case(subject, kind), by, limit };
                look(&moved, |call, words| impossible::Moved::of(call, &moved).told(words));
            }
        }
    }
    for one in [case(None, Kind::AtMost), case(Some("qv-board"), Kind::AtLeast)] {
        look(&one, |call, words| impossible::CaseNamed::of(call, &one).expect("a case of the call").told(words));
    }
}

#[test]
fn lists_are_told_in_both_languages() {
    for all in lists().into_iter().skip(2) {
        look(&all, |_, words| listed(words, &all));
        look(&all, |_, words| listed_of(words, &all, 12));
    }
    for count in [0, 1, 2, 12] {
        look(count, |_, words: Words<'_>| {
            let (one, two) = (words.counted(count), words.counted_neuter(count));
            format!("{one} {two} {}", words.counted_within(count))
        });
    }
}
