//! Which solver guesses first is seen in no answer, whatever it says.

use std::cell::Cell;
use std::time::Duration;

use fordela::call::{Call, CallDraft};
use fordela::{Answer, EFFORT, Options, allocate_with};
use fordela_lp::{Backend, Outcome, Program, Solver, Stop};
use proptest::prelude::*;

use crate::generate::{ALL, CHOICES, DIVISIBLE, Kinds, call, fixed_limits, plain, tries};

/// A solver that says anything.
struct Liar {
    state: Cell<u64>,
}

impl Liar {
    fn next(&self) -> u64 {
        let state = self.state.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.state.set(state);
        state >> 33
    }

    fn number(&self) -> f64 {
        let small = i32::try_from(self.next() % 2001).expect("below 2001");
        match self.next() % 6 {
            0 => 0.0,
            1 => f64::from(small - 1000) * 1e12,
            2 => f64::from(small - 1000) * 1e-12,
            _ => f64::from(small - 1000) / 100.0,
        }
    }

    fn numbers(&self, count: usize) -> Option<Vec<f64>> {
        (!self.next().is_multiple_of(5)).then(|| (0..count).map(|_| self.number()).collect())
    }
}

impl Solver for Liar {
    fn name(&self) -> &'static str {
        "liar"
    }

    fn solve(&self, program: &Program, _: Option<Duration>) -> Outcome {
        let stops = [Stop::Optimal, Stop::Infeasible, Stop::TimeLimit, Stop::Failed];
        let stop = stops[usize::try_from(self.next() % 4).expect("below 4")];
        let (point, duals) = (self.numbers(program.columns().len()), self.numbers(program.rows().len()));
        Outcome { stop, point, duals }
    }
}

fn by(call: &Call, solver: &dyn Solver) -> Result<Answer, TestCaseError> {
    let options = Options { solver, effort: EFFORT, stop: &mut || false, time_limit: None };
    allocate_with(call, options).map_err(|error| TestCaseError::fail(error.to_string()))
}

/// What must be the same: prices of equal worth may differ, and so may the bound where it is not sharp.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Same {
    Bound,
    Grants,
}

fn same(one: &Answer, other: &Answer, what: Same) -> Result<(), TestCaseError> {
    match (one, other) {
        (Answer::Allocated(one), Answer::Allocated(other)) => {
            let amounts = |verified: &fordela::Verified| -> Vec<_> {
                verified.grants().iter().map(|grant| (grant.amount, grant.lines.clone())).collect()
            };
            prop_assert_eq!(amounts(one), amounts(other));
            prop_assert_eq!(one.value(), other.value());
            if what == Same::Bound {
                prop_assert_eq!(one.grants(), other.grants());
                prop_assert_eq!(one.bound(), other.bound());
                prop_assert_eq!(one.cases(), other.cases());
            }
        }
        _ => prop_assert_eq!(one, other),
    }
    Ok(())
}

fn on_all_backends(draft: CallDraft, what: Same) -> Result<(), TestCaseError> {
    let call = draft.validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    let answer = by(&call, &Backend::Exact)?;
    for backend in Backend::ALL {
        same(&answer, &by(&call, backend)?, what)?;
    }
    Ok(())
}

fn from_lies(draft: CallDraft, seed: u64, what: Same) -> Result<(), TestCaseError> {
    let call = draft.validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    same(&by(&call, &Backend::Exact)?, &by(&call, &Liar { state: Cell::new(seed) })?, what)
}

proptest! {
    #![proptest_config(tries(700))]

    #[test]
    fn every_backend_chooses_alike(draft in plain(CHOICES)) {
        on_all_backends(draft, Same::Bound)?;
    }

    #[test]
    fn every_backend_divides_alike(draft in plain(Kinds { units: true, ..DIVISIBLE })) {
        on_all_backends(draft, Same::Bound)?;
    }

    #[test]
    fn every_backend_grants_the_same(draft in call(ALL).prop_map(fixed_limits)) {
        on_all_backends(draft, Same::Grants)?;
    }

    #[test]
    fn lies_change_no_choice(draft in plain(CHOICES), seed in any::<u64>()) {
        from_lies(draft, seed, Same::Bound)?;
    }

    #[test]
    fn lies_change_no_division(draft in plain(DIVISIBLE), seed in any::<u64>()) {
        from_lies(draft, seed, Same::Bound)?;
    }

    #[test]
    fn lies_change_no_grant(draft in call(ALL).prop_map(fixed_limits), seed in any::<u64>()) {
        from_lies(draft, seed, Same::Grants)?;
    }
}
