//! Rows that cut off points which are not whole, before a search begins.

mod cover;
mod rounder;
mod rounding;

pub use cover::Cover;
pub use rounding::Rounding;

use fordela_num::Rational;

use super::effort::Effort;
use super::simplex::Simplex;
use crate::float::{Ended, Floats};
use crate::{Column, ColumnId, Program, Row};
use cover::{First, Item, broken};
use rounder::{Limit, Rounder};
use rounding::bound;

/// A limit on yes-or-no columns that all points of a program keep: what counts weighs no more than the capacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knapsack {
    /// The columns, each once, with what they weigh; at least zero.
    pub items: Vec<(ColumnId, i128)>,
    /// Whether a column counts that is 1, as under a cap, or one that is 0, as above a floor.
    pub counts: bool,
    /// What counts weighs at most this; at least zero.
    pub capacity: i128,
    /// The row that says the same, where all its columns are yes or no.
    pub row: Option<usize>,
}

impl Knapsack {
    /// The limits that rows of a program are, all of whose columns are yes or no and weigh whole numbers.
    #[must_use]
    pub fn all_of(program: &Program) -> Vec<Self> {
        let mut all = Vec::new();
        for (place, row) in program.rows().iter().enumerate() {
            let Some(items) = items(program, row) else { continue };
            let weight: i128 = items.iter().map(|(_, weight)| weight).sum();
            let cap = row.at_most.as_ref().and_then(|most| most.floor().to_i128()).map(|most| (true, most));
            let floor =
                row.at_least.as_ref().and_then(|least| least.ceil().to_i128()).map(|least| (false, weight - least));
            for (counts, capacity) in cap.into_iter().chain(floor).filter(|(_, capacity)| *capacity >= 0) {
                let row = Some(place).filter(|_| counts == row.at_most.is_some());
                all.push(Self { items: items.clone(), counts, capacity, row });
            }
        }
        all
    }
}

/// The columns of a row with what they weigh, where all are yes or no and weigh a whole number.
fn items(program: &Program, row: &Row) -> Option<Vec<(ColumnId, i128)>> {
    let item = |(column, a): &(ColumnId, Rational)| {
        let Column { lower, upper, integer, .. } = &program.columns()[column.0];
        let is_choice = *integer && !lower.is_negative() && *upper <= Rational::ONE;
        let weight = a.to_i128().filter(|weight| *weight >= 0)?;
        is_choice.then_some((*column, weight))
    };
    row.terms.iter().map(item).collect()
}

/// What follows from some limits for whole points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    /// From one.
    Cover(Cover),
    /// From several together.
    Rounding(Rounding),
}

impl Cut {
    /// The cut as a row of the program; `None` where nothing follows.
    #[must_use]
    pub fn row(&self, program: &Program, knapsacks: &[Knapsack]) -> Option<Row> {
        match self {
            Self::Cover(cover) => Some(cover.row(&knapsacks[cover.knapsack])),
            Self::Rounding(rounding) => rounding.row(program, knapsacks),
        }
    }
}

/// There are at most so many rounds, each with so many cuts at most.
const ROUNDS: usize = 30;
const A_ROUND: usize = 40;

/// After so many rounds that together bring the value down by less than one part in so many of what all did, no more are made.
const SLOW: usize = 4;
const PART: f64 = 50.0;

/// Less than this of a row in a combination is nothing.
const NOTHING: f64 = 1e-9;

/// Cuts that follow from limits on the whole points of a program, those at which its relaxation stands when no more are found.
/// They are looked for in floats; that they follow is worked out in whole numbers.
#[must_use]
pub fn cuts(program: &Program, knapsacks: &[Knapsack], effort: &Effort<'_>) -> Vec<(Cut, Row)> {
    let mut rounds = Rounds { program, knapsacks, kept: Vec::new(), same: Vec::new(), floats: None };
    let mut values: Vec<f64> = Vec::new();
    for _ in 0..ROUNDS {
        let Some(value) = rounds.relax(effort) else { break };
        values.push(value);
        if is_slow(&values) || !rounds.add() {
            break;
        }
    }
    rounds.kept
}

fn is_slow(values: &[f64]) -> bool {
    let [first, .., last] = values else { return false };
    let before = values.len().checked_sub(SLOW + 1).map(|at| values[at]);
    before.is_some_and(|before| (before - last) * PART < first - last)
}

/// Rounds of solving and cutting.
struct Rounds<'r> {
    program: &'r Program,
    knapsacks: &'r [Knapsack],
    kept: Vec<(Cut, Row)>,
    /// Which row each row was in the round before.
    same: Vec<Option<usize>>,
    /// The relaxation of the round before.
    floats: Option<Floats>,
}

impl Rounds<'_> {
    /// Solves the relaxation with the cuts there are, and drops those that nothing rests on; returns its value, if floats tell.
    fn relax(&mut self, effort: &Effort<'_>) -> Option<f64> {
        let mut program = self.program.clone();
        self.kept.iter().for_each(|(_, row)| {
            program.add_row(row.clone());
        });
        let simplex = Simplex::new(&program);
        let (cold, _) = simplex.apart();
        let warm = self.floats.take().and_then(|before| {
            let mut warm = cold.clone();
            warm.stand_as(&before, &self.same).then_some(warm)
        });
        let mut floats = warm.unwrap_or(cold);
        let ended = floats.solve(|looked_at| {
            simplex.count_floats(looked_at);
            simplex.pay(effort).is_ok()
        });
        if ended != Ended::Optimal {
            return None;
        }
        let (rows, columns) = (self.program.rows().len(), self.program.columns().len());
        self.same = (0..rows).map(Some).collect();
        let mut row = rows..;
        let Self { kept, same, .. } = self;
        kept.retain(|_| {
            let at = row.next().filter(|row| floats.is_outside(columns + row));
            same.extend(at.map(Some));
            at.is_some()
        });
        let value = floats.value();
        self.floats = Some(floats);
        Some(value)
    }

    /// Adds cuts that the relaxation breaks; whether there are any.
    fn add(&mut self) -> bool {
        let Some(floats) = &mut self.floats else { return false };
        let found = Separation::new(self.program, self.knapsacks, floats).all();
        let before = self.kept.len();
        let with_row = |cut: Cut| Some((cut.row(self.program, self.knapsacks)?, cut));
        self.kept.extend(found.into_iter().filter_map(with_row).map(|(row, cut)| (cut, row)));
        self.same.resize(self.program.rows().len() + self.kept.len(), None);
        self.kept.len() > before
    }
}

/// Looks for cuts that a relaxation breaks.
struct Separation<'s> {
    program: &'s Program,
    knapsacks: &'s [Knapsack],
    floats: &'s mut Floats,
    amounts: Vec<f64>,
}

impl<'s> Separation<'s> {
    fn new(program: &'s Program, knapsacks: &'s [Knapsack], floats: &'s mut Floats) -> Self {
        let amounts = (0..program.columns().len()).map(|column| floats.amount(column)).collect();
        Self { program, knapsacks, floats, amounts }
    }

    fn all(&mut self) -> Vec<Cut> {
        let mut found = self.covers();
        found.extend(self.roundings());
        found
    }

    fn covers(&self) -> Vec<Cut> {
        let mut found: Vec<Cut> = Vec::new();
        for (at, knapsack) in self.knapsacks.iter().enumerate() {
            let item = |&(column, weight): &(ColumnId, i128)| {
                let amount = self.amounts[column.0].clamp(0.0, 1.0);
                Item { column, weight, part: if knapsack.counts { amount } else { 1.0 - amount } }
            };
            let items: Vec<Item> = knapsack.items.iter().filter(|(_, weight)| *weight > 0).map(item).collect();
            for first in [First::Heavy, First::Full] {
                let cut = broken(knapsack, at, &items, first).map(Cut::Cover);
                found.extend(cut.filter(|cut| !found.contains(cut)));
            }
        }
        found
    }

    /// Roundings of each limit alone, and of those that hold a broken column together.
    fn roundings(&mut self) -> Vec<Cut> {
        let limits = self.limits();
        let mut sums: Vec<Vec<(usize, f64)>> = (0..limits.len()).map(|limit| vec![(limit, 1.0)]).collect();
        let mut by_row = vec![None; self.program.rows().len()];
        for (place, limit) in limits.iter().enumerate() {
            if let Some(row) = self.knapsacks[limit.at].row {
                by_row[row] = Some(place);
            }
        }
        for column in (0..self.amounts.len()).filter(|&column| self.program.columns()[column].integer) {
            if (self.amounts[column] - self.amounts[column].round()).abs() > 1e-6 {
                sums.extend(self.floats.combination(column).and_then(|weights| as_sum(weights, &by_row)));
            }
        }
        let mut rounder = Rounder::new(&limits, &self.amounts);
        let mut found: Vec<(f64, Rounding)> = Vec::new();
        for sum in &sums {
            found.extend(rounder.best(sum));
            let other: Vec<(usize, f64)> = sum.iter().map(|&(limit, weight)| (limit, -weight)).collect();
            found.extend(rounder.best(&other));
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found.truncate(A_ROUND);
        found.into_iter().map(|(_, rounding)| Cut::Rounding(rounding)).collect()
    }

    /// The limits that are rows.
    fn limits(&self) -> Vec<Limit> {
        let limit = |(at, knapsack): (usize, &Knapsack)| {
            let row = &self.program.rows()[knapsack.row?];
            let terms: Vec<(usize, f64)> = row.terms.iter().map(|(column, a)| (column.0, a.to_f64())).collect();
            let sum: f64 = terms.iter().map(|(column, a)| a * self.amounts[*column]).sum();
            let bound = bound(row)?.to_f64();
            let is_cap = row.at_most.is_some();
            let left = if is_cap { bound - sum } else { sum - bound };
            Some(Limit { at, terms, bound, is_cap, left: left.max(0.0) })
        };
        self.knapsacks.iter().enumerate().filter_map(limit).collect()
    }
}

/// A combination of rows as one of limits, if these are all that is in it.
fn as_sum(weights: &[f64], by_row: &[Option<usize>]) -> Option<Vec<(usize, f64)>> {
    let mut sum = Vec::new();
    for (row, &weight) in weights.iter().enumerate().filter(|(_, weight)| weight.abs() > NOTHING) {
        sum.push((by_row.get(row).copied().flatten()?, weight));
    }
    Some(sum)
}
