//! Which numbers of a table are worked out of others in it, to the last digit.

use std::collections::HashMap;

use fordela::{Rational, written};

use crate::document::{Grid, Number, NumberKind, RowKind};

/// No function of a spreadsheet takes more arguments.
const ARGUMENTS: usize = 255;

/// How a number is worked out of others, by the places of their rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Worked {
    /// The sum of rows, from the first to the last of each run.
    Sum(Vec<(usize, usize)>),
    /// One column over another of the same row, and what that is.
    Quotient { over: usize, under: usize, is: String },
}

/// The numbers that are worked out, by row and column.
pub(super) fn of(grid: &Grid) -> HashMap<(usize, usize), Worked> {
    let mut all = HashMap::new();
    for column in 0..grid.columns.len() {
        let sums = (0..grid.rows.len()).filter_map(|row| Some(((row, column), Worked::Sum(sum(grid, row, column)?))));
        all.extend(sums);
        all.extend(quotients(grid, column));
    }
    all
}

/// The number of a cell that can be reckoned with.
fn number(grid: &Grid, row: usize, column: usize) -> Option<&Number> {
    grid.rows.get(row)?.cells.get(column)?.number.as_ref().filter(|number| number.float().is_some())
}

/// The rows whose numbers add up to that of a row.
fn sum(grid: &Grid, row: usize, column: usize) -> Option<Vec<(usize, usize)>> {
    let total = number(grid, row, column).filter(|number| number.kind.adds_up())?;
    let terms = match grid.rows[row].kind {
        RowKind::Group => items(grid, row, column),
        RowKind::Total => tops(grid, row, column),
        RowKind::Item | RowKind::Alone | RowKind::Detail => return None,
    };
    let mut sum = None;
    for &term in &terms {
        let term = number(grid, term, column).filter(|number| number.kind.adds_up())?.told;
        sum = Some(sum.map_or(Some(term), |sum: fordela::Decimal| sum.checked_add(term))?);
    }
    let runs = runs(&terms);
    (sum? == total.told && runs.len() <= ARGUMENTS).then_some(runs)
}

fn has_number(grid: &Grid, row: usize, column: usize) -> bool {
    grid.rows[row].cells.get(column).is_some_and(|cell| cell.number.is_some())
}

/// The items of a group that have a number.
fn items(grid: &Grid, group: usize, column: usize) -> Vec<usize> {
    let belongs = |&row: &usize| matches!(grid.rows[row].kind, RowKind::Item | RowKind::Detail);
    let own = (group + 1..grid.rows.len()).take_while(belongs);
    own.filter(|&row| grid.rows[row].kind == RowKind::Item && has_number(grid, row, column)).collect()
}

/// The rows above a sum that belong to no row with a number.
fn tops(grid: &Grid, total: usize, column: usize) -> Vec<usize> {
    let first = (0..total).rfind(|&row| grid.rows[row].kind == RowKind::Total).map_or(0, |row| row + 1);
    let mut tops = Vec::new();
    let mut is_above = false;
    for row in first..total {
        let has_number = has_number(grid, row, column);
        let is_top = match grid.rows[row].kind {
            RowKind::Group | RowKind::Alone => {
                is_above = has_number;
                has_number
            }
            RowKind::Item => has_number && !is_above,
            RowKind::Detail | RowKind::Total => false,
        };
        tops.extend(is_top.then_some(row));
    }
    tops
}

/// Rows that follow each other as one.
fn runs(rows: &[usize]) -> Vec<(usize, usize)> {
    let runs = rows.chunk_by(|one, next| one + 1 == *next);
    runs.filter_map(|run| Some((*run.first()?, *run.last()?))).collect()
}

/// The shares of a column that are one amount over the amount before it, where they all are: else it is chance.
fn quotients(grid: &Grid, column: usize) -> Vec<((usize, usize), Worked)> {
    let mut amounts = (0..column).rev().filter(|&column| is_of_amounts(grid, column));
    let (Some(over), Some(under)) = (amounts.next(), amounts.next()) else { return Vec::new() };
    let mut found = Vec::new();
    for row in 0..grid.rows.len() {
        let Some(Number { kind: NumberKind::Share(share), told }) = number(grid, row, column) else { continue };
        let Some((one, whole)) = number(grid, row, over).zip(number(grid, row, under)) else { continue };
        let (one, whole) = (one.rational(), whole.rational());
        if whole.is_zero() || share * &whole != one {
            return Vec::new();
        }
        let is =
            result(share).filter(|_| reads_as(share, &Number { told: *told, kind: NumberKind::Amount }.rational()));
        found.extend(is.map(|is| ((row, column), Worked::Quotient { over, under, is })));
    }
    found
}

fn is_of_amounts(grid: &Grid, column: usize) -> bool {
    let mut numbers =
        grid.rows.iter().filter_map(|row| row.cells.get(column)?.number.as_ref()).map(|number| &number.kind).peekable();
    numbers.peek().is_some() && numbers.all(|kind| *kind == NumberKind::Amount)
}

/// Whether a share with one decimal of a percent reads as it is told: what is nearly all is not told as all.
fn reads_as(share: &Rational, told: &Rational) -> bool {
    Rational::new(1, 2000).is_some_and(|half| (share - told).abs() < half)
}

/// A share with no more than fifteen digits, as a spreadsheet works it out.
fn result(share: &Rational) -> Option<String> {
    (*share < Rational::from(10_i64)).then(|| written::half_even(share, 14))
}
