//! What branches are likely to lose, learnt from those that were taken.
//!
//! Pseudocosts (Benichou et al. 1971): the loss of value per unit that a column was moved, on average, each
//! way. They only settle which column is split next, so that floats will do.

use super::simplex::Simplex;
use crate::place::Place;

/// No branch counts less, so that the other counts too.
const SMALLEST: f64 = 1e-6;

/// A branch that was taken: a column that is moved up or down by a part of one, from a part of this value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub(super) column: usize,
    pub(super) up: bool,
    pub(super) by: f64,
    pub(super) from: f64,
}

/// What was lost one way.
#[derive(Debug, Clone, Copy, Default)]
struct Loss {
    sum: f64,
    count: f64,
}

impl Loss {
    fn add(&mut self, each: f64) {
        self.sum += each;
        self.count += 1.0;
    }

    fn mean(self) -> Option<f64> {
        (self.count > 0.0).then(|| self.sum / self.count)
    }
}

/// What branches have lost so far.
#[derive(Debug)]
pub(super) struct Pseudocosts {
    /// By column, down and up.
    columns: Vec<[Loss; 2]>,
    all: Loss,
}

impl Pseudocosts {
    pub(super) fn new(columns: usize) -> Self {
        Self { columns: vec![[Loss::default(); 2]; columns], all: Loss::default() }
    }

    /// Notes what a part is worth to which a branch has led.
    pub(super) fn learn(&mut self, way: &Way, value: f64) {
        self.note(way.column, way.up, (way.from - value) / way.by);
    }

    /// Notes what was lost for a unit that a column was moved.
    pub(super) fn note(&mut self, column: usize, up: bool, each: f64) {
        self.columns[column][usize::from(up)].add(each);
        self.all.add(each);
    }

    /// What is lost for a unit that a column is moved down and up, on average.
    pub(super) fn means(&self, column: usize) -> [Option<f64>; 2] {
        self.columns[column].map(Loss::mean)
    }

    /// The same, where it is that of all columns as long as nothing is known of this one.
    pub(super) fn likely(&self, column: usize) -> [f64; 2] {
        self.means(column).map(|mean| mean.or(self.all.mean()).unwrap_or(SMALLEST))
    }

    /// Whether so many branches were taken each way.
    pub(super) fn is_reliable(&self, column: usize, branches: f64) -> bool {
        self.columns[column].iter().all(|loss| loss.count >= branches)
    }
}

/// How much it helps to split a column, where its branches lose so much; both count.
pub(super) fn score([down, up]: [f64; 2]) -> f64 {
    down.max(SMALLEST) * up.max(SMALLEST)
}

impl Simplex {
    /// What at least is lost for every unit that a basic column is moved down, and up: what the first exchange
    /// of the basis loses (Driebeek 1966). Infinite where there is no exchange, and the branch is empty.
    pub(super) fn least_losses(&self, column: usize) -> [f64; 2] {
        let Place::Basic(position) = self.places[column] else { return [0.0; 2] };
        let row = self.basic_row(position);
        let scale = row.scale.to_f64();
        let mut least = [f64::INFINITY; 2];
        for (j, alpha) in &row.entries {
            let loss = self.reduced[*j].to_f64().abs() * scale / alpha.to_f64().abs();
            for (least, rises) in least.iter_mut().zip([false, true]) {
                if self.can_mend(*j, alpha, rises) {
                    *least = least.min(loss);
                }
            }
        }
        least
    }
}
