//! A call with other budgets: which there are, what each gives, and which need not be tried.
//!
//! Nothing here takes for granted that more money gives more. Limits in per cent of the budget move with it, whole
//! activities crowd others out, and remainders fall otherwise.

mod best;
mod given;
mod leaps;
mod program;
#[cfg(test)]
mod tests;
mod whole;

use std::collections::BTreeMap;
use std::rc::Rc;

use fordela_model::call::RuleCase;
use fordela_model::{Call, Scenario};
use fordela_num::{Money, Rational};

use crate::error::{Best, SolveError};
use crate::instance::part_of_budget;

pub use best::answers_are_best;
pub use given::Given;
pub use leaps::Leaps;
pub use program::shares;
pub(crate) use program::{fund_shares, rates, with_moving_limits};

/// How many answers may be asked for to prove one claim: many of small calls, few of large ones.
pub fn most_tries(call: &Call) -> usize {
    const WORK: usize = 100_000;
    let size = call.claims().len() + call.cases().len() + call.draft().funds.len();
    (WORK / (size * size).max(1)).clamp(32, 2_000)
}

/// Budgets from one to another, by how many grains of money they hold; the first and the last may hold a part of one.
#[derive(Debug, Clone, Copy)]
pub struct Grid {
    /// The smallest.
    pub from: Money,
    /// The largest.
    pub to: Money,
    /// How far apart they are.
    pub grain: Money,
}

impl Grid {
    /// The number of the first budget.
    pub fn first(&self) -> i128 {
        self.from.whole_units(self.grain)
    }

    pub(crate) fn last(&self) -> i128 {
        let last = self.to.whole_units(self.grain);
        if self.to.is_multiple_of(self.grain) || last < self.first() { last } else { last + 1 }
    }

    /// The budget with a number.
    pub fn money(&self, number: i128) -> Money {
        Money::of_units(number, self.grain).unwrap_or(self.to).clamp(self.from, self.to)
    }

    /// The first number of a budget that is no smaller than this.
    pub(crate) fn at_or_above(&self, budget: &Rational) -> i128 {
        if *budget <= self.from.rational() {
            return self.first();
        }
        let number = (budget / &self.grain.rational()).ceil().to_i128().unwrap_or(i128::MAX);
        number.min(self.last().saturating_add(1))
    }

    /// The last number of a budget that is no larger than this.
    pub(crate) fn at_or_below(&self, budget: &Rational) -> i128 {
        if *budget >= self.to.rational() {
            return self.last();
        }
        let number = (budget / &self.grain.rational()).floor().to_i128().unwrap_or(i128::MAX);
        if *budget < self.from.rational() { self.first() - 1 } else { number.max(self.first()) }
    }
}

/// How fine budgets are looked at: in whole kronor, or in units of the call where these are smaller, or where nothing
/// but whole units can follow from a budget.
pub fn grain(call: &Call) -> Money {
    let unit = call.unit();
    let is_of_budget = |case: &RuleCase| !part_of_budget(call, case).is_zero();
    let follows_units = call.draft().funds.len() == 1
        && !call.cases().iter().any(is_of_budget)
        && !call.asks_who_pays()
        && !call.pays_by_parts()
        && !call.draft().objective.kind.shares();
    if follows_units { unit } else { unit.min(Money::new(1)) }
}

/// From this budget on nothing changes any more: all funds hold more than is asked of them, all caps in per cent of the
/// budget are above what they count, and floors cannot be kept. The largest amount there is, where that is less.
pub fn horizon(call: &Call) -> Money {
    let budget = call.budget().rational();
    let mut most = Rational::ZERO;
    for (f, fund) in call.draft().funds.iter().enumerate().filter(|(_, fund)| !fund.amount.is_zero()) {
        let asked: Money =
            call.claims().iter().filter(|claim| claim.payers().contains(&f)).map(|claim| claim.ask()).sum();
        // Funds in proportion are rounded, by less than a whole.
        let asked = asked.rational() + Rational::ONE;
        most = most.max(asked * &budget / fund.amount.rational());
    }
    if let ([_], true) = (&call.draft().funds[..], budget.is_zero()) {
        most = call.asked().rational();
    }
    for case in call.cases() {
        let part = part_of_budget(call, case);
        if part.is_positive() {
            most = most.max(call.asked_for(case).rational() / &part);
        }
    }
    let whole = (most + Rational::ONE).ceil().to_i128().and_then(|most| Money::of_units(most, Money::new(1)));
    whole.map_or(Money::LARGEST, |most| most.min(Money::LARGEST))
}

/// What a budget gives; `None` where nothing keeps all rules.
pub(crate) type Outcome = Option<Rc<Given>>;

/// The answers to a call with other budgets, each asked for once.
pub struct Budgets<'c> {
    pub(crate) call: &'c Call,
    pub(crate) grid: Grid,
    known: BTreeMap<i128, Outcome>,
}

impl<'c> Budgets<'c> {
    /// For budgets of a grid, of which nothing is known yet.
    pub fn new(call: &'c Call, grid: Grid) -> Self {
        Self { call, grid, known: BTreeMap::new() }
    }

    /// Whether it is known what a budget gives.
    pub(crate) fn knows(&self, number: i128) -> bool {
        self.known.contains_key(&number)
    }

    /// What a budget gives.
    pub fn at(&mut self, number: i128, best: &mut Best<'_>) -> Result<Outcome, SolveError> {
        if let Some(known) = self.known.get(&number) {
            return Ok(known.clone());
        }
        let budget = self.grid.money(number);
        let outcome = match Scenario::named("").set("budget", budget.to_string()).apply(self.call) {
            Err(_) => None,
            Ok(changed) => best(&changed)?.map(|verified| Rc::new(Given::new(self.call, &changed, &verified))),
        };
        self.known.insert(number, outcome.clone());
        Ok(outcome)
    }
}
