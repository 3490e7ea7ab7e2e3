//! Branch and bound for columns that must be whole, with a proof of how good the result is.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};
use std::rc::Rc;

use super::losses::{Losses, Way};
use super::simplex::{Simplex, Status};
use crate::{Program, Rational};

/// How much a search may compute: a number that means the same on every machine, and a way to stop
/// it from outside.
pub struct Effort<'a> {
    left: u64,
    stop: &'a mut dyn FnMut() -> bool,
    stopped: bool,
}

impl<'a> Effort<'a> {
    /// At most `work` numbers looked at; `stop` is asked once a node.
    pub fn new(work: u64, stop: &'a mut dyn FnMut() -> bool) -> Self {
        Self { left: work, stop, stopped: false }
    }

    /// Whether the effort is spent.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        self.stopped || self.left == 0
    }

    fn spend(&mut self, work: u64) {
        self.left = self.left.saturating_sub(work);
        self.stopped = self.stopped || (self.stop)();
    }
}

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
pub struct Search<'e, 's> {
    simplex: Simplex,
    whole: Vec<usize>,
    precision: Precision,
    bounds: Vec<(Rational, Rational)>,
    /// The columns whose bounds in the simplex are not those of the search.
    narrowed: Vec<usize>,
    losses: Losses,
    effort: &'e mut Effort<'s>,
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
    lower: Rational,
    upper: Rational,
    before: Option<Rc<Branch>>,
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

impl<'e, 's> Search<'e, 's> {
    /// A search on the program, from where its simplex stands.
    #[must_use]
    pub fn new(program: &Program, simplex: Simplex, precision: Precision, effort: &'e mut Effort<'s>) -> Self {
        let whole = (0..program.columns().len()).filter(|&j| program.columns()[j].whole).collect();
        let bounds = program.columns().iter().map(|column| (column.lower.clone(), column.upper.clone())).collect();
        let losses = Losses::new(program.columns().len());
        Self { simplex, whole, precision, bounds, narrowed: Vec::new(), losses, effort }
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

    /// A whole point that is soon found and seldom bad: broken columns are rounded down, and what that
    /// sets free goes to others, until nothing is broken.
    fn dive(&mut self) -> Option<Vec<Rational>> {
        while self.simplex.solve() == Status::Optimal {
            let broken: Vec<usize> =
                self.whole.iter().copied().filter(|&column| !self.simplex.value_of(column).is_integer()).collect();
            if broken.is_empty() {
                return Some(self.simplex.point());
            }
            for column in broken {
                let (lower, floor) = (self.bounds[column].0.clone(), self.simplex.value_of(column).floor());
                self.simplex.set_bounds(column, lower, floor);
                self.narrowed.push(column);
            }
        }
        None
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
            let before = self.simplex.work();
            next = self.visit(&open, &mut run);
            let looked_at = self.simplex.work() - before;
            self.effort.spend(looked_at + u64::try_from(self.bounds.len()).unwrap_or(u64::MAX));
            if run.is_enough() {
                break;
            }
        }
        let closed = run.heap.is_empty() && next.is_none();
        Found { point: run.best.map(|(_, point)| point), tree: run.tree, closed }
    }

    /// Solves one node; when it must be split, returns the branch to go on with.
    fn visit(&mut self, open: &Open, run: &mut Run) -> Option<Open> {
        self.go_to(open.path.as_ref());
        if let Status::Infeasible(weights) = self.simplex.solve() {
            run.tree.nodes[open.node] = TreeNode::Impossible(Rc::new(weights));
            return None;
        }
        let value = self.simplex.value();
        if let Some(way) = &open.way {
            self.losses.learn(way, &(&open.value - &value));
        }
        let duals = Rc::new(self.simplex.duals());
        run.tree.nodes[open.node] = TreeNode::Bounded(Rc::clone(&duals));
        if !run.is_promising(&value) {
            return None;
        }
        let Some(column) = self.branching() else {
            run.best = Some((value, self.simplex.point()));
            return None;
        };
        let (near, far) = self.split(column, open, &value, &duals, &mut run.tree);
        run.heap.push(far);
        Some(near)
    }

    /// Gives the columns the bounds of a part; only those that some part has changed are touched.
    fn go_to(&mut self, path: Option<&Rc<Branch>>) {
        let mut narrowed: BTreeMap<usize, &Branch> = BTreeMap::new();
        let mut at = path;
        while let Some(branch) = at {
            // The last branch on a column is the narrowest.
            narrowed.entry(branch.column).or_insert(branch);
            at = branch.before.as_ref();
        }
        for column in std::mem::take(&mut self.narrowed) {
            if !narrowed.contains_key(&column) {
                let (lower, upper) = self.bounds[column].clone();
                self.simplex.set_bounds(column, lower, upper);
            }
        }
        for (column, branch) in narrowed {
            self.simplex.set_bounds(column, branch.lower.clone(), branch.upper.clone());
            self.narrowed.push(column);
        }
    }

    /// The broken column to split: the one whose branches are likely to lose most.
    fn branching(&mut self) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for &column in &self.whole {
            let value = self.simplex.value_of(column);
            if value.is_integer() {
                continue;
            }
            let part = value - &value.floor();
            let score = self.losses.score(column, part.to_f64(), &mut self.simplex);
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
        let (lower, upper) = self.simplex.bounds(column);
        let (down, up) = (tree.nodes.len(), tree.nodes.len() + 1);
        let part_below = (self.simplex.value_of(column) - &at).to_f64();
        let part = |node: usize, way: Way, lower: &Rational, upper: &Rational| Open {
            value: value.clone(),
            node,
            way: Some(way),
            path: Some(Rc::new(Branch {
                column,
                lower: lower.clone(),
                upper: upper.clone(),
                before: open.path.clone(),
            })),
        };
        let low = part(down, Way { column, up: false, by: part_below }, lower, &at);
        let high = part(up, Way { column, up: true, by: 1.0 - part_below }, &above, upper);
        tree.nodes.push(TreeNode::Bounded(Rc::clone(duals)));
        tree.nodes.push(TreeNode::Bounded(Rc::clone(duals)));
        tree.nodes[open.node] = TreeNode::Split { column, at, down, up };
        if half { (low, high) } else { (high, low) }
    }
}
