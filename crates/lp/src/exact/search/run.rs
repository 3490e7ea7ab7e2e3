//! The state of one search.

use std::collections::BinaryHeap;
use std::rc::Rc;

use fordela_num::Rational;

use super::open::Open;
use super::{Found, Precision, Tree, TreeNode};

/// Where values lie on a grid, so many nodes by turns are chosen for their bound, and so many to come to a point.
const FOR_BOUNDS: usize = 200;
const FOR_POINTS: usize = 50;

/// What was seen of a node: what its points are worth at most, and the prices that prove it.
type Bound = (Rational, Rc<Vec<Rational>>);

impl Precision {
    /// What whole points are worth at most that are worth at most `value`.
    fn level(&self, value: &Rational) -> Rational {
        match self {
            Self::Grid(grid) => (value / grid).floor() * grid,
            Self::Exact | Self::Within(_) => value.clone(),
        }
    }

    /// Whether something better than this is looked for where points are worth at most `value`.
    pub(super) fn is_promising(&self, value: &Rational, best: &Rational) -> bool {
        match self {
            Self::Exact | Self::Grid(_) => self.level(value) > *best,
            Self::Within(distance) => value - best > *distance,
        }
    }
}

/// The state of one search.
///
/// Where values lie on a grid, many parts have the same bound once it is rounded down to it. Of the best of them the newest is
/// gone on with; and by turns, the newest of all that was left since the turn began, however much is lost on the way. Elsewhere
/// every part is followed until nothing is broken, and then the best.
pub(super) struct Run {
    precision: Precision,
    target: Option<Rational>,
    best: Option<(Rational, Vec<Rational>)>,
    /// The part to go on with, before those on the heap.
    next: Option<Open>,
    heap: BinaryHeap<Open>,
    /// The parts that were left while points are looked for.
    trail: Vec<Open>,
    /// How many nodes were visited since the last turn for points ended.
    visited: usize,
    tree: Tree,
    /// By node: what was seen of it last.
    bounds: Vec<Bound>,
}

impl Run {
    /// A search for what is better than the best point that is known, or for any point that is worth as much as a target.
    pub(super) fn new(
        rows: usize,
        precision: Precision,
        best: Option<(Rational, Vec<Rational>)>,
        target: Option<Rational>,
    ) -> Self {
        let nothing = Rc::new(vec![Rational::ZERO; rows]);
        let tree = Tree { nodes: vec![TreeNode::Bounded(Rc::clone(&nothing))] };
        let bounds = vec![(Rational::ZERO, nothing)];
        Self {
            precision,
            target,
            best,
            next: Some(Open::root()),
            heap: BinaryHeap::new(),
            trail: Vec::new(),
            visited: 0,
            tree,
            bounds,
        }
    }

    /// The same search in another program, where an empty point stands for the best that is known here.
    pub(super) fn elsewhere(self) -> (Self, Option<Vec<Rational>>) {
        let (worth, point) = self.best.unzip();
        (Self { best: worth.map(|worth| (worth, Vec::new())), ..self }, point)
    }

    /// What whole points are worth at most that are worth at most `value`.
    pub(super) fn level(&self, value: &Rational) -> Rational {
        self.precision.level(value)
    }

    /// Whether a part whose points are worth at most `value` can hold what is searched for.
    pub(super) fn is_promising(&self, value: &Rational) -> bool {
        match (&self.target, &self.best) {
            (Some(target), _) => value >= target,
            (None, Some((best, _))) => self.precision.is_promising(value, best),
            (None, None) => true,
        }
    }

    /// By how much a part whose points are worth at most `value` may be better than what is known, as a float; without end where
    /// nothing is.
    pub(super) fn gap(&self, value: &Rational) -> f64 {
        let known = self.target.as_ref().or(self.best.as_ref().map(|(best, _)| best));
        known.map_or(f64::INFINITY, |known| (value - known).to_f64())
    }

    /// The part to visit next.
    pub(super) fn next(&mut self) -> Option<Open> {
        loop {
            let open = self.next.take().or_else(|| self.trail.pop()).or_else(|| self.heap.pop())?;
            if open.path.is_none() || self.is_promising(&open.level) {
                return Some(open);
            }
        }
    }

    /// Chooses what comes after a node, of which this branch is left to go on with, if any.
    pub(super) fn go_on(&mut self, near: Option<Open>) {
        self.visited = (self.visited + 1) % (FOR_BOUNDS + FOR_POINTS);
        if !self.looks_for_points() {
            self.heap.extend(self.trail.drain(..));
        }
        let follows = self.looks_for_points() || !matches!(self.precision, Precision::Grid(_));
        let is_best = |near: &Open| self.heap.peek().is_none_or(|best| best.level <= near.level);
        match near {
            Some(near) if follows || is_best(&near) => self.next = Some(near),
            near => self.heap.extend(near),
        }
    }

    fn looks_for_points(&self) -> bool {
        self.visited >= FOR_BOUNDS && matches!(self.precision, Precision::Grid(_))
    }

    /// Notes that a part has no points, by these weights.
    pub(super) fn close(&mut self, node: usize, weights: Vec<Rational>) {
        self.tree.nodes[node] = TreeNode::Impossible(Rc::new(weights));
    }

    /// Notes what was seen of a node.
    pub(super) fn bound(&mut self, node: usize, bound: Bound) {
        self.tree.nodes[node] = TreeNode::Bounded(Rc::clone(&bound.1));
        self.bounds[node] = bound;
    }

    /// Splits a node; returns the nodes of its branches, for which holds what was seen of it.
    pub(super) fn split(&mut self, node: usize, column: usize, at: Rational) -> (usize, usize) {
        let (down, up) = (self.tree.nodes.len(), self.tree.nodes.len() + 1);
        for _ in 0..2 {
            self.tree.nodes.push(TreeNode::Bounded(Rc::clone(&self.bounds[node].1)));
            self.bounds.push(self.bounds[node].clone());
        }
        self.tree.nodes[node] = TreeNode::Split { column, at, down, up };
        (down, up)
    }

    /// Notes a part to be visited later.
    pub(super) fn put(&mut self, open: Open) {
        if self.looks_for_points() { self.trail.push(open) } else { self.heap.push(open) }
    }

    /// Takes a point, if it is what is searched for.
    pub(super) fn take(&mut self, value: Rational, point: Vec<Rational>) {
        let is_wanted = match (&self.target, &self.best) {
            (Some(target), _) => value >= *target,
            (None, Some((best, _))) => value > *best,
            (None, None) => true,
        };
        if is_wanted {
            self.best = Some((value, point));
        }
    }

    /// Whether a point that is good enough was found.
    pub(super) fn is_enough(&self) -> bool {
        self.target.is_some() && self.best.is_some()
    }

    /// What was found.
    pub(super) fn end(self) -> Found {
        let closed = self.heap.is_empty() && self.trail.is_empty() && self.next.is_none();
        let tree = self.needed();
        Found { point: self.best.map(|(_, point)| point), tree, closed }
    }

    /// The tree without what is below nodes that hold nothing better than what was found in the end.
    fn needed(&self) -> Tree {
        let mut nodes = vec![self.tree.nodes[0].clone()];
        let mut next = vec![(0, 0)];
        while let Some((node, place)) = next.pop() {
            nodes[place] = match &self.tree.nodes[node] {
                TreeNode::Split { column, at, down, up } if self.is_promising(&self.bounds[node].0) => {
                    let at = at.clone();
                    next.extend([(*down, nodes.len()), (*up, nodes.len() + 1)]);
                    nodes.extend([*down, *up].map(|branch| TreeNode::Bounded(Rc::clone(&self.bounds[branch].1))));
                    TreeNode::Split { column: *column, at, down: nodes.len() - 2, up: nodes.len() - 1 }
                }
                TreeNode::Split { .. } => TreeNode::Bounded(Rc::clone(&self.bounds[node].1)),
                leaf => leaf.clone(),
            };
        }
        Tree { nodes }
    }
}
