//! Makes a counterexample small.

use super::Counterexample;
use super::simpler::simpler;
use crate::fairness::AllocationRule;

/// The smallest counterexample that is reached from this one by simplifying its call step by step, as long as the axiom
/// is still broken: dropping activities, rules, applicants, criteria, funds, tiers and words, and lowering amounts and
/// scores (to a half, or by one). No single step further breaks the axiom. Everything keeps its name.
#[must_use]
pub fn shrink(rule: &dyn AllocationRule, counterexample: Counterexample) -> Counterexample {
    shrink_within(rule, counterexample, usize::MAX)
}

/// As [`shrink`], but ends when this many simpler calls have been looked at, with the smallest counterexample so far.
#[must_use]
pub fn shrink_within(rule: &dyn AllocationRule, mut counterexample: Counterexample, most: usize) -> Counterexample {
    let axiom = counterexample.axiom;
    let mut left = most;
    loop {
        // Every step makes the call smaller, so that this ends.
        let next = simpler(&counterexample.call)
            .take(left)
            .inspect(|_| left -= 1)
            .take_while(|_| !rule.is_spent())
            .filter_map(|draft| draft.validate().ok())
            .find_map(|call| axiom.check(rule, &call));
        match next {
            Some(smaller) => counterexample = smaller,
            None => return counterexample,
        }
    }
}
