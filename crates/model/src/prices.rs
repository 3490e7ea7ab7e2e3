//! Prices (Lagrange multipliers), and the proofs made of them that no allocation is worth more than a bound.

use std::collections::BTreeMap;

use fordela_num::Rational;

use crate::call::Call;

/// A price for everything that is scarce or required (Lagrange multipliers): what one unit of the currency more is worth.
///
/// Any multipliers give a bound: see `verify`. What loosening one limit is worth is another thing: see the shadow prices of
/// `sensitivity`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Multipliers {
    /// For every fund, at least zero; in value per unit of the currency.
    pub funds: Vec<Rational>,
    /// For every cap at least zero, for every floor at most zero; in value per unit of the currency.
    pub cases: Vec<Rational>,
    /// For every link, at least zero; in value.
    pub links: Vec<Rational>,
    /// By activity and fund: what one unit of the currency more that the fund may carry of the activity is worth, at least
    /// zero; at most zero where it is the least part that it carries.
    pub parts: BTreeMap<(usize, usize), Rational>,
    /// For every cut of the proof, at least zero; in value. Those that are left out are free.
    pub cuts: Vec<Rational>,
}

impl Multipliers {
    /// Everything is free.
    pub fn none(call: &Call) -> Self {
        Self {
            funds: vec![Rational::ZERO; call.draft().funds.len()],
            cases: vec![Rational::ZERO; call.cases().len()],
            links: vec![Rational::ZERO; call.links().len()],
            parts: BTreeMap::new(),
            cuts: Vec::new(),
        }
    }
}

/// A limit on grants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// What some funds hold, for the activities that nobody else may pay for.
    Funds(Vec<usize>),
    /// A cap or a floor.
    Case(usize),
}

/// What follows from limits because activities are granted or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    /// What follows from one limit because activities get nothing, or so much at least: one that is granted whole takes its ask
    /// of the limit, and one that is granted in part its least share. Above a floor, those count that get nothing, and take what
    /// they would get at most.
    ///
    /// Whether it follows can be checked by working out what weights take at least, one activity after the other.
    Cover {
        /// The limit.
        of: Limit,
        /// A weight for some activities.
        weights: Vec<(usize, usize)>,
        /// The weights of the activities that count come to at most this.
        most: usize,
    },
    /// What follows from limits on activities that are granted whole or not, by rounding a weighted sum of them.
    ///
    /// With `x` 1 for what is granted, weights `w` and what each limit leaves, `s ≥ 0`, the sum is `Σ c·x + Σ n·s = b`, where
    /// `n` is `w` for a cap and `−w` for a floor. Flipped activities have `1 − x` in place of `x`. With `f = b − ⌊b⌋` and
    /// `F(c) = ⌊c⌋ + max(0, c − ⌊c⌋ − f)/(1 − f)` follows `Σ F(c)·x + Σ min(n, 0)/(1 − f)·s ≤ ⌊b⌋` (mixed-integer rounding:
    /// Nemhauser & Wolsey 1990).
    Rounding {
        /// The limits with their weights, per unit of the currency.
        of: Vec<(Limit, Rational)>,
        /// The activities that are flipped, in order.
        flipped: Vec<usize>,
    },
}

/// A choice that is taken or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// That an activity gets money.
    Activity(usize),
    /// That an activity gets just this of its levels.
    Level(usize, usize),
    /// That a line of an activity is granted.
    Line(usize, usize),
    /// That a fund pays for an activity.
    Fund(usize, usize),
}

impl Choice {
    /// The activity that it is about.
    #[must_use]
    pub fn activity(self) -> usize {
        match self {
            Self::Activity(activity) | Self::Level(activity, _) | Self::Line(activity, _) | Self::Fund(activity, _) => {
                activity
            }
        }
    }
}

/// One step of a [`Proof`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Either the choice is not taken, and the step `out` goes on, or it is, and `taken` does.
    Split {
        /// The choice.
        choice: Choice,
        /// The step for when it is not taken.
        out: usize,
        /// The step for when it is taken.
        taken: usize,
    },
    /// With these prices, nothing that is left is worth more than a bound.
    Bounded(Multipliers),
    /// With these prices and no value at all, the bound is below zero: nothing is left.
    Impossible(Multipliers),
}

/// Why no allocation is worth more than a bound: steps that anybody can check. The first is the root.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// The steps; a split comes before the steps it leads to.
    pub steps: Vec<Step>,
    /// What prices may count on beside the limits of the call.
    pub cuts: Vec<Cut>,
}

impl Proof {
    /// A proof by one set of prices.
    #[must_use]
    pub fn by(prices: Multipliers) -> Self {
        Self { steps: vec![Step::Bounded(prices)], ..Self::default() }
    }
}
