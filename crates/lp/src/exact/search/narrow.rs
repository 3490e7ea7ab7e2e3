//! Columns that cannot be elsewhere at a point that is searched for.

use std::rc::Rc;

use fordela_num::Rational;

use super::open::Open;
use super::quick::Seen;
use super::rest::Rest;
use super::run::Run;
use super::{Found, Precision, Search, Tree, TreeNode};

/// Searching what is left by itself pays from so many columns that stay on, one in so many of all.
const FEW: usize = 4;

/// Columns that stay where they are at all points that are searched for.
pub(super) struct Stay {
    pub(super) columns: Vec<usize>,
    /// A point at which they are there.
    pub(super) point: Vec<Rational>,
    /// The prices of the rows by which they would lose too much elsewhere.
    prices: Rc<Vec<Rational>>,
}

impl Search<'_> {
    /// The best point, where one may be known. Columns that would lose too much elsewhere, by the prices of the relaxation, stay
    /// where they are (Crowder, Johnson & Padberg 1983), and the others are searched by themselves.
    pub(super) fn best_beside(&mut self, known: Option<(Rational, Vec<Rational>)>) -> Found {
        let run = Run::new(self.simplex.rows(), self.precision.clone(), known, None);
        let Some(stay) = self.stay(&run) else { return self.run(run, self.effort) };
        let mut rest = Rest::of(self, &stay.columns, &stay.point, self.effort);
        let (run, known) = run.elsewhere();
        let mut found = rest.search.run(run, self.effort);
        let better = found.point.take().filter(|part| !part.is_empty()).map(|part| rest.whole(&part));
        Found { point: better.or(known), tree: self.with_what_stays(&stay, &rest, found.tree), closed: found.closed }
    }

    /// The columns that stay at all points that a run searches for; `None` where they are few, or floats do not tell.
    fn stay(&mut self, run: &Run) -> Option<Stay> {
        let Seen::Bounded(value, prices) = self.look_quickly(&Open::root(), self.effort).ok()?? else { return None };
        if !run.is_promising(&value) {
            return None;
        }
        let mut point: Vec<Rational> = self.bounds.iter().map(|(lower, _)| lower.clone()).collect();
        let mut columns = Vec::new();
        for &column in &self.integers {
            let (lower, upper) = &self.bounds[column];
            let net = self.simplex.net(column, &prices);
            let loss = if net.is_negative() { &value + &net } else { &value - &net };
            if lower == upper || !run.is_promising(&loss) {
                point[column].clone_from(if net.is_positive() { upper } else { lower });
                columns.push(column);
            }
        }
        (columns.len() * FEW >= self.bounds.len()).then(|| Stay { columns, point, prices: Rc::new(prices) })
    }

    /// The tree that splits off what is lost where one of the columns that stay does not, and then is that of the rest.
    fn with_what_stays(&self, stay: &Stay, rest: &Rest<'_>, tree: Tree) -> Tree {
        let mut nodes = Vec::new();
        for &column in &stay.columns {
            let (lower, upper) = &self.bounds[column];
            let at = &stay.point[column];
            if lower == upper {
                continue;
            }
            let (on, off) = (nodes.len() + 2, nodes.len() + 1);
            nodes.push(if at == lower {
                TreeNode::Split { column, at: at.clone(), down: on, up: off }
            } else {
                TreeNode::Split { column, at: at - &Rational::ONE, down: off, up: on }
            });
            nodes.push(TreeNode::Bounded(Rc::clone(&stay.prices)));
        }
        let after = nodes.len();
        nodes.extend(tree.nodes.into_iter().map(|node| rest.whole_node(node, after)));
        Tree { nodes }
    }

    /// The columns that are at all points worth as much as this one where they are at it.
    pub fn same(&mut self, point: &[Rational]) -> Vec<usize> {
        self.stay_beside(point).map_or(Vec::new(), |stay| stay.columns)
    }

    /// The columns that stay at all points worth as much as this one; `None` where they are few, or floats do not tell.
    pub(super) fn stay_beside(&mut self, point: &[Rational]) -> Option<Stay> {
        let target = self.simplex.worth(point);
        let run = Run::new(self.simplex.rows(), Precision::Exact, None, Some(target));
        self.stay(&run)
    }
}
