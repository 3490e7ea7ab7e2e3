//! What people should look at in a follow-up.

use std::collections::BTreeMap;

use fordela_model::{Call, Date, Party};
use fordela_num::{Money, Rational};
use serde::Serialize;

use super::granted::Granted;
use super::outcome::{At, Cell, Sum};
use super::settle::{Account, Placed};
use super::spent::Known;
use super::sums::Check;

/// One thing that people should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// Where in the outcome it stands; `None` for what is missing there.
    pub at: Option<At>,
    /// What it is.
    #[serde(flatten)]
    pub kind: FindingKind,
}

impl Finding {
    /// A word for the kind that never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match &self.kind {
            FindingKind::MissingReport { .. } => "missing-report",
            FindingKind::AboveGrant { .. } => "above-grant",
            FindingKind::Late { in_part: false, .. } => "late",
            FindingKind::Late { in_part: true, .. } => "late-in-part",
            FindingKind::DoesNotAddUp { .. } => "does-not-add-up",
            FindingKind::Unchecked => "unchecked",
            FindingKind::FundUnknown { .. } => "fund-unknown",
            FindingKind::UnspentUnstated { .. } => "unspent-unstated",
        }
    }
}

/// What can be found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum FindingKind {
    /// Money was granted, and nothing is reported of what was spent.
    MissingReport {
        /// The id of who was granted it.
        party: String,
        /// The id of the fund, where it is known.
        fund: Option<String>,
        /// How much.
        granted: Money,
    },
    /// More was spent than granted.
    AboveGrant {
        /// The id of who spent it.
        party: String,
        /// The id of the fund, where it is known.
        fund: Option<String>,
        /// What was granted.
        granted: Money,
        /// What was spent.
        outcome: Money,
    },
    /// Money was spent when the fund's could no longer be used, or may have been.
    Late {
        /// The id of who spent it.
        party: String,
        /// How much.
        spent: Money,
        /// The last day.
        use_by: Date,
        /// Whether the period also has days when it could be used.
        in_part: bool,
    },
    /// A reported sum is not what its parts add up to.
    DoesNotAddUp {
        /// What is reported.
        reported: Rational,
        /// What its parts are, as a sum.
        parts: Vec<Rational>,
        /// Whether it is money.
        is_money: bool,
    },
    /// A reported sum of which no parts are known.
    Unchecked,
    /// The decision does not say which fund pays.
    FundUnknown {
        /// Whom.
        party: String,
    },
    /// Money is left, and the call does not say what becomes of it.
    UnspentUnstated {
        /// The id of the fund, where it is known.
        fund: Option<String>,
        /// How much.
        amount: Money,
    },
}

/// What is to be found, in the order of the kinds and then of the call or the rows.
pub(super) fn findings(
    call: &Call,
    granted: &Granted,
    rows: &[Known<'_>],
    accounts: &[Placed],
    checks: &[Check],
    unchecked: Vec<At>,
    by: Party,
) -> Vec<Finding> {
    let found = Accounts { call, rows, accounts, ids: by.ids(call), by };
    let mut findings = found.missing();
    findings.extend(found.above());
    findings.extend(found.late(granted));
    findings.extend(checks.iter().filter(|check| !check.holds()).map(|check| Finding {
        at: Some(check.at.clone()),
        kind: FindingKind::DoesNotAddUp {
            reported: check.reported.clone(),
            parts: check.parts.iter().map(|part| part.amount.clone()).collect(),
            is_money: matches!(check.at.cell, Cell::Sum(_)),
        },
    }));
    findings.extend(unchecked.into_iter().map(|at| Finding { at: Some(at), kind: FindingKind::Unchecked }));
    findings.extend(found.fund_unknown());
    findings.extend(found.unspent_unstated());
    findings
}

struct Accounts<'a> {
    call: &'a Call,
    rows: &'a [Known<'a>],
    accounts: &'a [Placed],
    ids: Vec<&'a str>,
    by: Party,
}

impl Accounts<'_> {
    fn missing(&self) -> Vec<Finding> {
        let accounts = self.accounts.iter().map(|one| &one.account);
        let missing = accounts.filter(|one| !one.is_reported && !one.settlement.granted.is_zero());
        let finding = |one: &Account| {
            let (party, fund) = (one.party.clone(), one.fund.clone());
            let kind = FindingKind::MissingReport { party, fund, granted: one.settlement.granted };
            Finding { at: None, kind }
        };
        missing.map(finding).collect()
    }

    fn above(&self) -> Vec<Finding> {
        // The last row of an account is where it goes above.
        let mut last: BTreeMap<(usize, Option<usize>), &Known<'_>> = BTreeMap::new();
        for known in self.rows.iter().filter(|known| !known.row.is_sum && known.row.sums.contains_key(&Sum::Spent)) {
            let Some(party) = known.party(self.by) else { continue };
            let row = last.entry((party, known.fund)).or_insert(known);
            if row.period <= known.period {
                *row = known;
            }
        }
        let above = self.accounts.iter().filter(|one| !one.account.settlement.above.is_zero());
        let finding = |one: &Placed| {
            let (party, fund) = (one.account.party.clone(), one.account.fund.clone());
            let (granted, outcome) = (one.account.settlement.granted, one.account.settlement.outcome());
            let row = last.get(&(one.party, one.fund));
            let at = row.map(|known| At::new(known.place, Cell::Sum(Sum::Spent)));
            Finding { at, kind: FindingKind::AboveGrant { party, fund, granted, outcome } }
        };
        above.map(finding).collect()
    }

    fn late(&self, granted: &Granted) -> Vec<Finding> {
        let funds = &self.call.draft().funds;
        let mut findings = Vec::new();
        for known in self.rows.iter().filter(|known| !known.row.is_sum) {
            let (Some(party), Some(spent)) = (known.party(self.by), known.row.sums.get(&Sum::Spent)) else { continue };
            let Some((first, last)) = known.period.as_ref().and_then(|period| period.days) else { continue };
            let possible: Vec<usize> = known.fund.map_or_else(|| granted.payers[party].clone(), |fund| vec![fund]);
            // Where it may be the money of several funds, the last of their days.
            let days: Option<Vec<Date>> = possible.iter().map(|&fund| funds[fund].use_by).collect();
            let Some(use_by) = days.and_then(|days| days.into_iter().max()) else { continue };
            if last > use_by && *spent > Money::ZERO {
                let (party, in_part) = (self.ids[party].to_owned(), first <= use_by);
                let kind = FindingKind::Late { party, spent: *spent, use_by, in_part };
                findings.push(Finding { at: Some(At::new(known.place, Cell::Period)), kind });
            }
        }
        findings
    }

    fn fund_unknown(&self) -> Vec<Finding> {
        let unknown = self.accounts.iter().map(|one| &one.account).filter(|one| one.fund.is_none());
        unknown.map(|one| Finding { at: None, kind: FindingKind::FundUnknown { party: one.party.clone() } }).collect()
    }

    /// One finding a fund.
    fn unspent_unstated(&self) -> Vec<Finding> {
        let known = (0..self.call.draft().funds.len()).map(Some);
        let finding = |fund: Option<usize>| {
            let own = self.accounts.iter().filter(|one| one.fund == fund).map(|one| &one.account);
            let left = own.filter(|one| one.is_reported && one.unspent.is_none());
            let amount: Money = left.map(|one| one.settlement.unsettled).sum();
            let fund = fund.map(|fund| self.call.draft().funds[fund].id.clone());
            let kind = FindingKind::UnspentUnstated { fund, amount };
            (!amount.is_zero()).then_some(Finding { at: None, kind })
        };
        known.chain([None]).filter_map(finding).collect()
    }
}
