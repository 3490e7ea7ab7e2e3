//! A whole point in floats.

use super::simplex::{Ended, Floats};

/// Nearer to a whole number than this counts as whole.
const WHOLE: f64 = 1e-6;

/// How a broken column is rounded.
#[derive(Debug, Clone, Copy)]
struct Round {
    column: usize,
    /// Its bounds before.
    outer: (f64, f64),
    floor: f64,
    up: bool,
}

impl Round {
    fn bounds(&self) -> (f64, f64) {
        if self.up { (self.floor + 1.0, self.outer.1) } else { (self.outer.0, self.floor) }
    }
}

impl Floats {
    /// The values that these columns, each a class of its own, have at a whole point: broken ones are rounded down, and what
    /// that sets free goes to others, until nothing is broken. Where that leads nowhere they are rounded one by one, up where
    /// they cannot be rounded down.
    pub(crate) fn dive(&mut self, integers: &[usize], mut goes_on: impl FnMut(usize) -> bool) -> Option<Vec<f64>> {
        let mut last: Vec<Round> = Vec::new();
        let mut all_at_once = true;
        for _ in 0..=3 * integers.len() + 3 {
            match self.solve(&mut goes_on) {
                Ended::Optimal => {
                    let most = if all_at_once { integers.len() } else { 1 };
                    last = integers.iter().filter_map(|&column| self.broken(column)).take(most).collect();
                    if last.is_empty() {
                        return Some(integers.iter().map(|&column| self.amount(column).round()).collect());
                    }
                }
                Ended::Infeasible => {
                    last.iter().for_each(|round| self.set_bounds(round.column, round.outer));
                    match &mut last[..] {
                        [round] if !round.up => round.up = true,
                        [_, _, ..] if all_at_once => {
                            all_at_once = false;
                            last.clear();
                        }
                        _ => return None,
                    }
                }
                Ended::Lost => return None,
            }
            last.iter().for_each(|round| self.set_bounds(round.column, round.bounds()));
        }
        None
    }

    fn broken(&self, column: usize) -> Option<Round> {
        let amount = self.amount(column);
        let is_broken = (amount - amount.round()).abs() > WHOLE;
        let outer = self.bounds_of(column);
        is_broken.then(|| Round { column, outer, floor: amount.floor(), up: false })
    }
}
