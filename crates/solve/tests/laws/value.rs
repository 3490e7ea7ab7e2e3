//! No allocation is worth more. The best value is that of all allocations, tried one by one.

use fordela::call::CallDraft;
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, Kinds, call, fixed_limits};
use fordela_oracle::oracle::Oracle;
use fordela_proptest::tries;
use proptest::prelude::*;

/// The value is the best there is, and nothing is said to be worth more than it can be.
fn best(draft: &CallDraft) -> Result<(), TestCaseError> {
    let best = Oracle::new(draft).best();
    let Some(verified) = allocated(draft)? else {
        prop_assert_eq!(None, best);
        return Ok(());
    };
    prop_assert!(Some(verified.bound()) >= best.as_ref());
    prop_assert_eq!(Some(verified.value()), best.as_ref());
    Ok(())
}

/// Where limits are parts of what is granted, or ask which fund pays, whole units can cost value. What
/// is said of the bound holds all the same: nothing is worth more, and what is proven best is best.
fn honest(draft: &CallDraft) -> Result<(), TestCaseError> {
    let best = Oracle::new(draft).best();
    let Some(verified) = allocated(draft)? else {
        prop_assert_eq!(None, best);
        return Ok(());
    };
    prop_assert!(Some(verified.value()) <= best.as_ref());
    prop_assert!(Some(verified.bound()) >= best.as_ref());
    if verified.is_optimal() {
        prop_assert_eq!(Some(verified.value()), best.as_ref());
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(300))]

    #[test]
    fn of_divisible_calls_with_one_fund(draft in call(DIVISIBLE).prop_map(fixed_limits)) {
        best(&draft)?;
    }

    #[test]
    fn of_divisible_calls_in_units(draft in call(Kinds { units: true, ..DIVISIBLE }).prop_map(fixed_limits)) {
        best(&draft)?;
    }

    #[test]
    fn of_divisible_calls_with_several_funds(draft in call(FUNDS).prop_map(fixed_limits)) {
        best(&draft)?;
    }

    #[test]
    fn of_calls_with_choices(draft in call(CHOICES).prop_map(fixed_limits)) {
        best(&draft)?;
    }

    #[test]
    fn of_calls_with_choices_in_units(draft in call(Kinds { units: true, ..CHOICES }).prop_map(fixed_limits)) {
        best(&draft)?;
    }

    #[test]
    fn of_calls_with_choices_and_several_funds(draft in call(ALL).prop_map(fixed_limits)) {
        best(&draft)?;
    }

    #[test]
    fn is_never_overstated(draft in call(ALL)) {
        honest(&draft)?;
    }

    #[test]
    fn is_never_overstated_in_units(draft in call(Kinds { units: true, ..CHOICES })) {
        honest(&draft)?;
    }

    #[test]
    fn is_never_overstated_of_divisible_calls(draft in call(FUNDS)) {
        honest(&draft)?;
    }
}
