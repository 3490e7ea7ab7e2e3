//! From prices to a bound that holds for every allocation.

#[cfg(test)]
mod naive;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use fordela_model::Call;
use fordela_model::call::RuleCase;
use fordela_model::prices::{Choice, Multipliers, Proof, Step};
use fordela_num::Rational;

use super::decided::Decided;
use super::priced::{Bounds, Worth};

/// The bound that a proof proves with these caps and floors, or `None` when it proves nothing: when it is not made of steps
/// for this call, or proves that there is no allocation at all.
pub(super) fn bound<'c>(call: &'c Call, cases: Vec<&'c RuleCase>, proof: &Proof) -> Option<Rational> {
    let bounds = Bounds::new(call, cases);
    let tree = Tree::of(proof)?;
    let mut most: Option<Rational> = None;
    for (prices, ends) in &tree.bounded {
        let priced = bounds.priced(prices, Worth::Value)?;
        let parts = ends.iter().filter_map(|&end| priced.at(&tree.decided(end)));
        most = most.into_iter().chain(parts).max();
    }
    let free = bounds.free();
    for (prices, ends) in &tree.impossible {
        let priced = bounds.priced(prices, Worth::Nothing)?;
        let is_left = |decided: &Decided| priced.at(decided).is_some_and(|bound| !bound.is_negative());
        let left = ends.iter().map(|&end| tree.decided(end)).filter(is_left);
        let whole = |decided: Decided| bounds.priced(&free, Worth::Value)?.at(&decided);
        most = most.into_iter().chain(left.filter_map(whole)).max();
    }
    let most = most?;
    Some(match bounds.grid() {
        Some(grid) => (most / &grid).floor() * &grid,
        None => most,
    })
}

/// A choice made on the way to a step.
struct Path {
    choice: Choice,
    is_taken: bool,
    before: Option<usize>,
}

/// Where steps end, by the last choice on the way there, if there is any.
type Ends = Vec<Option<usize>>;

/// The ends of a proof; those with the same prices together, as they have most in common.
#[derive(Default)]
struct Tree<'p> {
    paths: Vec<Path>,
    bounded: HashMap<&'p Multipliers, Ends>,
    impossible: HashMap<&'p Multipliers, Ends>,
}

impl<'p> Tree<'p> {
    /// `None` where the steps are no tree.
    fn of(proof: &'p Proof) -> Option<Self> {
        let mut tree = Self::default();
        let mut open = vec![(0, None)];
        while let Some((step, path)) = open.pop() {
            match proof.steps.get(step)? {
                // A split that leads backwards would go in circles.
                Step::Split { choice, out, taken } if *out > step && *taken > step => {
                    for (next, is_taken) in [(*out, false), (*taken, true)] {
                        tree.paths.push(Path { choice: *choice, is_taken, before: path });
                        open.push((next, Some(tree.paths.len() - 1)));
                    }
                }
                Step::Split { .. } => return None,
                Step::Bounded(prices) => tree.bounded.entry(prices).or_default().push(path),
                Step::Impossible(prices) => tree.impossible.entry(prices).or_default().push(path),
            }
        }
        Some(tree)
    }

    /// The choices on the way to an end, from the first on.
    fn decided(&self, end: Option<usize>) -> Decided {
        let back = std::iter::successors(end, |&at| self.paths[at].before).map(|at| &self.paths[at]);
        let mut choices: Vec<(Choice, bool)> = back.map(|path| (path.choice, path.is_taken)).collect();
        choices.reverse();
        Decided::new(choices)
    }
}
