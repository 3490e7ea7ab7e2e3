//! Budgets between which no limit moves by a whole unit, so that the answer is the same.

use fordela_model::Call;
use fordela_model::call::scaling_step;
use fordela_num::Rational;

use super::Grid;
use super::program::{fund_shares, rates};
use crate::formulate::as_written;
use crate::instance::Instance;

/// How fast the limits of a call move with its budget, where they count in whole units only.
pub(crate) struct WholeUnits {
    /// For every limit that moves, what is added to it in units for every unit of the currency.
    rates: Vec<Rational>,
    /// By how much a limit may be off, in units, as funds in proportion are rounded.
    room: Rational,
    counts: bool,
}

impl WholeUnits {
    pub(crate) fn of(call: &Call, instance: &Instance) -> Self {
        let unit = call.unit().rational();
        let funds = instance.funds.len();
        let room = Rational::from(if funds > 1 { funds } else { 0 }.try_into().unwrap_or(i64::MAX))
            * scaling_step(call)
            / &unit;
        let rates = fund_shares(instance).map(|shares| rates(instance, &as_written(instance), &shares));
        let rates = rates.unwrap_or_default();
        let mut rates: Vec<Rational> =
            rates.into_iter().filter(|rate| !rate.is_zero()).map(|rate| rate / &unit).collect();
        rates.sort();
        rates.dedup();
        Self { rates, room, counts: !instance.pays_by_parts() && !instance.shares() }
    }

    /// The first number after one at which some limit may be another whole number of units.
    pub(crate) fn changes_after(&self, grid: &Grid, number: i128) -> i128 {
        let budget = grid.money(number).rational();
        let Some((_, until)) = self.steady(&budget) else { return number + 1 };
        until.map_or(grid.last() + 1, |until| grid.at_or_above(&until).max(number + 1))
    }

    /// The last number before one at which some limit may be another whole number of units.
    pub(crate) fn changes_before(&self, grid: &Grid, number: i128) -> i128 {
        let budget = grid.money(number).rational();
        let Some((since, _)) = self.steady(&budget) else { return number - 1 };
        since.map_or(grid.first() - 1, |since| grid.at_or_below(&since).min(number - 1))
    }

    /// The budgets on either side of one at which a limit may next be another; `None` where it may be at once.
    fn steady(&self, budget: &Rational) -> Option<(Option<Rational>, Option<Rational>)> {
        if !self.counts {
            return None;
        }
        let (mut since, mut until): (Option<Rational>, Option<Rational>) = (None, None);
        for rate in &self.rates {
            let limit = rate * budget;
            let (below, above) = ((&limit - &self.room).floor(), (&limit + &self.room).ceil());
            // A limit on a whole number is rounded to it both ways.
            if &above - &below > Rational::ONE || limit.is_integer() {
                return None;
            }
            let (first, last) = ((below + &self.room) / rate, (above - &self.room) / rate);
            since = Some(since.map_or(first.clone(), |since| since.max(first)));
            until = Some(until.map_or(last.clone(), |until| until.min(last)));
        }
        Some((since, until))
    }
}
