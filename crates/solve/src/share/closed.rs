//! The closed form, where one budget is all that limits.

use fordela_model::Call;
use fordela_model::fairness::Sharing;
use fordela_num::{Rational, whole_units};

/// What sharing gives to every activity, in units; `None` where there is more to keep than one fund for all.
pub(super) fn form(call: &Call, sharing: &Sharing) -> Option<Vec<Rational>> {
    let [fund] = &call.draft().funds[..] else { return None };
    let unit = call.unit();
    let is_plain = sharing.each_alone
        && !fund.limits_parts()
        && call.claims().iter().all(|claim| claim.payable() == claim.ask())
        && call.cases().is_empty()
        && !call.has_choices()
        && call.claims().iter().all(|claim| claim.ask().is_multiple_of(unit));
    is_plain.then(|| sharing.closed_form(&Rational::from(whole_units(&fund.amount.rational(), unit))))
}
