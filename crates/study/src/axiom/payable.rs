//! Whether the funds can pay for grants.

use fordela_lp::exact::Effort;
use fordela_model::Call;
use fordela_num::Rational;
use fordela_solve::EFFORT;
use fordela_solve::instance::Instance;
use fordela_solve::pay::is_payable;

/// Whether there are payments, from funds that may pay, that make up the grants, spend no more than the funds hold, and
/// keep everything that depends on who pays. Where that takes too much to find out, they count as payable.
pub(super) fn payable(call: &Call, grants: &[Rational]) -> bool {
    let mut paid = grants.iter().enumerate().filter(|(_, grant)| grant.is_positive());
    let all_pay_for_all = paid.all(|(a, _)| {
        call.claims()[a].items().len() == 1 && call.claims()[a].payers().len() == call.draft().funds.len()
    });
    if all_pay_for_all && !call.asks_who_pays() && call.cases().iter().all(|case| case.counts_grants()) {
        return grants.iter().sum::<Rational>() <= call.budget().rational();
    }
    let instance = Instance::of(call);
    is_payable(&instance, instance.in_order(grants), false, &Effort::new(EFFORT, &|| false)).unwrap_or(true)
}
