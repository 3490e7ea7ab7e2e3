//! Which of the best points is taken.

use fordela_num::Rational;

use super::rest::Rest;
use super::run::Run;
use super::{Precision, Search};
use crate::exact::effort::Effort;

/// Settling ties gets one part of so many of the effort that is left, and each step one of so many of that.
const SETTLES: u64 = 4;
const STEPS: u64 = 2;

/// No combination of columns weighs more than this, where several are settled at once.
const HEAVIEST: i64 = 1 << 24;

impl Search<'_> {
    /// Among the points that are worth as much as this whole one, the one that has the most of the first column of the order,
    /// then of the second, and so on. Columns stay fixed at what is found. Where the effort does not tell of one column alone
    /// whether there can be more of it, it stays as it is.
    pub fn settle(&mut self, order: &[usize], point: Vec<Rational>) -> Vec<Rational> {
        match self.stay_beside(&point) {
            Some(stay) => {
                let mut rest = Rest::cut(self, &stay.columns, &stay.point, self.effort);
                let settled = rest.search.settle_all(&rest.order_of(order), rest.part_of(&point));
                rest.whole(&settled)
            }
            None => self.settle_all(order, point),
        }
    }

    /// Settles some columns at once, by weights with which more of one counts for more than all there may be of those after it.
    fn settle_all(&mut self, order: &[usize], mut point: Vec<Rational>) -> Vec<Rational> {
        let effort = self.effort.part(SETTLES);
        let (mut left, mut heaviest) = (order, HEAVIEST);
        while let Some(&column) = left.first() {
            let mut step = 1;
            if point[column] < self.bounds[column].1 {
                self.same(&point).into_iter().for_each(|column| self.keep(column, &point));
                let weights = self.weights(left, heaviest);
                step = weights.len();
                let closed;
                (point, closed) = self.most_of(&weights, point, &effort);
                if !closed && heaviest > 1 {
                    heaviest = heaviest.isqrt();
                    continue;
                }
            }
            let (settled, after) = left.split_at(step);
            settled.iter().for_each(|&column| self.keep(column, &point));
            left = after;
        }
        point
    }

    /// The next columns of an order and their weights: as many as make no combination heavier than this, one at least.
    fn weights(&self, order: &[usize], heaviest: i64) -> Vec<(usize, Rational)> {
        let heaviest = Rational::from(heaviest);
        let mut all = Rational::ONE;
        let mut counts = Vec::new();
        for &column in order {
            let (lower, upper) = &self.bounds[column];
            let count = upper - lower + Rational::ONE;
            all = all * &count;
            if all > heaviest && !counts.is_empty() {
                break;
            }
            counts.push((column, count));
        }
        let mut weight = Rational::ONE;
        for (_, count) in counts.iter_mut().rev() {
            let next = &weight * &*count;
            *count = std::mem::replace(&mut weight, next);
        }
        counts
    }

    /// Leaves a column only what it is at a point.
    fn keep(&mut self, column: usize, point: &[Rational]) {
        self.bounds[column] = (point[column].clone(), point[column].clone());
        self.note(column);
    }

    /// Of the points that are worth as much as this one, one that has the most by weights, as far as the effort tells; and whether
    /// it tells all.
    fn most_of(
        &self,
        weights: &[(usize, Rational)],
        point: Vec<Rational>,
        effort: &Effort<'_>,
    ) -> (Vec<Rational>, bool) {
        let effort = effort.part(STEPS);
        let mut rest = Rest::weighed(self, weights, self.simplex.worth(&point), &effort);
        let part = rest.part_of(&point);
        let known = (rest.search.simplex.worth(&part), part);
        let run = Run::new(rest.search.simplex.rows(), Precision::Grid(Rational::ONE), Some(known), None);
        let found = rest.search.run(run, &effort);
        (found.point.map_or(point, |part| rest.whole(&part)), found.closed)
    }
}
