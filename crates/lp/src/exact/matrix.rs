//! The coefficients of a program, by column and by row.

use fordela_num::Rational;

use crate::Program;

/// The coefficients of a program, by column and by row.
#[derive(Debug)]
pub(super) struct Matrix {
    columns: Vec<Vec<(usize, Rational)>>,
    rows: Vec<Vec<(usize, Rational)>>,
}

impl Matrix {
    pub(super) fn new(program: &Program) -> Self {
        let mut columns = vec![Vec::new(); program.columns().len()];
        let mut rows = Vec::with_capacity(program.rows().len());
        for (i, row) in program.rows().iter().enumerate() {
            let terms: Vec<(usize, Rational)> =
                row.terms.iter().filter(|(_, a)| !a.is_zero()).map(|(column, a)| (column.0, a.clone())).collect();
            for (j, a) in &terms {
                columns[*j].push((i, a.clone()));
            }
            rows.push(terms);
        }
        Self { columns, rows }
    }

    /// The same coefficients, where the rows list only the columns that are kept.
    pub(super) fn with_rows_of(&self, keep: impl Fn(usize) -> bool) -> Self {
        let shorter = |row: &Vec<(usize, Rational)>| row.iter().filter(|(j, _)| keep(*j)).cloned().collect();
        Self { columns: self.columns.clone(), rows: self.rows.iter().map(shorter).collect() }
    }

    pub(super) fn columns(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The nonzero coefficients of a column, by row.
    pub(super) fn column(&self, j: usize) -> &[(usize, Rational)] {
        &self.columns[j]
    }

    /// The nonzero coefficients of a row, by column.
    pub(super) fn row(&self, i: usize) -> &[(usize, Rational)] {
        &self.rows[i]
    }
}
