//! From an exact program to floats that a solver handles well, and back.
//!
//! Solvers judge with absolute tolerances of 1e-6 to 1e-9, so what a number means must not depend on the
//! units that the program is written in: a reduced cost inside the tolerance is a large fault on a row
//! that is a million wide. After scaling, one unit of a column is about its whole range, one unit of a row is
//! about the most that one column can put in it, and one unit of value is about the most that one column can
//! add. All scales are powers of two, so that scaling itself rounds nothing.

use fordela_num::Rational;

use crate::{Column, Program, Row, Solution, Stop};

/// How far a point may be outside a scaled row or column and still be called optimal: well above what
/// solvers leave (1e-7 and less), well below what would mislead the exact method.
const SLACK: f64 = 1e-6;

/// The largest exponent applied in one multiplication: both it and its negation are normal floats.
const STEP: i32 = 1000;

/// What to do with a program.
#[derive(Debug)]
pub(crate) enum Scaling {
    /// There is something to solve.
    Solve(Scaled),
    /// The answer is clear without a solver.
    Answer(Solution),
}

/// The part of a program that is open, in floats: maximise over columns from zero to their range.
#[derive(Debug)]
pub(crate) struct Scaled {
    /// The value of one unit of every open column, at most 2.
    pub(crate) values: Vec<f64>,
    /// The largest value of every open column, in `1..2`.
    pub(crate) ranges: Vec<f64>,
    /// The rows that at least one open column is in.
    pub(crate) rows: Vec<ScaledRow>,
    undo: Undo,
}

/// A row over open columns.
#[derive(Debug)]
pub(crate) struct ScaledRow {
    /// Places in [`Scaled::ranges`], with coefficients below 2.
    pub(crate) terms: Vec<(usize, f64)>,
    /// What the sum must satisfy.
    pub(crate) limit: Limit,
}

/// What the sum of a row must satisfy.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Limit {
    /// At least this.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
    /// From the first to the second.
    Between(f64, f64),
    /// Exactly this.
    Exactly(f64),
}

/// The map from scaled numbers back to those of the program.
#[derive(Debug)]
struct Undo {
    /// The bounds of every column of the program.
    bounds: Vec<(f64, f64)>,
    /// The column and the exponent of every open column.
    open: Vec<(usize, i32)>,
    /// The row and the exponent of every scaled row.
    rows: Vec<(usize, i32)>,
    /// The number of rows in the program.
    all_rows: usize,
    /// The exponent of the value.
    value: i32,
}

/// Why a program is not scaled.
enum Unfit {
    /// Some number of the program is not one that a float can hold, or some column is not in the program.
    Numbers,
    /// Some row or column is impossible by itself.
    Impossible,
}

/// Scales a program, or answers it when no column is open or no float can hold it.
///
/// Whether a column is whole is not looked at.
pub(crate) fn scale(program: &Program) -> Scaling {
    match scaled(program) {
        Ok(scaled) if scaled.ranges.is_empty() => {
            let nothing = Solution { stop: Stop::Optimal, point: Some(vec![]), duals: Some(vec![]) };
            Scaling::Answer(scaled.undo(nothing))
        }
        Ok(scaled) => Scaling::Solve(scaled),
        Err(Unfit::Numbers) => Scaling::Answer(nothing(Stop::Failed)),
        Err(Unfit::Impossible) => Scaling::Answer(nothing(Stop::Infeasible)),
    }
}

/// A solution with no point and no duals.
pub(crate) fn nothing(stop: Stop) -> Solution {
    Solution { stop, point: None, duals: None }
}

fn scaled(program: &Program) -> Result<Scaled, Unfit> {
    let mut columns = Columns::default();
    for column in program.columns() {
        columns.add(column)?;
    }
    let top = columns.values.iter().zip(&columns.open).filter_map(|(v, (_, e))| Some(exponent(*v)? + e)).max();
    let value = -top.unwrap_or(0);
    let values = columns.values.iter().zip(&columns.open).map(|(v, (_, e))| shifted(*v, e + value)).collect();
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    for (place, row) in program.rows().iter().enumerate() {
        if let Some((row, exponent)) = scaled_row(row, program, &columns)? {
            rows.push(row);
            places.push((place, exponent));
        }
    }
    let all_rows = program.rows().len();
    let undo = Undo { bounds: columns.bounds, open: columns.open, rows: places, all_rows, value };
    Ok(Scaled { values, ranges: columns.ranges, rows, undo })
}

/// The columns of a program, and which of them are open.
#[derive(Default)]
struct Columns {
    bounds: Vec<(f64, f64)>,
    /// The place of every column among the open ones, with its exponent.
    places: Vec<Option<(usize, i32)>>,
    open: Vec<(usize, i32)>,
    ranges: Vec<f64>,
    /// The unscaled value of every open column.
    values: Vec<f64>,
}

impl Columns {
    fn add(&mut self, column: &Column) -> Result<(), Unfit> {
        let range = float(&(&column.upper - &column.lower))?;
        self.bounds.push((float(&column.lower)?, float(&column.upper)?));
        let value = float(&column.value)?;
        if range < 0.0 {
            return Err(Unfit::Impossible);
        }
        let place = exponent(range).map(|exponent| (self.open.len(), exponent));
        self.places.push(place);
        if let Some((_, exponent)) = place {
            self.open.push((self.bounds.len() - 1, exponent));
            self.ranges.push(shifted(range, -exponent));
            self.values.push(value);
        }
        Ok(())
    }
}

/// The row over open columns with its exponent, or `None` when no column of it is open.
fn scaled_row(row: &Row, program: &Program, columns: &Columns) -> Result<Option<(ScaledRow, i32)>, Unfit> {
    let mut base = Rational::ZERO;
    let mut terms = Vec::with_capacity(row.terms.len());
    for (id, coefficient) in &row.terms {
        let column = program.columns().get(id.0).ok_or(Unfit::Numbers)?;
        let number = float(coefficient)?;
        base = base.plus_product(coefficient, &column.lower);
        if let (Some((place, exponent)), Some(own)) = (columns.places[id.0], exponent(number)) {
            terms.push((place, number, exponent, own + exponent));
        }
    }
    let (low, high) = (row.at_least.as_ref().map(|l| l - &base), row.at_most.as_ref().map(|l| l - &base));
    let crossed = matches!((&low, &high), (Some(low), Some(high)) if low > high);
    let Some(top) = terms.iter().map(|term| term.3).max() else {
        let holds = !low.is_some_and(|l| l.is_positive()) && !high.is_some_and(|h| h.is_negative());
        return if holds { Ok(None) } else { Err(Unfit::Impossible) };
    };
    if crossed {
        return Err(Unfit::Impossible);
    }
    let Some(limit) = limit(low.as_ref(), high.as_ref(), -top)? else { return Ok(None) };
    let terms = terms.into_iter().map(|(place, number, e, _)| (place, shifted(number, e - top))).collect();
    Ok(Some((ScaledRow { terms, limit }, -top)))
}

/// The limits times two to the power of `exponent`, or `None` when there are none.
fn limit(low: Option<&Rational>, high: Option<&Rational>, exponent: i32) -> Result<Option<Limit>, Unfit> {
    let number = |limit: &Rational| {
        let number = shifted(float(limit)?, exponent);
        if number.is_finite() { Ok(number) } else { Err(Unfit::Numbers) }
    };
    Ok(match (low, high) {
        (None, None) => None,
        (Some(low), None) => Some(Limit::AtLeast(number(low)?)),
        (None, Some(high)) => Some(Limit::AtMost(number(high)?)),
        (Some(low), Some(high)) if low == high => Some(Limit::Exactly(number(low)?)),
        (Some(low), Some(high)) => Some(Limit::Between(number(low)?, number(high)?)),
    })
}

/// The nearest float, unless it is not finite or has lost its precision to being next to zero.
fn float(exact: &Rational) -> Result<f64, Unfit> {
    let number = exact.to_f64();
    if number.is_normal() || exact.is_zero() { Ok(number) } else { Err(Unfit::Numbers) }
}

/// The power of two at or below the size of a normal number, or `None` for zero.
fn exponent(number: f64) -> Option<i32> {
    const FRACTION_BITS: u32 = f64::MANTISSA_DIGITS - 1;
    const BIAS: i32 = f64::MAX_EXP - 1;
    let biased = i32::try_from(number.abs().to_bits() >> FRACTION_BITS).ok()?;
    number.is_normal().then_some(biased - BIAS)
}

/// A number times two to the power of `exponent`.
fn shifted(mut number: f64, mut exponent: i32) -> f64 {
    while exponent != 0 {
        let step = exponent.clamp(-STEP, STEP);
        number *= 2_f64.powi(step);
        exponent -= step;
    }
    number
}

impl Scaled {
    /// What a solver says of the scaled program, in the units of the program.
    ///
    /// A point takes one number for every open column, duals one for every scaled row. What is not finite is
    /// dropped, and so is the claim that the solution is optimal; that claim is also dropped for a point that
    /// is clearly outside the rows or columns.
    pub(crate) fn undo(&self, solution: Solution) -> Solution {
        let fits = solution.point.as_deref().is_some_and(|point| self.allows(point));
        let (had_point, had_duals) = (solution.point.is_some(), solution.duals.is_some());
        let point = solution.point.and_then(|point| self.undo.point(&point));
        let duals = solution.duals.and_then(|duals| self.undo.duals(&duals));
        let lost = (had_point && point.is_none()) || (had_duals && duals.is_none());
        let stop = match solution.stop {
            Stop::Optimal if !fits => Stop::Failed,
            _ if lost => Stop::Failed,
            stop => stop,
        };
        Solution { stop, point, duals }
    }

    /// Whether a scaled point is within the rows and columns, but for [`SLACK`].
    fn allows(&self, point: &[f64]) -> bool {
        point.len() == self.ranges.len()
            && point.iter().zip(&self.ranges).all(|(x, range)| (-SLACK..=range + SLACK).contains(x))
            && self.rows.iter().all(|row| row.allows(point))
    }
}

impl ScaledRow {
    fn allows(&self, point: &[f64]) -> bool {
        let sum: f64 = self.terms.iter().map(|(place, coefficient)| coefficient * point[*place]).sum();
        // Adding many terms rounds in proportion to the sum.
        let slack = SLACK * (1.0 + sum.abs());
        let (low, high) = match self.limit {
            Limit::AtLeast(low) => (low, f64::INFINITY),
            Limit::AtMost(high) => (f64::NEG_INFINITY, high),
            Limit::Between(low, high) => (low, high),
            Limit::Exactly(value) => (value, value),
        };
        (low - slack..=high + slack).contains(&sum)
    }
}

impl Undo {
    /// The point in the order of the program, kept within the bounds of the columns.
    fn point(&self, scaled: &[f64]) -> Option<Vec<f64>> {
        if scaled.len() != self.open.len() || scaled.iter().any(|x| !x.is_finite()) {
            return None;
        }
        let mut point: Vec<f64> = self.bounds.iter().map(|(lower, _)| *lower).collect();
        for ((column, exponent), x) in self.open.iter().zip(scaled) {
            let (lower, upper) = self.bounds[*column];
            point[*column] = (lower + shifted(*x, *exponent)).max(lower).min(upper);
        }
        Some(point)
    }

    /// The duals in the order of the program, zero for the rows that were left out.
    fn duals(&self, scaled: &[f64]) -> Option<Vec<f64>> {
        if scaled.len() != self.rows.len() {
            return None;
        }
        let mut duals = vec![0.0; self.all_rows];
        for ((row, exponent), dual) in self.rows.iter().zip(scaled) {
            duals[*row] = shifted(*dual, exponent - self.value);
        }
        duals.iter().all(|dual| dual.is_finite()).then_some(duals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(numerator: i128, denominator: i128) -> Rational {
        Rational::new(numerator, denominator).unwrap()
    }

    /// Three open columns of very different size and a closed one, under two rows in kronor.
    fn program() -> Program {
        let mut program = Program::new();
        let column =
            |lower: i64, upper: i64, value| Column { lower: lower.into(), upper: upper.into(), value, integer: false };
        let a = program.add_column(column(0, 3_000_000, number(1, 3)));
        let b = program.add_column(column(-700, 300, number(-5, 1)));
        let c = program.add_column(column(7, 7, number(1, 1)));
        let d = program.add_column(column(0, 1, number(90_000_000, 1)));
        let terms = vec![(a, Rational::ONE), (b, number(1, 8)), (c, number(1000, 1)), (d, number(-25_000, 1))];
        program.add_row(Row::at_most("budget", terms, number(2_000_000, 1)));
        program.add_row(Row::at_most("closed", vec![(c, Rational::ONE)], number(7, 1)));
        program.add_row(Row::at_least("floor", vec![(b, number(1, 1_000_000))], number(-1, 2000)));
        program
    }

    fn solvable(program: &Program) -> Scaled {
        match scale(program) {
            Scaling::Solve(scaled) => scaled,
            Scaling::Answer(solution) => panic!("answered with {solution:?}"),
        }
    }

    #[test]
    fn everything_is_near_one() {
        let scaled = solvable(&program());
        let near_one = |number: f64| (1.0..2.0).contains(&number);
        assert_eq!(scaled.ranges.len(), 3);
        assert!(scaled.ranges.iter().all(|range| near_one(*range)), "{:?}", scaled.ranges);
        assert!(near_one(scaled.values.iter().fold(0.0, |top: f64, v| top.max(v.abs()))), "{:?}", scaled.values);
        assert_eq!(scaled.rows.len(), 2);
        for row in &scaled.rows {
            assert!(near_one(row.terms.iter().fold(0.0, |top: f64, (_, c)| top.max(c.abs()))), "{row:?}");
        }
    }

    #[test]
    fn undoing_gives_the_units_of_the_program() {
        let program = program();
        let scaled = solvable(&program);
        let point = scaled.ranges.iter().map(|range| range / 2.0).collect();
        let solution = scaled.undo(Solution { stop: Stop::Optimal, point: Some(point), duals: Some(vec![1.0, -1.0]) });
        assert_eq!(solution.stop, Stop::Optimal);
        assert_eq!(solution.point, Some(vec![1_500_000.0, -200.0, 7.0, 0.5]));
        // By hand: the value is scaled by 2⁻²⁶ (90 000 000), the budget by 2⁻²¹ (3 000 000 kronor), the floor by
        // 2¹¹ (1000 at a millionth each); a dual is value for row.
        assert_eq!(solution.duals, Some(vec![f64::from(1 << 5), 0.0, -2_f64.powi(37)]));
    }

    #[test]
    fn what_is_not_finite_is_dropped() {
        let scaled = solvable(&program());
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let optimal = |point, duals| scaled.undo(Solution { stop: Stop::Optimal, point, duals });
            let lost = optimal(Some(vec![0.0, wrong, 0.0]), Some(vec![0.0; 2]));
            assert_eq!((lost.stop, lost.point), (Stop::Failed, None));
            let lost = optimal(Some(vec![0.0, 1.0, 0.0]), Some(vec![0.0, wrong]));
            assert_eq!((lost.stop, lost.duals), (Stop::Failed, None));
        }
    }

    #[test]
    fn a_point_outside_is_not_optimal() {
        let scaled = solvable(&program());
        let stop =
            |point: Vec<f64>| scaled.undo(Solution { stop: Stop::Optimal, point: Some(point), duals: None }).stop;
        assert_eq!(stop(vec![0.0, 1.0, 0.0]), Stop::Optimal);
        assert_eq!(stop(vec![1.4, 1.0, 0.0]), Stop::Failed, "over the budget");
        assert_eq!(stop(vec![0.0, 0.0, 0.0]), Stop::Failed, "under the floor");
        assert_eq!(stop(vec![0.0, 1.0, -0.1]), Stop::Failed, "under a bound");
        assert_eq!(stop(vec![0.0, 1.0]), Stop::Failed, "too short");
    }

    #[test]
    fn powers_of_two_are_exact() {
        for (number, power) in [(1.0, 0), (1.99, 0), (0.5, -1), (-3.0, 1), (f64::MAX, 1023), (f64::MIN_POSITIVE, -1022)]
        {
            assert_eq!(exponent(number), Some(power));
            assert!((1.0..2.0).contains(&shifted(number, -power).abs()));
            assert_eq!(shifted(shifted(number, -power), power).to_bits(), number.to_bits());
        }
        assert_eq!(exponent(0.0), None);
    }
}
