//! Grants as whole numbers of the call's unit, and what they are worth.

use fordela_lp::Rational;

use crate::call::draft::Funding;
use crate::call::{Call, RuleCase};
use crate::money::Money;

/// A stretch of an activity's ask in which every unit is worth the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// How many units it is long.
    pub(crate) width: i128,
    /// What a unit in it is worth; less than in the piece before.
    pub(crate) value: Rational,
}

/// How many units an activity may get, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) least: i128,
    pub(crate) most: i128,
}

impl Range {
    pub(crate) fn exactly(units: i128) -> Self {
        Self { least: units, most: units }
    }

    pub(crate) fn up_to(most: i128) -> Self {
        Self { least: 0, most }
    }
}

/// The whole units in an exact amount, rounded down; what is above `i128` cannot occur in a call.
pub(crate) fn whole_units(amount: &Rational, unit: Money) -> i128 {
    (amount / &unit.rational()).floor().to_i128().unwrap_or(i128::MAX)
}

/// The whole units that cover an exact amount: rounded up.
pub(crate) fn covering_units(amount: &Rational, unit: Money) -> i128 {
    (amount / &unit.rational()).ceil().to_i128().unwrap_or(i128::MAX)
}

/// The largest number that two numbers, at least zero, are whole multiples of.
fn common_measure(one: &Rational, other: &Rational) -> Rational {
    let (mut large, mut small) = (one.clone(), other.clone());
    while !small.is_zero() {
        let rest = &large - &((&large / &small).floor() * &small);
        (large, small) = (small, rest);
    }
    large
}

impl Call {
    /// The ask of an activity in whole units, rounded down.
    pub(crate) fn ask_units(&self, activity: usize) -> i128 {
        whole_units(&self.claims()[activity].ask().rational(), self.unit())
    }

    /// The value of this many units, which the ask holds.
    pub(crate) fn value_of_units(&self, activity: usize, units: i128) -> Rational {
        Money::of_units(units, self.unit()).map_or(Rational::ZERO, |grant| self.value(activity, grant))
    }

    /// The units of an activity's ask, cut where their value changes. A unit in which it changes is a
    /// piece of its own, so that the pieces give the exact value of any whole number of units.
    pub(crate) fn pieces(&self, activity: usize) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut start, mut counted) = (0, Rational::ZERO);
        for cut in self.cuts(activity) {
            let value = self.value_of_units(activity, cut);
            let each = (&value - &counted) / Rational::from(cut - start);
            match pieces.last_mut().filter(|piece| piece.value == each) {
                Some(piece) => piece.width += cut - start,
                None => pieces.push(Piece { width: cut - start, value: each }),
            }
            (start, counted) = (cut, value);
        }
        pieces
    }

    /// The numbers of units, above zero and rising, between which the value of a unit may change.
    pub(crate) fn cuts(&self, activity: usize) -> Vec<i128> {
        let ask = self.claims()[activity].ask().rational();
        let most = self.ask_units(activity);
        let mut cuts = vec![most];
        for tier in &self.draft().objective.diminishing {
            let end = &ask * &tier.up_to.part();
            cuts.push(whole_units(&end, self.unit()));
            cuts.push(covering_units(&end, self.unit()));
        }
        cuts.retain(|cut| (1..=most).contains(cut));
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// The pieces of every activity.
    pub(crate) fn all_pieces(&self) -> Vec<Vec<Piece>> {
        (0..self.claims().len()).map(|a| self.pieces(a)).collect()
    }

    /// A number that the value of every allocation is a whole multiple of; `None` when all are worth
    /// nothing. A bound can be rounded down to it.
    pub(crate) fn grid(&self, pieces: &[Vec<Piece>]) -> Option<Rational> {
        let mut grid = Rational::ZERO;
        for (a, activity) in self.draft().activities.iter().enumerate() {
            let pieces = &pieces[a];
            match activity.funding {
                Funding::Whole => grid = common_measure(&grid, &self.value_of_units(a, self.ask_units(a))),
                Funding::Levels => {
                    for level in 0..activity.levels.len() {
                        grid = common_measure(&grid, &self.value_of_units(a, self.level_units(a, level)));
                    }
                }
                Funding::Lines if pieces.len() == 1 => {
                    for line in 0..activity.lines.len() {
                        let units = Rational::from(self.line_units(a, line));
                        grid = common_measure(&grid, &(&pieces[0].value * &units));
                    }
                }
                Funding::Lines | Funding::Partial => {
                    for piece in pieces {
                        grid = common_measure(&grid, &piece.value);
                    }
                }
            }
        }
        (!grid.is_zero()).then_some(grid)
    }

    /// The most units every activity may get by its ask and its funds.
    pub(crate) fn most_units(&self) -> Vec<i128> {
        let paid = |a: usize| !self.claims()[a].payers().is_empty();
        (0..self.claims().len()).map(|a| if paid(a) { self.ask_units(a) } else { 0 }).collect()
    }

    /// The most units every activity may get by its ask, its funds and the caps on it alone.
    pub(crate) fn capped_units(&self) -> Vec<i128> {
        let mut most = self.most_units();
        for (activity, limit) in self.cases().iter().filter_map(RuleCase::lone_cap) {
            most[activity] = most[activity].min(whole_units(limit, self.unit()));
        }
        most
    }
}
