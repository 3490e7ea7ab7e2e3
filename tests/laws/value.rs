//! No allocation is worth more, by trying all of them.

use fordela::{Answer, Rational, Verified, allocate};
use proptest::prelude::*;

use crate::generate::{Kinds, call};
use crate::oracle::{every_allocation, value};

fn best_value(call: &fordela::CallDraft) -> Option<Rational> {
    let mut best: Option<Rational> = None;
    every_allocation(call, &mut |grants, _| {
        let total: Rational = grants.iter().zip(&call.activities).map(|(g, a)| value(call, a, g.amount)).sum();
        if best.as_ref().is_none_or(|best| total > *best) {
            best = Some(total);
        }
    });
    best
}

fn check(draft: fordela::CallDraft) -> Result<Option<Box<Verified>>, TestCaseError> {
    let best = best_value(&draft);
    let call = draft.validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    match allocate(&call).map_err(|error| TestCaseError::fail(error.to_string()))? {
        Answer::Allocated(verified) => {
            prop_assert_eq!(Some(verified.value()), best.as_ref());
            prop_assert!(Some(verified.bound()) >= best.as_ref());
            Ok(Some(verified))
        }
        Answer::Impossible(_) => {
            prop_assert_eq!(None, best);
            Ok(None)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn of_divisible_calls_with_one_fund(draft in call(Kinds { choices: false, funds: false })) {
        check(draft)?;
    }

    #[test]
    fn of_divisible_calls_with_several_funds(draft in call(Kinds { choices: false, funds: true })) {
        check(draft)?;
    }

    #[test]
    fn of_calls_with_choices(draft in call(Kinds { choices: true, funds: false })) {
        check(draft)?;
    }

    #[test]
    fn of_calls_with_choices_and_several_funds(draft in call(Kinds { choices: true, funds: true })) {
        check(draft)?;
    }
}
