//! Results, and what each cost.

use std::collections::BTreeMap;

use fordela_model::{Call, Party};
use fordela_num::decimal::rational;
use fordela_num::{Money, Rational};
use serde::Serialize;

use super::outcome::{Row, Sum};
use super::parent;
use super::spent::Known;

/// A result, such as participants, and what was spent for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Achieved {
    /// The id of whose it is; `None` for all together.
    pub party: Option<String>,
    /// Its name.
    pub name: String,
    /// How much was reported: the sum of the rows.
    pub result: Rational,
    /// What those spent, of the grant and beyond it, who report it.
    pub spent: Money,
    /// Money for each: what was spent by how much was reached. `None` where that is nothing, or no money is reported.
    pub each: Option<Rational>,
}

/// What was spent on one kind of cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct KindSpent {
    /// The id of who spent it.
    pub party: String,
    /// The kind, as it is written; `None` for a refund of which no kind is told.
    pub kind: Option<String>,
    /// How much; below zero for a refund, which is told apart from what was spent.
    pub spent: Money,
}

impl KindSpent {
    /// Whether this is money that was spent and came back.
    #[must_use]
    pub fn is_refund(&self) -> bool {
        self.spent.is_negative()
    }
}

/// The results of every party that reports some, and of all together.
pub(super) fn achieved(call: &Call, rows: &[Known<'_>], by: Party) -> Vec<Achieved> {
    let mut spent: BTreeMap<usize, Money> = BTreeMap::new();
    let mut results: BTreeMap<(usize, &str), Rational> = BTreeMap::new();
    let mut names: Vec<&str> = Vec::new();
    for known in rows {
        let mut add = |name, result: Rational| {
            if !names.contains(&name) {
                names.push(name);
            }
            if let Some(party) = known.party(by).filter(|_| !known.row.is_sum) {
                let sum = results.entry((party, name)).or_default();
                *sum = &*sum + &result;
            }
        };
        whole(known.row).into_iter().for_each(|(name, result)| add(name, result));
        if let (Some(party), Some(amount), false) = (known.party(by), known.row.sums.get(&Sum::Spent), known.row.is_sum)
        {
            let sum = spent.entry(party).or_insert(Money::ZERO);
            *sum = *sum + *amount;
        }
    }
    names.sort_unstable();
    let ids = by.ids(call);
    let mut all = Vec::new();
    for name in names {
        let own: Vec<(usize, &Rational)> = results
            .iter()
            .filter(|((_, other), _)| *other == name)
            .map(|((party, _), result)| (*party, result))
            .collect();
        all.extend(
            own.iter()
                .map(|(party, result)| one(Some(ids[*party]), name, (*result).clone(), spent.get(party).copied())),
        );
        let total: Rational = own.iter().map(|(_, result)| (*result).clone()).sum();
        let used: Option<Money> = own.iter().map(|(party, _)| spent.get(party).copied()).sum();
        match own.len() {
            // Reported of all together only.
            0 => all.extend(of_all(rows, name, spent.values().copied().sum())),
            1 => {}
            _ => all.push(one(None, name, total, used)),
        }
    }
    all
}

/// A result that only a row of sums over everything reports.
fn of_all(rows: &[Known<'_>], name: &str, spent: Money) -> Option<Achieved> {
    let is_of_all = |known: &&Known<'_>| {
        let is_part = known.activity.is_some() || known.applicant.is_some() || known.fund.is_some();
        known.row.is_sum && !is_part && known.period.is_none() && known.row.kind.is_none()
    };
    let row = rows.iter().find(is_of_all)?;
    let (_, result) = whole(row.row).into_iter().find(|(other, _)| *other == name)?;
    Some(one(None, name, result, Some(spent)))
}

fn one(party: Option<&str>, name: &str, result: Rational, spent: Option<Money>) -> Achieved {
    let each = spent.filter(|_| !result.is_zero()).map(|spent| spent.rational() / result.clone());
    let party = party.map(str::to_owned);
    Achieved { party, name: name.to_owned(), result, spent: spent.unwrap_or(Money::ZERO), each }
}

/// The results of a row that are no parts of others, each by itself or as the sum of its parts.
fn whole(row: &Row) -> Vec<(&str, Rational)> {
    let mut whole: Vec<(&str, Rational)> = row
        .results
        .iter()
        .filter(|(name, _)| parent(name).is_none())
        .map(|(n, r)| (n.as_str(), rational(*r)))
        .collect();
    for (name, result) in &row.results {
        let Some(parent) = parent(name).filter(|parent| super::parent(parent).is_none()) else { continue };
        if row.results.contains_key(parent) {
            continue;
        }
        match whole.iter_mut().find(|(other, _)| *other == parent) {
            Some((_, sum)) => *sum = &*sum + &rational(*result),
            None => whole.push((parent, rational(*result))),
        }
    }
    whole
}

/// What every party spent on each kind of cost that it tells apart, and what came back.
pub(super) fn kinds(call: &Call, rows: &[Known<'_>], by: Party) -> Vec<KindSpent> {
    let mut kinds: BTreeMap<(usize, bool, Option<&str>), Money> = BTreeMap::new();
    for known in rows.iter().filter(|known| !known.row.is_sum) {
        let (kind, is_refund) = (known.row.kind.as_deref(), known.row.is_refund());
        let amount = known.row.sums.get(&Sum::Spent).filter(|_| kind.is_some() || is_refund);
        if let (Some(party), Some(amount)) = (known.party(by), amount) {
            let sum = kinds.entry((party, is_refund, kind)).or_insert(Money::ZERO);
            *sum = *sum + *amount;
        }
    }
    let ids = by.ids(call);
    let kind = |((party, _, kind), spent): ((usize, bool, Option<&str>), Money)| KindSpent {
        party: ids[party].to_owned(),
        kind: kind.map(str::to_owned),
        spent,
    };
    kinds.into_iter().map(kind).collect()
}
