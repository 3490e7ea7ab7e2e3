//! Branch and bound for integer columns, with a proof of how good the result is.

mod branching;
mod dive;
mod narrow;
mod near;
mod open;
mod quick;
mod rest;
mod run;
mod scaled;
mod settle;
mod trade;

use std::rc::Rc;

use fordela_num::Rational;

use super::effort::{Effort, Spent};
use super::pseudocosts::{Pseudocosts, Way};
use super::simplex::{Simplex, Status};
use crate::Program;
use branching::Broken;
use open::{Bounds, Branch, Open, Stand, depth};
use quick::{Quick, Seen};
use run::Run;

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
    /// The same in floats, where it pays to ask these first.
    quick: Option<Quick>,
    integers: Vec<usize>,
    precision: Precision,
    bounds: Vec<Bounds>,
    /// Where the simplex stands.
    stand: Stand,
    pseudocosts: Pseudocosts,
    /// What it takes to check a leaf of the tree.
    check: u64,
    effort: &'e Effort<'e>,
}

/// What solves a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Engine {
    Floats,
    Exact,
}

/// What became of a node.
enum Visited {
    Closed,
    /// It was split, and this branch is the one to go on with.
    Split(Open),
    /// The engine does not tell.
    Unclear,
}

impl<'e> Search<'e> {
    /// A search on the program, from where its simplex stands, and within the bounds that it has.
    #[must_use]
    pub fn new(program: &Program, simplex: Simplex, precision: Precision, effort: &'e Effort<'e>) -> Self {
        let integers: Vec<usize> = (0..program.columns().len()).filter(|&j| program.columns()[j].integer).collect();
        let bounds = (0..program.columns().len()).map(|column| {
            let (lower, upper) = simplex.bounds(column);
            (lower.clone(), upper.clone())
        });
        let bounds = bounds.collect();
        let pseudocosts = Pseudocosts::new(program.columns().len());
        let quick = if simplex.is_large() { Quick::new(&simplex, &integers) } else { None };
        let stand = Stand::default();
        Self { simplex, quick, integers, precision, bounds, stand, pseudocosts, check: 0, effort }
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

    /// A whole point that is soon found and seldom bad, if one is.
    pub fn first(&mut self) -> Option<Vec<Rational>> {
        self.dive()
    }

    /// The best whole point. `known` is a whole point that is known already, if one is.
    pub fn best(&mut self, known: Option<Vec<Rational>>) -> Found {
        let effort = self.effort;
        let worth = |search: &Self, point: Vec<Rational>| (search.simplex.worth(&point), point);
        let best = match known {
            Some(known) => Some(worth(self, known)),
            None => {
                let first = effort.patiently(|| self.dive()).map(|point| worth(self, point));
                self.improved(first)
            }
        };
        let found = self.best_beside(best);
        let leaves = u64::try_from(found.tree.nodes.len() / 2).unwrap_or(u64::MAX);
        self.effort.owe(self.check.saturating_mul(leaves));
        found
    }

    /// Notes that the bounds of a column are other ones.
    fn note(&mut self, column: usize) {
        self.stand.note(column);
        if let Some(quick) = &mut self.quick {
            quick.note(column);
        }
    }

    fn run(&mut self, mut run: Run, effort: &Effort<'_>) -> Found {
        while let Some(open) = run.next() {
            if effort.is_spent() {
                run.put(open);
                break;
            }
            match self.visit(&open, &mut run, effort) {
                Ok(near) => run.go_on(near),
                Err(Spent) => {
                    run.put(open);
                    break;
                }
            }
            if run.is_enough() {
                break;
            }
        }
        run.end()
    }

    /// Solves one node, in floats where these tell; when it must be split, returns the branch to go on with.
    fn visit(&mut self, open: &Open, run: &mut Run, effort: &Effort<'_>) -> Result<Option<Open>, Spent> {
        if let Some(seen) = self.look_quickly(open, effort)? {
            match self.judge(Engine::Floats, seen, open, run, effort) {
                Visited::Closed => return Ok(None),
                Visited::Split(near) => return Ok(Some(near)),
                Visited::Unclear => {}
            }
        }
        let seen = self.look_exactly(open, effort)?;
        match self.judge(Engine::Exact, seen, open, run, effort) {
            Visited::Split(near) => Ok(Some(near)),
            Visited::Closed | Visited::Unclear => Ok(None),
        }
    }

    fn look_quickly(&mut self, open: &Open, effort: &Effort<'_>) -> Result<Option<Seen>, Spent> {
        let Some(quick) = &mut self.quick else { return Ok(None) };
        let given = quick.go_to(open.path.as_ref(), &self.bounds);
        self.simplex.count_floats(given);
        let seen = quick.look(|looked_at| {
            self.simplex.count_floats(looked_at);
            self.simplex.pay(effort).is_ok()
        });
        self.simplex.pay(effort)?;
        Ok(seen)
    }

    fn look_exactly(&mut self, open: &Open, effort: &Effort<'_>) -> Result<Seen, Spent> {
        let simplex = &mut self.simplex;
        let given = self.stand.go_to(open.path.as_ref(), &self.bounds, |column, (lower, upper)| {
            simplex.set_bounds(column, lower.clone(), upper.clone());
        });
        simplex.count(given);
        Ok(match simplex.solve(effort)? {
            Status::Infeasible(weights) => Seen::Impossible(weights),
            Status::Optimal => Seen::Bounded(simplex.value(), simplex.duals()),
        })
    }

    /// Closes a node by what was seen of it, or splits it.
    fn judge(&mut self, engine: Engine, seen: Seen, open: &Open, run: &mut Run, effort: &Effort<'_>) -> Visited {
        // What is kept of a node, and what is looked at beside its solve.
        self.simplex.count(self.bounds.len() + self.simplex.rows());
        let (value, prices) = match seen {
            Seen::Impossible(weights) => {
                run.close(open.node, weights);
                return Visited::Closed;
            }
            Seen::Bounded(value, prices) => (value, prices),
        };
        run.bound(open.node, (value.clone(), Rc::new(prices)));
        if !run.is_promising(&value) {
            self.learn(open, &value);
            return Visited::Closed;
        }
        let Some(broken) = self.branching(engine, run.gap(&value), effort) else {
            if let Some((worth, point)) = self.point(engine) {
                run.take(worth, point);
            }
            let is_closed = engine == Engine::Exact || run.is_enough() || !run.is_promising(&value);
            return if is_closed { Visited::Closed } else { Visited::Unclear };
        };
        self.learn(open, &value);
        Visited::Split(self.split(broken, open, &value, run))
    }

    fn learn(&mut self, open: &Open, value: &Rational) {
        if let Some(way) = &open.way {
            self.pseudocosts.learn(way, value.to_f64());
        }
    }

    /// The whole point where an engine stands and its value, if it can tell.
    fn point(&self, engine: Engine) -> Option<(Rational, Vec<Rational>)> {
        match engine {
            Engine::Floats => self.quick.as_ref()?.point(),
            Engine::Exact => Some((self.simplex.value(), self.simplex.point())),
        }
    }

    /// Splits a node; returns the nearer branch, and leaves the other one for later.
    fn split(&self, Broken { column, at, part }: Broken, open: &Open, value: &Rational, run: &mut Run) -> Open {
        let (down, up) = run.split(open.node, column, at.clone());
        let outer = self.outer(column, open.path.as_ref()).clone();
        let (level, from) = (run.level(value), value.to_f64());
        let branch = |node: usize, way: Way, bounds: Bounds| Open {
            level: level.clone(),
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
        let above = &at + &Rational::ONE;
        let low = branch(down, Way { column, up: false, by: part, from }, (outer.0.clone(), at));
        let high = branch(up, Way { column, up: true, by: 1.0 - part, from }, (above, outer.1.clone()));
        let (near, far) = if part < 0.5 { (low, high) } else { (high, low) };
        run.put(far);
        near
    }

    /// The bounds of a column in a part.
    fn outer<'b>(&'b self, column: usize, path: Option<&'b Rc<Branch>>) -> &'b Bounds {
        let mut next = path;
        while let Some(branch) = next {
            if branch.column == column {
                return &branch.bounds;
            }
            next = branch.before.as_ref();
        }
        &self.bounds[column]
    }
}
