//! The program that is left where some columns stay as they are.

use fordela_num::Rational;

use super::open::Bounds;
use super::{Search, TreeNode};
use crate::exact::cuts::{Knapsack, cuts};
use crate::exact::effort::Effort;
use crate::exact::simplex::Simplex;
use crate::{Column, ColumnId, Program, Row};

/// A search of what is left.
pub(super) struct Rest<'e> {
    pub(super) search: Search<'e>,
    /// The columns that are left, in order. After them comes one that stands for all others: it is one, and worth what they are.
    kept: Vec<usize>,
    /// Where the others are.
    point: Vec<Rational>,
}

impl<'e> Rest<'e> {
    /// What is left of a search where these columns stay where they are at a point.
    pub(super) fn of(search: &Search<'_>, fixed: &[usize], point: &[Rational], effort: &'e Effort<'e>) -> Self {
        Left::of(search, fixed, point).searched(search, effort)
    }

    /// The same with cuts of its own.
    pub(super) fn cut(search: &Search<'_>, fixed: &[usize], point: &[Rational], effort: &'e Effort<'e>) -> Self {
        let mut left = Left::of(search, fixed, point);
        if search.quick.is_some() {
            left.program.drop_idle_limits();
            let knapsacks = Knapsack::all_of(&left.program);
            for (_, row) in cuts(&left.program, &knapsacks, effort) {
                left.program.add_row(row);
            }
        }
        left.searched(search, effort)
    }

    /// What is left of a search where columns stay that may be nothing else, among the points that are worth so much at least;
    /// there, what counts is some columns by weights.
    pub(super) fn weighed(
        search: &Search<'_>,
        weights: &[(usize, Rational)],
        least: Rational,
        effort: &'e Effort<'e>,
    ) -> Self {
        let is_fixed = |(lower, upper): &Bounds| lower == upper;
        let point: Vec<Rational> = search.bounds.iter().map(|(lower, _)| lower.clone()).collect();
        let fixed: Vec<usize> = (0..point.len()).filter(|&column| is_fixed(&search.bounds[column])).collect();
        let mut left = Left::of(search, &fixed, &point);
        let columns = left.program.columns().iter().enumerate();
        let worths = columns.map(|(place, column)| (ColumnId(place), column.value.clone())).collect();
        let mut values = vec![Rational::ZERO; left.program.columns().len()];
        for (column, weight) in weights {
            if let Ok(place) = left.kept.binary_search(column) {
                values[place].clone_from(weight);
            }
        }
        left.program = left.program.with_values(values);
        left.program.add_row(Row::at_least("worth", worths, least));
        left.searched(search, effort)
    }

    /// A point of the whole program, in what is left.
    pub(super) fn part_of(&self, point: &[Rational]) -> Vec<Rational> {
        self.kept.iter().map(|&column| point[column].clone()).chain([Rational::ONE]).collect()
    }

    /// The columns of an order that are left.
    pub(super) fn order_of(&self, order: &[usize]) -> Vec<usize> {
        order.iter().filter_map(|column| self.kept.binary_search(column).ok()).collect()
    }

    /// A point of what is left, in the whole program.
    pub(super) fn whole(&self, part: &[Rational]) -> Vec<Rational> {
        let mut point = self.point.clone();
        for (&column, value) in self.kept.iter().zip(part) {
            point[column].clone_from(value);
        }
        point
    }

    /// A node of a tree of what is left, as one of the whole program, after so many others.
    pub(super) fn whole_node(&self, node: TreeNode, after: usize) -> TreeNode {
        match node {
            TreeNode::Split { column, at, down, up } => {
                TreeNode::Split { column: self.kept[column], at, down: down + after, up: up + after }
            }
            leaf => leaf,
        }
    }
}

/// The program that is left.
struct Left {
    program: Program,
    kept: Vec<usize>,
    point: Vec<Rational>,
}

impl Left {
    fn of(search: &Search<'_>, fixed: &[usize], point: &[Rational]) -> Self {
        let mut place: Vec<Option<usize>> = vec![Some(0); point.len()];
        fixed.iter().for_each(|&column| place[column] = None);
        let kept: Vec<usize> = (0..point.len()).filter(|&column| place[column].is_some()).collect();
        kept.iter().enumerate().for_each(|(at, &column)| place[column] = Some(at));
        let mut left = Self { program: Program::new(), kept, point: point.to_vec() };
        left.add_columns(search, fixed);
        (0..search.simplex.rows()).for_each(|row| left.add_row(search, row, &place));
        left
    }

    fn add_columns(&mut self, search: &Search<'_>, fixed: &[usize]) {
        let mut is_integer = vec![false; self.point.len()];
        search.integers.iter().for_each(|&column| is_integer[column] = true);
        for &column in &self.kept {
            let (lower, upper) = search.bounds[column].clone();
            let value = search.simplex.cost[column].clone();
            self.program.add_column(Column { lower, upper, value, integer: is_integer[column] });
        }
        let worth =
            |sum: Rational, &column: &usize| sum.plus_product(&search.simplex.cost[column], &self.point[column]);
        let value = fixed.iter().fold(Rational::ZERO, worth);
        self.program.add_column(Column { lower: Rational::ONE, upper: Rational::ONE, value, integer: true });
    }

    /// Adds a row. Its limits are kept even where what is left cannot break them, so that prices mean what they do before.
    fn add_row(&mut self, search: &Search<'_>, row: usize, place: &[Option<usize>]) {
        let (least, most) = search.simplex.bounds(self.point.len() + row);
        let (mut gone, mut terms) = (Rational::ZERO, Vec::new());
        for (column, a) in search.simplex.matrix.row(row) {
            match place[*column] {
                Some(place) => terms.push((ColumnId(place), a.clone())),
                None => gone = gone.plus_product(a, &self.point[*column]),
            }
        }
        let (at_least, at_most) = (Some(least - &gone), Some(most - &gone));
        self.program.add_row(Row { label: String::new(), terms, at_least, at_most });
    }

    fn searched<'e>(self, search: &Search<'_>, effort: &'e Effort<'e>) -> Rest<'e> {
        let simplex = Simplex::new(&self.program);
        let large = if search.quick.is_some() { 0 } else { search.simplex.large };
        let simplex = Simplex { large, meets: search.simplex.meets, asks_again: search.simplex.asks_again, ..simplex };
        let rest = Search::new(&self.program, simplex, search.precision.clone(), effort);
        Rest { search: rest, kept: self.kept, point: self.point }
    }
}
