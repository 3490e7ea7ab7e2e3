//! The exact dual simplex.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use fordela_num::Rational;

use super::effort::{Effort, Spent};
use super::factor::Factor;
use super::jump::LARGE;
use super::matrix::Matrix;
use crate::place::Place;
use crate::{Column, Program};

/// Exchanges without progress after which Bland's rule takes over, which cannot cycle.
const MOST_STALLED: usize = 30;

/// How a solve ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// The point is optimal.
    Optimal,
    /// No point satisfies the rows: weighed with these numbers, one a row, they contradict the
    /// bounds of the columns.
    Infeasible(Vec<Rational>),
}

/// An exact dual simplex on one program, which can be solved again after changes.
///
/// Variables are the columns of the program, and after them the sum of every row. A row says
/// `Σ coefficient · column − sum = 0`, and its limits are the bounds of its sum. A copy goes on from the same place.
#[derive(Debug, Clone)]
pub struct Simplex {
    pub(super) matrix: Arc<Matrix>,
    pub(super) lower: Vec<Rational>,
    pub(super) upper: Vec<Rational>,
    pub(super) cost: Vec<Rational>,
    /// What one unit of a variable outside the basis adds to the value.
    pub(super) reduced: Vec<Rational>,
    pub(super) head: Vec<usize>,
    pub(super) places: Vec<Place>,
    /// The values of the variables in the basis, by position.
    pub(super) basics: Vec<Rational>,
    pub(super) factor: Factor,
    /// Variables outside the basis whose value has changed since the basic values were computed, with
    /// what it was.
    pub(super) moved: Vec<(usize, Rational)>,
    /// Whether reduced values were made anew since all variables outside the basis were put where these ask for.
    pub(super) is_repriced: bool,
    /// What all variables outside the basis are worth together, once it was asked for.
    pub(super) outside: RefCell<Option<Rational>>,
    /// From so many columns and rows on, floats are asked first.
    pub(super) large: usize,
    /// Whether floats are asked again where exchanges come to nothing.
    pub(super) asks_again: bool,
    /// Whether floats take a row for met when all that can be moved is just what is missing of it.
    pub(super) meets: bool,
    /// Whether a solve is counted by what has moved rather than by all variables.
    pub(super) counts_moved: bool,
    /// How often a variable was exchanged.
    pub(super) exchanges: usize,
    /// How many numbers have been looked at that have not been counted as effort yet, large ones several times.
    pub(super) work: Cell<u64>,
}

/// The row of a basic variable: how it falls when a variable outside the basis rises, times a scale
/// that keeps the numbers whole, as far as that is possible.
pub(super) struct BasicRow {
    /// By variable; zero for what is not listed.
    pub(super) entries: Vec<(usize, Rational)>,
    /// One number a row of the program: the combination of rows that this is.
    pub(super) weights: Vec<Rational>,
    /// What entries and weights are multiplied with; above zero.
    pub(super) scale: Rational,
}

impl Simplex {
    /// A simplex on this program; whole-number columns are relaxed. Nothing is solved yet.
    ///
    /// ```
    /// use fordela_lp::exact::{Effort, Simplex, Status};
    /// use fordela_lp::{Column, Program, Row};
    /// use fordela_num::Rational;
    ///
    /// let three = Rational::from(3_i64);
    /// let mut program = Program::new();
    /// let x = program.add_column(Column::up_to(Rational::from(2_i64), three.clone()));
    /// let y = program.add_column(Column::up_to(Rational::from(2_i64), Rational::ONE));
    /// program.add_row(Row::at_most("both", vec![(x, Rational::ONE), (y, Rational::ONE)], three));
    /// let mut simplex = Simplex::new(&program);
    /// assert_eq!(simplex.solve(&Effort::new(1_000, &|| false)), Ok(Status::Optimal));
    /// assert_eq!(simplex.value(), Rational::from(7_i64));
    /// assert_eq!(simplex.duals(), [Rational::ONE]);
    /// ```
    #[must_use]
    pub fn new(program: &Program) -> Self {
        let matrix = Arc::new(Matrix::new(program));
        let (n, m) = (matrix.columns(), matrix.rows());
        let with_rows = |of: fn(&Column) -> &Rational| {
            let mut all = Vec::with_capacity(n + m);
            all.extend(program.columns().iter().map(|column| of(column).clone()));
            all
        };
        let (mut lower, mut upper) = (with_rows(|column| &column.lower), with_rows(|column| &column.upper));
        for (i, row) in program.rows().iter().enumerate() {
            let (least, most) = limits(&matrix, i, row.at_least.clone(), row.at_most.clone(), (&lower, &upper));
            lower.push(least);
            upper.push(most);
        }
        let mut cost = with_rows(|column| &column.value);
        cost.resize(n + m, Rational::ZERO);
        let head: Vec<usize> = (n..n + m).collect();
        let mut places = vec![Place::Lower; n + m];
        for (position, &variable) in head.iter().enumerate() {
            places[variable] = Place::Basic(position);
        }
        let factor = Factor::of_row_sums(m);
        let mut simplex = Self {
            matrix,
            lower,
            upper,
            // No row has a price yet.
            reduced: cost.clone(),
            cost,
            head,
            places,
            basics: vec![Rational::ZERO; m],
            factor,
            moved: Vec::new(),
            is_repriced: true,
            outside: RefCell::new(None),
            large: LARGE,
            asks_again: false,
            meets: false,
            counts_moved: false,
            exchanges: 0,
            work: Cell::new(0),
        };
        // What it takes to price a basis of row sums, on every machine.
        simplex.count(2 * m);
        simplex.recompute();
        simplex
    }

    /// Notes work that is done.
    pub(super) fn count(&self, work: usize) {
        self.work.set(self.work.get().saturating_add(u64::try_from(work).unwrap_or(u64::MAX)));
    }

    /// Takes what has been done since the last time from the effort.
    pub(super) fn pay(&self, effort: &Effort<'_>) -> Result<(), Spent> {
        effort.spend(self.work.take())
    }

    /// The value of a column at the present point.
    #[must_use]
    pub fn value_of(&self, variable: usize) -> &Rational {
        match self.places[variable] {
            Place::Basic(position) => &self.basics[position],
            Place::Lower => &self.lower[variable],
            Place::Upper => &self.upper[variable],
        }
    }

    /// The values of all columns.
    #[must_use]
    pub fn point(&self) -> Vec<Rational> {
        (0..self.matrix.columns()).map(|j| self.value_of(j).clone()).collect()
    }

    /// What one unit more of every row's limit is worth: at most zero where a floor holds, at least
    /// zero where a cap does.
    #[must_use]
    pub fn duals(&self) -> Vec<Rational> {
        self.reduced[self.matrix.columns()..].to_vec()
    }

    /// What one unit more of a column, beyond the bound it is at, is worth; zero for what is between its bounds.
    #[must_use]
    pub fn reduced_value(&self, column: usize) -> &Rational {
        &self.reduced[column]
    }

    pub(super) fn rows(&self) -> usize {
        self.matrix.rows()
    }

    /// The value of a point.
    pub(super) fn worth(&self, point: &[Rational]) -> Rational {
        self.cost.iter().zip(point).fold(Rational::ZERO, |sum, (cost, x)| sum.plus_product(cost, x))
    }

    /// What a unit of a column is worth after what rows with these prices charge for it.
    pub(super) fn net(&self, column: usize, prices: &[Rational]) -> Rational {
        let terms = self.matrix.column(column).iter();
        terms.fold(self.cost[column].clone(), |net, (row, a)| net.plus_product(a, &-&prices[*row]))
    }

    /// The value of the present point.
    #[must_use]
    pub fn value(&self) -> Rational {
        let worth = |sum: Rational, variable: usize| sum.plus_product(&self.cost[variable], self.value_of(variable));
        let is_outside = |variable: &usize| !matches!(self.places[*variable], Place::Basic(_));
        let outside = || (0..self.cost.len()).filter(is_outside).fold(Rational::ZERO, worth);
        let outside = match self.moved.is_empty() {
            true => self.outside.borrow_mut().get_or_insert_with(outside).clone(),
            false => outside(),
        };
        self.head.iter().copied().fold(outside, worth)
    }

    /// Notes that a variable outside the basis has moved by a step, or by all its value where it comes or goes.
    pub(super) fn count_outside(&mut self, variable: usize, step: &Rational) {
        if let Some(outside) = self.outside.get_mut() {
            *outside = outside.plus_product(&self.cost[variable], step);
        }
    }

    /// Gives the columns other values, and the next solve another optimum.
    pub fn set_costs(&mut self, costs: &[Rational]) {
        self.cost[..costs.len()].clone_from_slice(costs);
        self.reprice();
    }

    /// Changes the bounds of a column.
    pub fn set_bounds(&mut self, column: usize, lower: Rational, upper: Rational) {
        self.note(column);
        self.lower[column] = lower;
        self.upper[column] = upper;
    }

    /// The bounds of a column.
    #[must_use]
    pub fn bounds(&self, column: usize) -> (&Rational, &Rational) {
        (&self.lower[column], &self.upper[column])
    }

    /// The bounds of a column or of the sum of a row in floats.
    pub(super) fn float_bounds(&self, variable: usize) -> (f64, f64) {
        (self.lower[variable].to_f64(), self.upper[variable].to_f64())
    }

    /// Gives a row other limits.
    pub fn set_row(&mut self, row: usize, at_least: Rational, at_most: Rational) {
        let sum = self.matrix.columns() + row;
        self.note(sum);
        self.lower[sum] = at_least;
        self.upper[sum] = at_most;
    }

    /// Gives a row other limits, or none on a side.
    pub fn set_limits(&mut self, row: usize, at_least: Option<Rational>, at_most: Option<Rational>) {
        let (least, most) = limits(&self.matrix, row, at_least, at_most, (&self.lower, &self.upper));
        self.set_row(row, least, most);
    }

    /// The limits of a row.
    #[must_use]
    pub fn limits(&self, row: usize) -> (&Rational, &Rational) {
        self.bounds(self.matrix.columns() + row)
    }

    /// Takes a row's limits away, so that it binds nothing.
    pub fn free_row(&mut self, row: usize) {
        self.set_limits(row, None, None);
    }

    /// Fixes whatever every optimal point has at the same bound, so that only optimal points are left.
    pub fn keep_optimal(&mut self) {
        for variable in 0..self.places.len() {
            let is_settled = !self.reduced[variable].is_zero() && !matches!(self.places[variable], Place::Basic(_));
            if is_settled && self.is_open(variable) {
                self.fix(variable);
            }
        }
    }

    pub(super) fn fix(&mut self, variable: usize) {
        let value = self.value_of(variable).clone();
        self.lower[variable] = value.clone();
        self.upper[variable] = value;
    }

    /// Whether only one set of prices is right, where the point is optimal: nothing in the basis is at a bound.
    #[must_use]
    pub fn has_one_set_of_prices(&self) -> bool {
        let is_between =
            |(variable, value): (&usize, &Rational)| self.lower[*variable] < *value && *value < self.upper[*variable];
        self.head.iter().zip(&self.basics).all(is_between)
    }

    /// Finds an optimal point.
    ///
    /// # Errors
    ///
    /// [`Spent`] where that takes more than the effort. The next solve goes on from there, and the duals bound the value
    /// already.
    pub fn solve(&mut self, effort: &Effort<'_>) -> Result<Status, Spent> {
        self.jump(effort);
        self.settle();
        self.pay(effort)?;
        let mut stalled = 0;
        let mut asks_again = self.asks_again && self.is_large();
        while let Some((position, bound)) = self.leaving(stalled > MOST_STALLED) {
            self.pay(effort)?;
            if stalled > MOST_STALLED && std::mem::take(&mut asks_again) {
                stalled = 0;
                self.jump_anyhow(effort);
                self.settle();
                continue;
            }
            let row = self.basic_row(position);
            let rises = self.basics[position] < bound;
            let Some(entering) = self.entering(&row, position, &bound, rises, stalled > MOST_STALLED) else {
                let sign = if rises { Rational::ONE } else { -&Rational::ONE };
                return Ok(Status::Infeasible(row.weights.iter().map(|w| w * &sign).collect()));
            };
            let progress = !self.reduced[entering].is_zero();
            stalled = if progress { 0 } else { stalled + 1 };
            self.exchange(position, entering, &row, &bound, rises);
        }
        Ok(Status::Optimal)
    }

    /// Makes the reduced values right for the costs, and the basis with them.
    pub(super) fn reprice(&mut self) {
        self.is_repriced = true;
        *self.outside.get_mut() = None;
        if !self.factor.is_new() {
            self.refactor();
        }
        if self.cost.iter().all(Rational::is_zero) {
            return self.reduced.fill(Rational::ZERO);
        }
        let costs: Vec<Rational> = self.head.iter().map(|&variable| self.cost[variable].clone()).collect();
        let y = self.factor.solve_transposed(&self.matrix, costs, &self.work);
        let n = self.matrix.columns();
        for j in 0..n {
            self.reduced[j] = match self.places[j] {
                Place::Basic(_) => Rational::ZERO,
                _ => self
                    .matrix
                    .column(j)
                    .iter()
                    .fold(self.cost[j].clone(), |d, (i, a)| if y[*i].is_zero() { d } else { d - a * &y[*i] }),
            };
        }
        for (i, y) in y.into_iter().enumerate() {
            self.reduced[n + i] = if matches!(self.places[n + i], Place::Basic(_)) { Rational::ZERO } else { y };
        }
    }

    /// The column of a variable, solved by the basis.
    pub(super) fn solved_column(&self, variable: usize) -> Vec<Rational> {
        let mut column = vec![Rational::ZERO; self.matrix.rows()];
        self.add_column(&mut column, variable, &Rational::ONE);
        self.factor.solve(&self.matrix, column, &self.work)
    }

    /// Takes a variable into the basis at a position; the one that was there goes to `bound`.
    pub(super) fn exchange(&mut self, position: usize, entering: usize, row: &BasicRow, bound: &Rational, rises: bool) {
        let column = self.solved_column(entering);
        let step = (&self.basics[position] - bound) / &column[position];
        let value = self.value_of(entering) + &step;
        if !step.is_zero() {
            for (basic, w) in self.basics.iter_mut().zip(&column) {
                if !w.is_zero() {
                    *basic -= &(w * &step);
                }
            }
        }
        let theta = &self.reduced[entering] / &column[position];
        let nonzero = column.iter().filter(|w| !w.is_zero()).count();
        self.count(nonzero * step.size() + row.entries.len() * theta.size());
        if !theta.is_zero() {
            let theta = &theta / &row.scale;
            for (j, alpha) in &row.entries {
                self.reduced[*j] -= &(&theta * alpha);
            }
        }
        let leaving = self.head[position];
        self.count_outside(entering, &-self.value_of(entering));
        self.count_outside(leaving, bound);
        self.reduced[leaving] = -&theta;
        self.reduced[entering] = Rational::ZERO;
        self.places[leaving] = if rises { Place::Lower } else { Place::Upper };
        self.places[entering] = Place::Basic(position);
        self.head[position] = entering;
        self.basics[position] = value;
        self.factor.exchange(position, &column);
        self.exchanges += 1;
        if self.factor.is_worn() {
            self.refactor();
        }
    }

    /// Factorises the basis anew. A basis is never singular: exchanges keep it regular.
    pub(super) fn refactor(&mut self) {
        if let Some(factor) = Factor::new(&self.matrix, &self.head, &self.work) {
            self.factor = factor;
        }
    }
}

/// The limits of a row's sum; where there is none, one that no point within the lower and upper bounds of the columns reaches.
fn limits(
    matrix: &Matrix,
    row: usize,
    at_least: Option<Rational>,
    at_most: Option<Rational>,
    (lower, upper): (&[Rational], &[Rational]),
) -> (Rational, Rational) {
    let reached = |beyond: Rational, if_positive: &[Rational], if_negative: &[Rational]| {
        matrix.row(row).iter().fold(beyond, |sum, (j, a)| {
            sum.plus_product(a, if a.is_positive() { &if_positive[*j] } else { &if_negative[*j] })
        })
    };
    let least = at_least.unwrap_or_else(|| reached(-&Rational::ONE, lower, upper));
    let most = at_most.unwrap_or_else(|| reached(Rational::ONE, upper, lower));
    (least, most)
}
