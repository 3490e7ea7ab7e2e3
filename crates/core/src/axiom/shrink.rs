//! Makes a counterexample small.

use super::Counterexample;
use super::simpler::simpler;
use crate::fairness::AllocationRule;

/// The smallest counterexample that is reached from this one by simplifying its call step by step, as long as the axiom
/// is still broken: dropping activities, rules, applicants, criteria, funds, tiers and words, and lowering amounts and
/// scores (to a half, or by one). No single step further breaks the axiom. Everything keeps its name.
#[must_use]
pub fn shrink(rule: &dyn AllocationRule, mut counterexample: Counterexample) -> Counterexample {
    let axiom = counterexample.axiom;
    loop {
        // Every step makes the call smaller, so that this ends.
        let next = simpler(&counterexample.call)
            .filter_map(|draft| draft.validate().ok())
            .find_map(|call| axiom.check(rule, &call));
        match next {
            Some(smaller) => counterexample = smaller,
            None => return counterexample,
        }
    }
}
