//! A first basis from the guess of a solver.

use super::factor::Factor;
use super::simplex::Simplex;
use crate::Solution;
use crate::place::Place;

/// Nearer to a bound than this part of the range counts as at the bound. A wrong guess costs time, never
/// the answer.
const NEAR: f64 = 1e-7;

impl Simplex {
    /// Takes the basis that the point of a solver suggests: columns between their bounds stand for
    /// rows at their limits.
    pub fn warm_start(&mut self, guess: &Solution) {
        let Some(point) = guess.point.as_ref().filter(|point| point.len() == self.matrix.columns()) else { return };
        let n = self.matrix.columns();
        let between: Vec<usize> = (0..n).filter(|&j| self.side(j, point[j]).is_none()).collect();
        let sums: Vec<f64> = (0..self.matrix.rows())
            .map(|i| self.matrix.row(i).iter().map(|(j, a)| a.to_f64() * point[*j]).sum())
            .collect();
        let tight: Vec<bool> = (0..self.matrix.rows()).map(|i| self.side(n + i, sums[i]).is_some()).collect();
        for (row, column) in Factor::independent(&self.matrix, &tight, &between) {
            self.head[row] = column;
            self.places[column] = Place::Basic(row);
            self.places[n + row] = self.side(n + row, sums[row]).unwrap_or(Place::Lower);
        }
        for (j, &x) in point.iter().enumerate() {
            if !matches!(self.places[j], Place::Basic(_)) {
                self.places[j] = self.side(j, x).unwrap_or_else(|| self.nearer(j, x));
            }
        }
        self.refactor();
        self.reprice();
        self.recompute();
    }

    /// The bound a value is at, if it is at one.
    fn side(&self, variable: usize, value: f64) -> Option<Place> {
        let (lower, upper) = self.float_bounds(variable);
        let near = NEAR * (1.0 + (upper - lower));
        if value - lower <= near {
            Some(Place::Lower)
        } else if upper - value <= near {
            Some(Place::Upper)
        } else {
            None
        }
    }

    fn nearer(&self, variable: usize, value: f64) -> Place {
        let (lower, upper) = self.float_bounds(variable);
        if value - lower <= upper - value { Place::Lower } else { Place::Upper }
    }
}
