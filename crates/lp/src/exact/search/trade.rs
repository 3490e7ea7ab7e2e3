//! A better whole point by trading one column for another.
//!
//! One yes-or-no column is taken, or one is taken in the place of another, as long as that is worth more and all rows hold. It is
//! looked for in floats; the point is then worked out exactly.

use crate::exact::simplex::Simplex;
use crate::float::Sparse;

/// How far beyond a limit a sum of floats may be, in parts of it, and be taken to keep it.
const NEAR: f64 = 1e-9;

/// How often all trades are looked through at most.
const ROUNDS: usize = 50;

/// Yes-or-no columns with their place among all rows.
pub(super) struct Trade<'s> {
    simplex: &'s Simplex,
    columns: &'s [usize],
    /// What each column is worth, and its coefficients by row.
    values: Vec<f64>,
    terms: Sparse,
    is_taken: Vec<bool>,
    sums: Vec<f64>,
    limits: Vec<(f64, f64)>,
}

impl<'s> Trade<'s> {
    /// The columns as they are taken at a point; `None` where some column is not one to be taken or not.
    pub(super) fn new(simplex: &'s Simplex, columns: &'s [usize], taken: &[f64]) -> Option<Self> {
        let n = simplex.matrix.columns();
        if columns.len() != n || taken.iter().any(|value| *value > 1.5 || *value < -0.5) {
            return None;
        }
        let mut terms = Sparse::default();
        columns.iter().for_each(|&column| terms.push_exact(simplex.matrix.column(column)));
        let mut trade = Self {
            simplex,
            columns,
            values: columns.iter().map(|&column| simplex.cost[column].to_f64()).collect(),
            terms,
            is_taken: taken.iter().map(|value| *value > 0.5).collect(),
            sums: vec![0.0; simplex.matrix.rows()],
            limits: (0..simplex.matrix.rows()).map(|row| simplex.float_bounds(n + row)).collect(),
        };
        for place in 0..columns.len() {
            if trade.is_taken[place] {
                trade.add(place, 1.0);
            }
        }
        Some(trade)
    }

    /// Trades until nothing is won, and says what is taken.
    pub(super) fn run(mut self) -> Vec<f64> {
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        order.sort_by(|&one, &other| self.values[other].total_cmp(&self.values[one]).then(one.cmp(&other)));
        for _ in 0..ROUNDS {
            if !self.round(&order) {
                break;
            }
        }
        self.is_taken.into_iter().map(|taken| if taken { 1.0 } else { 0.0 }).collect()
    }

    /// Looks for a better place for every column that is not taken, the most valuable first; whether something was won.
    fn round(&mut self, order: &[usize]) -> bool {
        let mut has_won = false;
        for (rank, &place) in order.iter().enumerate() {
            if self.is_taken[place] || !self.is_open(place) {
                continue;
            }
            self.add(place, 1.0);
            let is_better = self.values[place] > 0.0 && self.holds();
            // Whatever is worth less may make room, what is worth least first.
            let out = || order[rank + 1..].iter().rev().copied().filter(|&out| self.is_taken[out] && self.is_open(out));
            let out = if is_better {
                None
            } else {
                out().find(|&out| self.values[out] < self.values[place] && self.holds_without(out))
            };
            self.simplex.count_floats(order.len());
            match out {
                Some(out) => {
                    self.add(out, -1.0);
                    (self.is_taken[out], self.is_taken[place]) = (false, true);
                    has_won = true;
                }
                None if is_better => {
                    self.is_taken[place] = true;
                    has_won = true;
                }
                None => self.add(place, -1.0),
            }
        }
        has_won
    }

    fn is_open(&self, place: usize) -> bool {
        self.simplex.is_open(self.columns[place])
    }

    fn add(&mut self, place: usize, by: f64) {
        self.terms.of(place).for_each(|(row, a)| self.sums[row] += a * by);
    }

    fn keeps(&self, row: usize, sum: f64) -> bool {
        let (low, high) = self.limits[row];
        let near = NEAR * (1.0 + sum.abs());
        low - near <= sum && sum <= high + near
    }

    fn holds(&self) -> bool {
        self.sums.iter().enumerate().all(|(row, &sum)| self.keeps(row, sum))
    }

    /// Whether all rows would hold without a column.
    fn holds_without(&self, out: usize) -> bool {
        let mut own = self.terms.of(out).peekable();
        self.sums.iter().enumerate().all(|(row, &sum)| {
            let less = own.next_if(|(at, _)| *at == row).map_or(0.0, |(_, a)| a);
            self.keeps(row, sum - less)
        })
    }
}
