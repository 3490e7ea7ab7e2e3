//! Ways out of calls whose funds have conditions, against an oracle's own reading of them.

use fordela::call::{CallDraft, Kind};
use fordela::{Answer, Impossible, Proven, Rational, Way};
use fordela_oracle::answers::{allocated, answer};
use fordela_oracle::funds::generate::funded_call;
use fordela_oracle::funds::payments::Payments;
use fordela_proptest::tries;
use proptest::prelude::*;

/// The call with the cheapest way out carried out; `None` where that would move a rule for one of several.
fn carried_out(draft: &CallDraft, reasons: &Impossible) -> Option<CallDraft> {
    let call = draft.clone().validate().expect("the call has been answered");
    let mut other = draft.clone();
    for relaxation in reasons.cheapest.change()? {
        let case = &call.cases()[call.case_at(&relaxation.case)?];
        let limit = match (case.kind, &case.subject) {
            (_, Some(_)) => return None,
            (Kind::AtLeast, None) => &mut other.rules[case.rule].at_least,
            (Kind::AtMost, None) => &mut other.rules[case.rule].at_most,
        };
        *limit = Some(relaxation.limit);
    }
    Some(other)
}

/// Payments on a grid may lack more than finer ones, and never less than is said to be the least.
fn cheapest_way_out(draft: &CallDraft) -> Result<(), TestCaseError> {
    let Answer::Impossible(reasons) = answer(draft)? else { return Ok(()) };
    let Way::Found(found) = &reasons.cheapest else {
        return Err(TestCaseError::fail(format!("no way out was found: {:?}", reasons.cheapest)));
    };
    let by = found.change.iter().map(|relaxation| &relaxation.by).sum::<Rational>();
    let least = Payments::new(draft).least_lacking() / Rational::from(100_i64);
    prop_assert!(found.is_least && by.is_positive() && by <= least, "{} and not {}", by, least);
    prop_assert_eq!(reasons.proven, Proven::Smallest);
    if let Some(other) = carried_out(draft, &reasons) {
        prop_assert!(allocated(&other)?.is_some(), "{:?} is no way out", found.change);
    }
    if let Some(more) = reasons.more_money.change() {
        prop_assert!(more.budget > draft.funds.iter().map(|fund| fund.amount).sum());
    }
    Ok(())
}

/// With some caps turned into floors.
fn with_floors() -> impl Strategy<Value = CallDraft> {
    (funded_call(), prop::collection::vec(any::<bool>(), 3)).prop_map(|(mut draft, turned)| {
        for (rule, _) in draft.rules.iter_mut().zip(turned).filter(|(_, is_turned)| *is_turned) {
            std::mem::swap(&mut rule.at_least, &mut rule.at_most);
        }
        draft
    })
}

proptest! {
    #![proptest_config(tries(300))]

    #[test]
    fn the_cheapest_way_out(draft in with_floors()) {
        cheapest_way_out(&draft)?;
    }
}
