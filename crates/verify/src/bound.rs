//! From prices to a bound that holds for every allocation.

#[cfg(test)]
mod naive;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use fordela_model::prices::{Choice, Multipliers, Proof, Step};
use fordela_num::Rational;

use super::decided::{Decided, Made};
use super::priced::{Bounds, Priced, Worth};

/// The bound that a proof proves beside an allocation that is worth so much, or `None` when it proves nothing: when it is not
/// made of steps for this call, or proves that there is no allocation at all. It need not be finer than the grid of values.
pub(super) fn bound(
    bounds: &Bounds<'_>,
    proof: &Proof,
    reached: &Rational,
    grid: impl FnOnce() -> Option<Rational>,
) -> Option<Rational> {
    let free = bounds.free();
    let mut tree = Tree::of(proof)?;
    let mut left: Ends = Vec::new();
    for (prices, ends) in &tree.impossible {
        let mut totals = Totals::new(&tree, bounds.priced(prices, Worth::Nothing)?);
        left.extend(ends.iter().filter(|end| totals.at(**end).is_some_and(|bound| !bound.is_negative())));
    }
    // What is not shown to be impossible is bounded as if everything were free.
    if !left.is_empty() {
        tree.bounded.entry(&free).or_default().extend(left);
    }
    let mut most: Option<Rational> = None;
    for (prices, ends) in &tree.bounded {
        let mut totals = Totals::new(&tree, bounds.priced(prices, Worth::Value)?);
        most = most.into_iter().chain(ends.iter().filter_map(|&end| totals.at(end))).max();
    }
    let most = most?;
    if most == *reached {
        return Some(most);
    }
    Some(match grid() {
        Some(grid) => (most / &grid).floor() * &grid,
        None => most,
    })
}

/// A choice made on the way to a step.
struct Path {
    activity: usize,
    /// All choices that are made of the activity up to here.
    made: Decided,
    /// The path that is gone on from.
    before: Option<usize>,
    /// The last path before on which something is decided of the activity.
    earlier: Option<usize>,
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
                        open.push((next, Some(tree.go_on(path, *choice, is_taken))));
                    }
                }
                Step::Split { .. } => return None,
                Step::Bounded(prices) => tree.bounded.entry(prices).or_default().push(path),
                Step::Impossible(prices) => tree.impossible.entry(prices).or_default().push(path),
            }
        }
        Some(tree)
    }

    /// Adds a path on which a choice more is made.
    fn go_on(&mut self, before: Option<usize>, choice: Choice, is_taken: bool) -> usize {
        let activity = choice.activity();
        let mut back = std::iter::successors(before, |&at| self.paths[at].before);
        let earlier = back.find(|&at| self.paths[at].activity == activity);
        let made = self.made(earlier).with(choice, is_taken);
        self.paths.push(Path { activity, made, before, earlier });
        self.paths.len() - 1
    }

    /// What is decided, on a path, of its activity.
    fn made(&self, path: Option<usize>) -> Made<'_> {
        path.map_or(Made::NOTHING, |at| self.paths[at].made.of(self.paths[at].activity))
    }
}

/// The bounds along the paths of a proof by the same prices. From one to the next, one activity changes.
struct Totals<'t> {
    tree: &'t Tree<'t>,
    priced: Priced<'t>,
    known: HashMap<usize, Option<Rational>>,
}

impl<'t> Totals<'t> {
    fn new(tree: &'t Tree<'t>, priced: Priced<'t>) -> Self {
        Self { tree, priced, known: HashMap::new() }
    }

    /// The bound for what is left at an end; `None` where nothing is.
    fn at(&mut self, end: Option<usize>) -> Option<Rational> {
        let (mut at, mut ahead) = (end, Vec::new());
        while let Some(path) = at.filter(|path| !self.known.contains_key(path)) {
            ahead.push(path);
            at = self.tree.paths[path].before;
        }
        let mut total = at.map_or(self.priced.undecided(), |path| self.known[&path].as_ref()).cloned();
        for &path in ahead.iter().rev() {
            let Path { activity, earlier, .. } = self.tree.paths[path];
            let [before, now] = [earlier, Some(path)].map(|at| self.tree.made(at));
            total = total.and_then(|total| self.priced.after(total, activity, before, now));
            self.known.insert(path, total.clone());
        }
        total
    }
}
