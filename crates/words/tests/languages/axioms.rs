//! Axioms, how they are broken, and what is gained by asking in another way.

use fordela::axiom::{Axiom, Breach, Change, Counterexample, Order, Verdict, verdict};
use fordela::call::draft::ObjectiveKind;
use fordela::fairness::OwnSettings;
use fordela::manipulation::{Gain, manipulations};
use fordela::{Call, CallDraft, Decimal, Money, Rational};
use fordela_words::{axiom, manipulation};

use super::{id, lists, look, samples, third};

fn changes() -> Vec<Change> {
    let (one, two) = (Money::new(1), Money::new(2_000));
    let half = Decimal::new(25, 1);
    let pair = |a: &str, b: &str| (id(a), id(b));
    let renamed = |count: usize| [pair("a", "b"), pair("b", "a")].into_iter().take(count).collect::<Vec<_>>();
    let mut all = samples![
        Change::Reorder(_) => [Change::Reorder(Order::Reversed), Change::Reorder(Order::Rotated)],
        Change::RenameActivities(_) => [Change::RenameActivities(renamed(1)), Change::RenameActivities(renamed(2))],
        Change::RenameApplicants(_) =>
            [Change::RenameApplicants(vec![pair("applicant", "board")]), Change::RenameApplicants(renamed(2))],
        Change::Fund { .. } => [Change::Fund { fund: id("fund"), from: one, to: two }],
        Change::Score { .. } =>
            [Change::Score { activity: id("a"), criterion: id("criterion"), from: Decimal::ONE, to: half }],
        Change::Ask { .. } => [Change::Ask { activity: id("a"), from: one, to: two }],
        Change::MoneyTimes(_) => [Change::MoneyTimes(half)],
        Change::ScoresTimes(_) => [Change::ScoresTimes(half)],
        Change::WeightsTimes(_) => [Change::WeightsTimes(half)],
        Change::LeaveOut(_) => [Change::LeaveOut(vec![id("a")])],
        Change::Settle { .. } => [Change::Settle { activity: id("a"), grant: one }],
        Change::Split { .. } => [Change::Split { activity: id("a"), parts: [(id("b"), one), (id("c"), two)] }],
        Change::Merge { .. } => [Change::Merge { activities: [id("a"), id("b")], ask: two }],
    ];
    all.extend(lists().into_iter().skip(1).map(Change::LeaveOut));
    all
}

fn breaches() -> Vec<Breach> {
    let wrong = |activities, grants| Breach::WrongLength { activities, grants };
    let case = |label: &str| Breach::Case { case: label.to_owned(), sum: third(), limit: Rational::ONE };
    samples![
        Breach::WrongLength { .. } => [wrong(0, 1), wrong(1, 0), wrong(1, 2), wrong(2, 1)],
        Breach::OutsideAsk { .. } => [Breach::OutsideAsk { activity: id("a") }],
        Breach::NotAllowedByFunding { .. } => [Breach::NotAllowedByFunding { activity: id("a") }],
        Breach::Case { .. } => [case("qv-cap"), case("qv-floor/qv-applicant"), case("qv-none")],
        Breach::Link { .. } => [Breach::Link { from: id("a"), to: id("b") }],
        Breach::NotPaidFor => [Breach::NotPaidFor],
    ]
}

/// Two activities of two applicants that get the same of one fund, so that each gains by being split.
fn two() -> Call {
    let mut draft = super::call("SEK").draft().clone();
    draft.objective = CallDraft::new("qv").objective(ObjectiveKind::EqualAwards).objective;
    draft.activities.retain(|one| one.id == id("a") || one.id == id("b"));
    draft.activities.iter_mut().for_each(|one| one.min_share = None);
    draft.activities[1].applicant = id("board");
    draft.funds.truncate(1);
    draft.rules.clear();
    draft.validate().expect("a call")
}

/// A counterexample to change things of, with somebody concerned and a change in it.
fn example() -> Counterexample {
    match verdict(&OwnSettings, Axiom::SplitProof, &two(), 5) {
        Verdict::Broken(found) if found.changed.is_some() && !found.concerned.is_empty() => *found,
        Verdict::Broken(_) | Verdict::Held { .. } => panic!("splitting pays"),
    }
}

#[test]
fn statements_are_told_in_both_languages() {
    for one in Axiom::ALL {
        look(one, |_, words| axiom::statement(one, words.lang).to_owned());
        look(one, |_, words| axiom::for_a_city(one, words.lang).to_owned());
    }
}

#[test]
fn changes_are_told_in_both_languages() {
    for change in changes() {
        look(&change, |call, words| axiom::change(&change, call, words.lang));
    }
    // Where there is one fund, it is the budget.
    let mut draft = super::call("SEK").draft().clone();
    draft.funds.truncate(1);
    let one_fund = draft.validate().expect("a call");
    let change = Change::Fund { fund: id("fund"), from: Money::new(1), to: Money::new(2) };
    look(&change, |_, words| axiom::change(&change, &one_fund, words.lang));
}

#[test]
fn counterexamples_are_told_in_both_languages() {
    let found = example();
    let concern = || {
        let mut one = found.concerned[0].clone();
        one.activity = id("a");
        one
    };
    for axiom in Axiom::ALL {
        for (concerned, instead) in [(0, None), (1, None), (1, Some(third())), (2, None), (2, Some(Rational::ONE))] {
            for is_changed in [true, false] {
                look((axiom, concerned, is_changed), |call, words| {
                    let mut one = found.clone();
                    one.axiom = axiom;
                    one.call = call.clone();
                    one.grants = vec![third(); call.claims().len()];
                    one.breaches.clear();
                    one.concerned = vec![concern(); concerned];
                    one.concerned.iter_mut().for_each(|one| one.instead_of.clone_from(&instead));
                    one.changed = found.changed.clone().filter(|_| is_changed).map(|mut changed| {
                        changed.change = Change::Ask { activity: id("a"), from: Money::new(1), to: Money::new(2) };
                        changed
                    });
                    format!("{} {}", axiom::call(&one, words.lang), axiom::sentence(&one, words.lang))
                });
            }
        }
    }
}

#[test]
fn breaches_are_told_in_both_languages() {
    let found = example();
    for breach in breaches() {
        look(&breach, |call, words| {
            let mut one = found.clone();
            one.call = call.clone();
            one.breaches = vec![breach.clone()];
            axiom::sentence(&one, words.lang)
        });
    }
}

#[test]
fn gains_are_told_in_both_languages() {
    let all = manipulations(&OwnSettings, &two()).expect("an answer");
    let mut kinds = all.into_iter().flat_map(|one| [one.split, one.merge, one.inflation, one.excess]);
    let found: Gain = kinds.find_map(|tried| tried.best).expect("a gain");
    let ask = |n: i64| Change::Ask { activity: id("a"), from: Money::new(n), to: Money::new(2 * n) };
    let all = changes().into_iter().map(|change| vec![change]);
    let asks = [2, 3, 4, 5, 9].map(|count| (1..=count).map(ask).collect::<Vec<_>>());
    for changes in all.chain(asks) {
        look(&changes, |call, words| {
            let mut gain = found.clone();
            gain.changes.clone_from(&changes);
            manipulation::gain(&gain, call, words.lang)
        });
    }
}
