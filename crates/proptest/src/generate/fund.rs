//! Where the money comes from.

use fordela::call::Selection;
use fordela::call::draft::Fund;
use proptest::prelude::*;

use super::fund;
use super::rule::selection;
use crate::calls::Calls;
use crate::feature::Feature;

/// Funds that hold from nothing to more than all is likely to ask for.
pub(super) fn funds(calls: &Calls) -> BoxedStrategy<Vec<Fund>> {
    let one = amount(calls, 25).prop_map(|amount| vec![Fund::new(fund(0), amount)]);
    if !calls.has(Feature::SeveralFunds) {
        return if calls.has(Feature::Eligibility) { some_of(calls, 1..2) } else { one.boxed() };
    }
    some_of(calls, 1..4)
}

/// Of so many twelfths of what is likely to be asked for at most; usually scarce.
fn amount(calls: &Calls, most: i64) -> impl Strategy<Value = i64> + use<> {
    let likely = calls.likely_asked();
    let part = |twelfths: i64| likely.saturating_mul(twelfths) / 12;
    prop_oneof![3 => 0..part(12).max(1), 1 => part(8)..part(most).max(part(8) + 1)]
}

/// Funds that may pay for some activities only.
fn some_of(calls: &Calls, count: std::ops::Range<usize>) -> BoxedStrategy<Vec<Fund>> {
    let pays_for = if calls.has(Feature::Eligibility) {
        prop_oneof![2 => Just(Selection::all()), 3 => selection(calls)].boxed()
    } else {
        Just(Selection::all()).boxed()
    };
    let numbered = |funds: Vec<(i64, Selection)>| {
        let one = |(n, (amount, pays_for))| Fund::new(fund(n), amount).pays_for(pays_for);
        funds.into_iter().enumerate().map(one).collect()
    };
    prop::collection::vec((amount(calls, 12), pays_for), count).prop_map(numbered).boxed()
}
