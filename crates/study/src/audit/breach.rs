//! In what a decision breaks the call, as far as it is known.

use fordela_model::call::{CaseId, NodeId};
use fordela_model::{Call, Grant};
use fordela_num::{Money, Rational};
use fordela_verify::{Violation, violations};
use serde::Serialize;

use super::parting::Parted;
use super::party::Member;
use super::payable::Payable;
use super::possible::{Lines, lines_of};
use crate::compare::Side;

/// In what a decision breaks the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Breaches {
    /// What is broken for sure.
    pub broken: Vec<Breach>,
    /// The caps and floors of which it is not known how they stand: those on the money of some funds, as nobody said which fund pays, and those on activities whose grants are not known.
    pub unknown: Vec<CaseId>,
    /// Whether what is not known can be settled so that the call is kept.
    pub settled: Settled,
}

/// One thing in which a decision breaks the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Breach {
    /// As an allocation would break it.
    Call(Violation),
    /// An applicant gets more than it asked for.
    ApplicantAboveAsk {
        /// The applicant.
        applicant: String,
        /// What it gets.
        amount: Money,
    },
    /// The sum of an applicant is no whole multiple of the unit.
    ApplicantBetweenUnits {
        /// The applicant.
        applicant: String,
        /// What it gets.
        amount: Money,
    },
    /// Whoever pays for what, the funds cannot pay for all.
    Unfunded {
        /// How much no fund can pay.
        lacking: Rational,
    },
}

/// Whether what a decision does not say can be settled so that the call is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Settled {
    /// Nothing is left to be settled.
    Known,
    /// Which fund pays for what, and what each activity gets, can be settled so that all is kept.
    Possible,
    /// No way to settle it keeps all. These caps and floors cannot be kept together; none
    /// are named where already the asks, the funds or the possible amounts forbid it.
    Impossible(Vec<CaseId>),
    /// It would take too much to find out.
    Unknown,
}

/// The breaches of a decision that names activities.
pub(super) fn of_activities(call: &Call, side: &Side<'_>, amounts: &[Money], payable: &Payable<'_>) -> Breaches {
    let lines: Vec<Lines> = amounts.iter().enumerate().map(|(a, &amount)| lines_of(call, a, amount)).collect();
    let grant = |(lines, &amount): (&Lines, &Money)| {
        let lines = if let Lines::Known(lines) = lines { lines.clone() } else { Vec::new() };
        Grant { amount, lines, ..Grant::default() }
    };
    let grants: Vec<Grant> = lines.iter().zip(amounts).map(grant).collect();
    let found = violations(call, &grants);
    let place = |id: &str| call.draft().activities.iter().position(|one| one.id == id);
    let of_id = |id: &str| place(id).and_then(|a| lines.get(a));
    let is_known = |node: &NodeId| node.line.is_none() || matches!(of_id(&node.activity), Some(Lines::Known(_)));
    let is_told = |violation: &Violation| match violation {
        Violation::OutsideAsk { .. } | Violation::NotMultipleOfUnit { .. } | Violation::NotAllowedByFunding { .. } => {
            true
        }
        Violation::LinesDoNotAddUp { activity } => of_id(activity) == Some(&Lines::None),
        Violation::CaseBroken { case, .. } => call.case_at(case).is_some_and(|case| call.cases()[case].counts_grants()),
        Violation::LinkBroken { link } => is_known(&link.from) && is_known(&link.to),
        _ => false,
    };
    let mut broken: Vec<Breach> = found.into_iter().filter(is_told).map(Breach::Call).collect();
    let lacking = payable.lacking();
    let is_unfunded = lacking.is_some_and(Rational::is_positive);
    broken.extend(lacking.filter(|_| is_unfunded).map(|lacking| Breach::Unfunded { lacking: lacking.clone() }));
    let unknown = unknown(call, side);
    let settled = match payable.keeps_rules() {
        _ if unknown.is_empty() && lacking.is_some() => Settled::Known,
        Some(true) => Settled::Possible,
        Some(false) if is_unfunded => Settled::Impossible(Vec::new()),
        Some(false) => Settled::Impossible(unknown.clone()),
        None => Settled::Unknown,
    };
    Breaches { broken, unknown, settled }
}

/// The breaches of a decision that names applicants only. `parted` came of trying to part its sums.
pub(super) fn of_applicants(call: &Call, side: &Side<'_>, parties: &[Member<'_>], parted: Option<&Parted>) -> Breaches {
    let mut broken = Vec::new();
    for party in parties {
        let (applicant, amount) = (party.id.to_owned(), party.granted);
        if amount > party.asked {
            broken.push(Breach::ApplicantAboveAsk { applicant: applicant.clone(), amount });
        }
        if !amount.is_multiple_of(call.unit()) {
            broken.push(Breach::ApplicantBetweenUnits { applicant, amount });
        }
    }
    for case in 0..call.cases().len() {
        if let Some(standing) = side.standing(case).filter(|standing| !standing.holds) {
            let (case, sum, limit) = (call.case_id(case), standing.sum, standing.limit.clone());
            broken.push(Breach::Call(Violation::CaseBroken { case, sum, limit }));
        }
    }
    let granted: Money = parties.iter().map(|party| party.granted).sum();
    if granted > call.budget() {
        broken.push(Breach::Unfunded { lacking: (granted - call.budget()).rational() });
    }
    let settled = match parted {
        Some(Parted::Possible { .. }) => Settled::Possible,
        Some(Parted::Impossible { cases }) => Settled::Impossible(cases.clone()),
        None => Settled::Unknown,
    };
    Breaches { broken, unknown: unknown(call, side), settled }
}

fn unknown(call: &Call, side: &Side<'_>) -> Vec<CaseId> {
    (0..call.cases().len()).filter(|&case| side.standing(case).is_none()).map(|case| call.case_id(case)).collect()
}
