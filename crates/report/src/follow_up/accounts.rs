//! Accounts, by party and fund and together.

use std::collections::HashMap;

use fordela::call::draft::{Activity, Applicant, Unspent};
use fordela::follow_up::{Account, FollowUp, Settlement};
use fordela::{Date, Money, Party};
use schemars::JsonSchema;
use serde::Serialize;

use super::party;
use crate::{Names, PartyReport};

/// What became of granted money: `granted` is the sum of `spent`, `repaid`, `carried_over`, `returned` and `unsettled`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
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
#[derive(Debug, Clone, JsonSchema, Serialize)]
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
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct FundAccountReport {
    /// Its id; `null` for money of which it is not known which fund pays it.
    pub id: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// What becomes of money that is not used, where the call says so.
    pub when_unspent: Option<Unspent>,
    /// The last day its money may be used.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub use_by: Option<Date>,
    /// The last day to report how it was used.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub report_by: Option<Date>,
    /// What became of its money.
    #[serde(flatten)]
    pub settlement: SettlementReport,
}

/// What an activity or applicant was granted from a fund, and what became of it.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AccountReport {
    /// The activity or applicant.
    #[serde(flatten)]
    pub party: PartyReport,
    /// The fund; `null` where it is not known which pays.
    pub fund: Option<String>,
    /// When the report is due, where the call says so.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
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
#[derive(Debug, Clone, JsonSchema, Serialize)]
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
    fn new(by: Party, account: &Account, report_by: Option<Date>, names: &Names<'_>) -> Self {
        let period = |one: &fordela::follow_up::PeriodAccount| PeriodReport {
            period: one.period.as_ref().map(|period| period.name.clone()),
            available: one.available,
            spent: one.spent,
            above: one.above,
            left: one.left,
        };
        Self {
            party: party(by, &account.party, names),
            fund: account.fund.clone(),
            report_by,
            reported: account.is_reported,
            settlement: account.settlement.into(),
            periods: account.periods.iter().map(period).collect(),
        }
    }
}

/// Every account.
pub(super) fn all(found: &FollowUp, names: &Names<'_>) -> Vec<AccountReport> {
    let funds = names.call.draft().funds.iter();
    let due: HashMap<&str, Date> = funds.filter_map(|fund| Some((fund.id.as_str(), fund.report_by?))).collect();
    let report = |account: &Account| {
        let report_by = account.fund.as_deref().and_then(|fund| due.get(fund).copied());
        AccountReport::new(found.by, account, report_by, names)
    };
    found.accounts.iter().map(report).collect()
}

/// Every activity that has an account.
pub(super) fn activities(found: &FollowUp, names: &Names<'_>) -> Vec<PartyAccountReport> {
    if found.by == Party::Applicant {
        return Vec::new();
    }
    let of = together(&found.accounts, |account| &account.party);
    let report = |activity: &Activity| {
        let of = of.get(activity.id.as_str())?;
        Some(of.report(party(Party::Activity, &activity.id, names), Some(activity.applicant.clone())))
    };
    names.call.draft().activities.iter().filter_map(report).collect()
}

/// Every applicant that has an account, or whose activities have.
pub(super) fn applicants(found: &FollowUp, names: &Names<'_>) -> Vec<PartyAccountReport> {
    let draft = names.call.draft();
    let applicants: HashMap<&str, &str> =
        draft.activities.iter().map(|one| (one.id.as_str(), one.applicant.as_str())).collect();
    let of = together(&found.accounts, |account| match found.by {
        Party::Activity => applicants.get(account.party.as_str()).copied().unwrap_or_default(),
        Party::Applicant => &account.party,
    });
    let report = |applicant: &Applicant| {
        let of = of.get(applicant.id.as_str())?;
        Some(of.report(party(Party::Applicant, &applicant.id, names), None))
    };
    draft.applicants.iter().filter_map(report).collect()
}

/// Some accounts together, and whether anything was reported of them.
#[derive(Default)]
struct Together {
    reported: bool,
    settlement: Settlement,
}

impl Together {
    fn report(&self, party: PartyReport, applicant: Option<String>) -> PartyAccountReport {
        PartyAccountReport { party, applicant, reported: self.reported, settlement: self.settlement.into() }
    }
}

/// The accounts together by an id that each has.
fn together<'a>(accounts: &'a [Account], id: impl Fn(&'a Account) -> &'a str) -> HashMap<&'a str, Together> {
    let mut all: HashMap<&str, Together> = HashMap::new();
    for account in accounts {
        let own = all.entry(id(account)).or_default();
        own.reported |= account.is_reported;
        own.settlement = own.settlement + account.settlement;
    }
    all
}

/// Every fund of the call, and the unknown one where some money is from it.
pub(super) fn funds(found: &FollowUp, names: &Names<'_>) -> Vec<FundAccountReport> {
    let known = names.call.draft().funds.iter().map(|fund| FundAccountReport {
        id: Some(fund.id.clone()),
        name: Some(names.fund(&fund.id).to_owned()),
        when_unspent: fund.unspent,
        use_by: fund.use_by,
        report_by: fund.report_by,
        settlement: found.of_fund(Some(&fund.id)).into(),
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
