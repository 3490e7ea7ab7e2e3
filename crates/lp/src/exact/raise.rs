//! Raising variables together, as water fills a vessel: the leximin of a face.
//!
//! The level rises from nothing, and every variable may not be below its own part of it. Where no
//! exchange of the basis lets the level rise further, the row that stops it names every variable that
//! is stopped; these are fixed where they are, and the level goes on for the others. The result is
//! the one point in which no variable can be raised without lowering another that is no higher.

use super::simplex::{BasicRow, Place, Simplex};
use crate::Rational;

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
    fn level_of(&self, value: &Rational) -> Rational {
        (value + &self.head_start) / &self.weight
    }

    fn value_at(&self, level: &Rational) -> Rational {
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
}

impl Simplex {
    /// Moves within the present bounds to the leximin point of the raised columns.
    ///
    /// The present point must satisfy the rows, as it does after a solve. Costs are dropped: keep
    /// what is optimal first. In the end every raised column is fixed.
    pub fn raise(&mut self, raised: &[Raised]) {
        let nothing = vec![Rational::ZERO; self.matrix.columns()];
        self.set_costs(&nothing);
        let open = |variable: &&Raised| self.lower[variable.column] < self.upper[variable.column];
        let raised: Vec<&Raised> = raised.iter().filter(open).collect();
        let mut index = vec![None; self.places.len()];
        for (k, variable) in raised.iter().enumerate() {
            index[variable.column] = Some(k);
        }
        let moving = vec![false; raised.len()];
        Raise { simplex: self, raised, index, moving, level: Rational::ZERO }.run();
    }
}

impl Raise<'_> {
    fn run(&mut self) {
        let mut turns = self.turns();
        turns.sort_by(|a, b| b.cmp(a));
        self.unblock();
        while let Some((at, ..)) = turns.last() {
            let at = at.clone();
            let rates = self.rates();
            match self.first_hit(&rates) {
                Some(hit) if hit < at => self.go_to(hit, &rates),
                _ => {
                    self.go_to(at.clone(), &rates);
                    while let Some((_, turn, k)) = turns.pop_if(|(level, ..)| *level == at) {
                        self.turn(turn, k);
                    }
                }
            }
            self.unblock();
        }
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
        let (lower, upper) = self.simplex.bounds(column);
        match turn {
            // What has been stopped in the meantime does not begin to rise.
            Turn::Begin => self.moving[k] = lower < upper,
            Turn::End if self.moving[k] => {
                self.moving[k] = false;
                self.simplex.lower[column] = upper.clone();
            }
            Turn::End => {}
        }
    }

    /// How fast the basic variables move as the level rises, by position.
    fn rates(&self) -> Vec<Rational> {
        let simplex = &*self.simplex;
        let mut pull = vec![Rational::ZERO; simplex.head.len()];
        for (k, raised) in self.raised.iter().enumerate() {
            if self.moving[k] && simplex.places[raised.column] == Place::Lower {
                for (i, a) in simplex.matrix.column(raised.column) {
                    pull[*i] -= &(a * &raised.weight);
                }
            }
        }
        simplex.factor.solve(&simplex.matrix, pull)
    }

    /// How fast the lower bound of a variable rises.
    fn bound_rate(&self, variable: usize) -> Option<&Rational> {
        let k = self.index[variable]?;
        self.moving[k].then(|| &self.raised[k].weight)
    }

    /// How fast a basic variable falls towards its lower bound.
    fn fall(&self, position: usize, rate: &Rational) -> Rational {
        match self.bound_rate(self.simplex.head[position]) {
            Some(rising) => rising - rate,
            None => -rate,
        }
    }

    /// The first level at which a basic variable reaches a bound.
    fn first_hit(&self, rates: &[Rational]) -> Option<Rational> {
        let simplex = &*self.simplex;
        let mut first: Option<Rational> = None;
        for (position, rate) in rates.iter().enumerate() {
            let variable = simplex.head[position];
            let value = &simplex.basics[position];
            let fall = self.fall(position, rate);
            for (room, speed) in [(value - &simplex.lower[variable], &fall), (&simplex.upper[variable] - value, rate)] {
                if speed.is_positive() {
                    let after = room / speed;
                    if first.as_ref().is_none_or(|first| after < *first) {
                        first = Some(after);
                    }
                }
            }
        }
        first.map(|after| &self.level + &after)
    }

    fn go_to(&mut self, level: Rational, rates: &[Rational]) {
        let step = &level - &self.level;
        self.level = level;
        for (k, raised) in self.raised.iter().enumerate() {
            if self.moving[k] {
                self.simplex.lower[raised.column] = raised.value_at(&self.level);
            }
        }
        if step.is_zero() {
            return;
        }
        for (value, rate) in self.simplex.basics.iter_mut().zip(rates) {
            *value = value.plus_product(rate, &step);
        }
    }

    /// Exchanges variables until the level can rise, or fixes what is stopped.
    fn unblock(&mut self) {
        loop {
            let rates = self.rates();
            let Some((position, rises)) = self.blocked(&rates) else { return };
            let row = self.simplex.basic_row(position);
            match self.way_out(&row, rises) {
                Some(entering) => {
                    let bound = self.simplex.basics[position].clone();
                    self.simplex.exchange(position, entering, &row, &bound, rises);
                }
                None => self.stop(position, &row),
            }
        }
    }

    /// A basic variable that would break a bound at once: the one that comes first, so that exchanges
    /// cannot go in circles. With whether it must rise to mend that.
    fn blocked(&self, rates: &[Rational]) -> Option<(usize, bool)> {
        let simplex = &*self.simplex;
        (0..rates.len())
            .filter_map(|position| {
                let variable = simplex.head[position];
                let value = &simplex.basics[position];
                let rate = &rates[position];
                if *value == simplex.lower[variable] && self.fall(position, rate).is_positive() {
                    Some((variable, position, true))
                } else if *value == simplex.upper[variable] && rate.is_positive() {
                    Some((variable, position, false))
                } else {
                    None
                }
            })
            .min()
            .map(|(_, position, rises)| (position, rises))
    }

    fn way_out(&self, row: &BasicRow, rises: bool) -> Option<usize> {
        row.entries
            .iter()
            .filter(|(variable, alpha)| self.simplex.can_mend(*variable, alpha, rises))
            .map(|(variable, _)| *variable)
            .min()
    }

    /// No point has a higher level here: every variable of the row stays where it is.
    fn stop(&mut self, position: usize, row: &BasicRow) {
        let stopped = self.simplex.head[position];
        for variable in row.entries.iter().map(|(variable, _)| *variable).chain([stopped]) {
            self.simplex.fix(variable);
            if let Some(k) = self.index[variable] {
                self.moving[k] = false;
            }
        }
    }
}
