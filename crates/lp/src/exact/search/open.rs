//! Parts of a program that are yet to be searched, and the ways there.

use std::cmp::Ordering;
use std::rc::Rc;

use fordela_num::Rational;

use crate::exact::pseudocosts::Way;

/// The least and the most that a column may be.
pub(super) type Bounds = (Rational, Rational);

/// A part of the program that is yet to be searched.
pub(super) struct Open {
    /// What its points are worth at most, as far as is known.
    pub(super) level: Rational,
    pub(super) node: usize,
    pub(super) path: Option<Rc<Branch>>,
    /// The last branch on the way, which the loss of value tells of.
    pub(super) way: Option<Way>,
}

impl Open {
    /// The whole program.
    pub(super) fn root() -> Self {
        Self { level: Rational::ZERO, node: 0, path: None, way: None }
    }
}

/// One branch taken on the way from the root.
pub(super) struct Branch {
    pub(super) column: usize,
    pub(super) bounds: Bounds,
    /// The bounds of the column before the branch.
    pub(super) outer: Bounds,
    pub(super) before: Option<Rc<Branch>>,
    pub(super) depth: usize,
}

/// How many branches lead to a part.
pub(super) fn depth(path: Option<&Rc<Branch>>) -> usize {
    path.map_or(0, |branch| branch.depth)
}

fn is_same(one: Option<&Rc<Branch>>, other: Option<&Rc<Branch>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
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

/// The best level first, then the newest node: a promise half kept is soonest tested.
impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        self.level.cmp(&other.level).then(self.node.cmp(&other.node))
    }
}

/// Where a relaxation stands: the part whose bounds its columns have.
#[derive(Default)]
pub(super) struct Stand {
    at: Option<Rc<Branch>>,
    /// The columns whose bounds are not those of the search, nor of a branch.
    narrowed: Vec<usize>,
}

impl Stand {
    /// Notes that the bounds of a column are no longer those that it was given here.
    pub(super) fn note(&mut self, column: usize) {
        self.narrowed.push(column);
    }

    /// Gives the columns the bounds of a part: back to where the ways part, and on from there. `root` are the bounds before all
    /// branches. Returns how many were given.
    pub(super) fn go_to(
        &mut self,
        path: Option<&Rc<Branch>>,
        root: &[Bounds],
        mut set: impl FnMut(usize, &Bounds),
    ) -> usize {
        let mut given = 0;
        if !self.narrowed.is_empty() {
            while self.go_back(&mut set) {
                given += 1;
            }
            given += self.narrowed.len();
            self.narrowed.drain(..).for_each(|column| set(column, &root[column]));
        }
        let mut onward = Vec::new();
        let mut to = path;
        while depth(to) > depth(self.at.as_ref()) || !is_same(to, self.at.as_ref()) {
            if depth(to) >= depth(self.at.as_ref()) {
                onward.extend(to);
                to = to.and_then(|branch| branch.before.as_ref());
            } else {
                self.go_back(&mut set);
            }
            given += 1;
        }
        onward.into_iter().rev().for_each(|branch| set(branch.column, &branch.bounds));
        self.at = path.cloned();
        given
    }

    /// Undoes the last branch, if there is one.
    fn go_back(&mut self, set: &mut impl FnMut(usize, &Bounds)) -> bool {
        let Some(branch) = self.at.take() else { return false };
        set(branch.column, &branch.outer);
        self.at.clone_from(&branch.before);
        true
    }
}
