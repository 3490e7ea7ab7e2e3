//! What floats see of a rise, by classes of columns that are alike and stand alike.

use fordela_num::Rational;

use super::effort::Effort;
use super::raise::Raised;
use super::simplex::Simplex;
use crate::float::{Halt, Rising, Sparse, Start, Vessel};
use crate::hash::ByTerms;
use crate::place::Place;

impl Simplex {
    /// Which rows stop the columns, and where everything stands in the end, as floats see it.
    pub(super) fn rise_in_floats(&self, raised: &[&Raised], others: &[usize], effort: &Effort<'_>) -> Option<Risen> {
        let Classed { start, members } = self.classes(raised, others);
        let mut rising = Rising::new(start)?;
        let is_done = rising.run(|looked_at| {
            self.count_floats(looked_at);
            self.pay(effort).is_ok()
        });
        let halts = std::mem::take(&mut rising.halts);
        let (places, basics) = rising.stands();
        is_done.then_some(Risen { halts, members, places, basics })
    }

    /// The columns that are raised, and others that may move, where they stand, by class: those that are alike in every row,
    /// and have one of them in the basis, or stand at the same bound.
    fn classes(&self, raised: &[&Raised], others: &[usize]) -> Classed {
        let n = self.matrix.columns();
        let mut classes = Gathered::default();
        for &column in self.head.iter().filter(|&&variable| variable < n) {
            let class = classes.class(self.matrix.column(column), Place::Lower, || self.places[column]);
            classes.known.insert((self.matrix.column(column), true), class);
            // What is in the basis and cannot move.
            if !self.is_open(column) {
                classes.add_other(self, column);
            }
        }
        let vessel = |raised: &&Raised| {
            let (lower, upper) = self.float_bounds(raised.column);
            let class = classes.add(self, raised.column);
            Vessel { class, lower, upper, weight: raised.weight.to_f64(), head_start: raised.head_start.to_f64() }
        };
        let vessels = raised.iter().map(vessel).collect();
        others.iter().for_each(|&column| classes.add_other(self, column));
        let Gathered { by_class, mut places, values, members, others, known } = classes;
        places.extend_from_slice(&self.places[n..]);
        let rows = (n..self.places.len()).map(|sum| self.float_bounds(sum)).collect();
        let head = self.head.iter().zip(&self.basics).map(|(&variable, value)| match variable.checked_sub(n) {
            Some(row) => (values.len() + row, value.to_f64()),
            None => {
                let class = known[&(self.matrix.column(variable), false)];
                (class, values[class])
            }
        });
        let head = head.collect();
        Classed { start: Start { by_class, vessels, others, rows, places, head }, members }
    }

    /// Where columns and sums of rows stand as their classes do in floats. Those of a class in the basis are filled one by one;
    /// the one that is not filled is in the basis.
    pub(super) fn places_of(&self, risen: &Risen) -> Vec<Place> {
        let n = self.matrix.columns();
        let mut places = self.places.clone();
        for (members, place) in risen.members.iter().zip(&risen.places) {
            let Place::Basic(position) = place else {
                members.iter().for_each(|&column| places[column] = *place);
                continue;
            };
            let least: f64 = members.iter().map(|&column| self.float_bounds(column).0).sum();
            let mut left = risen.basics[*position] - least;
            let mut is_filled = true;
            for (k, &column) in members.iter().enumerate() {
                let (lower, upper) = self.float_bounds(column);
                left -= upper - lower;
                let is_last = is_filled && (left < 0.0 || k + 1 == members.len());
                places[column] = match is_filled {
                    true if is_last => *place,
                    true => Place::Upper,
                    false => Place::Lower,
                };
                is_filled &= !is_last;
            }
        }
        places[n..].copy_from_slice(&risen.places[risen.members.len()..]);
        places
    }
}

/// The coefficients of a column by row.
type Terms<'m> = &'m [(usize, Rational)];

/// What floats see of a rise.
pub(super) struct Risen {
    /// Which rows stop somebody.
    pub(super) halts: Vec<Halt>,
    /// The columns of each class.
    members: Vec<Vec<usize>>,
    /// Where classes, and after them sums of rows, stand in the end.
    places: Vec<Place>,
    /// How much there is of what is in the basis, by position.
    basics: Vec<f64>,
}

/// Columns by class.
struct Classed {
    start: Start,
    members: Vec<Vec<usize>>,
}

/// Classes that are being made of columns.
#[derive(Default)]
struct Gathered<'m> {
    by_class: Sparse,
    places: Vec<Place>,
    values: Vec<f64>,
    members: Vec<Vec<usize>>,
    others: Vec<(usize, (f64, f64))>,
    /// The class by its coefficients, and whether its columns are full.
    known: ByTerms<(Terms<'m>, bool), usize>,
}

impl<'m> Gathered<'m> {
    fn add(&mut self, simplex: &'m Simplex, column: usize) -> usize {
        let class = self.class(simplex.matrix.column(column), simplex.places[column], || simplex.places[column]);
        self.values[class] += simplex.value_of(column).to_f64();
        self.members[class].push(column);
        class
    }

    /// Adds a column that is not raised.
    fn add_other(&mut self, simplex: &'m Simplex, column: usize) {
        let class = self.add(simplex, column);
        self.others.push((class, simplex.float_bounds(column)));
    }

    fn class(&mut self, terms: Terms<'m>, place: Place, stands: impl Fn() -> Place) -> usize {
        let Self { by_class, places, values, members, known, .. } = self;
        *known.entry((terms, place == Place::Upper)).or_insert_with(|| {
            by_class.push_exact(terms);
            places.push(stands());
            values.push(0.0);
            members.push(Vec::new());
            places.len() - 1
        })
    }
}
