//! The coefficients of a program, by column and by row.

use std::sync::Arc;

use fordela_num::Rational;

use crate::Program;

/// The coefficients of a program, by column and by row.
#[derive(Debug)]
pub(super) struct Matrix {
    columns: Arc<Lines>,
    rows: Lines,
}

/// The nonzero coefficients of every line, one line after the other.
#[derive(Debug)]
struct Lines {
    terms: Vec<(usize, Rational)>,
    /// Where each line ends.
    ends: Vec<usize>,
}

impl Lines {
    fn with_room(lines: usize, terms: usize) -> Self {
        Self { terms: Vec::with_capacity(terms), ends: Vec::with_capacity(lines) }
    }

    fn push<'t>(&mut self, line: impl Iterator<Item = (usize, &'t Rational)>) {
        self.terms.extend(line.map(|(place, a)| (place, a.clone())));
        self.ends.push(self.terms.len());
    }

    fn line(&self, place: usize) -> &[(usize, Rational)] {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.terms[start..self.ends[place]]
    }

    fn iter(&self) -> impl Iterator<Item = &[(usize, Rational)]> {
        (0..self.ends.len()).map(|place| self.line(place))
    }

    /// The same coefficients, as lines across these.
    fn turned(&self, lines: usize) -> Self {
        let mut ends = vec![0; lines];
        self.terms.iter().for_each(|(across, _)| ends[*across] += 1);
        let mut sum = 0;
        for end in &mut ends {
            // Where the line begins, until it is filled.
            (*end, sum) = (sum, sum + *end);
        }
        let mut terms = vec![(0, Rational::ZERO); self.terms.len()];
        for (place, line) in self.iter().enumerate() {
            for (across, a) in line {
                terms[ends[*across]] = (place, a.clone());
                ends[*across] += 1;
            }
        }
        Self { terms, ends }
    }
}

impl Matrix {
    pub(super) fn new(program: &Program) -> Self {
        let terms = program.rows().iter().map(|row| row.terms.len()).sum();
        let mut rows = Lines::with_room(program.rows().len(), terms);
        for row in program.rows() {
            rows.push(row.terms.iter().filter(|(_, a)| !a.is_zero()).map(|(column, a)| (column.0, a)));
        }
        Self { columns: Arc::new(rows.turned(program.columns().len())), rows }
    }

    /// The same coefficients, where the rows list only the columns that are kept.
    pub(super) fn with_rows_of(&self, keep: impl Fn(usize) -> bool) -> Self {
        let mut rows = Lines::with_room(self.rows(), 0);
        for row in self.rows.iter() {
            rows.push(row.iter().filter(|(j, _)| keep(*j)).map(|(j, a)| (*j, a)));
        }
        Self { columns: Arc::clone(&self.columns), rows }
    }

    pub(super) fn columns(&self) -> usize {
        self.columns.ends.len()
    }

    pub(super) fn rows(&self) -> usize {
        self.rows.ends.len()
    }

    /// The nonzero coefficients of a column, by row.
    pub(super) fn column(&self, j: usize) -> &[(usize, Rational)] {
        self.columns.line(j)
    }

    /// The nonzero coefficients of a row, by column.
    pub(super) fn row(&self, i: usize) -> &[(usize, Rational)] {
        self.rows.line(i)
    }
}
