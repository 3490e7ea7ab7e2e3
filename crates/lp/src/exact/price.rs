//! Pricing: which variable leaves the basis, and which takes its place.

use std::cmp::Ordering;

use fordela_num::Rational;

use super::simplex::{BasicRow, Simplex};
use crate::place::Place;

impl Simplex {
    /// The basic variable that is to leave, and the bound it breaks.
    pub(super) fn leaving(&self, first: bool) -> Option<(usize, Rational)> {
        let mut worst: Option<(usize, Rational, Rational)> = None;
        for (position, &variable) in self.head.iter().enumerate() {
            let value = &self.basics[position];
            let (bound, excess) = if *value < self.lower[variable] {
                (&self.lower[variable], &self.lower[variable] - value)
            } else if *value > self.upper[variable] {
                (&self.upper[variable], value - &self.upper[variable])
            } else {
                continue;
            };
            let better = match &worst {
                None => true,
                Some((at, ..)) if first => variable < self.head[*at],
                Some((at, _, most)) => match excess.cmp(most) {
                    Ordering::Equal => variable < self.head[*at],
                    order => order.is_gt(),
                },
            };
            if better {
                worst = Some((position, bound.clone(), excess));
            }
        }
        worst.map(|(position, bound, _)| (position, bound))
    }

    /// The row of the basic variable at a position.
    pub(super) fn basic_row(&self, position: usize) -> BasicRow {
        let n = self.matrix.columns();
        self.count(self.head.len());
        let mut unit = vec![Rational::ZERO; self.head.len()];
        unit[position] = Rational::ONE;
        let mut weights = self.factor.solve_transposed(&self.matrix, unit, &self.work);
        let scale = Rational::common_denominator(weights.iter().filter(|weight| !weight.is_zero()));
        for weight in weights.iter_mut().filter(|weight| !weight.is_zero()) {
            *weight = &*weight * &scale;
        }
        let mut sums: Vec<Rational> = vec![Rational::ZERO; n];
        let mut touched = Vec::new();
        let mut entries = Vec::new();
        for (i, weight) in weights.iter().enumerate().filter(|(_, weight)| !weight.is_zero()) {
            self.count(self.matrix.row(i).len() * weight.size());
            for (j, a) in self.matrix.row(i) {
                if matches!(self.places[*j], Place::Basic(_)) {
                    continue;
                }
                // A sum that came back to zero is listed twice; sorting it out is cheaper than asking.
                if sums[*j].is_zero() {
                    touched.push(*j);
                }
                sums[*j] = sums[*j].plus_product(weight, a);
            }
            if !matches!(self.places[n + i], Place::Basic(_)) {
                entries.push((n + i, -weight));
            }
        }
        touched.sort_unstable();
        touched.dedup();
        let columns = touched.into_iter().filter(|&j| !sums[j].is_zero()).map(|j| (j, sums[j].clone()));
        let mut all: Vec<(usize, Rational)> = columns.collect();
        all.append(&mut entries);
        BasicRow { entries: all, weights, scale }
    }

    /// The variable that takes the place of the one that leaves. Variables whose whole range does not
    /// mend the bound are moved to their other bound on the way.
    pub(super) fn entering(
        &mut self,
        row: &BasicRow,
        position: usize,
        bound: &Rational,
        rises: bool,
        first: bool,
    ) -> Option<usize> {
        let mut candidates: Vec<(Rational, usize, &Rational)> = row
            .entries
            .iter()
            .filter(|(j, alpha)| self.can_mend(*j, alpha, rises))
            .map(|(j, alpha)| ((&self.reduced[*j] / alpha).abs(), *j, alpha))
            .collect();
        self.count(row.entries.len() + candidates.iter().map(|(ratio, ..)| ratio.size()).sum::<usize>());
        if first {
            return candidates.into_iter().min_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, j, _)| j);
        }
        candidates.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| b.2.cmp_abs(a.2)).then(a.1.cmp(&b.1)));
        let mut missing = (&self.basics[position] - bound).abs() * &row.scale;
        let mut flips = Vec::new();
        for (_, j, alpha) in &candidates {
            let range = alpha.abs() * (&self.upper[*j] - &self.lower[*j]);
            if range >= missing {
                self.flip(&flips);
                return Some(*j);
            }
            missing -= &range;
            flips.push(*j);
        }
        None
    }

    /// Whether moving a variable off its bound moves the basic variable of the row the right way.
    pub(super) fn can_mend(&self, variable: usize, alpha: &Rational, rises: bool) -> bool {
        self.lower[variable] < self.upper[variable]
            && match self.places[variable] {
                Place::Lower => alpha.is_negative() == rises,
                Place::Upper => alpha.is_positive() == rises,
                Place::Basic(_) => false,
            }
    }
}
