//! More money and looser rules never make an answer worse.

use fordela::call::{Base, CallDraft, Limit};
use fordela::{Rational, Verified};
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{ALL, FUNDS, call, money};
use fordela_oracle::oracle::hundredths;
use fordela_proptest::tries;
use proptest::prelude::*;

/// The best value, where it is proven.
fn proven(draft: &CallDraft) -> Result<Option<Option<Rational>>, TestCaseError> {
    Ok(match allocated(draft)? {
        Some(verified) => proven_value(&verified).map(Some),
        None => Some(None),
    })
}

fn proven_value(verified: &Verified) -> Option<Rational> {
    verified.is_optimal().then(|| verified.value().clone())
}

/// The other call has an answer if this one has, and one of no less value.
fn no_worse(draft: &CallDraft, other: &CallDraft) -> Result<(), TestCaseError> {
    if let (Some(before), Some(after)) = (proven(draft)?, proven(other)?) {
        prop_assert!(before <= after, "{:?} became {:?}", before, after);
    }
    Ok(())
}

/// Floors that rise with the budget are not what is tried here.
fn without_budget_floors(mut draft: CallDraft) -> CallDraft {
    draft.rules.retain(|rule| !matches!(rule.at_least, Some(Limit::Percent(_, Base::Budget))));
    draft
}

fn more_money(draft: CallDraft, fund: usize, more: i64) -> Result<(), TestCaseError> {
    let draft = without_budget_floors(draft);
    let mut other = draft.clone();
    let fund = fund % other.funds.len();
    other.funds[fund].amount = money(hundredths(other.funds[fund].amount) + more);
    no_worse(&draft, &other)
}

/// The rule with its caps raised and its floors lowered.
fn loosened(mut draft: CallDraft, rule: usize, by: i64) -> CallDraft {
    let count = draft.rules.len();
    let rule = &mut draft.rules[rule % count];
    for (limit, sign) in [(&mut rule.at_least, -1), (&mut rule.at_most, 1)] {
        *limit = limit.map(|limit| match limit {
            Limit::Money(sum) => Limit::Money(money((hundredths(sum) + sign * by * 100).max(0))),
            Limit::Percent(percent, base) => {
                let number = percent.number() + rust_decimal::Decimal::from(sign * by * 10);
                let number = number.clamp(0.into(), 100.into());
                Limit::Percent(fordela::call::Percent::new(number), base)
            }
        });
    }
    draft
}

proptest! {
    #![proptest_config(tries(600))]

    #[test]
    fn more_money_is_worth_no_less(draft in call(ALL), fund in 0_usize..3, more in 1_i64..500) {
        more_money(draft, fund, more)?;
    }

    #[test]
    fn more_money_to_divide_is_worth_no_less(draft in call(FUNDS), fund in 0_usize..3, more in 1_i64..500) {
        more_money(draft, fund, more)?;
    }

    #[test]
    fn a_looser_rule_is_worth_no_less(draft in call(ALL), rule in 0_usize..3, by in 1_i64..6) {
        prop_assume!(!draft.rules.is_empty());
        no_worse(&draft, &loosened(draft.clone(), rule, by))?;
    }

    #[test]
    fn a_call_without_a_rule_is_worth_no_less(draft in call(ALL), rule in 0_usize..3) {
        prop_assume!(!draft.rules.is_empty());
        let mut other = draft.clone();
        other.rules.remove(rule % draft.rules.len());
        no_worse(&draft, &other)?;
    }
}
