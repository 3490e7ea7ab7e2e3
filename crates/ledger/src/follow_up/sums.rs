//! Reported sums beside what they are the sum of.

use fordela_model::call::draft::Unspent;
use fordela_model::{Call, Party};
use fordela_num::decimal::rational;
use fordela_num::{Money, Rational};
use serde::Serialize;

use super::outcome::{At, Cell, Sum};
use super::parent;
use super::settle::{Account, Placed, of_party};
use super::spent::Known;

/// A reported sum, and what it is the sum of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Check {
    /// Where it is reported.
    pub at: At,
    /// What is reported.
    pub reported: Rational,
    /// What it is the sum of; what is taken away is below zero.
    pub parts: Vec<Part>,
}

/// A part of a reported sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Part {
    /// What it is.
    #[serde(flatten)]
    pub of: PartOf,
    /// How much, below zero if it is taken away.
    pub amount: Rational,
}

/// What a part of a reported sum is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum PartOf {
    /// Another reported figure.
    Figure(At),
    /// What an activity or applicant was granted.
    Granted {
        /// Its id.
        party: String,
    },
    /// All that was granted, or was left of it by earlier periods.
    AllGranted,
    /// All that was spent of that, taken away.
    AllSpent,
}

impl Check {
    /// What the parts add up to.
    #[must_use]
    pub fn sum(&self) -> Rational {
        self.parts.iter().map(|part| part.amount.clone()).sum()
    }

    /// What is reported less what the parts add up to.
    #[must_use]
    pub fn difference(&self) -> Rational {
        &self.reported - &self.sum()
    }

    /// Whether the parts add up to what is reported.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.difference().is_zero()
    }
}

/// Every reported sum beside its parts, in the order of the rows; and those of which no parts are known.
pub(super) fn checks(call: &Call, rows: &[Known<'_>], accounts: &[Placed], by: Party) -> (Vec<Check>, Vec<At>) {
    let (mut checks, mut unchecked) = (Vec::new(), Vec::new());
    for known in rows {
        for sum in Sum::ALL {
            let Some(amount) = known.row.sums.get(&sum) else { continue };
            let at = At::new(known.place, Cell::Sum(sum));
            let parts = match sum {
                Sum::Spent if known.row.is_sum => Some(figures(known, rows, &at.cell)),
                Sum::Spent => continue,
                _ => of_accounts(call, known, accounts, by, sum),
            };
            match parts {
                Some(parts) => checks.push(Check { at, reported: amount.rational(), parts }),
                None => unchecked.push(at),
            }
        }
        checks.extend(of_results(known, rows));
    }
    (checks, unchecked)
}

/// What the rows report that a row of sums counts.
fn figures(known: &Known<'_>, rows: &[Known<'_>], cell: &Cell) -> Vec<Part> {
    let counted = rows.iter().filter(|other| known.counts(other));
    let parts = counted.filter_map(|other| {
        let amount = match cell {
            Cell::Sum(sum) => other.row.sums.get(sum)?.rational(),
            Cell::Result(name) => rational(*other.row.results.get(name)?),
            _ => return None,
        };
        Some(Part { of: PartOf::Figure(At::new(other.place, cell.clone())), amount })
    });
    parts.collect()
}

/// What the accounts say that a row is about; `None` where the decision says nothing of these activities.
fn of_accounts(call: &Call, known: &Known<'_>, accounts: &[Placed], by: Party, sum: Sum) -> Option<Vec<Part>> {
    if by == Party::Applicant && known.activity.is_some() {
        return None;
    }
    let accounts = known.party(by).map_or(accounts, |party| of_party(accounts, party));
    let is_meant = |one: &&Placed| {
        let activity = if by == Party::Activity { Some(one.party) } else { None };
        let applicant = activity.map_or(one.party, |activity| call.claims()[activity].applicant());
        known.activity.is_none_or(|wanted| Some(wanted) == activity)
            && known.applicant.is_none_or(|wanted| wanted == applicant)
            && (known.fund.is_none() || known.fund == one.fund || one.fund.is_none())
    };
    let is_apart = |one: &Placed| known.row.fund.is_some() && one.fund.is_none();
    if accounts.iter().filter(is_meant).any(is_apart) {
        return None;
    }
    let meant = accounts.iter().filter(is_meant).map(|one| &one.account);
    let meant: Vec<(&Account, Stretch)> =
        meant.filter_map(|account| Some((account, stretch(account, known)?))).collect();
    if sum == Sum::Granted {
        let part = |(account, stretch): &(&Account, Stretch)| Part {
            of: PartOf::Granted { party: account.party.clone() },
            amount: stretch.available.rational(),
        };
        return Some(meant.iter().map(part).collect());
    }
    let settled = meant.iter().filter(|(account, stretch)| account.is_reported && is_settled(account, stretch, sum));
    let (granted, spent) = settled.fold((Money::ZERO, Money::ZERO), |(granted, spent), (_, stretch)| {
        (granted + stretch.available, spent + stretch.spent)
    });
    Some(vec![
        Part { of: PartOf::AllGranted, amount: granted.rational() },
        Part { of: PartOf::AllSpent, amount: -spent.rational() },
    ])
}

/// An account in the period that a row names, or as a whole.
struct Stretch {
    available: Money,
    spent: Money,
    is_last: bool,
}

fn stretch(account: &Account, known: &Known<'_>) -> Option<Stretch> {
    let Some(period) = &known.period else {
        let settlement = &account.settlement;
        return Some(Stretch { available: settlement.granted, spent: settlement.spent, is_last: true });
    };
    let place = account.periods.iter().position(|one| one.period.as_ref() == Some(period))?;
    let one = account.periods.get(place)?;
    Some(Stretch { available: one.available, spent: one.spent, is_last: place + 1 == account.periods.len() })
}

/// Whether what is left of an account goes where the sum says.
fn is_settled(account: &Account, stretch: &Stretch, sum: Sum) -> bool {
    match sum {
        Sum::Unspent => true,
        Sum::Repaid => stretch.is_last && account.unspent == Some(Unspent::Repay),
        Sum::CarriedOver => stretch.is_last && account.unspent == Some(Unspent::CarryOver),
        Sum::Returned => stretch.is_last && account.unspent == Some(Unspent::Return),
        Sum::Granted | Sum::Spent => false,
    }
}

/// Results that are sums of results of other rows, or of their own parts in the same row.
fn of_results(known: &Known<'_>, rows: &[Known<'_>]) -> Vec<Check> {
    let mut checks = Vec::new();
    for (name, result) in &known.row.results {
        let at = At::new(known.place, Cell::Result(name.clone()));
        let counted = if known.row.is_sum { figures(known, rows, &at.cell) } else { Vec::new() };
        let own = known.row.results.iter().filter(|(other, _)| parent(other) == Some(name.as_str()));
        let own = own.map(|(other, part)| Part {
            of: PartOf::Figure(At::new(known.place, Cell::Result(other.clone()))),
            amount: rational(*part),
        });
        let all = [counted, own.collect()].into_iter().filter(|parts| !parts.is_empty());
        checks.extend(all.map(|parts| Check { at: at.clone(), reported: rational(*result), parts }));
    }
    checks
}
