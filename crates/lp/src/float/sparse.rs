//! Lists of places and numbers, one after the other in two arrays.

use fordela_num::Rational;

/// Sparse vectors, one a place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sparse {
    ends: Vec<usize>,
    places: Vec<usize>,
    numbers: Vec<f64>,
}

impl Sparse {
    /// Adds a vector after the last.
    pub(crate) fn push(&mut self, entries: impl IntoIterator<Item = (usize, f64)>) {
        for (place, number) in entries {
            self.places.push(place);
            self.numbers.push(number);
        }
        self.ends.push(self.places.len());
    }

    /// Adds the coefficients of a column, by row, after the last vector.
    pub(crate) fn push_exact(&mut self, terms: &[(usize, Rational)]) {
        self.push(terms.iter().map(|(row, a)| (*row, a.to_f64())));
    }

    /// Adds a multiple of a variable's column to one number a row: a vector is that of a column, and what comes after the last
    /// stands for the sum of a row, which is on the other side of it.
    pub(super) fn add(&self, variable: usize, by: f64, sums: &mut [f64]) {
        match variable.checked_sub(self.len()) {
            Some(row) => sums[row] -= by,
            None => self.of(variable).for_each(|(row, a)| sums[row] += a * by),
        }
    }

    /// The same numbers, by the places of the vectors, of which there are `count`.
    pub(crate) fn turned(&self, count: usize) -> Self {
        let mut next = vec![0; count + 1];
        self.places.iter().for_each(|&place| next[place + 1] += 1);
        for place in 0..count {
            next[place + 1] += next[place];
        }
        let ends = next[1..].to_vec();
        let (mut places, mut numbers) = (vec![0; self.places.len()], vec![0.0; self.places.len()]);
        for vector in 0..self.len() {
            for (place, number) in self.of(vector) {
                places[next[place]] = vector;
                numbers[next[place]] = number;
                next[place] += 1;
            }
        }
        Self { ends, places, numbers }
    }

    /// How many vectors there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The numbers of a vector that are not zero, each with its place.
    pub(crate) fn of(&self, vector: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let range = self.range(vector);
        self.places[range.clone()].iter().copied().zip(self.numbers[range].iter().copied())
    }

    /// How many numbers of a vector are not zero.
    pub(crate) fn len_of(&self, vector: usize) -> usize {
        self.range(vector).len()
    }

    fn range(&self, vector: usize) -> std::ops::Range<usize> {
        let start = if vector == 0 { 0 } else { self.ends[vector - 1] };
        start..self.ends[vector]
    }
}
