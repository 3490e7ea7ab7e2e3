//! Who pays what was decided is what is settled for the same grants where they are suggested.

use std::cell::Cell;
use std::collections::BTreeMap;

use fordela::call::CallDraft;
use fordela::follow_up::{Decided, Outcome};
use fordela::payers::{PayersBy, fill_in};
use fordela::{EFFORT, Effort, Funding, Money, Party};
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{ALL, FUNDS, call};
use fordela_proptest::tries;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// Whether who pays was open and was filled in as it was suggested.
fn filled_in(draft: &CallDraft) -> Result<bool, TestCaseError> {
    let call = draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    let Some(verified) = allocated(draft)? else { return Ok(false) };
    let granted = || draft.activities.iter().zip(verified.grants());
    let grants = granted().map(|(activity, grant)| (activity.id.clone(), grant.amount)).collect();
    let mut decided = Decided { to: Party::Activity, grants, funds: BTreeMap::new() };
    let payers = fill_in(&call, &mut decided, &Outcome::default(), &Effort::new(EFFORT, &|| false));
    if payers == PayersBy::Decision {
        return Ok(false);
    }
    prop_assert_eq!(payers, PayersBy::Rules);
    // A decision does not say which lines it grants, so that these may be paid otherwise.
    let is_by_lines = draft.activities.iter().any(|activity| activity.funding == Funding::Lines);
    for (activity, grant) in granted() {
        let paid = decided.funds.get(&activity.id).cloned().unwrap_or_default();
        prop_assert_eq!(paid.values().copied().sum::<Money>(), grant.amount);
        let suggested = grant.by_fund.iter().filter(|(_, amount)| !amount.is_zero());
        let suggested: BTreeMap<String, Money> =
            suggested.map(|(fund, amount)| (draft.funds[*fund].id.clone(), *amount)).collect();
        prop_assert!(is_by_lines || paid == suggested, "{paid:?} {suggested:?}");
    }
    for fund in &draft.funds {
        let paid = decided.funds.values().filter_map(|paid| paid.get(&fund.id)).copied().sum::<Money>();
        prop_assert!(paid <= fund.amount, "{}: {paid}", fund.id);
    }
    Ok(true)
}

#[test]
fn payers_are_those_of_the_suggestion() {
    for kinds in [FUNDS, ALL] {
        let (open, mut runner) = (Cell::new(0_usize), TestRunner::new(tries(200)));
        let tried = runner.run(&call(kinds), |draft| {
            open.set(open.get() + usize::from(filled_in(&draft)?));
            Ok(())
        });
        tried.unwrap_or_else(|fault| panic!("{fault}"));
        assert!(open.get() > 5, "{}", open.get());
    }
}
