//! Whether what the funds pay keeps to the call.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use fordela_model::call::draft::Funding;
use fordela_model::{Call, Grant};
use fordela_num::Money;

use super::Violation;

/// Everything in which the money of an activity from the funds breaks the call.
pub(super) fn of_activity(call: &Call, a: usize, grant: &Grant, found: &mut Vec<Violation>) {
    let activity = || call.draft().activities[a].id.clone();
    let paid: Money = grant.by_fund.iter().map(|(_, amount)| *amount).sum();
    let once = grant.by_fund.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if paid != grant.amount || !once || grant.by_fund.iter().any(|(_, amount)| amount.is_negative()) {
        found.push(Violation::FundsDoNotAddUp { activity: activity() });
    }
    for &(fund, _) in grant.by_fund.iter().filter(|(fund, _)| !call.claims()[a].payers().contains(fund)) {
        found.push(may_not_pay(call, a, fund));
    }
    lines(call, a, grant, found);
    parts(call, a, grant, found);
}

/// What it breaks that a fund pays for an activity which is none of its payers.
fn may_not_pay(call: &Call, a: usize, place: usize) -> Violation {
    let activity = call.draft().activities[a].id.clone();
    match call.draft().funds.get(place) {
        Some(fund) => Violation::FundMayNotPay { activity, fund: fund.id.clone() },
        None => Violation::UnknownFund { activity, place },
    }
}

/// Every line is paid for by funds that may pay for it, with no more than it costs, and all lines add up.
fn lines(call: &Call, a: usize, grant: &Grant, found: &mut Vec<Violation>) {
    let claim = &call.claims()[a];
    if grant.by_line.is_empty() && claim.items().len() == 1 {
        return;
    }
    let activity = &call.draft().activities[a];
    let mut by_fund: BTreeMap<usize, Money> = BTreeMap::new();
    let mut by_line = vec![Money::ZERO; activity.lines.len()];
    let mut is_right = grant.by_line.windows(2).all(|pair| pair[0] < pair[1]);
    for payment in &grant.by_line {
        let Some(sum) = by_line.get_mut(payment.line) else {
            is_right = false;
            continue;
        };
        is_right &= !payment.amount.is_negative();
        *sum = *sum + payment.amount;
        let of_fund = by_fund.entry(payment.fund).or_default();
        *of_fund = *of_fund + payment.amount;
        let mut items = claim.items().iter().filter(|item| item.line.is_none_or(|line| line == payment.line));
        if !items.any(|item| item.payers.contains(&payment.fund)) {
            found.push(may_not_pay(call, a, payment.fund));
        }
    }
    let is_whole = activity.funding == Funding::Lines;
    for (l, (line, sum)) in activity.lines.iter().zip(&by_line).enumerate() {
        let is_granted = grant.lines.get(l).copied().unwrap_or_default();
        is_right &= match is_whole {
            true => *sum == if is_granted { line.cost } else { Money::ZERO },
            false => *sum <= line.cost,
        };
    }
    if !is_right || !by_fund.into_iter().eq(grant.by_fund.iter().copied()) {
        found.push(Violation::LinePaymentsDoNotAddUp { activity: activity.id.clone() });
    }
}

/// What a fund carries is within its parts, and no two funds pay that may not pay beside each other.
fn parts(call: &Call, a: usize, grant: &Grant, found: &mut Vec<Violation>) {
    let (draft, amount) = (call.draft(), grant.amount.rational());
    let activity = || draft.activities[a].id.clone();
    for (n, &(fund, paid)) in grant.by_fund.iter().enumerate().filter(|(_, (_, paid))| !paid.is_zero()) {
        let Some(conditions) = draft.funds.get(fund) else { continue };
        let too_little = conditions.min_part.is_some_and(|part| paid.rational() < &amount * &part.part());
        let too_much = conditions.max_part.is_some_and(|part| paid.rational() > &amount * &part.part());
        if too_little || too_much {
            found.push(Violation::PartOutside { activity: activity(), fund: conditions.id.clone(), paid });
        }
        for &(before, _) in grant.by_fund[..n].iter().filter(|(before, paid)| !paid.is_zero() && *before != fund) {
            if let Some(one) = draft.funds.get(before).filter(|_| draft.are_apart(fund, before)) {
                let (one, other) = (one.id.clone(), conditions.id.clone());
                found.push(Violation::FundsApart { activity: activity(), one, other });
            }
        }
    }
}

/// The funds that pay more than they hold.
pub(super) fn of_funds(call: &Call, grants: &[Grant], found: &mut Vec<Violation>) {
    let mut paid = vec![Money::ZERO; call.draft().funds.len()];
    for (fund, amount) in grants.iter().flat_map(|grant| &grant.by_fund) {
        if let Some(sum) = paid.get_mut(*fund) {
            *sum = *sum + *amount;
        }
    }
    for (fund, paid) in call.draft().funds.iter().zip(paid) {
        if paid > fund.amount {
            found.push(Violation::FundOverspent { fund: fund.id.clone(), paid });
        }
    }
}
