//! Branch and bound for integer columns, with a proof of how good the result is.

mod dive;
mod trade;

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

use fordela_num::Rational;

use super::effort::{Effort, Spent};
use super::pseudocosts::{Pseudocosts, Way};
use super::simplex::{Simplex, Status};
use crate::Program;

/// A tree of splits whose leaves together hold every whole point; the first node is the root.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// The nodes; a split comes before its branches.
    pub nodes: Vec<TreeNode>,
}

/// One node of a [`Tree`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TreeNode {
    /// A column is at most `at` in one branch, and at least `at + 1` in the other.
    Split {
        /// The column.
        column: usize,
        /// The whole number it is split at.
        at: Rational,
        /// The node where it is at most `at`.
        down: usize,
        /// The node where it is more.
        up: usize,
    },
    /// The prices of the rows that bound the value in this part.
    Bounded(Rc<Vec<Rational>>),
    /// The weights of the rows with which this part contradicts itself.
    Impossible(Rc<Vec<Rational>>),
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The best whole point that was found.
    pub point: Option<Vec<Rational>>,
    /// Why there is no better one, as far as the search came.
    pub tree: Tree,
    /// Whether the whole tree was searched.
    pub closed: bool,
}

/// How closely a search looks for better points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Precision {
    /// For anything that is better.
    Exact,
    /// For anything that is better, where the values of all whole points are multiples of this.
    Grid(Rational),
    /// For what is better by more than this.
    Within(Rational),
}

/// A search on one program.
pub struct Search<'e> {
    simplex: Simplex,
    integers: Vec<usize>,
    precision: Precision,
    bounds: Vec<(Rational, Rational)>,
    /// The columns whose bounds in the simplex are not those of the search, nor of a branch.
    narrowed: Vec<usize>,
    /// Where the simplex stands.
    at: Option<Rc<Branch>>,
    pseudocosts: Pseudocosts,
    /// What it takes to check a leaf of the tree.
    check: u64,
    effort: &'e Effort<'e>,
}

/// A part of the program that is yet to be searched.
struct Open {
    value: Rational,
    node: usize,
    path: Option<Rc<Branch>>,
    /// The last branch on the way, which the loss of value tells of.
    way: Option<Way>,
}

/// One branch taken on the way from the root.
struct Branch {
    column: usize,
    bounds: (Rational, Rational),
    /// The bounds of the column before the branch.
    outer: (Rational, Rational),
    before: Option<Rc<Branch>>,
    depth: usize,
}

fn is_same(one: Option<&Rc<Branch>>, other: Option<&Rc<Branch>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

fn depth(path: Option<&Rc<Branch>>) -> usize {
    path.map_or(0, |branch| branch.depth)
}

/// Long ways are taken apart branch by branch, not one within the other.
impl Drop for Branch {
    fn drop(&mut self) {
        let mut next = self.before.take();
        while let Some(mut branch) = next.and_then(Rc::into_inner) {
            next = branch.before.take();
        }
    }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Open {}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The best value first, then the newest node: a promise half kept is soonest tested.
impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value).then(self.node.cmp(&other.node))
    }
}

/// The state of one search.
struct Run {
    precision: Precision,
    target: Option<Rational>,
    best: Option<(Rational, Vec<Rational>)>,
    heap: BinaryHeap<Open>,
    tree: Tree,
}

impl Run {
    fn new(
        rows: usize,
        precision: Precision,
        best: Option<(Rational, Vec<Rational>)>,
        target: Option<Rational>,
    ) -> Self {
        let nothing = Rc::new(vec![Rational::ZERO; rows]);
        let tree = Tree { nodes: vec![TreeNode::Bounded(nothing)] };
        let heap = BinaryHeap::from([Open { value: Rational::ZERO, node: 0, path: None, way: None }]);
        Self { precision, target, best, heap, tree }
    }

    /// Whether a part whose points are worth at most `value` can hold what is searched for.
    fn is_promising(&self, value: &Rational) -> bool {
        match (&self.target, &self.best) {
            (Some(target), _) => value >= target,
            (None, Some((best, _))) => match &self.precision {
                Precision::Exact => value > best,
                Precision::Grid(grid) => (value / grid).floor() * grid > *best,
                Precision::Within(distance) => value - best > *distance,
            },
            (None, None) => true,
        }
    }

    fn is_enough(&self) -> bool {
        self.target.is_some() && self.best.is_some()
    }
}

impl<'e> Search<'e> {
    /// A search on the program, from where its simplex stands.
    #[must_use]
    pub fn new(program: &Program, simplex: Simplex, precision: Precision, effort: &'e Effort<'e>) -> Self {
        let integers = (0..program.columns().len()).filter(|&j| program.columns()[j].integer).collect();
        let bounds = program.columns().iter().map(|column| (column.lower.clone(), column.upper.clone())).collect();
        let pseudocosts = Pseudocosts::new(program.columns().len());
        Self { simplex, integers, precision, bounds, narrowed: Vec::new(), at: None, pseudocosts, check: 0, effort }
    }

    /// The same search, whose tree will be checked: so much is owed for every leaf.
    #[must_use]
    pub fn owing(self, check: u64) -> Self {
        Self { check, ..self }
    }

    /// Whether the effort is spent.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        self.effort.is_spent()
    }

    /// The best whole point. `known` is a whole point that is known already, if one is.
    pub fn best(&mut self, known: Option<Vec<Rational>>) -> Found {
        let known = known.or_else(|| self.dive());
        let best = known.map(|point| (self.simplex.worth(&point), point));
        self.run(Run::new(self.simplex.rows(), self.precision.clone(), best, None))
    }

    /// Among the points that are worth as much as this whole one, the one that has the most of the
    /// first column of the order, then of the second, and so on. Columns stay fixed at what is found.
    pub fn settle(&mut self, order: &[usize], point: Vec<Rational>) -> Vec<Rational> {
        let target = self.simplex.worth(&point);
        let mut point = point;
        for &column in order {
            while point[column] < self.bounds[column].1 && !self.is_spent() {
                let wanted = &point[column] + &Rational::ONE;
                let lower = std::mem::replace(&mut self.bounds[column].0, wanted);
                self.narrowed.push(column);
                match self.run(Run::new(self.simplex.rows(), Precision::Exact, None, Some(target.clone()))).point {
                    Some(better) => point = better,
                    None => {
                        self.bounds[column].0 = lower;
                        break;
                    }
                }
            }
            self.bounds[column] = (point[column].clone(), point[column].clone());
            self.narrowed.push(column);
        }
        point
    }

    fn run(&mut self, mut run: Run) -> Found {
        let mut next = run.heap.pop();
        while let Some(open) = next.take().or_else(|| run.heap.pop()) {
            if open.path.is_some() && !run.is_promising(&open.value) {
                continue;
            }
            if self.effort.is_spent() {
                run.heap.push(open);
                break;
            }
            let Ok(split) = self.visit(&open, &mut run) else {
                run.heap.push(open);
                break;
            };
            next = split;
            if run.is_enough() {
                break;
            }
        }
        let closed = run.heap.is_empty() && next.is_none();
        Found { point: run.best.map(|(_, point)| point), tree: run.tree, closed }
    }

    /// Solves one node; when it must be split, returns the branch to go on with.
    fn visit(&mut self, open: &Open, run: &mut Run) -> Result<Option<Open>, Spent> {
        self.go_to(open.path.as_ref());
        if let Status::Infeasible(weights) = self.simplex.solve(self.effort)? {
            run.tree.nodes[open.node] = TreeNode::Impossible(Rc::new(weights));
            return Ok(None);
        }
        let value = self.simplex.value();
        if let Some(way) = &open.way {
            self.pseudocosts.learn(way, &(&open.value - &value));
        }
        // What is kept of a node, and what is looked at beside its solve.
        self.simplex.count(self.bounds.len() + self.simplex.rows());
        let duals = Rc::new(self.simplex.duals());
        run.tree.nodes[open.node] = TreeNode::Bounded(Rc::clone(&duals));
        if !run.is_promising(&value) {
            return Ok(None);
        }
        let Some(column) = self.branching() else {
            run.best = Some((value, self.simplex.point()));
            return Ok(None);
        };
        let (near, far) = self.split(column, open, &value, &duals, &mut run.tree);
        run.heap.push(far);
        self.effort.owe(self.check);
        Ok(Some(near))
    }

    /// Gives the columns the bounds of a part: back to where the ways part, and on from there.
    fn go_to(&mut self, path: Option<&Rc<Branch>>) {
        if !self.narrowed.is_empty() {
            while self.go_back() {}
            for column in std::mem::take(&mut self.narrowed) {
                let (lower, upper) = self.bounds[column].clone();
                self.simplex.set_bounds(column, lower, upper);
            }
        }
        let mut onward = Vec::new();
        let mut to = path;
        while depth(to) > depth(self.at.as_ref()) || !is_same(to, self.at.as_ref()) {
            if depth(to) >= depth(self.at.as_ref()) {
                onward.extend(to);
                to = to.and_then(|branch| branch.before.as_ref());
            } else {
                self.go_back();
            }
        }
        self.simplex.count(onward.len());
        for branch in onward.into_iter().rev() {
            let (lower, upper) = branch.bounds.clone();
            self.simplex.set_bounds(branch.column, lower, upper);
        }
        self.at = path.cloned();
    }

    /// Undoes the last branch, if there is one.
    fn go_back(&mut self) -> bool {
        let Some(branch) = self.at.take() else { return false };
        let (lower, upper) = branch.outer.clone();
        self.simplex.set_bounds(branch.column, lower, upper);
        self.simplex.count(1);
        self.at.clone_from(&branch.before);
        true
    }

    /// The broken column to split: the one whose branches are likely to lose most.
    fn branching(&self) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for &column in &self.integers {
            let value = self.simplex.value_of(column);
            if value.is_integer() {
                continue;
            }
            let part = value - &value.floor();
            let score = self.pseudocosts.score(column, part.to_f64(), &self.simplex);
            if best.as_ref().is_none_or(|(most, _)| score.total_cmp(most).is_gt()) {
                best = Some((score, column));
            }
        }
        best.map(|(_, column)| column)
    }

    /// Two branches of a node, the nearer one first.
    fn split(
        &self,
        column: usize,
        open: &Open,
        value: &Rational,
        duals: &Rc<Vec<Rational>>,
        tree: &mut Tree,
    ) -> (Open, Open) {
        let at = self.simplex.value_of(column).floor();
        let above = &at + &Rational::ONE;
        let half = &above - self.simplex.value_of(column) > self.simplex.value_of(column) - &at;
        let outer = self.simplex.bounds(column);
        let outer = (outer.0.clone(), outer.1.clone());
        let (down, up) = (tree.nodes.len(), tree.nodes.len() + 1);
        let part_below = (self.simplex.value_of(column) - &at).to_f64();
        let part = |node: usize, way: Way, bounds: (Rational, Rational)| Open {
            value: value.clone(),
            node,
            way: Some(way),
            path: Some(Rc::new(Branch {
                column,
                bounds,
                outer: outer.clone(),
                before: open.path.clone(),
                depth: depth(open.path.as_ref()) + 1,
            })),
        };
        let low = part(down, Way { column, up: false, by: part_below }, (outer.0.clone(), at.clone()));
        let high = part(up, Way { column, up: true, by: 1.0 - part_below }, (above, outer.1.clone()));
        tree.nodes.push(TreeNode::Bounded(Rc::clone(duals)));
        tree.nodes.push(TreeNode::Bounded(Rc::clone(duals)));
        tree.nodes[open.node] = TreeNode::Split { column, at, down, up };
        if half { (low, high) } else { (high, low) }
    }
}
