//! Pricing: which variable leaves the basis, and which takes its place.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use fordela_num::Rational;

use super::simplex::{BasicRow, Simplex};
use crate::place::Place;

/// A variable that may enter the basis. The largest is the one to enter first: that with the least ratio, then the largest
/// entry, then the first.
struct Candidate<'r> {
    ratio: Rational,
    alpha: &'r Rational,
    variable: usize,
}

impl Candidate<'_> {
    fn cmp_by_place(&self, other: &Self) -> Ordering {
        self.ratio.cmp(&other.ratio).then(self.variable.cmp(&other.variable))
    }
}

impl Ord for Candidate<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_ratio = other.ratio.cmp(&self.ratio);
        by_ratio.then_with(|| self.alpha.cmp_abs(other.alpha)).then(other.variable.cmp(&self.variable))
    }
}

impl PartialOrd for Candidate<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Candidate<'_> {}

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
        let weighed = || weights.iter().enumerate().filter(|(_, weight)| !weight.is_zero());
        weighed().for_each(|(i, weight)| self.count(self.matrix.row(i).len() * weight.size()));
        let mut entries = self.whole_sums(&weights).unwrap_or_else(|| self.sums(&weights));
        let is_outside = |i: &usize| !matches!(self.places[n + i], Place::Basic(_));
        entries.extend(weighed().filter(|(i, _)| is_outside(i)).map(|(i, weight)| (n + i, -weight)));
        BasicRow { entries, weights, scale }
    }

    /// The weighed sums of the rows by column, where a column outside the basis has any. Mostly all numbers are whole, and not
    /// large; else `None`.
    fn whole_sums(&self, weights: &[Rational]) -> Option<Vec<(usize, Rational)>> {
        let is_outside = |j: usize| !matches!(self.places[j], Place::Basic(_));
        let mut sums = vec![0_i64; self.matrix.columns()];
        for (i, weight) in weights.iter().enumerate().filter(|(_, weight)| !weight.is_zero()) {
            let weight = weight.to_i64()?;
            for (j, a) in self.matrix.row(i) {
                match a.to_i64() {
                    Some(a) => sums[*j] = sums[*j].checked_add(weight.checked_mul(a)?)?,
                    None if is_outside(*j) => return None,
                    None => {}
                }
            }
        }
        let sums = sums.into_iter().enumerate().filter(|(j, sum)| *sum != 0 && is_outside(*j));
        Some(sums.map(|(j, sum)| (j, Rational::from(sum))).collect())
    }

    /// The same, whatever the numbers are.
    fn sums(&self, weights: &[Rational]) -> Vec<(usize, Rational)> {
        let mut sums: Vec<Rational> = vec![Rational::ZERO; self.matrix.columns()];
        let mut touched = Vec::new();
        for (i, weight) in weights.iter().enumerate().filter(|(_, weight)| !weight.is_zero()) {
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
        }
        touched.sort_unstable();
        touched.dedup();
        touched.into_iter().filter(|&j| !sums[j].is_zero()).map(|j| (j, sums[j].clone())).collect()
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
        let candidates: Vec<Candidate<'_>> = row
            .entries
            .iter()
            .filter(|(j, alpha)| self.can_mend(*j, alpha, rises))
            .map(|(j, alpha)| Candidate { ratio: (&self.reduced[*j] / alpha).abs(), alpha, variable: *j })
            .collect();
        self.count(row.entries.len() + candidates.iter().map(|candidate| candidate.ratio.size()).sum::<usize>());
        if first {
            return candidates.into_iter().min_by(Candidate::cmp_by_place).map(|candidate| candidate.variable);
        }
        // Few of them come to their turn.
        let mut candidates = BinaryHeap::from(candidates);
        let mut missing = (&self.basics[position] - bound).abs() * &row.scale;
        let mut flips = Vec::new();
        while let Some(Candidate { variable: j, alpha, .. }) = candidates.pop() {
            let range = alpha.abs() * (&self.upper[j] - &self.lower[j]);
            if range >= missing {
                self.flip(&flips);
                return Some(j);
            }
            missing -= &range;
            flips.push(j);
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
