//! A whole point that is seen without a search.

use std::collections::BTreeMap;

use fordela_num::Rational;

use super::effort::Effort;
use super::search::{Precision, Search};
use super::simplex::Simplex;
use crate::{Column, ColumnId, Program, Row};

/// What the search for the best of one block may compute.
const BLOCK: u64 = 300_000;

/// A point with whole columns at whole numbers: from nothing, or as little as their bounds let them, all columns are
/// raised in turn, the most valuable first, as far as the rows let them. Then the columns of every block are set together
/// to what is best while all others stay: once by their value less the prices of the rows, one price a row, and once by
/// their value, as far as the effort goes. `None` where nothing breaks a row. Whole columns have whole bounds.
///
/// ```
/// use fordela_lp::exact::{Effort, climb};
/// use fordela_lp::{Column, Program, Row};
/// use fordela_num::Rational;
///
/// let mut program = Program::new();
/// let x = program.add_column(Column::up_to(Rational::from(2_i64), Rational::ONE));
/// let y = program.add_column(Column::up_to(Rational::from(2_i64), Rational::from(3_i64)));
/// let three = Rational::from(3_i64);
/// program.add_row(Row::at_most("both", vec![(x, Rational::ONE), (y, Rational::ONE)], three));
/// let effort = Effort::new(1_000, &|| false);
/// assert_eq!(climb(&program, &[], &[Rational::ZERO], &effort), Some(vec![Rational::ONE, Rational::from(2_i64)]));
/// ```
#[must_use]
pub fn climb(
    program: &Program,
    blocks: &[Vec<usize>],
    prices: &[Rational],
    effort: &Effort<'_>,
) -> Option<Vec<Rational>> {
    let mut climb = Climb::from_nothing(program)?;
    climb.raise();
    let raised = climb.point.clone();
    let values: Vec<Rational> = program.columns().iter().map(|column| column.value.clone()).collect();
    let charged =
        |j: usize| climb.held[j].iter().fold(values[j].clone(), |value, (r, a)| value.plus_product(&prices[*r], &-*a));
    let worth: Vec<Rational> = (0..values.len()).map(charged).collect();
    for worth in [&worth, &values] {
        for block in blocks {
            if effort.is_spent() {
                break;
            }
            climb.improve(block, worth, &effort.share(BLOCK));
        }
    }
    let is_better = program.value(&climb.point) >= program.value(&raised);
    Some(if is_better { climb.point } else { raised })
}

/// A point that keeps all rows, on its way up.
struct Climb<'p> {
    program: &'p Program,
    point: Vec<Rational>,
    /// The sum of every row.
    sums: Vec<Rational>,
    /// The rows that hold every column.
    held: Vec<Vec<(usize, &'p Rational)>>,
}

impl<'p> Climb<'p> {
    fn from_nothing(program: &'p Program) -> Option<Self> {
        let nothing = |column: &Column| Rational::ZERO.max(column.lower.clone()).min(column.upper.clone());
        let point: Vec<Rational> = program.columns().iter().map(nothing).collect();
        let sums: Vec<Rational> = program.rows().iter().map(|row| row.sum(&point)).collect();
        let is_kept = |(row, sum): (&Row, &Rational)| {
            let is_enough = row.at_least.as_ref().is_none_or(|least| least <= sum);
            is_enough && row.at_most.as_ref().is_none_or(|most| sum <= most)
        };
        if !program.rows().iter().zip(&sums).all(is_kept) {
            return None;
        }
        let mut held: Vec<Vec<(usize, &Rational)>> = vec![Vec::new(); point.len()];
        for (r, row) in program.rows().iter().enumerate() {
            row.terms.iter().filter(|(_, a)| !a.is_zero()).for_each(|(column, a)| held[column.0].push((r, a)));
        }
        Some(Self { program, point, sums, held })
    }

    /// Raises every column by itself.
    fn raise(&mut self) {
        let columns = self.program.columns();
        let mut order: Vec<usize> = (0..columns.len()).filter(|&j| !columns[j].value.is_negative()).collect();
        order.sort_by(|&a, &b| columns[b].value.cmp(&columns[a].value));
        for j in order {
            let mut step = &columns[j].upper - &self.point[j];
            for (r, a) in &self.held[j] {
                let row = &self.program.rows()[*r];
                let limit = if a.is_positive() { &row.at_most } else { &row.at_least };
                if let Some(limit) = limit {
                    step = step.min((limit - &self.sums[*r]) / *a);
                }
            }
            let step = if columns[j].integer { step.floor() } else { step };
            if step.is_positive() {
                self.move_by(j, &step);
            }
        }
    }

    fn move_by(&mut self, column: usize, step: &Rational) {
        self.point[column] += step;
        for (r, a) in &self.held[column] {
            self.sums[*r] = self.sums[*r].plus_product(a, step);
        }
    }

    /// Sets the columns of a block to what is worth most, with all others as they are.
    fn improve(&mut self, block: &[usize], worth: &[Rational], effort: &Effort<'_>) {
        let mut own = Program::new();
        let mut rows: BTreeMap<usize, Vec<(ColumnId, Rational)>> = BTreeMap::new();
        for &j in block {
            let column = own.add_column(Column { value: worth[j].clone(), ..self.program.columns()[j].clone() });
            self.held[j].iter().for_each(|(r, a)| rows.entry(*r).or_default().push((column, (*a).clone())));
        }
        for (r, terms) in rows {
            let row = &self.program.rows()[r];
            let others = terms
                .iter()
                .fold(self.sums[r].clone(), |sum, (column, a)| sum.plus_product(&-a, &self.point[block[column.0]]));
            let left = |limit: &Option<Rational>| limit.as_ref().map(|limit| limit - &others);
            own.add_row(Row {
                label: String::new(),
                terms,
                at_least: left(&row.at_least),
                at_most: left(&row.at_most),
            });
        }
        let known = block.iter().map(|&j| self.point[j].clone()).collect();
        let found = Search::new(&own, Simplex::new(&own), Precision::Exact, effort).best(Some(known));
        for (&j, value) in block.iter().zip(found.point.unwrap_or_default()) {
            let step = value - &self.point[j];
            if !step.is_zero() {
                self.move_by(j, &step);
            }
        }
    }
}
