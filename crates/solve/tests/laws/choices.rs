//! Which of several best allocations is suggested where everything is a choice.

use std::cmp::Reverse;

use fordela::call::CallDraft;
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{CHOICES, all_choices, call};
use fordela_oracle::oracle::{Choice, Oracle, priority};
use fordela_proptest::tries;
use proptest::prelude::*;

/// Higher priority first, then by id.
fn stated_order(draft: &CallDraft) -> Vec<usize> {
    let mut order: Vec<usize> = (0..draft.activities.len()).collect();
    order.sort_by_key(|&a| (Reverse(priority(draft, &draft.activities[a])), draft.activities[a].id.clone()));
    order
}

/// The best value; then the most money; then, in the stated order, the larger grant, or the lines that
/// come first. The best of all allocations, tried one by one.
fn first_of_the_best(draft: &CallDraft) -> Option<Vec<Choice>> {
    let oracle = Oracle::new(draft);
    let order = stated_order(draft);
    let mut best: Option<(_, Vec<Choice>)> = None;
    oracle.every_allocation(&mut |grants, _| {
        let value: i128 = grants.iter().map(|grant| grant.value).sum();
        let money: i64 = grants.iter().map(|grant| grant.amount).sum();
        let stated: Vec<_> = order
            .iter()
            .map(|&a| (if grants[a].lines.is_empty() { grants[a].amount } else { 0 }, grants[a].lines.clone()))
            .collect();
        let key = (value, money, stated);
        if best.as_ref().is_none_or(|(most, _)| key > *most) {
            best = Some((key, grants.iter().map(|&grant| grant.clone()).collect()));
        }
    });
    best.map(|(_, grants)| grants)
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn ties_go_to_most_money_and_then_the_stated_order(draft in call(CHOICES).prop_map(all_choices)) {
        let expected = first_of_the_best(&draft);
        let verified = allocated(&draft)?;
        prop_assert_eq!(verified.is_some(), expected.is_some());
        let Some((verified, expected)) = verified.zip(expected) else { return Ok(()) };
        for (grant, expected) in verified.grants().iter().zip(expected) {
            prop_assert_eq!(fordela_oracle::oracle::hundredths(grant.amount), expected.amount);
            prop_assert_eq!(&grant.lines, &expected.lines);
        }
    }
}
