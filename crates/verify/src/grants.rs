//! Whether grants keep to the call.

#[cfg(test)]
mod tests;

use fordela_model::call::draft::{Activity, Funding};
use fordela_model::call::{Kind, LinkKind, Node, RuleCase};
use fordela_model::{Call, Grant, LinePayment};
use fordela_num::{Money, Rational};

use super::floors::FairFloor;
use super::{Violation, payments};

/// Everything in which the grants break the call.
pub fn violations(call: &Call, grants: &[Grant]) -> Vec<Violation> {
    broken(call, &[], grants)
}

/// Everything in which the grants break the call, or what everybody must get of what is fair.
pub(super) fn broken(call: &Call, floors: &[FairFloor], grants: &[Grant]) -> Vec<Violation> {
    let activities = call.claims().len();
    if grants.len() != activities {
        return vec![Violation::WrongLength { activities, grants: grants.len() }];
    }
    let mut found = Vec::new();
    for (a, grant) in grants.iter().enumerate() {
        amount(call, a, grant, &mut found);
        payments::of_activity(call, a, grant, &mut found);
    }
    payments::of_funds(call, grants, &mut found);
    let granted = grants.iter().map(|grant| grant.amount).sum::<Money>().rational();
    for (c, case) in call.cases().iter().enumerate() {
        if let Some((sum, limit)) = missed(case, grants, &granted) {
            found.push(Violation::CaseBroken { case: call.case_id(c), sum, limit });
        }
    }
    for floor in floors {
        if let Some((sum, least)) = missed(&floor.case, grants, &granted) {
            found.push(Violation::BelowFairPart { party: floor.party.clone(), sum, least });
        }
    }
    for (l, link) in call.links().iter().enumerate() {
        let (from, to) = (is_granted(grants, link.from), is_granted(grants, link.to));
        let broken = match link.kind {
            LinkKind::Requires => from && !to,
            LinkKind::Excludes => from && to,
        };
        if broken {
            found.push(Violation::LinkBroken { link: call.link_id(l) });
        }
    }
    found
}

/// The sum that a case limits, and the limit, where it is not kept.
fn missed(case: &RuleCase, grants: &[Grant], granted: &Rational) -> Option<(Money, Rational)> {
    let (sum, limit) = (case_sum(case, grants), case.limit_at(granted, |a| grants[a].amount.rational()));
    let holds = match case.kind {
        Kind::AtMost => sum.rational() <= limit,
        Kind::AtLeast => sum.rational() >= limit,
    };
    (!holds).then_some((sum, limit))
}

/// The sum of grants that a case limits.
pub(super) fn case_sum(case: &RuleCase, grants: &[Grant]) -> Money {
    let counted = |a: usize| {
        let grant = &grants[a];
        if case.lines.contains_key(&a) {
            let counts = |paid: &&LinePayment| case.counts_fund(paid.fund) && case.counts_line(a, paid.line);
            return grant.by_line.iter().filter(counts).map(|paid| paid.amount).sum();
        }
        match &case.funds {
            None => grant.amount,
            Some(_) => grant.by_fund.iter().filter(|(f, _)| case.counts_fund(*f)).map(|(_, amount)| *amount).sum(),
        }
    };
    case.activities.iter().map(|&a| counted(a)).sum()
}

fn is_granted(grants: &[Grant], node: Node) -> bool {
    match node {
        Node::Activity(activity) => !grants[activity].amount.is_zero(),
        Node::Line(activity, line) => grants[activity].lines.get(line).copied().unwrap_or(false),
    }
}

fn amount(call: &Call, a: usize, grant: &Grant, found: &mut Vec<Violation>) {
    let (activity, amount) = (&call.draft().activities[a], grant.amount);
    let id = || activity.id.clone();
    if amount.is_negative() || amount > call.claims()[a].ask() {
        found.push(Violation::OutsideAsk { activity: id(), amount });
    }
    if !amount.is_multiple_of(call.unit()) {
        found.push(Violation::NotMultipleOfUnit { activity: id(), amount });
    }
    if !amount.is_zero() && !is_allowed(activity, call.claims()[a].ask(), amount) {
        found.push(Violation::NotAllowedByFunding { activity: id(), amount });
    }
    let granted = activity.lines.iter().zip(&grant.lines).filter(|(_, granted)| **granted);
    let adds_up = match activity.funding {
        Funding::Lines => {
            grant.lines.len() == activity.lines.len() && granted.map(|(line, _)| line.cost).sum::<Money>() == amount
        }
        _ => grant.lines.is_empty(),
    };
    if !adds_up {
        found.push(Violation::LinesDoNotAddUp { activity: id() });
    }
}

/// Whether the funding allows an amount above zero; lines are checked by themselves.
fn is_allowed(activity: &Activity, ask: Money, amount: Money) -> bool {
    match activity.funding {
        Funding::Partial => activity.min_share.is_none_or(|share| amount.rational() >= ask.rational() * share.part()),
        Funding::Whole => amount == ask,
        Funding::Levels => activity.levels.contains(&amount),
        Funding::Lines => true,
    }
}
