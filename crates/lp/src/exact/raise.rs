//! Raising variables together, as water fills a vessel: the leximin of a face.
//!
//! The level rises from nothing, and every variable may not be below its own part of it. Where no
//! exchange of the basis lets the level rise further, the row that stops it names every variable that
//! is stopped; these are fixed where they are, and the level goes on for the others. The result is
//! the one point in which no variable can be raised without lowering another that is no higher.

use std::sync::Arc;

use fordela_num::Rational;

use super::effort::{Effort, Spent};
use super::simplex::{BasicRow, Simplex};
use crate::place::Place;

/// A variable that is raised: at level `t` it is at least `weight · t − head_start`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// The column.
    pub column: usize,
    /// How much one unit of the level is; above zero.
    pub weight: Rational,
    /// How much counts as raised already, outside the column; at least zero.
    pub head_start: Rational,
}

impl Raised {
    /// The level at which the column has this value.
    pub(super) fn level_of(&self, value: &Rational) -> Rational {
        (value + &self.head_start) / &self.weight
    }

    pub(super) fn value_at(&self, level: &Rational) -> Rational {
        &self.weight * level - &self.head_start
    }
}

/// What happens to a variable when the level reaches its bounds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// Its lower bound begins to rise.
    Begin,
    /// It is full.
    End,
}

struct Raise<'a> {
    simplex: &'a mut Simplex,
    raised: Vec<&'a Raised>,
    /// The index into `raised` of every variable.
    index: Vec<Option<usize>>,
    moving: Vec<bool>,
    level: Rational,
    /// How fast the columns that are moved by the level take up the rows, negated.
    pull: Vec<Rational>,
    /// How fast the basic variables move as the level rises, by position.
    rates: Vec<Rational>,
}

impl Simplex {
    /// Moves within the present bounds to the leximin point of the raised columns.
    ///
    /// The present point must satisfy the rows, as it does after a solve. Costs are dropped: keep
    /// what is optimal first. In the end every raised column is fixed, and the simplex is of use only
    /// for its point.
    ///
    /// # Errors
    ///
    /// [`Spent`] where that takes more than the effort; the point satisfies the rows all the same.
    pub fn raise(&mut self, raised: &[Raised], effort: &Effort<'_>) -> Result<(), Spent> {
        let nothing = vec![Rational::ZERO; self.matrix.columns()];
        self.set_costs(&nothing);
        let raised: Vec<&Raised> = raised.iter().filter(|raised| self.is_open(raised.column)).collect();
        if self.raise_by_levels(&raised, effort)? {
            return Ok(());
        }
        self.matrix = Arc::new(self.matrix.with_rows_of(|column| self.is_open(column)));
        let mut index = vec![None; self.places.len()];
        for (k, variable) in raised.iter().enumerate() {
            index[variable.column] = Some(k);
        }
        let moving = vec![false; raised.len()];
        let nothing = vec![Rational::ZERO; self.head.len()];
        let (pull, rates) = (nothing.clone(), nothing);
        Raise { simplex: self, raised, index, moving, level: Rational::ZERO, pull, rates }.run(effort)
    }
}

impl Simplex {
    /// Whether a variable has room to move.
    pub(super) fn is_open(&self, variable: usize) -> bool {
        self.lower[variable] < self.upper[variable]
    }
}

impl Raise<'_> {
    fn run(&mut self, effort: &Effort<'_>) -> Result<(), Spent> {
        let mut turns = self.turns();
        turns.sort_by(|a, b| b.cmp(a));
        while let Some((at, ..)) = turns.last() {
            let at = at.clone();
            match self.first_hit() {
                Some(hit) if hit < at => self.go_to(hit),
                _ => {
                    self.go_to(at.clone());
                    while let Some((_, turn, k)) = turns.pop_if(|(level, ..)| *level == at) {
                        self.turn(turn, k);
                    }
                    self.update_rates();
                }
            }
            self.simplex.pay(effort)?;
            self.unblock(effort)?;
        }
        Ok(())
    }

    /// The levels at which the variables begin and end to rise.
    fn turns(&self) -> Vec<(Rational, Turn, usize)> {
        let mut turns = Vec::with_capacity(2 * self.raised.len());
        for (k, raised) in self.raised.iter().enumerate() {
            let (lower, upper) = self.simplex.bounds(raised.column);
            turns.push((raised.level_of(lower).max(Rational::ZERO), Turn::Begin, k));
            turns.push((raised.level_of(upper), Turn::End, k));
        }
        turns
    }

    fn turn(&mut self, turn: Turn, k: usize) {
        let column = self.raised[k].column;
        match turn {
            // What has been stopped in the meantime does not begin to rise.
            Turn::Begin if self.simplex.lower[column] < self.simplex.upper[column] => self.set_moving(k, true),
            Turn::End if self.moving[k] => {
                self.set_moving(k, false);
                self.simplex.lower[column] = self.simplex.upper[column].clone();
            }
            _ => {}
        }
    }

    /// Lets a variable's lower bound rise with the level, or stand still at what it is now.
    fn set_moving(&mut self, k: usize, moving: bool) {
        if self.moving[k] == moving {
            return;
        }
        let column = self.raised[k].column;
        self.set_pull(column, false);
        if !moving {
            self.simplex.lower[column] = self.raised[k].value_at(&self.level);
        }
        self.moving[k] = moving;
        self.set_pull(column, true);
    }

    /// Counts a variable, or counts it no more, among those that the level moves: the ones that move
    /// and are at their lower bound.
    fn set_pull(&mut self, variable: usize, counted: bool) {
        let Some(k) = self.index[variable].filter(|&k| self.moving[k]) else { return };
        if self.simplex.places[variable] != Place::Lower {
            return;
        }
        let weight = if counted { -&self.raised[k].weight } else { self.raised[k].weight.clone() };
        for (i, a) in self.simplex.matrix.column(variable) {
            self.pull[*i] = self.pull[*i].plus_product(a, &weight);
        }
    }

    fn update_rates(&mut self) {
        self.rates = self.simplex.factor.solve(&self.simplex.matrix, self.pull.clone(), &self.simplex.work);
    }

    /// How fast the lower bound of a variable rises.
    fn bound_rate(&self, variable: usize) -> Option<&Rational> {
        let k = self.index[variable]?;
        self.moving[k].then(|| &self.raised[k].weight)
    }

    /// The lower bound of a variable at the present level.
    fn lower_now(&self, variable: usize) -> Rational {
        match self.index[variable].filter(|&k| self.moving[k]) {
            Some(k) => self.raised[k].value_at(&self.level),
            None => self.simplex.lower[variable].clone(),
        }
    }

    /// How fast a basic variable falls towards its lower bound.
    fn fall(&self, position: usize) -> Rational {
        match self.bound_rate(self.simplex.head[position]) {
            Some(rising) => rising - &self.rates[position],
            None => -&self.rates[position],
        }
    }

    /// The first level at which a basic variable reaches a bound.
    fn first_hit(&self) -> Option<Rational> {
        let simplex = &*self.simplex;
        let mut first: Option<Rational> = None;
        for (position, rate) in self.rates.iter().enumerate() {
            simplex.count(rate.size());
            let (variable, value) = (simplex.head[position], &simplex.basics[position]);
            let fall = self.fall(position);
            let down = fall.is_positive().then(|| (value - &self.lower_now(variable)) / fall);
            let up = rate.is_positive().then(|| (&simplex.upper[variable] - value) / rate);
            first = first.into_iter().chain(down).chain(up).min();
        }
        first.map(|after| &self.level + &after)
    }

    fn go_to(&mut self, level: Rational) {
        let step = &level - &self.level;
        self.level = level;
        if step.is_zero() {
            return;
        }
        for (value, rate) in self.simplex.basics.iter_mut().zip(&self.rates) {
            *value = value.plus_product(rate, &step);
        }
    }

    /// Exchanges variables until the level can rise, or fixes what is stopped.
    fn unblock(&mut self, effort: &Effort<'_>) -> Result<(), Spent> {
        while let Some((position, rises)) = self.blocked() {
            self.simplex.pay(effort)?;
            let row = self.simplex.basic_row(position);
            match self.way_out(&row, rises) {
                Some(entering) => self.exchange(position, entering, &row, rises),
                None => self.stop(position, &row),
            }
            self.update_rates();
        }
        Ok(())
    }

    /// A basic variable that would break a bound at once: the one that comes first, so that exchanges
    /// cannot go in circles. With whether it must rise to mend that.
    fn blocked(&self) -> Option<(usize, bool)> {
        let simplex = &*self.simplex;
        let mut first: Option<(usize, usize, bool)> = None;
        for (position, &variable) in simplex.head.iter().enumerate() {
            if first.is_some_and(|(least, ..)| least < variable) {
                continue;
            }
            let value = &simplex.basics[position];
            if self.fall(position).is_positive() && *value == self.lower_now(variable) {
                first = Some((variable, position, true));
            } else if self.rates[position].is_positive() && *value == simplex.upper[variable] {
                first = Some((variable, position, false));
            }
        }
        first.map(|(_, position, rises)| (position, rises))
    }

    fn way_out(&self, row: &BasicRow, rises: bool) -> Option<usize> {
        let can_mend = |variable: usize, alpha: &Rational| self.simplex.can_mend(variable, alpha, rises);
        row.entries.iter().filter(|(variable, alpha)| can_mend(*variable, alpha)).map(|(variable, _)| *variable).min()
    }

    fn exchange(&mut self, position: usize, entering: usize, row: &BasicRow, rises: bool) {
        let leaving = self.simplex.head[position];
        self.set_pull(entering, false);
        self.simplex.lower[entering] = self.lower_now(entering);
        let bound = self.simplex.basics[position].clone();
        self.simplex.exchange(position, entering, row, &bound, rises);
        self.set_pull(leaving, true);
    }

    /// No point has a higher level here: every variable of the row stays where it is.
    fn stop(&mut self, position: usize, row: &BasicRow) {
        let stopped = self.simplex.head[position];
        for variable in row.entries.iter().map(|(variable, _)| *variable).chain([stopped]) {
            if let Some(k) = self.index[variable] {
                self.set_moving(k, false);
            }
            self.simplex.fix(variable);
        }
    }
}
