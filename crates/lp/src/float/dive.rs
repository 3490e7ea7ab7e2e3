//! A whole point in floats.

use super::simplex::{Ended, Floats};

/// Nearer to a whole number than this counts as whole.
const WHOLE: f64 = 1e-6;

/// Columns nearer to a whole number than this are rounded together.
const NEAR: f64 = 0.1;

/// Which broken columns are rounded, and which way, before the program is solved again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dive {
    /// All of them down, so that what that sets free goes to others.
    Down,
    /// Those that are near a whole number to it, or where none is, the one down that is least above one.
    Gently,
}

/// How a broken column is rounded.
#[derive(Debug, Clone, Copy)]
struct Round {
    column: usize,
    /// Its bounds before.
    outer: (f64, f64),
    floor: f64,
    /// How far it is above the floor.
    part: f64,
    up: bool,
}

impl Round {
    fn bounds(&self) -> (f64, f64) {
        if self.up { (self.floor + 1.0, self.outer.1) } else { (self.outer.0, self.floor) }
    }

    fn distance(&self) -> f64 {
        if self.up { 1.0 - self.part } else { self.part }
    }
}

impl Floats {
    /// The values that these columns, each a class of its own, have at a whole point: broken ones are rounded until nothing is
    /// broken. Where that leads nowhere they are rounded one by one, the other way where they cannot be rounded the one.
    pub(crate) fn dive(
        &mut self,
        integers: &[usize],
        dive: Dive,
        mut goes_on: impl FnMut(usize) -> bool,
    ) -> Option<Vec<f64>> {
        let mut last: Vec<Round> = Vec::new();
        let mut together = true;
        // Whether the last one was rounded both ways.
        let mut is_turned = false;
        for _ in 0..=3 * integers.len() + 3 {
            match self.solve_on(&mut goes_on) {
                Ended::Optimal => {
                    let broken: Vec<Round> = integers.iter().filter_map(|&column| self.broken(column)).collect();
                    if broken.is_empty() {
                        return Some(integers.iter().map(|&column| self.amount(column).round()).collect());
                    }
                    last = rounded(broken, dive, together);
                    is_turned = false;
                }
                Ended::Infeasible => {
                    last.iter().for_each(|round| self.set_bounds(round.column, round.outer));
                    match &mut last[..] {
                        [round] if !is_turned => {
                            round.up = !round.up;
                            is_turned = true;
                        }
                        [_, _, ..] if together => {
                            together = false;
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
        let (outer, floor) = (self.bounds_of(column), amount.floor());
        is_broken.then_some(Round { column, outer, floor, part: amount - floor, up: false })
    }
}

/// Those of the broken columns that are rounded next.
fn rounded(mut broken: Vec<Round>, dive: Dive, together: bool) -> Vec<Round> {
    if dive == Dive::Gently {
        broken.iter_mut().for_each(|round| round.up = round.part > 1.0 - NEAR);
        broken.sort_by(|one, other| one.distance().total_cmp(&other.distance()).then(one.column.cmp(&other.column)));
        let near = broken.iter().take_while(|round| round.distance() < NEAR).count();
        broken.truncate(near.max(1));
    }
    broken.truncate(if together { broken.len() } else { 1 });
    broken
}
