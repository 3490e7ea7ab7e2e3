//! Accounts, by party and fund and together.

use std::collections::BTreeMap;

use fordela::call::draft::Unspent;
use fordela::follow_up::{Account, FollowUp, Settlement};
use fordela::{Call, Date, Money, Party};
use serde::Serialize;

use crate::PartyReport;

/// What became of granted money: `granted` is the sum of `spent`, `repaid`, `carried_over`, `returned` and `unsettled`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SettlementReport {
    /// What was granted.
    pub granted: Money,
    /// All that was spent, of the grant and above it.
    pub outcome: Money,
    /// What of the grant was spent.
    pub spent: Money,
    /// What was spent above it.
    pub above: Money,
    /// What of the grant was not spent, as far as is known.
    pub unspent: Money,
    /// What of the grant is paid back to who gave it.
    pub repaid: Money,
    /// What of the grant is kept for the next period.
    pub carried_over: Money,
    /// What of the grant goes back to the city's own budget.
    pub returned: Money,
    /// What of the grant it is not known of what becomes.
    pub unsettled: Money,
}

impl From<Settlement> for SettlementReport {
    fn from(one: Settlement) -> Self {
        Self {
            granted: one.granted,
            outcome: one.outcome(),
            spent: one.spent,
            above: one.above,
            unspent: one.unspent(),
            repaid: one.repaid,
            carried_over: one.carried_over,
            returned: one.returned,
            unsettled: one.unsettled,
        }
    }
}

/// The accounts of an activity or applicant together.
#[derive(Debug, Clone, Serialize)]
pub struct PartyAccountReport {
    /// Which.
    #[serde(flatten)]
    pub party: PartyReport,
    /// The applicant of an activity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applicant: Option<String>,
    /// Whether anything was reported.
    pub reported: bool,
    /// What became of the grants.
    #[serde(flatten)]
    pub settlement: SettlementReport,
}

/// The accounts of a fund together.
#[derive(Debug, Clone, Serialize)]
pub struct FundAccountReport {
    /// Its id; `null` for money of which it is not known which fund pays it.
    pub id: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// What becomes of money that is not used, where the call says so.
    pub when_unspent: Option<Unspent>,
    /// The last day its money may be used.
    pub use_by: Option<Date>,
    /// The last day to report how it was used.
    pub report_by: Option<Date>,
    /// What became of its money.
    #[serde(flatten)]
    pub settlement: SettlementReport,
}

/// What an activity or applicant was granted from a fund, and what became of it.
#[derive(Debug, Clone, Serialize)]
pub struct AccountReport {
    /// The activity or applicant.
    #[serde(flatten)]
    pub party: PartyReport,
    /// The fund; `null` where it is not known which pays.
    pub fund: Option<String>,
    /// When the report is due, where the call says so.
    pub report_by: Option<Date>,
    /// Whether an outcome was reported.
    pub reported: bool,
    /// What became of the grant.
    #[serde(flatten)]
    pub settlement: SettlementReport,
    /// The periods that were reported, from the first to the last.
    pub periods: Vec<PeriodReport>,
}

/// A period of an account: `available` is the sum of `spent` and `left`.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodReport {
    /// The period as it is written; `null` where rows name none.
    pub period: Option<String>,
    /// What of the grant earlier periods have not spent.
    pub available: Money,
    /// What of that was spent.
    pub spent: Money,
    /// What was spent above it.
    pub above: Money,
    /// What is left of it.
    pub left: Money,
}

impl AccountReport {
    pub(super) fn new(call: &Call, by: Party, account: &Account) -> Self {
        let fund = account.fund.map(|fund| &call.draft().funds[fund]);
        let period = |one: &fordela::follow_up::PeriodAccount| PeriodReport {
            period: one.period.as_ref().map(|period| period.name.clone()),
            available: one.available,
            spent: one.spent,
            above: one.above,
            left: one.left,
        };
        Self {
            party: PartyReport::of(call, by, account.party),
            fund: fund.map(|fund| fund.id.clone()),
            report_by: fund.and_then(|fund| fund.report_by),
            reported: account.is_reported,
            settlement: account.settlement.into(),
            periods: account.periods.iter().map(period).collect(),
        }
    }
}

pub(super) fn activities(call: &Call, found: &FollowUp) -> Vec<PartyAccountReport> {
    if found.by == Party::Applicant {
        return Vec::new();
    }
    let has_account = |place: &usize| !found.accounts_of(*place).is_empty();
    let report = |place: usize| PartyAccountReport {
        party: PartyReport::of(call, Party::Activity, place),
        applicant: Some(call.draft().activities[place].applicant.clone()),
        reported: found.is_reported(place),
        settlement: found.of_party(place).into(),
    };
    (0..call.draft().activities.len()).filter(has_account).map(report).collect()
}

pub(super) fn applicants(call: &Call, found: &FollowUp) -> Vec<PartyAccountReport> {
    let applicant = |account: &Account| match found.by {
        Party::Activity => call.claims()[account.party].applicant(),
        Party::Applicant => account.party,
    };
    let mut all: BTreeMap<usize, (bool, Settlement)> = BTreeMap::new();
    for account in &found.accounts {
        let (reported, settlement) = all.entry(applicant(account)).or_default();
        *reported |= account.is_reported;
        *settlement = *settlement + account.settlement;
    }
    let report = |(place, (reported, settlement)): (usize, (bool, Settlement))| PartyAccountReport {
        party: PartyReport::of(call, Party::Applicant, place),
        applicant: None,
        reported,
        settlement: settlement.into(),
    };
    all.into_iter().map(report).collect()
}

/// Every fund of the call, and the unknown one where some money is from it.
pub(super) fn funds(call: &Call, found: &FollowUp) -> Vec<FundAccountReport> {
    let known = call.draft().funds.iter().enumerate().map(|(place, fund)| FundAccountReport {
        id: Some(fund.id.clone()),
        name: Some(call.called(fund).to_owned()),
        when_unspent: fund.unspent,
        use_by: fund.use_by,
        report_by: fund.report_by,
        settlement: found.of_fund(Some(place)).into(),
    });
    let unknown = found.accounts.iter().any(|account| account.fund.is_none()).then(|| FundAccountReport {
        id: None,
        name: None,
        when_unspent: None,
        use_by: None,
        report_by: None,
        settlement: found.of_fund(None).into(),
    });
    known.chain(unknown).collect()
}
