//! Grants keep to the call.

use fordela_model::Call;
use fordela_model::call::draft::{Activity, Funding};
use fordela_model::call::{Kind, LinkKind, Node};
use fordela_num::Rational;

use super::definition::Definition;
use super::payable::payable;
use super::probe::Probe;
use super::{Breach, Trial};

/// `0 ≤ x ≤ c`, funding, caps, floors and links hold, and the funds can pay. Read from the call alone, and of exact
/// grants: that grants are whole units is not asked for.
pub(super) const FEASIBLE: Definition =
    Definition { name: "feasible", source: "Faliszewski & Talmon (2018); Thomson (2019)", trial };

fn trial(probe: &Probe) -> Trial {
    let breaches = breaches(probe.call, &probe.grants);
    if breaches.is_empty() { Trial::Held } else { probe.broken(None, Vec::new(), breaches) }
}

pub(super) fn is_feasible(call: &Call, grants: &[Rational]) -> bool {
    breaches(call, grants).is_empty()
}

/// Everything in which grants break the call.
fn breaches(call: &Call, grants: &[Rational]) -> Vec<Breach> {
    let activities = call.claims().len();
    if grants.len() != activities {
        return vec![Breach::WrongLength { activities, grants: grants.len() }];
    }
    let mut found = Vec::new();
    for (a, (activity, grant)) in call.draft().activities.iter().zip(grants).enumerate() {
        let ask = call.claims()[a].ask().rational();
        if grant.is_negative() || *grant > ask {
            found.push(Breach::OutsideAsk { activity: activity.id.clone() });
        } else if !grant.is_zero() && !is_allowed(activity, &ask, grant) {
            found.push(Breach::NotAllowedByFunding { activity: activity.id.clone() });
        }
    }
    if found.is_empty() {
        cases(call, grants, &mut found);
        links(call, grants, &mut found);
        if !payable(call, grants) {
            found.push(Breach::NotPaidFor);
        }
    }
    found
}

/// Whether the funding allows a grant within the ask and above zero.
fn is_allowed(activity: &Activity, ask: &Rational, grant: &Rational) -> bool {
    match activity.funding {
        Funding::Partial => activity.min_share.is_none_or(|share| *grant >= ask * &share.part()),
        Funding::Whole => grant == ask,
        Funding::Levels => activity.levels.iter().any(|level| level.rational() == *grant),
        Funding::Lines => !line_choices(activity, grant).is_empty(),
    }
}

/// The caps and floors on whole grants; those on money from some funds or for some lines are looked at with the payments.
fn cases(call: &Call, grants: &[Rational], found: &mut Vec<Breach>) {
    let granted: Rational = grants.iter().sum();
    for (c, case) in call.cases().iter().enumerate().filter(|(_, case)| case.counts_grants()) {
        let sum: Rational = case.activities.iter().map(|&a| &grants[a]).sum();
        let limit = case.limit_at(&granted, |a| grants[a].clone());
        let holds = match case.kind {
            Kind::AtMost => sum <= limit,
            Kind::AtLeast => sum >= limit,
        };
        if !holds {
            found.push(Breach::Case { case: call.case_label(c), sum, limit });
        }
    }
}

/// The first link that is broken by every choice of lines that makes up the grants.
fn links(call: &Call, grants: &[Rational], found: &mut Vec<Breach>) {
    if call.links().is_empty() {
        return;
    }
    let choices: Vec<Vec<u32>> = call
        .draft()
        .activities
        .iter()
        .zip(grants)
        .map(|(activity, grant)| match activity.funding {
            Funding::Lines => line_choices(activity, grant),
            _ => vec![0],
        })
        .collect();
    let mut chosen: Vec<usize> = vec![0; choices.len()];
    let mut first = None;
    for _ in 0..MOST_CHOICES {
        let lines: Vec<u32> =
            choices.iter().zip(&chosen).map(|(list, at)| list.get(*at).copied().unwrap_or(0)).collect();
        match broken_link(call, grants, &lines) {
            None => return,
            Some(link) => first = first.or(Some(link)),
        }
        if !advance(&mut chosen, &choices) {
            break;
        }
    }
    found.extend(first);
}

/// At most this many ways of choosing lines are looked at.
const MOST_CHOICES: usize = 4096;

/// The next choice of one from each list; whether there is one.
fn advance(chosen: &mut [usize], lists: &[Vec<u32>]) -> bool {
    for (at, list) in chosen.iter_mut().zip(lists) {
        *at += 1;
        if *at < list.len() {
            return true;
        }
        *at = 0;
    }
    false
}

fn broken_link(call: &Call, grants: &[Rational], lines: &[u32]) -> Option<Breach> {
    let is_granted = |node: Node| match node {
        Node::Activity(a) => grants[a].is_positive(),
        Node::Line(a, line) => lines[a] >> line & 1 == 1,
    };
    let broken = call.links().iter().find(|link| {
        is_granted(link.from)
            && match link.kind {
                LinkKind::Requires => !is_granted(link.to),
                LinkKind::Excludes => is_granted(link.to),
            }
    })?;
    let id = |node: Node| call.draft().activities[node.activity()].id.clone();
    Some(Breach::Link { from: id(broken.from), to: id(broken.to) })
}

/// The sets of lines, as bits, that cost as much as the grant. Of more than [`MOST_LINES`] lines only the first are chosen
/// from.
fn line_choices(activity: &Activity, grant: &Rational) -> Vec<u32> {
    let costs: Vec<Rational> = activity.lines.iter().take(MOST_LINES).map(|line| line.cost.rational()).collect();
    let cost = |set: &u32| costs.iter().enumerate().filter(|(l, _)| set >> l & 1 == 1).map(|(_, cost)| cost).sum();
    (0..1_u32 << costs.len())
        .filter(|set| {
            let sum: Rational = cost(set);
            sum == *grant
        })
        .collect()
}

const MOST_LINES: usize = 12;
