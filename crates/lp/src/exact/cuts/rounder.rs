//! Looks in floats for roundings of sums of limits that a point breaks.

use fordela_num::Rational;

use super::rounding::Rounding;
use crate::ColumnId;

/// Weights are whole multiples of one part in so many: many small numbers divide it, so that simple fractions are exact.
const FINE: i64 = 720_720 * 6_400;

/// Sums are divided by so many of their largest coefficients, and by these parts of them.
const DIVISORS: usize = 12;
const PARTS: [f64; 4] = [1.0, 2.0, 4.0, 8.0];

/// Nothing is looked for where so little, or all but so little, is rounded.
const LITTLE: f64 = 0.01;

/// Less than this is nothing.
const NOTHING: f64 = 1e-6;

/// A limit in floats, at a point.
pub(super) struct Limit {
    /// Its place among the limits.
    pub(super) at: usize,
    pub(super) terms: Vec<(usize, f64)>,
    pub(super) bound: f64,
    /// Whether it is a cap.
    pub(super) is_cap: bool,
    /// What it leaves at the point.
    pub(super) left: f64,
}

/// Looks for roundings that a point breaks.
pub(super) struct Rounder<'r> {
    limits: &'r [Limit],
    /// How much there is of every column.
    amounts: &'r [f64],
    /// A sum of limits, by column; zero for columns that are not listed.
    sum: Vec<f64>,
    columns: Vec<usize>,
    /// The coefficients of the columns that are listed, and how much there is of each, where some are flipped.
    entries: Vec<(f64, f64)>,
}

impl<'r> Rounder<'r> {
    pub(super) fn new(limits: &'r [Limit], amounts: &'r [f64]) -> Self {
        Self { limits, amounts, sum: vec![0.0; amounts.len()], columns: Vec::new(), entries: Vec::new() }
    }

    /// The rounding of a sum that is broken most for its length, if one is: by how much, and what. Weights are by limit.
    pub(super) fn best(&mut self, weights: &[(usize, f64)]) -> Option<(f64, Rounding)> {
        self.add_up(weights);
        let total = self.flip(weights);
        let taken = |&(limit, weight): &(usize, f64)| {
            let Limit { is_cap, left, .. } = self.limits[limit];
            if (weight < 0.0) == is_cap { -weight.abs() * left } else { 0.0 }
        };
        let taken: f64 = weights.iter().map(taken).sum();
        let mut best: Option<(f64, f64)> = None;
        for divisor in self.divisors() {
            let broken = self.broken(divisor, total, taken);
            if broken > best.map_or(NOTHING, |(most, _)| most) {
                best = Some((broken, divisor));
            }
        }
        let (broken, divisor) = best?;
        let multiplier = |&(limit, weight): &(usize, f64)| (self.limits[limit].at, fine(weight / divisor));
        let multipliers = weights.iter().map(multiplier).filter(|(_, weight)| !weight.is_zero()).collect();
        let is_flipped = |column: &&usize| self.is_flipped(**column) && self.sum[**column].abs() > 0.0;
        let flipped = self.columns.iter().filter(is_flipped).map(|&column| ColumnId(column)).collect();
        Some((broken, Rounding { multipliers, flipped }))
    }

    fn add_up(&mut self, weights: &[(usize, f64)]) {
        self.columns.drain(..).for_each(|column| self.sum[column] = 0.0);
        for &(limit, weight) in weights {
            for &(column, a) in &self.limits[limit].terms {
                self.sum[column] += weight * a;
                self.columns.push(column);
            }
        }
        self.columns.sort_unstable();
        self.columns.dedup();
    }

    fn is_flipped(&self, column: usize) -> bool {
        self.amounts[column] > 0.5
    }

    /// Lists the coefficients, with columns that are nearer one flipped; returns what the sum is limited to.
    fn flip(&mut self, weights: &[(usize, f64)]) -> f64 {
        let mut total: f64 = weights.iter().map(|&(limit, weight)| weight * self.limits[limit].bound).sum();
        let mut entries = std::mem::take(&mut self.entries);
        entries.clear();
        for &column in &self.columns {
            let (c, amount) = (self.sum[column], self.amounts[column]);
            if self.is_flipped(column) {
                total -= c;
                entries.push((-c, 1.0 - amount));
            } else {
                entries.push((c, amount));
            }
        }
        self.entries = entries;
        total
    }

    /// What the sum is divided by before it is rounded.
    fn divisors(&self) -> Vec<f64> {
        let broken = self.entries.iter().filter(|(c, amount)| *amount > NOTHING && c.abs() > 1e-9);
        let mut sizes: Vec<f64> = broken.map(|(c, _)| c.abs()).collect();
        sizes.sort_by(|one, other| other.total_cmp(one));
        sizes.dedup_by(|one, other| (*one - *other).abs() <= 1e-9 * *other);
        sizes.iter().take(DIVISORS).flat_map(|size| PARTS.map(|part| size / part)).collect()
    }

    /// By how much what follows from the sum is broken, for its length.
    fn broken(&self, divisor: f64, total: f64, taken: f64) -> f64 {
        let total = total / divisor;
        let part = total - total.floor();
        if !(LITTLE..=1.0 - LITTLE).contains(&part) {
            return 0.0;
        }
        let (mut sum, mut length) = (0.0, 0.0);
        for (c, amount) in &self.entries {
            let c = c / divisor;
            let floor = c.floor();
            let rounded = floor + (c - floor - part).max(0.0) / (1.0 - part);
            sum += rounded * amount;
            length += rounded * rounded;
        }
        (sum + taken / divisor / (1.0 - part) - total.floor()) / f64::max(length, 1.0).sqrt()
    }
}

/// The nearest whole multiple of one part in so many.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "weights are rounded, and small")]
fn fine(weight: f64) -> Rational {
    Rational::from((weight * FINE as f64).round() as i128) / Rational::from(FINE)
}
