//! A whole point that is seen without a search.

use crate::{Column, Program, Rational, Row};

/// A point with whole columns at whole numbers: from nothing, or as little as their bounds let them, all columns are
/// raised in turn, the most valuable first, as far as the rows let them. `None` where nothing breaks a row. Whole columns
/// have whole bounds.
///
/// ```
/// use fordela_lp::exact::climb;
/// use fordela_lp::{Column, Program, Rational, Row};
///
/// let mut program = Program::new();
/// let x = program.add_column(Column::up_to(Rational::from(2_i64), Rational::ONE));
/// let y = program.add_column(Column::up_to(Rational::from(2_i64), Rational::from(3_i64)));
/// let three = Rational::from(3_i64);
/// program.add_row(Row::at_most("both", vec![(x, Rational::ONE), (y, Rational::ONE)], three));
/// assert_eq!(climb(&program), Some(vec![Rational::ONE, Rational::from(2_i64)]));
/// ```
#[must_use]
pub fn climb(program: &Program) -> Option<Vec<Rational>> {
    let nothing = |column: &Column| Rational::ZERO.max(column.lower.clone()).min(column.upper.clone());
    let mut point: Vec<Rational> = program.columns().iter().map(nothing).collect();
    let mut sums: Vec<Rational> = program.rows().iter().map(|row| row.sum(&point)).collect();
    let is_kept = |(row, sum): (&Row, &Rational)| {
        row.at_least.as_ref().is_none_or(|least| least <= sum) && row.at_most.as_ref().is_none_or(|most| sum <= most)
    };
    if !program.rows().iter().zip(&sums).all(is_kept) {
        return None;
    }
    let mut held: Vec<Vec<(usize, &Rational)>> = vec![Vec::new(); point.len()];
    for (r, row) in program.rows().iter().enumerate() {
        row.terms.iter().filter(|(_, a)| !a.is_zero()).for_each(|(column, a)| held[column.0].push((r, a)));
    }
    let mut order: Vec<usize> = (0..point.len()).filter(|&j| !program.columns()[j].value.is_negative()).collect();
    order.sort_by(|&a, &b| program.columns()[b].value.cmp(&program.columns()[a].value));
    for j in order {
        let column = &program.columns()[j];
        let mut step = &column.upper - &point[j];
        for (r, a) in &held[j] {
            let row = &program.rows()[*r];
            let limit = if a.is_positive() { &row.at_most } else { &row.at_least };
            if let Some(limit) = limit {
                step = step.min((limit - &sums[*r]) / *a);
            }
        }
        let step = if column.whole { step.floor() } else { step };
        if step.is_positive() {
            point[j] += &step;
            held[j].iter().for_each(|(r, a)| sums[*r] = sums[*r].plus_product(a, &step));
        }
    }
    Some(point)
}
