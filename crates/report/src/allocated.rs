//! An allocation as a report.

use std::collections::BTreeMap;

use fordela::call::Period;
use fordela::call::draft::{Activity, Applicant, Fund, Funding, Line, Unspent};
use fordela::explain::{Award, each_reason, outcomes};
use fordela::{Call, Few, Grant, LinePayment, Money, Rational, Verified};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    BarredReport, Names, RiskReport, RuleReport, SharingReport, Why,
    decimals::{As, Bound, Four, FourUp, OrNone, TwoUp, Value},
};

/// A checked allocation.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct Allocated {
    /// What it is worth, by priority. In JSON rounded down to two decimals.
    #[serde(with = "As::<Value>")]
    pub value: Rational,
    /// Nothing is worth more than this. In JSON rounded up to two decimals, so that it can be a hundredth above the value
    /// where the gap is zero.
    #[serde(with = "As::<Bound>")]
    pub bound: Rational,
    /// The bound less the value. In JSON rounded up to two decimals; `0` when it is zero.
    #[serde(with = "As::<TwoUp>")]
    pub gap: Rational,
    /// The gap as a part of the bound. In JSON rounded up to four decimals; `0` when it is zero.
    #[serde(with = "As::<FourUp>")]
    pub gap_share: Rational,
    /// How money is shared, where the objective is not the most value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sharing: Option<SharingReport>,
    /// The sums of the call.
    pub totals: Totals,
    /// The sources of money.
    pub funds: Vec<FundReport>,
    /// What settles which fund pays what, beside the conditions of the funds, one after the other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub preferred: Vec<Preference>,
    /// Who asked.
    pub applicants: Vec<ApplicantReport>,
    /// What money was asked for.
    pub activities: Vec<ActivityReport>,
    /// Every cap and floor, one for each that its rule is repeated for.
    pub rules: Vec<RuleReport>,
    /// What may stay unspent and be repaid, where there is anything to tell of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskReport>,
}

/// The sums of a call.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
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
    #[serde(with = "OrNone::<Four>")]
    pub share: Option<Rational>,
}

/// What settles which fund pays what, where several could.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preference {
    /// Money that is to be spent first is used first.
    SpendFirst,
    /// As little money as can be is left at risk of repayment.
    LeastAtRisk,
}

/// What a source of money pays.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
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
    /// What of it pays for what comes after the period that the money is meant for, where it may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried_over: Option<Money>,
}

/// What an applicant gets.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
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
    #[serde(with = "OrNone::<Four>")]
    pub share: Option<Rational>,
}

/// What an activity gets, and why.
#[derive(Debug, Clone, JsonSchema, Serialize)]
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
    #[serde(with = "OrNone::<Four>")]
    pub share: Option<Rational>,
    /// The weighted score. In JSON with four decimals.
    #[serde(with = "As::<Four>")]
    pub priority: Rational,
    /// Whether all, a part or nothing is granted.
    pub outcome: Award,
    /// What did most to settle the grant.
    pub reason: Why,
    /// What each fund pays, by its id.
    #[schemars(with = "BTreeMap<String, Money>")]
    pub funds: Few<Money>,
    /// The funds that may not pay for it or for lines of it, as it is the wrong time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub barred: Vec<BarredReport>,
    /// The cost items, where they are granted one by one or paid for by themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineReport>,
}

/// A cost item, and what is granted for it.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct LineReport {
    /// Its id, within its activity.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// What it costs.
    pub cost: Money,
    /// Whether money is granted for it.
    pub granted: bool,
    /// What is granted for it.
    pub paid: Money,
    /// What each fund pays of it, by its id.
    #[schemars(with = "BTreeMap<String, Money>")]
    pub funds: Few<Money>,
}

impl Allocated {
    /// The report on a checked allocation of a call.
    #[must_use]
    pub fn new(call: &Call, verified: &Verified) -> Self {
        let gap_share = if verified.gap().is_zero() { Rational::ZERO } else { verified.gap() / verified.bound() };
        // Prices need much room for a while, and so do activities from then on.
        let rules = RuleReport::all(call, verified);
        Self {
            value: verified.value().clone(),
            bound: verified.bound().clone(),
            gap: verified.gap(),
            gap_share,
            sharing: SharingReport::new(call, verified),
            totals: totals(call, verified),
            funds: funds(call, verified),
            preferred: preferred(call),
            applicants: applicants(call, verified),
            activities: activities(call, verified),
            rules,
            risk: RiskReport::new(call, verified),
        }
    }
}

/// What is granted as a part of what is asked for; `None` where that is nothing.
pub(crate) fn share(granted: Money, asked: Money) -> Option<Rational> {
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
    let later = paid_later(call, verified);
    let report = |((f, fund), paid): ((usize, &Fund), Money)| FundReport {
        id: fund.id.clone(),
        name: call.called(fund).to_owned(),
        amount: fund.amount,
        paid,
        left: fund.amount - paid,
        carried_over: (fund.period.is_some() && fund.unspent == Some(Unspent::CarryOver)).then(|| later[f]),
    };
    call.draft().funds.iter().enumerate().zip(paid).map(report).collect()
}

/// What every fund pays for what comes after the period that its money is meant for.
fn paid_later(call: &Call, verified: &Verified) -> Vec<Money> {
    let draft = call.draft();
    let mut later = vec![Money::ZERO; draft.funds.len()];
    for (activity, grant) in draft.activities.iter().zip(verified.grants()) {
        let mut add = |fund: usize, own: Option<&String>, amount: Money| {
            let period = own.or(activity.period.as_ref()).map(|name| Period::new(name));
            let of_fund = draft.funds[fund].period.as_ref().map(|name| Period::new(name));
            if period.zip(of_fund).is_some_and(|(own, of_fund)| own.goes_on_after(&of_fund)) {
                later[fund] = later[fund] + amount;
            }
        };
        match &grant.by_line[..] {
            [] => grant.by_fund.iter().for_each(|(fund, amount)| add(*fund, None, *amount)),
            lines => {
                lines.iter().for_each(|paid| add(paid.fund, activity.lines[paid.line].period.as_ref(), paid.amount));
            }
        }
    }
    later
}

fn preferred(call: &Call) -> Vec<Preference> {
    let funds = &call.draft().funds;
    let several = funds.len() > 1;
    let first = several && funds.iter().any(|fund| fund.spend_first);
    let at_risk = several && funds.iter().any(|fund| fund.unspent == Some(Unspent::Repay));
    let all = [(first, Preference::SpendFirst), (at_risk, Preference::LeastAtRisk)];
    all.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, one)| one).collect()
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
        name: call.called(applicant).to_owned(),
        asked,
        granted,
        share: share(granted, asked),
    };
    call.draft().applicants.iter().zip(sums).map(report).collect()
}

fn activities(call: &Call, verified: &Verified) -> Vec<ActivityReport> {
    let names = Names::of(call);
    let settled = outcomes(call, verified).into_iter().zip(each_reason(call, verified));
    let all = call.draft().activities.iter().zip(settled).enumerate();
    all.map(|(a, (one, (outcome, reason)))| activity(call, verified, a, outcome, Why::new(&names, &one.id, &reason)))
        .collect()
}

fn activity(call: &Call, verified: &Verified, a: usize, outcome: Award, reason: Why) -> ActivityReport {
    let draft = call.draft();
    let (activity, claim, grant) = (&draft.activities[a], &call.claims()[a], &verified.grants()[a]);
    ActivityReport {
        id: activity.id.clone(),
        title: call.called(activity).to_owned(),
        applicant: activity.applicant.clone(),
        asked: claim.ask(),
        granted: grant.amount,
        share: share(grant.amount, claim.ask()),
        priority: claim.priority().clone(),
        outcome,
        reason,
        funds: grant.by_fund.iter().map(|(fund, paid)| (draft.funds[*fund].id.clone(), *paid)).collect(),
        barred: BarredReport::all(call, a),
        lines: lines(call, activity, grant),
    }
}

fn lines(call: &Call, activity: &Activity, grant: &Grant) -> Vec<LineReport> {
    if activity.funding != Funding::Lines && grant.by_line.is_empty() {
        return Vec::new();
    }
    let report = |(l, line): (usize, &Line)| {
        let paid: Vec<&LinePayment> = grant.by_line.iter().filter(|paid| paid.line == l).collect();
        let fund = |paid: &&LinePayment| (call.draft().funds[paid.fund].id.clone(), paid.amount);
        LineReport {
            id: line.id.clone(),
            title: call.line_called(activity, line).to_owned(),
            cost: line.cost,
            granted: grant.lines.get(l).copied().unwrap_or(!paid.is_empty()),
            paid: paid.iter().map(|paid| paid.amount).sum(),
            funds: paid.iter().map(fund).collect(),
        }
    };
    activity.lines.iter().enumerate().map(report).collect()
}
