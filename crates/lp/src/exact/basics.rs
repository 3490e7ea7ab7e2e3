//! The basic values, kept right while variables outside the basis move.

use fordela_num::Rational;

use super::simplex::Simplex;
use crate::place::Place;

impl Simplex {
    /// Notes the value of a variable that is about to be moved from outside the basis.
    pub(super) fn note(&mut self, variable: usize) {
        if !matches!(self.places[variable], Place::Basic(_)) {
            self.moved.push((variable, self.value_of(variable).clone()));
        }
    }

    /// Puts every variable outside the basis at the bound its reduced value asks for.
    pub(super) fn settle(&mut self) {
        // What a solve leads to looks at all of them, unless only the optimum is asked for.
        self.count(if self.counts_moved && !self.is_repriced { self.moved.len() } else { self.places.len() });
        // Exchanges keep variables where they are asked for, but for those whose bounds are given or given back.
        if std::mem::take(&mut self.is_repriced) {
            (0..self.places.len()).for_each(|variable| self.put(variable));
        } else {
            (0..self.moved.len()).for_each(|place| self.put(self.moved[place].0));
        }
        let moved = std::mem::take(&mut self.moved);
        let mut seen = std::collections::HashSet::with_capacity(moved.len());
        let mut change = vec![Rational::ZERO; self.matrix.rows()];
        // The first note of a variable has the value that the basic values were computed with.
        for (variable, before) in moved.into_iter().filter(|(variable, _)| seen.insert(*variable)) {
            let step = self.value_of(variable) - &before;
            self.count_outside(variable, &step);
            self.add_column(&mut change, variable, &step);
        }
        self.move_basics(change);
    }

    /// Puts a variable outside the basis at the bound its reduced value asks for.
    fn put(&mut self, variable: usize) {
        let wanted = match &self.reduced[variable] {
            reduced if reduced.is_positive() => Place::Upper,
            reduced if reduced.is_negative() => Place::Lower,
            _ => return,
        };
        if !matches!(self.places[variable], Place::Basic(_)) && self.places[variable] != wanted {
            self.note(variable);
            self.places[variable] = wanted;
        }
    }

    /// Adds a multiple of a variable's column.
    pub(super) fn add_column(&self, sums: &mut [Rational], variable: usize, factor: &Rational) {
        let n = self.matrix.columns();
        if variable < n {
            for (i, a) in self.matrix.column(variable) {
                sums[*i] = sums[*i].plus_product(a, factor);
            }
        } else {
            sums[variable - n] -= factor;
        }
    }

    /// Moves the basic values by what other variables changed in the rows.
    fn move_basics(&mut self, change: Vec<Rational>) {
        if change.iter().all(Rational::is_zero) {
            return;
        }
        let moved = self.factor.solve(&self.matrix, change, &self.work);
        for (value, moved) in self.basics.iter_mut().zip(&moved) {
            if !moved.is_zero() {
                *value -= moved;
            }
        }
    }

    /// Computes the basic values from all others.
    pub(super) fn recompute(&mut self) {
        let mut sums = vec![Rational::ZERO; self.matrix.rows()];
        for variable in 0..self.places.len() {
            let is_outside = !matches!(self.places[variable], Place::Basic(_));
            if is_outside && !self.value_of(variable).is_zero() {
                self.add_column(&mut sums, variable, self.value_of(variable));
            }
        }
        self.moved.clear();
        *self.outside.get_mut() = None;
        self.basics.fill(Rational::ZERO);
        self.move_basics(sums);
    }

    /// Moves variables outside the basis to their other bounds.
    pub(super) fn flip(&mut self, variables: &[usize]) {
        let mut change = vec![Rational::ZERO; self.matrix.rows()];
        for &variable in variables {
            let range = &self.upper[variable] - &self.lower[variable];
            let (place, step) = match self.places[variable] {
                Place::Lower => (Place::Upper, range),
                _ => (Place::Lower, -range),
            };
            self.places[variable] = place;
            self.count_outside(variable, &step);
            self.add_column(&mut change, variable, &step);
        }
        self.move_basics(change);
    }
}
