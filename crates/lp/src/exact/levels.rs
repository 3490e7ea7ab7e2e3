//! The leximin of a face, from what floats see of it.
//!
//! Floats raise the columns and tell which rows stop somebody, weighed how, and in which order. For any weights `w` the rows say
//! `Σ (wᵀA) · column ≤ Σ w · limit`, with the upper limit where the weight is above zero and the lower one where it is below. Where
//! the columns with a coefficient above zero stand at one level (or are full below it, or have not begun above it), those with
//! one below zero are full, and the two sides are equal, none of them can rise unless one that is no higher falls. That level is
//! worked out exactly, for one halt after the other, each no lower than the last. Columns that are free to move but are not
//! raised are then as low as they can be where their coefficient is above zero, and as high where it is below. Where every
//! column that is not full has been stopped, and a point holds all rows in the end, what is raised stands at the leximin,
//! whatever floats did; else it is looked for exactly.

use fordela_num::{Rational, Total};

use super::effort::{Effort, Spent};
use super::factor::Factor;
use super::raise::Raised;
use super::risen::Risen;
use super::simplex::{Simplex, Status};
use crate::float::Halt;
use crate::place::Place;

/// What is raised alone pays to be raised in floats first in programs this many times smaller than others.
const MANY: usize = 4;

/// The largest denominator that a weight is taken for, and how near it must be.
const FINEST: i128 = 1_000_000;
const NEAR: f64 = 1e-9;

impl Simplex {
    /// Moves to a leximin point of the raised columns, if floats find it.
    pub(super) fn raise_by_levels(&mut self, raised: &[&Raised], effort: &Effort<'_>) -> Result<bool, Spent> {
        if self.places.len() < self.large / MANY {
            return Ok(false);
        }
        let others = self.open_beside(raised);
        let Some(risen) = self.rise_in_floats(raised, &others, effort) else { return Ok(false) };
        let Some(found) = Levels::new(self, raised, &others).run(&risen.halts) else { return Ok(false) };
        if found.others.len() < others.len() {
            // Where few others may move, they are where the exact way puts them.
            return if self.is_large() { self.move_to(raised, found, &risen, effort) } else { Ok(false) };
        }
        let holds = found.holds(self, &others);
        if holds {
            self.stand_at(raised, &others, found);
        }
        Ok(holds)
    }

    /// The columns that are free to move and are not raised.
    fn open_beside(&self, raised: &[&Raised]) -> Vec<usize> {
        let mut is_open: Vec<bool> = (0..self.matrix.columns()).map(|column| self.is_open(column)).collect();
        raised.iter().for_each(|raised| is_open[raised.column] = false);
        (0..is_open.len()).filter(|&column| is_open[column]).collect()
    }

    /// Fixes the raised columns at these values and moves the others to where all rows hold, if there is such a point: near
    /// where they stand in floats.
    fn move_to(
        &mut self,
        raised: &[&Raised],
        found: Leximin,
        risen: &Risen,
        effort: &Effort<'_>,
    ) -> Result<bool, Spent> {
        let bounds = |raised: &&Raised| (self.lower[raised.column].clone(), self.upper[raised.column].clone());
        let before: Vec<_> = raised.iter().map(bounds).collect();
        for (raised, value) in raised.iter().zip(found.values) {
            self.set_bounds(raised.column, value.clone(), value);
        }
        self.take(self.places_of(risen));
        if self.solve(effort)? == Status::Optimal {
            return Ok(true);
        }
        for (raised, (lower, upper)) in raised.iter().zip(before) {
            self.set_bounds(raised.column, lower, upper);
        }
        self.solve(effort)?;
        Ok(false)
    }

    /// Fixes all columns, the raised ones and the others at these values, with the sums of all rows in the basis.
    fn stand_at(&mut self, raised: &[&Raised], open: &[usize], Leximin { values, others, sums }: Leximin) {
        let n = self.matrix.columns();
        for column in (0..n).filter(|&column| self.is_open(column)).collect::<Vec<_>>() {
            self.fix(column);
        }
        let columns = raised.iter().map(|raised| raised.column).chain(open.iter().copied());
        for (column, value) in columns.zip(values.into_iter().chain(others)) {
            self.lower[column] = value.clone();
            self.upper[column] = value;
        }
        self.places[..n].fill(Place::Lower);
        for position in 0..self.head.len() {
            self.head[position] = n + position;
            self.places[n + position] = Place::Basic(position);
        }
        self.factor = Factor::of_row_sums(self.head.len());
        self.moved.clear();
        self.basics = sums;
        self.reprice();
    }
}

/// What was found: the values of the raised columns, and the sums of all rows over these and what does not move.
struct Leximin {
    values: Vec<Rational>,
    /// The values of the others that may move, where those that are raised leave each only one; else none.
    others: Vec<Rational>,
    sums: Vec<Rational>,
}

impl Leximin {
    /// Whether the sums are within the limits of all rows, and the others between their bounds.
    fn holds(&self, simplex: &Simplex, others: &[usize]) -> bool {
        let n = simplex.matrix.columns();
        let holds = |(variable, value): (usize, &Rational)| {
            simplex.lower[variable] <= *value && *value <= simplex.upper[variable]
        };
        others.iter().copied().zip(&self.others).all(holds) && (n..).zip(&self.sums).all(holds)
    }
}

/// Works out the values of columns, halt by halt.
struct Levels<'a> {
    simplex: &'a Simplex,
    raised: &'a [&'a Raised],
    /// The raised columns, and after them the others that may move.
    columns: Vec<usize>,
    /// The columns of each row that are not settled yet, with their coefficients.
    open: Vec<Vec<(usize, &'a Rational)>>,
    /// The sum of each row over all that is settled.
    settled: Vec<Total>,
    /// The limit at which each row is held, once it has stopped somebody: whoever was stopped could rise if it were not.
    held: Vec<Option<&'a Rational>>,
    values: Vec<Option<Rational>>,
    /// The level of the last halt.
    level: Rational,
    /// The level at which each column begins and ends to rise.
    turns: Vec<(f64, f64)>,
    /// The combination of rows that is being looked at, by column; zero in between.
    sums: Vec<Rational>,
}

impl<'a> Levels<'a> {
    fn new(simplex: &'a Simplex, raised: &'a [&'a Raised], others: &[usize]) -> Self {
        let (n, rows) = (simplex.matrix.columns(), simplex.matrix.rows());
        let columns: Vec<usize> = raised.iter().map(|raised| raised.column).chain(others.iter().copied()).collect();
        let mut open = vec![Vec::new(); rows];
        let mut settled: Vec<Total> = (0..rows).map(|row| Total::from(simplex.value_of(n + row))).collect();
        for (k, &column) in columns.iter().enumerate() {
            let value = -simplex.value_of(column);
            for (row, a) in simplex.matrix.column(column) {
                open[*row].push((k, a));
                settled[*row].add_product(a, &value);
            }
        }
        let turn = |raised: &&Raised| {
            let (lower, upper) = simplex.float_bounds(raised.column);
            let (weight, start) = (raised.weight.to_f64(), raised.head_start.to_f64());
            ((lower + start) / weight, (upper + start) / weight)
        };
        let turns = raised.iter().map(turn).collect();
        let sums = vec![Rational::ZERO; columns.len()];
        let held = vec![None; rows];
        let values = vec![None; columns.len()];
        Self { simplex, raised, columns, open, settled, held, values, level: Rational::ZERO, turns, sums }
    }

    /// Where all raised columns end, if that is proven to be the leximin and a point is there.
    fn run(mut self, halts: &[Halt]) -> Option<Leximin> {
        for halt in halts {
            self.halt(halt)?;
        }
        let rest = (0..self.raised.len()).filter(|&k| self.values[k].is_none());
        let full = rest.map(|k| (k, self.simplex.upper[self.columns[k]].clone())).collect();
        self.settle(full);
        self.settle_others();
        let others = self.values.split_off(self.raised.len());
        let others = others.into_iter().collect::<Option<Vec<Rational>>>().unwrap_or_default();
        let sums = self.settled.iter().map(Total::sum).collect();
        Some(Leximin { values: self.values.into_iter().flatten().collect(), others, sums })
    }

    /// Settles the others that are alone in what is left of a row with one limit, such as what sums up the rest, one after the
    /// other.
    fn settle_others(&mut self) {
        let n = self.simplex.matrix.columns();
        let exact: Vec<usize> = (0..self.settled.len()).filter(|row| !self.simplex.is_open(n + row)).collect();
        let mut is_new = self.columns.len() > self.raised.len();
        while std::mem::take(&mut is_new) {
            for &row in &exact {
                self.open[row].retain(|(k, _)| self.values[*k].is_none());
                if let [(k, a)] = self.open[row][..] {
                    let left = &self.simplex.lower[n + row] - &self.settled[row].sum();
                    self.settle(vec![(k, left / a)]);
                    is_new = true;
                }
            }
        }
    }

    /// Settles everybody whom these rows stop.
    fn halt(&mut self, halt: &Halt) -> Option<()> {
        let n = self.simplex.matrix.columns();
        let mut touched = Vec::new();
        // What the settled columns leave of the limit.
        let mut left = Rational::ZERO;
        for (row, weight) in halt.weights.iter().enumerate().filter(|(_, weight)| weight.abs() > NEAR) {
            let weight = simple(*weight)?;
            let limits = if weight.is_positive() { &self.simplex.upper } else { &self.simplex.lower };
            let limit = *self.held[row].get_or_insert(&limits[n + row]);
            left = left.plus_product(&weight, &(limit - &self.settled[row].sum()));
            self.open[row].retain(|(k, _)| self.values[*k].is_none());
            for (k, a) in &self.open[row] {
                if self.sums[*k].is_zero() {
                    touched.push(*k);
                }
                self.sums[*k] = self.sums[*k].plus_product(&weight, a);
            }
        }
        touched.sort_unstable();
        touched.dedup();
        touched.retain(|&k| !self.sums[k].is_zero());
        let values = self.at_level(halt.level, &touched, left);
        touched.iter().for_each(|&k| self.sums[k] = Rational::ZERO);
        self.settle(values?);
        Some(())
    }

    /// The values of the columns of a combination of rows at the level, near this one, that uses up what is left.
    fn at_level(&mut self, near: f64, touched: &[usize], mut left: Rational) -> Option<Vec<(usize, Rational)>> {
        let mut speed = Rational::ZERO;
        let (mut moving, mut values) = (Vec::new(), Vec::with_capacity(touched.len()));
        // Whoever is full by now was so at a lower level, and whoever has not begun does so at a higher one.
        let (mut least, mut most) = (self.level.clone(), None::<Rational>);
        for &k in touched {
            let a = &self.sums[k];
            let (lower, upper) = self.simplex.bounds(self.columns[k]);
            let Some(raised) = self.raised.get(k) else {
                let value = if a.is_positive() { lower } else { upper };
                left = left.plus_product(a, &-value);
                values.push((k, value.clone()));
                continue;
            };
            let (begin, end) = self.turns[k];
            if a.is_positive() && begin < near && near < end {
                speed = speed.plus_product(a, &raised.weight);
                left = left.plus_product(a, &raised.head_start);
                moving.push(k);
                continue;
            }
            let value = if a.is_positive() && near <= begin { lower } else { upper };
            left = left.plus_product(a, &-value);
            values.push((k, value.clone()));
            if a.is_positive() {
                let turn = raised.level_of(value);
                if near <= begin {
                    most = Some(most.map_or(turn.clone(), |most| most.min(turn)))
                } else {
                    least = least.max(turn)
                }
            }
        }
        let level = if moving.is_empty() { left.is_zero().then(|| least.clone())? } else { left / &speed };
        if level < least || most.is_some_and(|most| level > most) {
            return None;
        }
        for k in moving {
            let value = self.raised[k].value_at(&level);
            let (lower, upper) = self.simplex.bounds(self.raised[k].column);
            if value < *lower || value > *upper {
                return None;
            }
            values.push((k, value));
        }
        self.level = level;
        Some(values)
    }

    /// Notes where columns end.
    fn settle(&mut self, values: Vec<(usize, Rational)>) {
        for (k, value) in values {
            for (row, a) in self.simplex.matrix.column(self.columns[k]) {
                self.settled[*row].add_product(a, &value);
            }
            self.values[k] = Some(value);
        }
    }
}

/// The simplest fraction near a float, if there is one.
fn simple(number: f64) -> Option<Rational> {
    let whole = Rational::from_f64(number.round())?.to_i128()?;
    let (mut before, mut last) = ((1, 0), (whole, 1));
    let mut rest = number - number.round();
    loop {
        let found = Rational::new(last.0, last.1)?;
        if (found.to_f64() - number).abs() <= NEAR * (1.0 + number.abs()) {
            return Some(found);
        }
        let inverse = 1.0 / rest;
        let next = Rational::from_f64(inverse.round())?.to_i128()?;
        rest = inverse - inverse.round();
        let up = next.checked_mul(last.0)?.checked_add(before.0)?;
        let down = next.checked_mul(last.1)?.checked_add(before.1)?;
        (before, last) = (last, (up, down));
        if down.abs() > FINEST {
            return None;
        }
    }
}
