//! The inverse of a basis, as sparse triangular factors and the pivots since.
//!
//! A basis has one variable at each of its positions, as many as there are rows. Where the variable
//! is the sum of a row, its column is the negative of a unit vector; only the rest, the kernel, is
//! factorised, by Gaussian elimination with Markowitz's rule against fill.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use fordela_num::Rational;

use super::matrix::Matrix;

/// Among so many positions with the fewest entries a pivot is looked for (Zlatev 1980).
const LOOKED_AT: usize = 4;

/// Pivots kept beside the factors before these are made anew.
const MOST_PIVOTS: usize = 32;

#[derive(Debug, Clone)]
pub(super) struct Factor {
    /// The position of the basis that holds the sum of a row, if one does.
    sum_at: Vec<Option<usize>>,
    /// The column of the matrix at a position, if it is no row sum.
    column_at: Vec<Option<usize>>,
    steps: Vec<Elimination>,
    pivots: Vec<Pivot>,
}

/// One step of the elimination of the kernel.
#[derive(Debug, Clone)]
struct Elimination {
    row: usize,
    position: usize,
    pivot: Rational,
    /// The rest of the row, by position: part of the upper factor.
    rest: Vec<(usize, Rational)>,
    /// The multiples that were taken from later rows: part of the lower factor.
    multiples: Vec<(usize, Rational)>,
}

/// One exchange of variables since the factorisation.
#[derive(Debug, Clone)]
struct Pivot {
    position: usize,
    pivot: Rational,
    rest: Vec<(usize, Rational)>,
}

impl Factor {
    /// Factorises the basis whose variable at every position is `head`: a column of the matrix, or
    /// beyond these the sum of a row. `None` when the columns are dependent. The numbers that are looked at are added to
    /// `work`, here and in what follows.
    pub(super) fn new(matrix: &Matrix, head: &[usize], work: &Cell<u64>) -> Option<Self> {
        let columns = matrix.columns();
        let mut sum_at = vec![None; matrix.rows()];
        let mut column_at = vec![None; matrix.rows()];
        for (position, &variable) in head.iter().enumerate() {
            if variable < columns {
                column_at[position] = Some(variable);
            } else {
                sum_at[variable - columns] = Some(position);
            }
        }
        let mut kernel = Kernel::new(matrix, &sum_at, &column_at);
        let size = column_at.iter().flatten().count();
        let mut steps = Vec::with_capacity(size);
        for _ in 0..size {
            steps.push(kernel.eliminate()?);
        }
        count(work, head.len() + kernel.work);
        Some(Self { sum_at, column_at, steps, pivots: Vec::new() })
    }

    /// Of the columns at the positions, which can stand for which of the rows without a row sum: as
    /// many pairs of row and position as the columns are independent.
    pub(super) fn independent(matrix: &Matrix, tight: &[bool], columns: &[usize]) -> Vec<(usize, usize)> {
        let sum_at: Vec<Option<usize>> = tight.iter().map(|tight| (!tight).then_some(0)).collect();
        let column_at: Vec<Option<usize>> = columns.iter().copied().map(Some).collect();
        let mut kernel = Kernel::new(matrix, &sum_at, &column_at);
        std::iter::from_fn(|| kernel.eliminate()).map(|step| (step.row, columns[step.position])).collect()
    }

    /// The factors of the basis of all row sums.
    pub(super) fn of_row_sums(rows: usize) -> Self {
        Self {
            sum_at: (0..rows).map(Some).collect(),
            column_at: vec![None; rows],
            steps: Vec::new(),
            pivots: Vec::new(),
        }
    }

    /// Whether there were no exchanges since the basis was factorised.
    pub(super) fn is_new(&self) -> bool {
        self.pivots.is_empty()
    }

    /// Whether it is time to factorise anew.
    pub(super) fn is_worn(&self) -> bool {
        self.pivots.len() >= MOST_PIVOTS
    }

    /// Notes that another variable has come to a position; `column` is its column, solved.
    pub(super) fn exchange(&mut self, position: usize, column: &[Rational]) {
        let rest = column
            .iter()
            .enumerate()
            .filter(|(p, w)| *p != position && !w.is_zero())
            .map(|(p, w)| (p, w.clone()))
            .collect();
        self.pivots.push(Pivot { position, pivot: column[position].clone(), rest });
    }

    /// Solves `B x = b`: from one number a row to one a position.
    pub(super) fn solve(&self, matrix: &Matrix, mut b: Vec<Rational>, work: &Cell<u64>) -> Vec<Rational> {
        let mut looked_at = b.len();
        for step in &self.steps {
            if !b[step.row].is_zero() {
                let value = b[step.row].clone();
                looked_at += step.multiples.len() * value.size();
                for (row, multiple) in &step.multiples {
                    b[*row] -= &(multiple * &value);
                }
            }
        }
        let mut x = vec![Rational::ZERO; b.len()];
        for step in self.steps.iter().rev() {
            looked_at += 1 + step.rest.len();
            let known = step
                .rest
                .iter()
                .fold(b[step.row].clone(), |sum, (p, u)| if x[*p].is_zero() { sum } else { sum - u * &x[*p] });
            if !known.is_zero() {
                looked_at += step.rest.len() * known.size();
                x[step.position] = known / &step.pivot;
            }
        }
        looked_at += self.solve_sums(matrix, &b, &mut x);
        for pivot in &self.pivots {
            if x[pivot.position].is_zero() {
                continue;
            }
            let value = &x[pivot.position] / &pivot.pivot;
            looked_at += pivot.rest.len() * value.size();
            for (p, w) in &pivot.rest {
                x[*p] -= &(w * &value);
            }
            x[pivot.position] = value;
        }
        count(work, looked_at);
        x
    }

    /// A row sum in the basis is what the columns in the basis give, less the right-hand side.
    fn solve_sums(&self, matrix: &Matrix, b: &[Rational], x: &mut [Rational]) -> usize {
        let mut looked_at = 0;
        for (row, position) in self.sum_at.iter().enumerate() {
            if let Some(position) = position {
                x[*position] = -&b[row];
            }
        }
        for step in &self.steps {
            let (Some(column), false) = (self.column_at[step.position], x[step.position].is_zero()) else { continue };
            let value = x[step.position].clone();
            looked_at += matrix.column(column).len() * value.size();
            for (row, a) in matrix.column(column) {
                if let Some(position) = self.sum_at[*row] {
                    x[position] = x[position].plus_product(a, &value);
                }
            }
        }
        looked_at
    }

    /// Solves `Bᵀ y = c`: from one number a position to one a row.
    pub(super) fn solve_transposed(&self, matrix: &Matrix, mut c: Vec<Rational>, work: &Cell<u64>) -> Vec<Rational> {
        let mut looked_at = c.len();
        for pivot in self.pivots.iter().rev() {
            let known = pivot
                .rest
                .iter()
                .fold(c[pivot.position].clone(), |sum, (p, w)| if c[*p].is_zero() { sum } else { sum - w * &c[*p] });
            looked_at += 1 + pivot.rest.len() * known.size();
            c[pivot.position] = if known.is_zero() { known } else { known / &pivot.pivot };
        }
        let mut y = vec![Rational::ZERO; c.len()];
        for (row, position) in self.sum_at.iter().enumerate() {
            if let Some(position) = position {
                y[row] = -&c[*position];
            }
        }
        for step in &self.steps {
            let Some(column) = self.column_at[step.position] else { continue };
            looked_at += matrix.column(column).len();
            for (row, a) in matrix.column(column) {
                if self.sum_at[*row].is_some() && !y[*row].is_zero() {
                    c[step.position] -= &(a * &y[*row]);
                }
            }
        }
        for step in &self.steps {
            if c[step.position].is_zero() {
                continue;
            }
            let value = &c[step.position] / &step.pivot;
            looked_at += step.rest.len() * value.size();
            for (p, u) in &step.rest {
                c[*p] -= &(u * &value);
            }
            y[step.row] = value;
        }
        for step in self.steps.iter().rev() {
            let taken = step.multiples.iter().fold(Rational::ZERO, |sum, (row, m)| sum.plus_product(m, &y[*row]));
            looked_at += 1 + step.multiples.len() * taken.size();
            if !taken.is_zero() {
                y[step.row] -= &taken;
            }
        }
        count(work, looked_at);
        y
    }
}

fn count(work: &Cell<u64>, looked_at: usize) {
    work.set(work.get().saturating_add(u64::try_from(looked_at).unwrap_or(u64::MAX)));
}

/// What is left to eliminate.
struct Kernel {
    rows: BTreeMap<usize, BTreeMap<usize, Rational>>,
    /// The rows with an entry at a position.
    holders: BTreeMap<usize, Vec<usize>>,
    /// How many these are, with the position.
    counts: BTreeSet<(usize, usize)>,
    /// Positions with one entry, and rows with one entry: eliminating them fills nothing.
    lone_positions: Vec<usize>,
    lone_rows: Vec<usize>,
    /// How many numbers have been looked at.
    work: usize,
}

impl Kernel {
    fn new(matrix: &Matrix, sum_at: &[Option<usize>], column_at: &[Option<usize>]) -> Self {
        let mut rows: BTreeMap<usize, BTreeMap<usize, Rational>> = BTreeMap::new();
        let mut holders = BTreeMap::new();
        for (position, column) in column_at.iter().enumerate() {
            let Some(column) = column else { continue };
            let mut held = Vec::new();
            for (row, a) in matrix.column(*column) {
                if sum_at[*row].is_none() {
                    rows.entry(*row).or_default().insert(position, a.clone());
                    held.push(*row);
                }
            }
            holders.insert(position, held);
        }
        let counts = holders.iter().map(|(position, held): (&usize, &Vec<usize>)| (held.len(), *position)).collect();
        let lone_positions = holders.iter().filter(|(_, held)| held.len() == 1).map(|(p, _)| *p).collect();
        let lone_rows = rows.iter().filter(|(_, row)| row.len() == 1).map(|(r, _)| *r).collect();
        Self { rows, holders, counts, lone_positions, lone_rows, work: 0 }
    }

    /// Takes one row and position out; `None` when the rest is singular.
    fn eliminate(&mut self) -> Option<Elimination> {
        let (row, position) = self.choose()?;
        let mut taken = self.rows.remove(&row)?;
        self.work += taken.len();
        let pivot = taken.remove(&position)?;
        let held = self.holders.remove(&position)?;
        self.counts.remove(&(held.len(), position));
        for p in taken.keys() {
            self.drop_holder(*p, row);
        }
        let mut multiples = Vec::new();
        for other in held.into_iter().filter(|other| *other != row) {
            let Some(target) = self.rows.get_mut(&other) else { continue };
            let Some(entry) = target.remove(&position) else { continue };
            let multiple = entry / &pivot;
            self.subtract(other, &multiple, &taken);
            multiples.push((other, multiple));
        }
        Some(Elimination { row, position, pivot, rest: taken.into_iter().collect(), multiples })
    }

    fn subtract(&mut self, row: usize, multiple: &Rational, taken: &BTreeMap<usize, Rational>) {
        self.work += taken.len() * multiple.size();
        let Some(target) = self.rows.get_mut(&row) else { return };
        let mut gone = Vec::new();
        for (p, u) in taken {
            let change = multiple * u;
            if let Some(entry) = target.get_mut(p) {
                *entry -= &change;
                if entry.is_zero() {
                    target.remove(p);
                    gone.push(*p);
                }
            } else {
                target.insert(*p, -change);
                let held = self.holders.entry(*p).or_default();
                self.counts.remove(&(held.len(), *p));
                held.push(row);
                self.counts.insert((held.len(), *p));
            }
        }
        if target.len() == 1 {
            self.lone_rows.push(row);
        }
        for p in gone {
            self.drop_holder(p, row);
        }
    }

    fn drop_holder(&mut self, position: usize, row: usize) {
        if let Some(held) = self.holders.get_mut(&position) {
            self.counts.remove(&(held.len(), position));
            held.retain(|r| *r != row);
            self.counts.insert((held.len(), position));
            if held.len() == 1 {
                self.lone_positions.push(position);
            }
        }
    }

    /// The next pivot: alone in its column or row if possible, else with the least fill among the columns with the fewest
    /// entries.
    fn choose(&mut self) -> Option<(usize, usize)> {
        while let Some(position) = self.lone_positions.pop() {
            if let Some([row]) = self.holders.get(&position).map(Vec::as_slice) {
                return Some((*row, position));
            }
        }
        while let Some(row) = self.lone_rows.pop() {
            if let Some(entries) = self.rows.get(&row)
                && let (1, Some(position)) = (entries.len(), entries.keys().next())
            {
                return Some((row, *position));
            }
        }
        let fill = |row: usize, held: usize| (self.rows[&row].len() - 1) * (held - 1);
        let fewest = self.counts.range((1, 0)..).take(LOOKED_AT);
        fewest
            .flat_map(|(count, position)| {
                self.holders[position].iter().map(move |row| (fill(*row, *count), *row, *position))
            })
            .min()
            .map(|(_, row, position)| (row, position))
    }
}
