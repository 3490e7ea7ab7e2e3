//! What becomes of a grant: one account for each party and fund.

use std::collections::BTreeMap;
use std::iter::Sum as Summed;
use std::ops::Add;

use fordela_model::call::draft::Unspent;
use fordela_model::{Call, Party};
use fordela_num::Money;
use serde::Serialize;

use super::Period;
use super::granted::Granted;
use super::outcome::Sum;
use super::spent::Known;

/// What became of granted money: `granted = spent + repaid + carried_over + returned + unsettled`, always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Settlement {
    /// What was granted.
    pub granted: Money,
    /// What of it was spent.
    pub spent: Money,
    /// What was spent beyond it. The grant does not pay for that, and no other unspent money does.
    pub above: Money,
    /// What of the grant is paid back to who gave it.
    pub repaid: Money,
    /// What of the grant is kept for the next period.
    pub carried_over: Money,
    /// What of the grant goes back to the city's own budget.
    pub returned: Money,
    /// What of the grant it is not known of what becomes: no outcome is reported, or the call does not say what
    /// becomes of unspent money.
    pub unsettled: Money,
}

impl Settlement {
    /// All that was spent, of the grant and beyond it: the outcome.
    #[must_use]
    pub fn outcome(&self) -> Money {
        self.spent + self.above
    }

    /// What of the grant was not spent, as far as is known.
    #[must_use]
    pub fn unspent(&self) -> Money {
        self.granted - self.spent
    }
}

impl Add for Settlement {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            granted: self.granted + other.granted,
            spent: self.spent + other.spent,
            above: self.above + other.above,
            repaid: self.repaid + other.repaid,
            carried_over: self.carried_over + other.carried_over,
            returned: self.returned + other.returned,
            unsettled: self.unsettled + other.unsettled,
        }
    }
}

impl Summed for Settlement {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// What a party was granted from a fund, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Account {
    /// The id of the activity or applicant.
    pub party: String,
    /// The id of the fund; `None` where the decision does not say which pays.
    pub fund: Option<String>,
    /// What became of the grant.
    pub settlement: Settlement,
    /// What becomes of money that is not used, where the call says so.
    pub unspent: Option<Unspent>,
    /// Whether an outcome was reported.
    pub is_reported: bool,
    /// The periods that were reported, from the first to the last.
    pub periods: Vec<PeriodAccount>,
}

/// A period of an account: `available = spent + left`, and what is left is available in the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PeriodAccount {
    /// The period; `None` where the rows name none.
    pub period: Option<Period>,
    /// What of the grant earlier periods have not spent.
    pub available: Money,
    /// What of that was spent; below zero where more came back.
    pub spent: Money,
    /// What was spent beyond it; below zero where more came back.
    pub above: Money,
    /// What is left of it.
    pub left: Money,
}

/// An account, with where in the call those stand that it is of.
pub(super) struct Placed {
    /// The activity or applicant.
    pub(super) party: usize,
    /// The fund, where it is known.
    pub(super) fund: Option<usize>,
    pub(super) account: Account,
}

/// A party, whether its fund is unknown, so that it stands last, and the fund.
type Key = (usize, bool, Option<usize>);

/// What was spent in each period.
type Spent = BTreeMap<Option<Period>, Money>;

/// The accounts of all parties, in the order of the call; funds in its order, with the unknown one last.
pub(super) fn accounts(call: &Call, granted: &Granted, rows: &[Known<'_>], by: Party) -> Vec<Placed> {
    let mut spent: BTreeMap<Key, Spent> = BTreeMap::new();
    let mut amounts = BTreeMap::new();
    for (party, shares) in granted.shares.iter().enumerate() {
        for (fund, amount) in shares {
            amounts.insert((party, fund.is_none(), *fund), *amount);
        }
    }
    for known in rows.iter().filter(|known| !known.row.is_sum) {
        let (Some(party), Some(amount)) = (known.party(by), known.row.sums.get(&Sum::Spent)) else { continue };
        let key = (party, known.fund.is_none(), known.fund);
        let period = spent.entry(key).or_default().entry(known.period.clone()).or_insert(Money::ZERO);
        *period = *period + *amount;
        amounts.entry(key).or_insert(Money::ZERO);
    }
    let ids = by.ids(call);
    let placed = |((party, is_unknown, fund), amount): (Key, Money)| {
        let unspent = disposal(call, fund, &granted.payers[party]);
        let (settlement, periods) = settle(amount, unspent, spent.get(&(party, is_unknown, fund)));
        let account = Account {
            party: ids[party].to_owned(),
            fund: fund.map(|fund| call.draft().funds[fund].id.clone()),
            settlement,
            unspent,
            is_reported: spent.contains_key(&(party, is_unknown, fund)),
            periods,
        };
        Placed { party, fund, account }
    };
    amounts.into_iter().map(placed).collect()
}

/// The accounts of a party; they stand together.
pub(super) fn of_party(accounts: &[Placed], party: usize) -> &[Placed] {
    let start = accounts.partition_point(|account| account.party < party);
    let end = accounts.partition_point(|account| account.party <= party);
    accounts.get(start..end).unwrap_or_default()
}

/// What becomes of unspent money of a fund; where it is not known which fund it is, if all that it can be say the same.
fn disposal(call: &Call, fund: Option<usize>, payers: &[usize]) -> Option<Unspent> {
    let funds = &call.draft().funds;
    match fund {
        Some(fund) => funds[fund].unspent,
        None => {
            let mut said = payers.iter().map(|&fund| funds[fund].unspent);
            let first = said.next()?;
            if said.all(|other| other == first) { first } else { None }
        }
    }
}

/// What becomes of a grant, in all and by period; nothing is `spent` where nothing is reported.
fn settle(granted: Money, unspent: Option<Unspent>, spent: Option<&Spent>) -> (Settlement, Vec<PeriodAccount>) {
    let (mut available, mut all_above) = (granted, Money::ZERO);
    let mut periods = Vec::new();
    for (period, outcome) in spent.into_iter().flatten() {
        // What comes back is first of what the grant did not pay for.
        let of_grant = available.min(*outcome + all_above.min(Money::ZERO.max(Money::ZERO - *outcome)));
        let left = available - of_grant;
        let above = *outcome - of_grant;
        all_above = all_above + above;
        periods.push(PeriodAccount { period: period.clone(), available, spent: of_grant, above, left });
        available = left;
    }
    let mut settlement = Settlement {
        granted,
        spent: periods.iter().map(|period| period.spent).sum(),
        above: periods.iter().map(|period| period.above).sum(),
        ..Settlement::default()
    };
    let place = match unspent.filter(|_| spent.is_some()) {
        Some(Unspent::Repay) => &mut settlement.repaid,
        Some(Unspent::CarryOver) => &mut settlement.carried_over,
        Some(Unspent::Return) => &mut settlement.returned,
        None => &mut settlement.unsettled,
    };
    *place = available;
    (settlement, periods)
}
