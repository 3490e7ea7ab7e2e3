//! Columns that are alike in every row, as one.
//!
//! What is taken of such columns is taken of those that are worth most a unit first, so that together they are one variable
//! whose next unit is worth less the more of it there is: its value is a concave curve of straight *segments*. Columns of one
//! class that are worth the same are one segment.

use fordela_num::Rational;

use super::sparse::Sparse;
use crate::hash::ByTerms;

/// The columns of a program by class.
#[derive(Debug)]
pub(crate) struct Classes {
    /// The coefficients of each class, by row.
    pub(super) by_class: Sparse,
    /// The same, by row.
    pub(super) by_row: Sparse,
    /// All columns, those of a class together, and among them what is worth most first.
    columns: Vec<usize>,
    /// Where in `columns` each segment ends.
    pub(super) ends: Vec<usize>,
    /// The first segment of each class, and where the last class ends.
    pub(super) first: Vec<usize>,
}

impl Classes {
    /// Puts columns into classes. `terms` are the coefficients of a column by row, and `values` what its units are worth.
    pub(crate) fn new<'m>(rows: usize, values: &[Rational], terms: impl Fn(usize) -> &'m [(usize, Rational)]) -> Self {
        let mut by_class = Sparse::default();
        let mut members: Vec<Vec<usize>> = Vec::new();
        let mut known: ByTerms<&[(usize, Rational)], usize> = ByTerms::default();
        let mut class = 0;
        for column in 0..values.len() {
            // The pieces of an ask stand beside each other, and are alike.
            if column == 0 || terms(column) != terms(column - 1) {
                class = *known.entry(terms(column)).or_insert_with(|| {
                    by_class.push_exact(terms(column));
                    members.push(Vec::new());
                    members.len() - 1
                });
            }
            members[class].push(column);
        }
        let by_row = by_class.turned(rows);
        let mut classes =
            Self { by_class, by_row, columns: Vec::with_capacity(values.len()), ends: Vec::new(), first: vec![0] };
        for class in members {
            classes.add(class, values);
        }
        classes
    }

    /// Every column as a class of its own, with one segment, so that its bounds can be changed.
    pub(crate) fn apart<'m>(rows: usize, columns: usize, terms: impl Fn(usize) -> &'m [(usize, Rational)]) -> Self {
        let mut by_class = Sparse::default();
        (0..columns).for_each(|column| by_class.push_exact(terms(column)));
        let by_row = by_class.turned(rows);
        Self {
            by_class,
            by_row,
            columns: (0..columns).collect(),
            ends: (1..=columns).collect(),
            first: (0..=columns).collect(),
        }
    }

    fn add(&mut self, mut class: Vec<usize>, values: &[Rational]) {
        class.sort_by(|&one, &other| values[other].cmp(&values[one]));
        for same in class.chunk_by(|&one, &other| values[one] == values[other]) {
            self.columns.extend(same);
            self.ends.push(self.columns.len());
        }
        self.first.push(self.ends.len());
    }

    /// How many classes there are.
    pub(super) fn len(&self) -> usize {
        self.by_class.len()
    }

    /// The columns of a segment.
    pub(super) fn of_segment(&self, segment: usize) -> &[usize] {
        let start = if segment == 0 { 0 } else { self.ends[segment - 1] };
        &self.columns[start..self.ends[segment]]
    }
}
