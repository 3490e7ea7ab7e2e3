//! Right rules pass, and wrong ones fail with the reason in words.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use fordela::axiom::Axiom;
use fordela::call::draft::ObjectiveKind;
use fordela::fairness::ByObjective;
use fordela::fairness::{AllocationRule, OwnSettings};
use fordela::{Call, Rational};
use fordela_proptest::{Generated, assert_all, assert_axiom, axiom_card, calls, tries};
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

/// A rule as a function.
struct By(&'static str, fn(&Call) -> Option<Vec<Rational>>);

impl AllocationRule for By {
    fn name(&self) -> &str {
        self.0
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        (self.1)(call)
    }
}

/// Whatever is asked for, there or not.
const ALL_ASKED: By = By("all asked", |call| Some(call.claims().iter().map(|claim| claim.ask().rational()).collect()));

/// In the order of the file, as far as the money reaches.
const FIRST_COME: By = By("first come", |call| {
    let mut left = call.budget().rational();
    let one = |claim: &fordela::call::Claim| {
        let grant = claim.ask().rational().min(left.clone());
        left -= &grant;
        grant
    };
    Some(call.claims().iter().map(one).collect())
});

/// Nothing to anybody.
const NOTHING: By = By("nothing", |call| Some(vec![Rational::ZERO; call.claims().len()]));

const NO_ANSWER: By = By("no answer", |_| None);

/// The smallest call that proptest finds in which a rule breaks an axiom, and what is said of it.
fn smallest(axiom: Axiom, rule: &dyn AllocationRule) -> (Generated, String) {
    let strategy = calls().only_one_budget();
    match TestRunner::new(tries(500)).run(&strategy, |generated| assert_axiom(axiom, rule, &generated.call)) {
        Err(TestError::Fail(reason, generated)) => (generated, reason.message().to_owned()),
        other => panic!("{axiom} is not broken: {other:?}"),
    }
}

#[test]
fn who_grants_all_that_is_asked_for_spends_too_much() {
    let (generated, reason) = smallest(Axiom::Feasible, &ALL_ASKED);
    assert_eq!((generated.call.claims().len(), generated.call.budget()), (1, 0.into()), "{generated:?}");
    assert!(reason.starts_with("`all asked` breaks feasible: "), "{reason}");
    assert!(reason.contains("The money is not enough"), "{reason}");
}

#[test]
fn first_come_is_not_anonymous() {
    let (generated, reason) = smallest(Axiom::Anonymous, &FIRST_COME);
    assert_eq!(generated.call.claims().len(), 2, "{generated:?}");
    assert!(reason.contains("“activity-0” gets 0\u{a0}kr instead of 1\u{a0}kr"), "{reason}");
}

#[test]
fn nothing_leaves_something() {
    let (generated, reason) = smallest(Axiom::Exhaustive, &NOTHING);
    assert_eq!(generated.call.claims().len(), 1, "{generated:?}");
    assert!(reason.contains("could get 1\u{a0}kr of what is left over"), "{reason}");
}

/// What the theory says of the rules for claims problems: the proportional rule alone is proof against splitting and
/// merging (Thomson 2019), equal awards are proof against inflation (Sprumont 1991), and equal losses are neither proof
/// against inflation nor against merging.
#[test]
fn classical_rules_keep_what_theory_says() {
    let in_question = [Axiom::SplitProof, Axiom::MergeProof, Axiom::InflationProof];
    let expected = [
        (ByObjective::plain(ObjectiveKind::Proportional), vec![Axiom::InflationProof]),
        (ByObjective::plain(ObjectiveKind::EqualAwards), vec![Axiom::SplitProof]),
        (ByObjective::plain(ObjectiveKind::EqualLosses), vec![Axiom::MergeProof, Axiom::InflationProof]),
    ];
    for (rule, expected) in expected {
        let card = axiom_card(&rule, &calls().only_one_budget(), 300);
        let broken: Vec<Axiom> = card.broken().into_iter().filter(|axiom| in_question.contains(axiom)).collect();
        assert_eq!(broken, expected, "{card}");
        for axiom in [Axiom::Feasible, Axiom::Exhaustive, Axiom::Anonymous, Axiom::BudgetMonotone, Axiom::MoneyScale] {
            assert!(card.kept().contains(&axiom), "{axiom}: {card}");
        }
    }
}

/// Without an answer nothing is tried, and nothing is said to be kept.
#[test]
fn what_is_not_tried_is_not_kept() {
    let card = axiom_card(&NO_ANSWER, &calls(), 5);
    assert_eq!((card.kept(), card.broken()), (Vec::new(), Vec::new()));
    assert_eq!(card.to_string().matches("not tried").count(), Axiom::ALL.len());
}

#[test]
fn a_card_says_what_is_broken_and_how() {
    let card = axiom_card(&FIRST_COME, &calls().only_one_budget(), 100);
    let text = card.to_string();
    assert!(text.starts_with("first come\n"), "{text}");
    for axiom in Axiom::ALL {
        assert!(text.contains(&format!("\n  {axiom} ")), "{text}");
    }
    assert!(card.broken().contains(&Axiom::Anonymous) && card.kept().contains(&Axiom::Feasible), "{text}");
    assert_eq!(text.matches("broken\n    Budget ").count(), card.broken().len(), "{text}");
    assert_eq!(card, axiom_card(&FIRST_COME, &calls().only_one_budget(), 100));
}

proptest! {
    #![proptest_config(tries(300))]

    // The checks of axioms are written apart from the program that grants.
    #[test]
    fn the_library_keeps_every_call(generated in calls()) {
        assert_axiom(Axiom::Feasible, &OwnSettings, &generated.call)?;
    }

    #[test]
    fn one_budget_is_shared_alike_by_any_name(generated in calls().only_one_budget()) {
        assert_axiom(Axiom::Anonymous, &OwnSettings, &generated.call)?;
        assert_axiom(Axiom::BudgetMonotone, &OwnSettings, &generated.call)?;
    }

    #[test]
    #[should_panic(expected = "`first come` breaks anonymous")]
    fn all_axioms_are_tried(generated in calls().only_one_budget()) {
        assert_all(&FIRST_COME, &generated.call)?;
    }
}
