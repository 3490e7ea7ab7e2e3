//! An allocation as a report.

use std::collections::BTreeMap;

use fordela::call::draft::{Activity, Applicant, Fund, Funding, Line};
use fordela::explain::{Outcome, outcomes, reasons};
use fordela::{Call, Grant, Money, Rational, Verified};
use serde::{Serialize, Serializer};

use super::{RuleReport, SharingReport, Why, decimals, named};

/// A checked allocation.
#[derive(Debug, Clone, Serialize)]
pub struct Allocated {
    /// What it is worth, by priority. In JSON rounded to two decimals, a tie to the even digit.
    #[serde(serialize_with = "decimals::two")]
    pub value: Rational,
    /// Nothing is worth more than this. Rounded as the value.
    #[serde(serialize_with = "decimals::two")]
    pub bound: Rational,
    /// The bound less the value. In JSON rounded up to two decimals; `0` when it is zero.
    #[serde(serialize_with = "decimals::two_up")]
    pub gap: Rational,
    /// The gap as a part of the bound. In JSON rounded up to four decimals; `0` when it is zero.
    #[serde(serialize_with = "decimals::four_up")]
    pub gap_share: Rational,
    /// How money is shared, where the objective is not the most value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sharing: Option<SharingReport>,
    /// The sums of the call.
    pub totals: Totals,
    /// The sources of money.
    pub funds: Vec<FundReport>,
    /// Who asked.
    pub applicants: Vec<ApplicantReport>,
    /// What money was asked for.
    pub activities: Vec<ActivityReport>,
    /// Every cap and floor, one for each that its rule is repeated for.
    pub rules: Vec<RuleReport>,
}

/// The sums of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// The sum of the funds.
    pub budget: Money,
    /// All that is asked for.
    pub asked: Money,
    /// All that is granted.
    pub granted: Money,
    /// The budget less what is granted.
    pub unallocated: Money,
    /// What is granted as a part of what is asked for, `null` when that is nothing. In JSON with four decimals.
    #[serde(serialize_with = "decimals::four_or_none")]
    pub share: Option<Rational>,
}

/// What a source of money pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FundReport {
    /// Its id.
    pub id: String,
    /// Its name, or its id.
    pub name: String,
    /// What it holds.
    pub amount: Money,
    /// What it pays.
    pub paid: Money,
    /// What is left of it.
    pub left: Money,
}

/// What an applicant gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApplicantReport {
    /// Its id.
    pub id: String,
    /// Its name, or its id.
    pub name: String,
    /// What it asked for.
    pub asked: Money,
    /// What it gets.
    pub granted: Money,
    /// What it gets as a part of what it asked for, `null` when that is nothing. In JSON with four decimals.
    #[serde(serialize_with = "decimals::four_or_none")]
    pub share: Option<Rational>,
}

/// What an activity gets, and why.
#[derive(Debug, Clone, Serialize)]
pub struct ActivityReport {
    /// Its id.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// The id of who asks.
    pub applicant: String,
    /// What is asked for.
    pub asked: Money,
    /// What is granted.
    pub granted: Money,
    /// What is granted as a part of what is asked for, `null` when that is nothing. In JSON with four decimals.
    #[serde(serialize_with = "decimals::four_or_none")]
    pub share: Option<Rational>,
    /// The weighted score. In JSON with four decimals.
    #[serde(serialize_with = "decimals::four")]
    pub priority: Rational,
    /// Whether all, a part or nothing is granted.
    #[serde(serialize_with = "word")]
    pub outcome: Outcome,
    /// What did most to settle the grant.
    pub reason: Why,
    /// What each fund pays, by its id.
    pub funds: BTreeMap<String, Money>,
    /// The cost items, where they are granted one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineReport>,
}

/// A cost item that is granted or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineReport {
    /// Its id, within its activity.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// What it costs.
    pub cost: Money,
    /// Whether it is granted.
    pub granted: bool,
}

fn word<S: Serializer>(outcome: &Outcome, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(outcome.word())
}

impl Allocated {
    /// The report on a checked allocation of a call.
    #[must_use]
    pub fn new(call: &Call, verified: &Verified) -> Self {
        let gap_share = if verified.gap().is_zero() { Rational::ZERO } else { verified.gap() / verified.bound() };
        Self {
            value: verified.value().clone(),
            bound: verified.bound().clone(),
            gap: verified.gap(),
            gap_share,
            sharing: SharingReport::new(call, verified),
            totals: totals(call, verified),
            funds: funds(call, verified),
            applicants: applicants(call, verified),
            activities: activities(call, verified),
            rules: RuleReport::all(call, verified),
        }
    }
}

fn share(granted: Money, asked: Money) -> Option<Rational> {
    (!asked.is_zero()).then(|| granted.rational() / asked.rational())
}

fn totals(call: &Call, verified: &Verified) -> Totals {
    let (budget, asked, granted) = (call.budget(), call.asked(), verified.granted());
    Totals { budget, asked, granted, unallocated: budget - granted, share: share(granted, asked) }
}

fn funds(call: &Call, verified: &Verified) -> Vec<FundReport> {
    let mut paid = vec![Money::ZERO; call.draft().funds.len()];
    for (fund, amount) in verified.grants().iter().flat_map(|grant| &grant.by_fund) {
        paid[*fund] = paid[*fund] + *amount;
    }
    let report = |(fund, paid): (&Fund, Money)| FundReport {
        id: fund.id.clone(),
        name: named(fund.name.as_ref(), &fund.id),
        amount: fund.amount,
        paid,
        left: fund.amount - paid,
    };
    call.draft().funds.iter().zip(paid).map(report).collect()
}

fn applicants(call: &Call, verified: &Verified) -> Vec<ApplicantReport> {
    let mut sums = vec![(Money::ZERO, Money::ZERO); call.draft().applicants.len()];
    for (claim, grant) in call.claims().iter().zip(verified.grants()) {
        let (asked, granted) = &mut sums[claim.applicant()];
        *asked = *asked + claim.ask();
        *granted = *granted + grant.amount;
    }
    let report = |(applicant, (asked, granted)): (&Applicant, (Money, Money))| ApplicantReport {
        id: applicant.id.clone(),
        name: named(applicant.name.as_ref(), &applicant.id),
        asked,
        granted,
        share: share(granted, asked),
    };
    call.draft().applicants.iter().zip(sums).map(report).collect()
}

fn activities(call: &Call, verified: &Verified) -> Vec<ActivityReport> {
    let settled = outcomes(call, verified).into_iter().zip(reasons(call, verified));
    settled
        .enumerate()
        .map(|(a, (outcome, reason))| activity(call, verified, a, outcome, Why::new(call, &reason)))
        .collect()
}

fn activity(call: &Call, verified: &Verified, a: usize, outcome: Outcome, reason: Why) -> ActivityReport {
    let draft = call.draft();
    let (activity, claim, grant) = (&draft.activities[a], &call.claims()[a], &verified.grants()[a]);
    ActivityReport {
        id: activity.id.clone(),
        title: named(activity.title.as_ref(), &activity.id),
        applicant: activity.applicant.clone(),
        asked: claim.ask(),
        granted: grant.amount,
        share: share(grant.amount, claim.ask()),
        priority: claim.priority().clone(),
        outcome,
        reason,
        funds: grant.by_fund.iter().map(|(fund, paid)| (draft.funds[*fund].id.clone(), *paid)).collect(),
        lines: lines(activity, grant),
    }
}

fn lines(activity: &Activity, grant: &Grant) -> Vec<LineReport> {
    if activity.funding != Funding::Lines {
        return Vec::new();
    }
    let report = |(line, granted): (&Line, &bool)| LineReport {
        id: line.id.clone(),
        title: named(line.title.as_ref(), &line.id),
        cost: line.cost,
        granted: *granted,
    };
    activity.lines.iter().zip(&grant.lines).map(report).collect()
}
