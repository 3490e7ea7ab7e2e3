//! The closed form, where one budget is all that limits.

use fordela_model::fairness::Sharing;
use fordela_num::{Rational, whole_units};
use typed_index_collections::TiVec;

use crate::instance::{ActivityIx, Instance};

/// What sharing gives to every activity, in units; `None` where there is more to keep than one fund for all.
pub(super) fn form(instance: &Instance, sharing: &Sharing) -> Option<TiVec<ActivityIx, Rational>> {
    let [fund] = &instance.funds.raw[..] else { return None };
    let is_plain = sharing.each_alone
        && !fund.limits_parts
        && instance.activities.iter().all(|activity| activity.payable == activity.ask)
        && instance.cases.is_empty()
        && !instance.has_choices()
        && instance.activities.iter().all(|activity| activity.ask.is_multiple_of(instance.unit));
    let amount = || Rational::from(whole_units(&fund.amount.rational(), instance.unit));
    is_plain.then(|| sharing.closed_form(&amount()).into())
}
