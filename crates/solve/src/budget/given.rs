//! What a budget gives, and with which other budgets the same allocation could be made.

use fordela_model::Call;
use fordela_model::call::{Kind, scaling_step};
use fordela_num::{Money, Rational};
use fordela_verify::Verified;

use super::shares;
use crate::instance::part_of_budget;

/// The allocation that a budget gives.
#[derive(Debug)]
pub struct Given {
    pub(crate) value: Rational,
    /// What every activity gets.
    pub grants: Vec<Money>,
    /// Whether it is proven to be the best.
    pub(crate) is_optimal: bool,
    /// All that every activity can get, by its ask.
    pub all: Vec<Money>,
    /// The smallest and, if there is one, the largest budget with which it keeps all rules.
    pub(crate) stands: (Rational, Option<Rational>),
}

impl Given {
    /// The answer to a call, `changed` from the one that is asked about in its budget alone.
    pub(crate) fn new(call: &Call, changed: &Call, verified: &Verified) -> Self {
        Self {
            value: verified.value().clone(),
            grants: verified.grants().iter().map(|grant| grant.amount).collect(),
            is_optimal: verified.is_optimal(),
            all: (0..changed.claims().len()).map(|a| changed.all_of(a)).collect(),
            stands: stands(call, verified),
        }
    }
}

/// The budgets with which an allocation keeps all rules.
fn stands(call: &Call, verified: &Verified) -> (Rational, Option<Rational>) {
    let mut least = verified.granted().rational();
    let mut most: Option<Rational> = None;
    let mut paid = vec![Money::ZERO; call.draft().funds.len()];
    for (fund, amount) in verified.grants().iter().flat_map(|grant| &grant.by_fund) {
        paid[*fund] = paid[*fund] + *amount;
    }
    if let [_, _, ..] = &paid[..] {
        let step = scaling_step(call);
        for (paid, share) in paid.iter().zip(shares(call).unwrap_or_default()) {
            if share.is_positive() && !paid.is_zero() {
                least = least.max((paid.rational() + &step) / share);
            }
        }
    }
    for (case, state) in call.cases().iter().zip(verified.cases()) {
        let part = part_of_budget(call, case);
        if !part.is_positive() {
            continue;
        }
        let reached = state.sum.rational() / part;
        match case.kind {
            Kind::AtMost => least = least.max(reached),
            Kind::AtLeast => most = Some(most.map_or(reached.clone(), |most| most.min(reached))),
        }
    }
    (least, most)
}
