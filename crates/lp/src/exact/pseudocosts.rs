//! What branches are likely to lose, learnt from those that were taken.
//!
//! Pseudocosts (Benichou et al. 1971): the loss of value per unit that a column was moved, on average, each
//! way. They only settle which column is split next, so that floats will do.

use fordela_num::Rational;

use super::simplex::Simplex;
use crate::place::Place;

/// From so many branches on, what they lost is relied on; before, the least that the next must lose is looked up.
const RELIABLE: f64 = 4.0;

/// No branch counts less, so that the other counts too.
const SMALLEST: f64 = 1e-6;

/// A branch that was taken: a column that is moved up or down by a part of one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub(super) column: usize,
    pub(super) up: bool,
    pub(super) by: f64,
}

/// What was lost one way.
#[derive(Debug, Clone, Copy, Default)]
struct Loss {
    sum: f64,
    count: f64,
}

impl Loss {
    fn mean(self) -> Option<f64> {
        (self.count > 0.0).then(|| self.sum / self.count)
    }
}

/// What branches have lost so far.
#[derive(Debug)]
pub(super) struct Pseudocosts {
    /// By column, down and up.
    columns: Vec<[Loss; 2]>,
}

impl Pseudocosts {
    pub(super) fn new(columns: usize) -> Self {
        Self { columns: vec![[Loss::default(); 2]; columns] }
    }

    /// Notes what a branch has lost.
    pub(super) fn learn(&mut self, way: &Way, lost: &Rational) {
        let each = lost.to_f64() / way.by;
        let loss = &mut self.columns[way.column][usize::from(way.up)];
        loss.sum += each;
        loss.count += 1.0;
    }

    /// How much it is likely to help to split a column of which a part of one is taken; both branches count.
    pub(super) fn score(&self, column: usize, part: f64, simplex: &Simplex) -> f64 {
        let [down, up] = self.columns[column];
        let known = |loss: Loss| loss.mean().filter(|_| loss.count >= RELIABLE);
        let (down, up) = match (known(down), known(up)) {
            (Some(down), Some(up)) => (down, up),
            _ => {
                let least = simplex.least_losses(column);
                let guess = |loss: Loss, least: f64| least.max(loss.mean().unwrap_or(0.0));
                (guess(down, least[0]), guess(up, least[1]))
            }
        };
        (part * down).max(SMALLEST) * ((1.0 - part) * up).max(SMALLEST)
    }
}

impl Simplex {
    /// What at least is lost for every unit that a basic column is moved down, and up: what the first exchange
    /// of the basis loses (Driebeek 1966). Infinite where there is no exchange, and the branch is empty.
    fn least_losses(&self, column: usize) -> [f64; 2] {
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
