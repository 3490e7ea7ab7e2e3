//! What is not as it should be is not verified.

use fordela::call::Call;
use fordela::verify::verify;
use fordela::{Allocation, Answer, allocate};
use fordela_oracle::generate::{ALL, DIVISIBLE, call, money};
use fordela_oracle::oracle::{Oracle, hundredths};
use fordela_oracle::tampered::other_prices;
use fordela_proptest::tries;
use proptest::prelude::*;

fn allocation(call: &Call) -> Result<Option<Allocation>, TestCaseError> {
    match allocate(call) {
        Ok(Answer::Allocated(verified)) => Ok(Some(verified.into_allocation())),
        _ => Ok(None),
    }
}

/// One thing changed. What is paid and what is granted change apart, or a line turns around.
fn tampered(mut allocation: Allocation, a: usize, what: u8, by: i64) -> Option<Allocation> {
    let count = allocation.grants.len();
    let grant = &mut allocation.grants[a % count];
    let moved = |amount| money(hundredths(amount) + by);
    match what {
        0 => grant.amount = moved(grant.amount),
        1 => grant.by_fund.first_mut()?.1 = moved(grant.by_fund.first()?.1),
        2 => grant.by_fund.push((9, money(by))),
        3 => *grant.lines.first_mut()? ^= true,
        4 => grant.lines.push(true),
        _ => drop(allocation.grants.pop()),
    }
    Some(allocation)
}

proptest! {
    #![proptest_config(tries(500))]

    #[test]
    fn no_change_of_a_grant_is_verified(draft in call(ALL), a in 0_usize..5, what in 0_u8..6, by in prop_oneof![Just(1_i64), Just(-1), Just(100), Just(-100)]) {
        let call = draft.validate().expect("generated calls are calls");
        let Some(changed) = allocation(&call)?.and_then(|found| tampered(found, a, what, by)) else { return Ok(()) };
        prop_assert!(verify(&call, changed).is_err());
    }

    // Money moved from one activity to another, and paid by the same fund, is verified only where it
    // keeps the call, by the oracle's reading of it.
    #[test]
    fn money_is_moved_only_as_the_call_allows(draft in call(DIVISIBLE), one in 0_usize..5, other in 0_usize..5) {
        let call = draft.clone().validate().expect("generated calls are calls");
        let Some(mut found) = allocation(&call)? else { return Ok(()) };
        let (one, other) = (one % found.grants.len(), other % found.grants.len());
        prop_assume!(one != other && !found.grants[one].amount.is_zero());
        let mut cells: Vec<Vec<i64>> = found.grants.iter().map(|grant| vec![hundredths(grant.amount)]).collect();
        cells[one][0] -= 100;
        cells[other][0] += 100;
        for (grant, row) in found.grants.iter_mut().zip(&cells) {
            grant.amount = money(row[0]);
            grant.by_fund = if row[0] == 0 { Vec::new() } else { vec![(0, grant.amount)] };
        }
        let fits = cells[other][0] <= fordela_oracle::oracle::ask(&draft.activities[other]);
        prop_assert_eq!(verify(&call, found).is_ok(), fits && Oracle::new(&draft).keeps_rules(&cells));
    }

    // Weak duality: any prices give a bound. The best value is that of all allocations.
    #[test]
    fn no_prices_prove_too_much(draft in call(ALL), by in prop::collection::vec((-6_i64..7, 1_i64..5), 1..8)) {
        let call = draft.clone().validate().expect("generated calls are calls");
        let Some(found) = allocation(&call)? else { return Ok(()) };
        let best = Oracle::new(&draft).best();
        if let Ok(verified) = verify(&call, other_prices(found, &by)) {
            prop_assert!(Some(verified.bound()) >= best.as_ref());
        }
    }

    // Steps of the proof left out, or a tree cut to its first leaf, prove nothing or no less.
    #[test]
    fn half_a_proof_proves_no_more(draft in call(ALL), keep in 0_usize..6) {
        let call = draft.clone().validate().expect("generated calls are calls");
        let Some(mut found) = allocation(&call)? else { return Ok(()) };
        found.proof.steps.truncate(keep);
        let best = Oracle::new(&draft).best();
        if let Ok(verified) = verify(&call, found) {
            prop_assert!(Some(verified.bound()) >= best.as_ref());
        }
    }
}
