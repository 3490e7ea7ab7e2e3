//! From classes back to the columns of the program.

use super::simplex::{Floats, Numbers, Stands};
use crate::place::Place;

impl Floats {
    /// Where the columns of the program stand, and after them the sums of its rows.
    pub(crate) fn places(&self, numbers: &Numbers) -> Vec<Place> {
        let mut places = vec![Place::Lower; numbers.columns.len() + numbers.rows.len()];
        for class in 0..self.classes.len() {
            match self.stands[class] {
                Stands::After(taken) => self.fill(&mut places, self.first[class]..self.first[class] + taken),
                Stands::Basic(position) => {
                    let segment = self.head[position].1;
                    self.fill(&mut places, self.first[class]..segment);
                    self.fill_partly(&mut places, position, numbers);
                }
            }
        }
        for (row, place) in places.iter_mut().skip(numbers.columns.len()).enumerate() {
            *place = match self.stands[self.classes.len() + row] {
                Stands::Basic(position) => Place::Basic(position),
                Stands::After(0) => Place::Lower,
                Stands::After(_) => Place::Upper,
            };
        }
        places
    }

    fn fill(&self, places: &mut [Place], segments: std::ops::Range<usize>) {
        let columns = segments.flat_map(|segment| self.classes.of_segment(segment));
        columns.for_each(|&column| places[column] = Place::Upper);
    }

    /// Fills the columns of a segment in the basis one by one; the one that is not filled is in the basis.
    fn fill_partly(&self, places: &mut [Place], position: usize, numbers: &Numbers) {
        let (variable, segment) = self.head[position];
        let mut left = self.basics[position] - self.bounds(variable, segment).0;
        for (n, &column) in self.classes.of_segment(segment).iter().enumerate() {
            let (lower, upper) = numbers.columns[column];
            left -= upper - lower;
            if left < 0.0 || n + 1 == self.classes.of_segment(segment).len() {
                places[column] = Place::Basic(position);
                return;
            }
            places[column] = Place::Upper;
        }
    }

    /// Stands where another stood with the same classes and other rows: `same` tells for every row which it was there, if any.
    /// New rows come into the basis; those that are gone must have been in it. Whether the basis can be solved by.
    pub(crate) fn stand_as(&mut self, other: &Self, same: &[Option<usize>]) -> bool {
        let classes = self.classes.len();
        let was = |variable: usize| match variable.checked_sub(classes) {
            None => Some(variable),
            Some(row) => same[row].map(|row| classes + row),
        };
        let mut position = 0;
        for variable in 0..self.stands.len() {
            let stood = was(variable).map(|variable| other.stands[variable]);
            if let Some(stood @ Stands::After(_)) = stood {
                self.stands[variable] = stood;
                continue;
            }
            if position == self.rows {
                return false;
            }
            self.stands[variable] = Stands::Basic(position);
            // All classes have one segment here, and so have rows.
            self.head[position] = (variable, variable);
            self.edges[position] = match stood {
                Some(Stands::Basic(position)) => other.edges[position],
                _ => 1.0,
            };
            position += 1;
        }
        position == self.rows && self.renew()
    }
}
