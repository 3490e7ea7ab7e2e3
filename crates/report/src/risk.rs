//! Money at risk of repayment, as a report.
//!
//! Sums are exact in these types, and in JSON rounded to hundredths, a tie to the even one.

use std::collections::HashMap;

use crate::Names;
use fordela::call::SpendRate;
use fordela::call::draft::{Fund, Unspent};
use fordela::risk::{Outlook, Prospect, Risk, RiskSums, is_asked, risk};
use fordela::{Call, Money, Rational, Verified, written};
use fordela_words::report::field::Field;
use schemars::JsonSchema;
use serde::Serialize;

use super::decimals::{Amount, As, Exact, Four, OrNone};

/// What of the grants is expected to stay unspent, and what can with bad luck; see [`fordela::risk`].
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct RiskReport {
    /// How many activities have bad luck at once, at most; `null` for all.
    #[serde(with = "OrNone::<Exact>")]
    pub bad_luck: Option<Rational>,
    /// The sources of money, each with a worst case of its own.
    pub funds: Vec<FundRiskReport>,
    /// All money together: its worst case is that of the same unlucky activities for all funds.
    pub total: OutlookReport,
    /// The money of the funds that are repaid what is unspent.
    pub repay: RepayReport,
    /// The activities that get money and have a spend rate.
    pub activities: Vec<ActivityRiskReport>,
}

/// What is expected of the money of a fund.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct FundRiskReport {
    /// Its id.
    pub id: String,
    /// Its name, or its id.
    pub name: String,
    /// What becomes of money that is not used; `null` where the call does not say.
    pub unspent: Option<Unspent>,
    /// What is expected of its money.
    #[serde(flatten)]
    pub outlook: OutlookReport,
}

/// What is expected of some money, and what bad luck makes of it.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct OutlookReport {
    /// What there is.
    pub amount: Money,
    /// What is granted of it.
    pub granted: Money,
    /// What is granted to nobody.
    pub not_granted: Money,
    /// What of the grants is expected to be spent.
    #[serde(with = "As::<Amount>")]
    pub expected_spent: Rational,
    /// What of the grants is expected to stay unspent.
    #[serde(with = "As::<Amount>")]
    pub expected_unspent: Rational,
    /// What of the grants stays unspent in the worst case.
    #[serde(with = "As::<Amount>")]
    pub worst_unspent: Rational,
    /// Who has bad luck in the worst case, in the order of the call.
    pub unlucky: Vec<UnluckyReport>,
}

/// An activity that has bad luck in the worst case.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct UnluckyReport {
    /// Its id.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// How much of its bad luck it has; `1` for all. In JSON with four decimals.
    #[serde(with = "As::<Four>")]
    pub part: Rational,
    /// What it leaves unspent beyond what is expected.
    #[serde(with = "As::<Amount>")]
    pub more: Rational,
}

/// What is repaid.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct RepayReport {
    /// What is expected of the money.
    #[serde(flatten)]
    pub outlook: OutlookReport,
    /// What is expected to be repaid: what is granted to nobody and what stays unspent.
    #[serde(with = "As::<Amount>")]
    pub expected: Rational,
    /// What is repaid in the worst case.
    #[serde(with = "As::<Amount>")]
    pub worst: Rational,
    /// What the funds are repaid when each has its own worst case, which need not come at once.
    #[serde(with = "As::<Amount>")]
    pub worst_apart: Rational,
}

/// What is expected of the grant of an activity.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ActivityRiskReport {
    /// Its id.
    pub id: String,
    /// What percentage of its grant it is expected to spend.
    pub spend_rate: SpendRate,
    /// What is unspent and repaid of its grant.
    #[serde(flatten)]
    pub sums: RiskSumsReport,
}

/// What stays unspent and is repaid.
#[derive(Debug, Clone, PartialEq, Eq, Default, JsonSchema, Serialize)]
pub struct RiskSumsReport {
    /// What is expected to stay unspent of grants.
    #[serde(with = "As::<Amount>")]
    pub expected_unspent: Rational,
    /// What stays unspent of grants in the worst case of all money.
    #[serde(with = "As::<Amount>")]
    pub worst_unspent: Rational,
    /// What is expected to be repaid.
    #[serde(with = "As::<Amount>")]
    pub expected_repaid: Rational,
    /// What is repaid in the worst case of the money that is.
    #[serde(with = "As::<Amount>")]
    pub worst_repaid: Rational,
}

impl RiskReport {
    /// `None` where there is nothing to tell: no activity has a spend rate, and nothing is repaid for certain.
    pub(super) fn new(call: &Call, verified: &Verified) -> Option<Self> {
        let risk = is_asked(call).then(|| risk(call, verified)).filter(|risk| risk.is_told(call))?;
        let names = Names::of(call);
        let fund = |(fund, outlook): (&Fund, &Outlook)| FundRiskReport {
            id: fund.id.clone(),
            name: call.called(fund).to_owned(),
            unspent: fund.unspent,
            outlook: OutlookReport::new(&names, outlook),
        };
        Some(Self {
            funds: call.draft().funds.iter().zip(&risk.funds).map(fund).collect(),
            total: OutlookReport::new(&names, &risk.all),
            repay: RepayReport {
                outlook: OutlookReport::new(&names, &risk.repay),
                expected: risk.repay.expected_left(),
                worst: risk.repay.worst_left(),
                worst_apart: risk.repay_apart(call),
            },
            activities: activities(call, &risk),
            bad_luck: risk.bad_luck,
        })
    }

    /// Whether some fund is repaid what is unspent.
    #[must_use]
    pub fn is_repaid(&self) -> bool {
        self.funds.iter().any(|fund| fund.unspent == Some(Unspent::Repay))
    }
}

impl OutlookReport {
    fn new(names: &Names<'_>, outlook: &Outlook) -> Self {
        Self {
            amount: outlook.amount,
            granted: outlook.granted(),
            not_granted: outlook.not_granted(),
            expected_spent: outlook.expected_spent(),
            expected_unspent: outlook.expected_unspent(),
            worst_unspent: outlook.worst_unspent(),
            unlucky: outlook.unlucky().map(|one| UnluckyReport::new(names, one)).collect(),
        }
    }
}

impl UnluckyReport {
    fn new(names: &Names<'_>, prospect: &Prospect) -> Self {
        Self {
            id: prospect.activity.clone(),
            title: names.activity(&prospect.activity).to_owned(),
            part: prospect.unlucky.clone(),
            more: &prospect.unlucky * &prospect.more,
        }
    }
}

impl From<RiskSums> for RiskSumsReport {
    fn from(sums: RiskSums) -> Self {
        let RiskSums { expected_unspent, worst_unspent, expected_repaid, worst_repaid } = sums;
        Self { expected_unspent, worst_unspent, expected_repaid, worst_repaid }
    }
}

impl RiskSumsReport {
    /// What the sums are.
    pub const FIELDS: [Field; 4] =
        [Field::ExpectedUnspent, Field::WorstUnspent, Field::ExpectedRepaid, Field::WorstRepaid];

    /// The sums as they are written, in the order of their fields.
    #[must_use]
    pub fn cells(&self) -> [String; 4] {
        [&self.expected_unspent, &self.worst_unspent, &self.expected_repaid, &self.worst_repaid].map(written::amount)
    }

    /// The sums that are written so; `None` when they are not.
    pub(super) fn of_cells(cells: &[&str]) -> Option<Self> {
        let sum = |cell: &str| cell.parse().ok().map(Money::rational);
        let [expected_unspent, worst_unspent, expected_repaid, worst_repaid] = cells else { return None };
        Some(Self {
            expected_unspent: sum(expected_unspent)?,
            worst_unspent: sum(worst_unspent)?,
            expected_repaid: sum(expected_repaid)?,
            worst_repaid: sum(worst_repaid)?,
        })
    }
}

fn activities(call: &Call, risk: &Risk) -> Vec<ActivityRiskReport> {
    let repaid: HashMap<&str, &Prospect> =
        risk.repay.prospects.iter().map(|one| (one.activity.as_str(), one)).collect();
    let activities = call.draft().activities.iter();
    let rates: HashMap<&str, SpendRate> =
        activities.filter_map(|one| Some((one.id.as_str(), one.spend_rate?))).collect();
    let report = |one: &Prospect| {
        let (rate, repaid) = (rates.get(one.activity.as_str())?, repaid.get(one.activity.as_str()));
        let sums = RiskSumsReport {
            expected_unspent: one.unspent.clone(),
            worst_unspent: one.worst_unspent(),
            expected_repaid: repaid.map(|repaid| repaid.unspent.clone()).unwrap_or_default(),
            worst_repaid: repaid.map(|repaid| repaid.worst_unspent()).unwrap_or_default(),
        };
        Some(ActivityRiskReport { id: one.activity.clone(), spend_rate: *rate, sums })
    };
    risk.all.prospects.iter().filter_map(report).collect()
}
