//! Axioms as properties for proptest.

use fordela::axiom::{Axiom, Counterexample};
use fordela::fairness::AllocationRule;
use fordela::words::axiom as words;
use fordela::{Call, Lang};
use proptest::test_runner::TestCaseError;

/// Tries one axiom on one call. Proptest then looks for a smaller call that fails too.
///
/// ```
/// use fordela::axiom::Axiom;
/// use fordela::call::draft::ObjectiveKind;
/// use fordela::fairness::ByObjective;
/// use fordela_proptest::{assert_axiom, calls, tries};
/// use proptest::prelude::*;
///
/// proptest! {
///     #![proptest_config(tries(50))]
///
///     // In a file of tests, `#[test]` stands here.
///     fn more_money_harms_nobody(generated in calls().only_one_budget()) {
///         assert_axiom(Axiom::BudgetMonotone, &ByObjective::plain(ObjectiveKind::Talmud), &generated.call)?;
///     }
/// }
/// more_money_harms_nobody();
/// ```
///
/// # Errors
///
/// Where the axiom is broken: the counterexample in words. A call that the axiom says nothing of, or that the rule has no
/// answer to, passes; [`axiom_card`](crate::axiom_card) counts those that do not.
pub fn assert_axiom(axiom: Axiom, rule: &dyn AllocationRule, call: &Call) -> Result<(), TestCaseError> {
    match axiom.check(rule, call) {
        Some(broken) => Err(TestCaseError::fail(in_words(rule, &broken))),
        None => Ok(()),
    }
}

/// Tries every axiom on one call; see [`assert_axiom`].
///
/// ```
/// use fordela::call::draft::ObjectiveKind;
/// use fordela::fairness::ByObjective;
/// use fordela_proptest::{assert_all, calls, tries};
/// use proptest::prelude::*;
///
/// proptest! {
///     #![proptest_config(tries(50))]
///
///     #[should_panic(expected = "breaks inflation-proof")]
///     fn no_rule_keeps_all(generated in calls().only_one_budget()) {
///         assert_all(&ByObjective::plain(ObjectiveKind::Proportional), &generated.call)?;
///     }
/// }
/// # assert!(std::panic::catch_unwind(no_rule_keeps_all).is_err());
/// ```
///
/// # Errors
///
/// Where an axiom is broken, the first in the order of [`Axiom::ALL`]: the counterexample in words.
pub fn assert_all(rule: &dyn AllocationRule, call: &Call) -> Result<(), TestCaseError> {
    Axiom::ALL.into_iter().try_for_each(|axiom| assert_axiom(axiom, rule, call))
}

/// Which rule breaks which axiom, what the axiom says, and how it is broken.
fn in_words(rule: &dyn AllocationRule, broken: &Counterexample) -> String {
    let Counterexample { axiom, .. } = broken;
    let (call, sentence) = (words::call(broken, Lang::En), words::sentence(broken, Lang::En));
    format!("`{}` breaks {axiom}: {} {call} {sentence}", rule.name(), words::statement(*axiom, Lang::En))
}
