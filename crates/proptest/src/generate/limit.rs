//! How large caps and floors are.

use fordela::call::{Base, Limit};
use proptest::prelude::*;
use proptest::sample::select;

use super::percent;
use crate::calls::Calls;
use crate::feature::Feature;

/// An amount or a percentage.
pub(crate) fn limit(calls: &Calls) -> BoxedStrategy<Limit> {
    mixed(calls, [1, 1], (0..calls.most_asked() * 3 - 1).boxed(), 0..101)
}

/// Mostly a floor that can be kept.
pub(super) fn low(calls: &Calls) -> BoxedStrategy<Limit> {
    let low = mixed(calls, [3, 2], (1..calls.most_asked().max(2)).boxed(), 5..50);
    prop_oneof![5 => low, 1 => limit(calls)].boxed()
}

/// A cap that often binds.
pub(super) fn tight(calls: &Calls) -> BoxedStrategy<Limit> {
    let sum = (1..=calls.most_asked()).prop_map(Limit::from);
    if !calls.has(Feature::Percentages) {
        return sum.boxed();
    }
    prop_oneof![3 => sum, 1 => (20_i64..70).prop_map(|part| Limit::Percent(percent(part), Base::Asked))].boxed()
}

/// Amounts and percentages, as often as these weights say.
fn mixed(
    calls: &Calls,
    weights: [u32; 2],
    sum: BoxedStrategy<i64>,
    part: std::ops::Range<i64>,
) -> BoxedStrategy<Limit> {
    let sum = sum.prop_map(Limit::from);
    let mut bases = Vec::new();
    if calls.has(Feature::Percentages) {
        bases.extend([Base::Asked, Base::Budget]);
    }
    if calls.has(Feature::PartsOfGranted) {
        bases.push(Base::Granted);
    }
    if bases.is_empty() {
        return sum.boxed();
    }
    let part = (part, select(bases)).prop_map(|(part, base)| Limit::Percent(percent(part), base));
    prop_oneof![weights[0] => sum, weights[1] => part].boxed()
}
