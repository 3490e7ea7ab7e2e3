//! The inverse of a basis in floats: sparse triangular factors, and the exchanges since.
//!
//! Row sums in the basis are left out, as in the exact factors. The rest is factorised column by column (Gilbert and Peierls
//! 1988), those that are alone in a row first, with pivots that are not much smaller than what they are chosen among.

use super::sparse::Sparse;

/// Exchanges kept beside the factors before these are made anew.
const MOST_EXCHANGES: usize = 64;

/// A pivot is at least this part of the largest number it is chosen among.
const STABLE: f64 = 0.05;

/// Numbers nearer to zero than this are taken for zero.
const NOTHING: f64 = 1e-13;

/// No pivot is nearer to zero.
pub(super) const LEAST_PIVOT: f64 = 1e-8;

/// No place.
const NONE: usize = usize::MAX;

/// The factors of a basis.
#[derive(Debug, Clone)]
pub(super) struct Factor {
    /// The position that holds the sum of a row, if one does.
    sum_at: Vec<usize>,
    /// The row and the position of each pivot, and the variable there.
    pivots: Vec<Pivot>,
    /// By pivot: the multiples of its row that were taken from later rows.
    lower: Sparse,
    /// By pivot: what stands in its column above it, by earlier pivots.
    upper: Sparse,
    exchanges: Sparse,
    /// The position and the pivot of each exchange.
    exchanged: Vec<(usize, f64)>,
}

#[derive(Debug, Clone, Copy)]
struct Pivot {
    row: usize,
    position: usize,
    class: usize,
    number: f64,
}

impl Factor {
    /// The factors of the basis of all row sums.
    pub(super) fn of_row_sums(rows: usize) -> Self {
        Self {
            sum_at: (0..rows).collect(),
            pivots: Vec::new(),
            lower: Sparse::default(),
            upper: Sparse::default(),
            exchanges: Sparse::default(),
            exchanged: Vec::new(),
        }
    }

    /// Factorises the basis that has these variables: a class, or beyond them the sum of a row. `None` where they are
    /// dependent, or nearly.
    pub(super) fn new(classes: &Sparse, rows: usize, head: impl Iterator<Item = usize>) -> Option<Self> {
        let mut factor = Self { sum_at: vec![NONE; rows], ..Self::of_row_sums(0) };
        let mut kernel = Vec::new();
        for (position, variable) in head.enumerate() {
            match variable.checked_sub(classes.len()) {
                Some(row) => factor.sum_at[row] = position,
                None => kernel.push((position, variable)),
            }
        }
        let order = order(classes, &factor.sum_at, kernel);
        Elimination::new(rows).run(&mut factor, classes, &order)?;
        Some(factor)
    }

    /// Whether there were no exchanges since the basis was factorised.
    pub(super) fn is_new(&self) -> bool {
        self.exchanged.is_empty()
    }

    /// Whether it is time to factorise anew.
    pub(super) fn is_worn(&self) -> bool {
        self.exchanged.len() >= MOST_EXCHANGES
    }

    /// Notes that another variable has come to a position; `column` is its column, solved.
    pub(super) fn exchange(&mut self, position: usize, column: &[f64]) {
        let others = column.iter().enumerate().filter(|(p, w)| *p != position && w.abs() > NOTHING);
        self.exchanges.push(others.map(|(p, w)| (p, *w)));
        self.exchanged.push((position, column[position]));
    }

    /// Solves `B x = b`, from one number a row to one a position; `b` is used up.
    pub(super) fn solve(&self, classes: &Sparse, b: &mut [f64], x: &mut [f64]) {
        for (k, pivot) in self.pivots.iter().enumerate() {
            let value = b[pivot.row];
            if value.abs() > NOTHING {
                self.lower.of(k).for_each(|(row, multiple)| b[row] -= multiple * value);
            }
        }
        x.fill(0.0);
        for (k, pivot) in self.pivots.iter().enumerate().rev() {
            let value = b[pivot.row] / pivot.number;
            if value.abs() > NOTHING {
                x[pivot.position] = value;
                self.upper.of(k).for_each(|(earlier, u)| b[self.pivots[earlier].row] -= u * value);
            }
        }
        // A row sum in the basis is what the columns in the basis give, less the right-hand side.
        for (row, &position) in self.sum_at.iter().enumerate() {
            if position != NONE {
                x[position] = -b[row];
            }
        }
        for pivot in &self.pivots {
            let value = x[pivot.position];
            if value.abs() > NOTHING {
                for (row, a) in classes.of(pivot.class).filter(|(row, _)| self.sum_at[*row] != NONE) {
                    x[self.sum_at[row]] += a * value;
                }
            }
        }
        for (k, (position, pivot)) in self.exchanged.iter().enumerate() {
            let value = x[*position] / pivot;
            if value.abs() > NOTHING {
                self.exchanges.of(k).for_each(|(p, w)| x[p] -= w * value);
            }
            x[*position] = value;
        }
    }

    /// Solves `Bᵀ y = c`, from one number a position to one a row; `c` is used up.
    pub(super) fn solve_transposed(&self, classes: &Sparse, c: &mut [f64], y: &mut [f64]) {
        for (k, (position, pivot)) in self.exchanged.iter().enumerate().rev() {
            let taken: f64 = self.exchanges.of(k).map(|(p, w)| w * c[p]).sum();
            c[*position] = (c[*position] - taken) / pivot;
        }
        y.fill(0.0);
        for (row, &position) in self.sum_at.iter().enumerate() {
            if position != NONE {
                y[row] = -c[position];
            }
        }
        let mut found = vec![0.0; self.pivots.len()];
        for (k, pivot) in self.pivots.iter().enumerate() {
            let sums = classes.of(pivot.class).filter(|(row, _)| self.sum_at[*row] != NONE);
            let known: f64 = sums.map(|(row, a)| a * y[row]).sum();
            let taken: f64 = self.upper.of(k).map(|(earlier, u)| u * found[earlier]).sum();
            found[k] = (c[pivot.position] - known - taken) / pivot.number;
        }
        for (k, pivot) in self.pivots.iter().enumerate().rev() {
            let taken: f64 = self.lower.of(k).map(|(row, multiple)| multiple * y[row]).sum();
            y[pivot.row] = found[k] - taken;
        }
    }
}

/// The order in which columns are eliminated: first those that alone have some row of what is left, so that these fill
/// nothing, then from short to long.
fn order(classes: &Sparse, sum_at: &[usize], mut kernel: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let open = |row: usize| sum_at[row] == NONE;
    let len = |class: usize| classes.of(class).filter(|(row, _)| open(*row)).count();
    kernel.sort_by_key(|(position, class)| (len(*class), *position));
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); sum_at.len()];
    for (k, (_, class)) in kernel.iter().enumerate() {
        classes.of(*class).filter(|(row, _)| open(*row)).for_each(|(row, _)| holders[row].push(k));
    }
    let mut counts: Vec<usize> = kernel.iter().map(|(_, class)| len(*class)).collect();
    let mut taken = vec![false; kernel.len()];
    let mut closed: Vec<bool> = sum_at.iter().map(|&position| position != NONE).collect();
    let mut lone: Vec<usize> = (0..kernel.len()).rev().filter(|&k| counts[k] == 1).collect();
    let mut order = Vec::with_capacity(kernel.len());
    while let Some(k) = lone.pop() {
        let Some((row, _)) = classes.of(kernel[k].1).find(|(row, _)| !closed[*row]).filter(|_| !taken[k]) else {
            continue;
        };
        taken[k] = true;
        closed[row] = true;
        order.push(kernel[k]);
        for &other in &holders[row] {
            counts[other] -= 1;
            if counts[other] == 1 && !taken[other] {
                lone.push(other);
            }
        }
    }
    order.extend((0..kernel.len()).filter(|&k| !taken[k]).map(|k| kernel[k]));
    order
}

/// What the elimination of a kernel works with.
struct Elimination {
    /// The column that is eliminated, by row.
    column: Vec<f64>,
    /// The rows of the column that may be other than zero.
    touched: Vec<usize>,
    is_touched: Vec<bool>,
    /// The pivot that a row has been given.
    pivot_of: Vec<usize>,
    /// The pivots of rows that were touched and have not been looked at.
    stack: Vec<usize>,
}

impl Elimination {
    fn new(rows: usize) -> Self {
        Self {
            column: vec![0.0; rows],
            touched: Vec::new(),
            is_touched: vec![false; rows],
            pivot_of: vec![NONE; rows],
            stack: Vec::new(),
        }
    }

    fn run(mut self, factor: &mut Factor, classes: &Sparse, order: &[(usize, usize)]) -> Option<()> {
        for (k, &(position, class)) in order.iter().enumerate() {
            for (row, a) in classes.of(class).filter(|(row, _)| factor.sum_at[*row] == NONE) {
                self.touch(row);
                self.column[row] = a;
            }
            let mut above = self.eliminated(factor);
            above.sort_unstable_by_key(|(earlier, _)| *earlier);
            let row = self.pivot()?;
            let number = self.column[row];
            self.pivot_of[row] = k;
            factor.pivots.push(Pivot { row, position, class, number });
            factor.upper.push(above);
            let rest =
                self.touched.iter().filter(|row| self.pivot_of[**row] == NONE && self.column[**row].abs() > NOTHING);
            factor.lower.push(rest.map(|&row| (row, self.column[row] / number)));
            for row in self.touched.drain(..) {
                self.column[row] = 0.0;
                self.is_touched[row] = false;
            }
        }
        Some(())
    }

    fn touch(&mut self, row: usize) {
        if !self.is_touched[row] {
            self.is_touched[row] = true;
            self.touched.push(row);
            if self.pivot_of[row] != NONE {
                self.stack.push(self.pivot_of[row]);
            }
        }
    }

    /// Takes multiples of earlier pivots from the column; what stands in their rows is returned.
    fn eliminated(&mut self, factor: &Factor) -> Vec<(usize, f64)> {
        // The pivots that are reached, and in which order: each before those that it changes.
        let mut reached = std::collections::BinaryHeap::new();
        reached.extend(self.stack.drain(..).map(std::cmp::Reverse));
        let mut above = Vec::new();
        while let Some(std::cmp::Reverse(k)) = reached.pop() {
            let value = self.column[factor.pivots[k].row];
            if value.abs() <= NOTHING {
                continue;
            }
            above.push((k, value));
            for (row, multiple) in factor.lower.of(k) {
                self.touch(row);
                self.column[row] -= multiple * value;
            }
            reached.extend(self.stack.drain(..).map(std::cmp::Reverse));
        }
        above
    }

    /// The row of the next pivot: the first of those that are large enough.
    fn pivot(&self) -> Option<usize> {
        let open = || self.touched.iter().copied().filter(|&row| self.pivot_of[row] == NONE);
        let most = open().map(|row| self.column[row].abs()).fold(0.0, f64::max);
        open().filter(|&row| self.column[row].abs() >= most * STABLE).min().filter(|_| most > LEAST_PIVOT)
    }
}
