//! Which solver guesses first is seen in no answer, whatever it says.

use std::cell::Cell;
use std::time::Duration;

use fordela::call::{Call, CallDraft};
use fordela::{Answer, Options, allocate_with};
use fordela_lp::{Backend, Program, Solution, Solver, Stop};
use fordela_oracle::generate::{ALL, FUNDS, Kinds, blend, call, fair};
use fordela_proptest::tries;
use proptest::prelude::*;

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

    fn solve(&self, program: &Program, _: Option<Duration>) -> Solution {
        let stops = [Stop::Optimal, Stop::Infeasible, Stop::TimeLimit, Stop::Failed];
        let stop = stops[usize::try_from(self.next() % 4).expect("below 4")];
        let (point, duals) = (self.numbers(program.columns().len()), self.numbers(program.rows().len()));
        Solution { stop, point, duals }
    }
}

fn by(call: &Call, solver: &dyn Solver) -> Result<Answer, TestCaseError> {
    let options = Options::default().solver(solver);
    allocate_with(call, options).map_err(|error| TestCaseError::fail(error.to_string()))
}

/// The answers are the same in everything: grants, who pays, value, bound and prices.
pub(crate) fn on_all_backends(draft: CallDraft) -> Result<(), TestCaseError> {
    let call = draft.validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    let answer = by(&call, &Backend::Exact)?;
    for backend in Backend::ALL {
        prop_assert_eq!(&answer, &by(&call, backend)?);
    }
    Ok(())
}

fn from_lies(draft: CallDraft, seed: u64) -> Result<(), TestCaseError> {
    let call = draft.validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    prop_assert_eq!(by(&call, &Backend::Exact)?, by(&call, &Liar { state: Cell::new(seed) })?);
    Ok(())
}

proptest! {
    #![proptest_config(tries(700))]

    #[test]
    fn every_backend_chooses_alike(draft in call(ALL)) {
        on_all_backends(draft)?;
    }

    #[test]
    fn every_backend_divides_alike(draft in call(Kinds { units: true, ..FUNDS })) {
        on_all_backends(draft)?;
    }

    #[test]
    fn every_backend_shares_alike(draft in fair(ALL)) {
        on_all_backends(draft)?;
    }

    #[test]
    fn lies_change_no_shares(draft in fair(FUNDS), part in 0_i64..=100, seed in any::<u64>()) {
        from_lies(blend(draft, part), seed)?;
    }

    #[test]
    fn lies_change_no_choice(draft in call(ALL), seed in any::<u64>()) {
        from_lies(draft, seed)?;
    }

    #[test]
    fn lies_change_no_division(draft in call(Kinds { units: true, ..FUNDS }), seed in any::<u64>()) {
        from_lies(draft, seed)?;
    }
}
