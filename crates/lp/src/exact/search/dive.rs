//! The whole point that a search begins with.

use fordela_num::Rational;

use super::Search;
use super::trade::Trade;
use crate::exact::effort::Effort;
use crate::exact::simplex::Status;
use crate::float::Dive;

/// How a broken column is rounded.
#[derive(Clone)]
struct Round {
    /// Its bounds before.
    outer: (Rational, Rational),
    floor: Rational,
    up: bool,
}

impl Round {
    fn bounds(&self) -> (Rational, Rational) {
        if self.up {
            (&self.floor + &Rational::ONE, self.outer.1.clone())
        } else {
            (self.outer.0.clone(), self.floor.clone())
        }
    }
}

impl Search<'_> {
    /// A whole point that is soon found and seldom bad: broken columns are rounded down, and what that
    /// sets free goes to others, until nothing is broken. Where that leads nowhere they are rounded one by one, up where
    /// they cannot be rounded down.
    pub(super) fn dive(&mut self) -> Option<Vec<Rational>> {
        let effort = self.effort.part(4);
        if let Some(point) = self.dive_quickly(&effort) {
            return Some(point);
        }
        let mut last: Vec<(usize, Round)> = Vec::new();
        let mut all_at_once = true;
        for _ in 0..=3 * self.integers.len() + 3 {
            if self.simplex.solve(&effort).ok()? != Status::Optimal {
                let tried = std::mem::take(&mut last);
                tried.iter().for_each(|(column, round)| self.narrow(*column, &round.outer));
                match &tried[..] {
                    [(column, round)] if !round.up => {
                        let round = Round { up: true, ..round.clone() };
                        self.narrow(*column, &round.bounds());
                        last.push((*column, round));
                    }
                    [_, _, ..] if all_at_once => all_at_once = false,
                    _ => return None,
                }
                continue;
            }
            let is_broken = |column: &usize| !self.simplex.value_of(*column).is_integer();
            let most = if all_at_once { self.integers.len() } else { 1 };
            let broken: Vec<usize> = self.integers.iter().copied().filter(is_broken).take(most).collect();
            if broken.is_empty() {
                return Some(self.simplex.point());
            }
            last.clear();
            for column in broken {
                let (lower, upper) = self.simplex.bounds(column);
                let outer = (lower.clone(), upper.clone());
                let round = Round { outer, floor: self.simplex.value_of(column).floor(), up: false };
                self.narrow(column, &round.bounds());
                last.push((column, round));
            }
        }
        None
    }

    /// The better of the points with the whole numbers that floats find one way and the other, and trade.
    fn dive_quickly(&mut self, effort: &Effort<'_>) -> Option<Vec<Rational>> {
        self.quick.as_mut()?.go_to(None, &self.bounds);
        let points = [Dive::Down, Dive::Gently].map(|dive| self.dived(dive, effort));
        // Of two that are as good, the first.
        points.into_iter().flatten().rev().max_by_key(|point| self.simplex.worth(point))
    }

    fn dived(&mut self, dive: Dive, effort: &Effort<'_>) -> Option<Vec<Rational>> {
        let quick = self.quick.as_ref()?;
        let values = quick.dive(dive, |looked_at| {
            self.simplex.count_floats(looked_at);
            self.simplex.pay(effort).is_ok()
        })?;
        let values = match Trade::new(&self.simplex, &self.integers, &values) {
            Some(trade) => trade.run(),
            None => values,
        };
        match self.quick.as_ref()?.point_at(values.iter().copied()) {
            Some((_, point)) => Some(point),
            None => self.finished(values, effort),
        }
    }

    /// The point with these whole numbers.
    fn finished(&mut self, values: Vec<f64>, effort: &Effort<'_>) -> Option<Vec<Rational>> {
        let outer: Vec<_> = self.integers.iter().map(|&column| self.bounds[column].clone()).collect();
        for (place, value) in values.into_iter().enumerate() {
            let value = Rational::from_f64(value)?;
            self.narrow(self.integers[place], &(value.clone(), value));
        }
        if self.simplex.solve(effort).ok()? == Status::Optimal {
            return Some(self.simplex.point());
        }
        (0..outer.len()).for_each(|place| self.narrow(self.integers[place], &outer[place]));
        None
    }

    fn narrow(&mut self, column: usize, (lower, upper): &(Rational, Rational)) {
        self.simplex.set_bounds(column, lower.clone(), upper.clone());
        self.note(column);
    }
}
