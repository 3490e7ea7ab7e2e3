//! Nodes of a search that are solved in floats, and proved in whole numbers.

use std::rc::Rc;

use fordela_num::Rational;

use super::branching::Broken;
use super::open::{Bounds, Branch, Stand};
use super::scaled::Scaled;
use crate::exact::simplex::Simplex;
use crate::float::{Dive, Ended, Floats};

/// Nearer to a whole number than this counts as whole.
const WHOLE: f64 = 1e-6;

/// What is known of the points of a part.
pub(super) enum Seen {
    /// There are none: the weights with which the rows contradict the bounds of the columns.
    Impossible(Vec<Rational>),
    /// They are worth at most this, by these prices of the rows.
    Bounded(Rational, Vec<Rational>),
}

/// How a trial came out.
pub(super) struct Tried {
    /// What is lost; without end where nothing is left.
    pub(super) lost: f64,
    /// How many numbers were looked at.
    pub(super) looked_at: usize,
}

/// A program in floats, and in whole numbers.
pub(super) struct Quick {
    floats: Floats,
    scaled: Scaled,
    stand: Stand,
    /// What a unit of each column is worth.
    values: Vec<f64>,
    integers: Vec<usize>,
}

impl Quick {
    /// The program of a simplex; `None` where its numbers are too large.
    pub(super) fn new(simplex: &Simplex, integers: &[usize]) -> Option<Self> {
        let scaled = Scaled::of(simplex)?;
        let (floats, values) = simplex.apart();
        Some(Self { floats, scaled, stand: Stand::default(), values, integers: integers.to_vec() })
    }

    /// Notes that the bounds of a column are no longer those that it was given here.
    pub(super) fn note(&mut self, column: usize) {
        self.stand.note(column);
    }

    /// Gives the columns the bounds of a part.
    pub(super) fn go_to(&mut self, path: Option<&Rc<Branch>>, root: &[Bounds]) -> usize {
        let Self { floats, scaled, .. } = self;
        self.stand.go_to(path, root, |column, (lower, upper)| {
            scaled.set_bounds(column, lower, upper);
            floats.set_bounds(column, (lower.to_f64(), upper.to_f64()));
        })
    }

    /// What is known of the points of the part at which it stands; `None` where floats do not tell.
    pub(super) fn look(&mut self, goes_on: impl FnMut(usize) -> bool) -> Option<Seen> {
        match self.floats.solve_on(goes_on) {
            Ended::Lost => None,
            Ended::Infeasible => self.scaled.contradiction(self.floats.weights()).map(Seen::Impossible),
            Ended::Optimal => {
                let prices = self.floats.prices(&self.values);
                self.scaled.bound(prices).map(|(value, prices)| Seen::Bounded(value, prices))
            }
        }
    }

    /// The columns that are broken where it was looked, with where each is split.
    pub(super) fn broken(&self) -> Vec<Broken> {
        let broken = |&column: &usize| {
            let amount = self.floats.amount(column);
            let at = Rational::from(below(amount));
            ((amount - amount.round()).abs() > WHOLE).then(|| Broken { column, part: amount - amount.floor(), at })
        };
        self.integers.iter().filter_map(broken).collect()
    }

    /// What is lost at least when a broken column is moved one way, as far as so many exchanges tell.
    pub(super) fn tried(&self, broken: &Broken, up: bool, exchanges: usize) -> Tried {
        let mut floats = self.floats.clone();
        let before = floats.value();
        let (least, most) = floats.bounds_of(broken.column);
        let at = broken.at.to_f64();
        floats.set_bounds(broken.column, if up { (at + 1.0, most) } else { (least, at) });
        let (mut left, mut looked_at) = (exchanges, 3 * self.values.len());
        let ended = floats.solve_on(|more| {
            looked_at += more;
            left = left.saturating_sub(1);
            left > 0
        });
        let lost = if ended == Ended::Infeasible { f64::INFINITY } else { (before - floats.value()).max(0.0) };
        Tried { lost, looked_at }
    }

    /// How much there is of a column where it was looked, if that is whole.
    pub(super) fn whole(&self, column: usize) -> Option<Rational> {
        let amount = self.floats.amount(column);
        ((amount - amount.round()).abs() <= WHOLE).then(|| Rational::from(nearest(amount)))
    }

    /// What is lost for a unit that a column is moved from where it stands.
    pub(super) fn loss(&self, column: usize) -> f64 {
        self.floats.loss(column)
    }

    /// The values of the columns that must be whole at a point that is soon found.
    pub(super) fn dive(&self, dive: Dive, goes_on: impl FnMut(usize) -> bool) -> Option<Vec<f64>> {
        self.floats.clone().dive(&self.integers, dive, goes_on)
    }

    /// A point where these columns are near whole numbers and what it is worth, if there are no others and all rows hold.
    pub(super) fn point_at(&self, amounts: impl IntoIterator<Item = f64>) -> Option<(Rational, Vec<Rational>)> {
        if self.integers.len() < self.values.len() {
            return None;
        }
        let point: Vec<i128> = amounts.into_iter().map(nearest).collect();
        let worth = self.scaled.worth_of(&point)?;
        Some((worth, point.into_iter().map(Rational::from).collect()))
    }

    /// The point where it was looked, and what it is worth, if all columns are whole and all rows hold.
    pub(super) fn point(&self) -> Option<(Rational, Vec<Rational>)> {
        self.point_at(self.integers.iter().map(|&column| self.floats.amount(column)))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "amounts are near whole numbers that are not large")]
fn nearest(amount: f64) -> i128 {
    amount.round() as i128
}

#[expect(clippy::cast_possible_truncation, reason = "amounts are not large")]
fn below(amount: f64) -> i128 {
    amount.floor() as i128
}
