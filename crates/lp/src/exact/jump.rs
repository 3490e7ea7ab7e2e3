//! A first basis that is found in floats.

use fordela_num::Rational;

use super::effort::Effort;
use super::factor::Factor;
use super::simplex::Simplex;
use crate::float::{Classes, Floats, Numbers};
use crate::place::Place;

/// From so many columns and rows on, it pays to look for a basis in floats first.
pub(super) const LARGE: usize = 400;

/// So many floats are looked at in the time that one exact number takes.
const FLOATS: usize = 16;

/// From so many moved variables on, the basis is far from where it is looked for.
const FAR: usize = 50;

/// By how much floats move values, in parts of the largest, so that they differ.
const MOVED: f64 = 1e-7;

/// By how much they do where every column is by itself, and bounds are made of what comes out.
const FINE: f64 = 1e-9;

impl Simplex {
    /// The same, where floats are asked first however small the program is. The answer is the same, but for the prices where
    /// several sets of them are right.
    ///
    /// ```
    /// use fordela_lp::exact::{Effort, Simplex, Status};
    /// use fordela_lp::{Column, Program, Row};
    /// use fordela_num::Rational;
    ///
    /// let mut program = Program::new();
    /// let x = program.add_column(Column::up_to(Rational::from(2_i64), Rational::ONE));
    /// let y = program.add_column(Column::up_to(Rational::from(2_i64), Rational::from(3_i64)));
    /// program.add_row(Row::at_most("both", vec![(x, Rational::ONE), (y, Rational::ONE)], Rational::from(3_i64)));
    /// let mut simplex = Simplex::new(&program).floats_first();
    /// assert_eq!(simplex.solve(&Effort::new(1_000, &|| false)), Ok(Status::Optimal));
    /// assert_eq!(simplex.point(), [Rational::ONE, Rational::from(2_i64)]);
    /// assert_eq!(simplex.exchanges(), 0);
    /// ```
    #[must_use]
    pub fn floats_first(self) -> Self {
        Self { large: 0, ..self }
    }

    /// The same, where floats are never asked: what others are compared with.
    #[must_use]
    pub fn floats_never(self) -> Self {
        Self { large: usize::MAX, ..self }
    }

    /// The same, where floats are asked again, once a solve, if many exchanges come to nothing. The value is the same; where
    /// several points or sets of prices are right, others may be found.
    #[must_use]
    pub fn floats_if_stalled(self) -> Self {
        Self { asks_again: true, ..self }
    }

    /// The same, where floats take a row for met when all that can be moved is just what is missing of it. Else they may say
    /// that nothing satisfies rows which hold each other at their limits.
    #[must_use]
    pub fn meeting_rows(self) -> Self {
        Self { meets: true, ..self }
    }

    /// The same, where a solve after changes is counted by what has moved since the last, as nothing else is looked at where only
    /// the optimum and its prices are asked for.
    #[must_use]
    pub fn counting_moved(self) -> Self {
        Self { counts_moved: true, ..self }
    }

    /// How often a variable was exchanged in the basis exactly: never where floats found all.
    #[must_use]
    pub fn exchanges(&self) -> usize {
        self.exchanges
    }

    /// Notes that so many floats were looked at.
    pub(super) fn count_floats(&self, floats: usize) {
        self.count(floats / FLOATS);
    }

    /// Takes the basis that is optimal in floats, where the program is large and nothing is known of it yet. A wrong basis
    /// costs time, never the answer.
    pub(super) fn jump(&mut self, effort: &Effort<'_>) {
        let n = self.matrix.columns();
        let is_near = self.head.iter().any(|&variable| variable < n) && self.moved.len() < FAR;
        if !is_near && self.is_large() {
            self.jump_anyhow(effort);
        }
    }

    /// Takes the basis that is optimal in floats, whatever is known.
    pub(super) fn jump_anyhow(&mut self, effort: &Effort<'_>) {
        let (n, rows) = (self.matrix.columns(), self.matrix.rows());
        let classes = Classes::new(rows, &self.cost[..n], |column| self.matrix.column(column));
        let numbers = self.numbers();
        let mut floats = Floats::new(classes, &numbers, MOVED);
        floats.meets = self.meets;
        self.count_floats(2 * n);
        floats.solve(|looked_at| {
            self.count_floats(looked_at);
            self.pay(effort).is_ok()
        });
        self.take(floats.places(&numbers));
    }

    /// Whether it pays to ask floats first.
    pub(super) fn is_large(&self) -> bool {
        self.places.len() >= self.large
    }

    /// The same in floats, with every column by itself, and what a unit of each is worth. These values are moved a little, and
    /// rows that are just met are met.
    pub(super) fn apart(&self) -> (Floats, Vec<f64>) {
        let n = self.matrix.columns();
        let classes = Classes::apart(self.matrix.rows(), n, |column| self.matrix.column(column));
        let numbers = self.numbers();
        self.count_floats(2 * n);
        let mut floats = Floats::new(classes, &numbers, FINE);
        floats.meets = true;
        (floats, numbers.values)
    }

    fn numbers(&self) -> Numbers {
        let n = self.matrix.columns();
        Numbers {
            values: self.cost[..n].iter().map(Rational::to_f64).collect(),
            columns: (0..n).map(|column| self.float_bounds(column)).collect(),
            rows: (n..self.places.len()).map(|sum| self.float_bounds(sum)).collect(),
        }
    }

    /// Takes a basis, if it is one.
    pub(super) fn take(&mut self, places: Vec<Place>) {
        let mut head = self.head.clone();
        for (variable, place) in places.iter().enumerate() {
            if let Place::Basic(position) = place {
                head[*position] = variable;
            }
        }
        if let Some(factor) = Factor::new(&self.matrix, &head, &self.work) {
            self.factor = factor;
            (self.head, self.places) = (head, places);
            self.reprice();
            self.recompute();
        }
    }
}
