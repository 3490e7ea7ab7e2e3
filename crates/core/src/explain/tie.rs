//! Activities that are worth as much as each other at the margin, so that equal shares settle their grants.

use std::collections::BTreeMap;

use fordela_lp::Rational;

use crate::call::Call;
use crate::prices::Prices;
use crate::verify::Verified;

/// The activities that get some money but not all, by what they are worth and what they are charged.
#[derive(Debug, Default)]
pub(super) struct Ties {
    groups: Vec<Vec<usize>>,
    /// The group of every activity that is in one.
    group: BTreeMap<usize, usize>,
}

impl Ties {
    /// None for a call with choices: there, a stated order settles ties.
    pub(super) fn of(call: &Call, verified: &Verified, counting: &[Vec<usize>]) -> Self {
        let Some(prices) = verified.prices().filter(|_| !call.has_choices()) else { return Self::default() };
        let mut equals: BTreeMap<(&Rational, Rational), Vec<usize>> = BTreeMap::new();
        for (a, claim) in call.claims().iter().enumerate() {
            let granted = verified.grants()[a].amount;
            if granted.is_zero() || claim.payers().is_empty() {
                continue;
            }
            equals.entry((claim.priority(), charge(call, prices, &counting[a], a))).or_default().push(a);
        }
        let groups: Vec<Vec<usize>> = equals.into_values().filter(|group| group.len() > 1).collect();
        let group = groups.iter().enumerate().flat_map(|(g, group)| group.iter().map(move |&a| (a, g))).collect();
        Self { groups, group }
    }

    /// The equals of an activity that get, like it, some of what they ask for, and as large a share of it, to a unit.
    /// None where the grant ends where a tier does: the money then ran out for the next tier, not among equals.
    pub(super) fn level(&self, call: &Call, verified: &Verified, a: usize) -> Vec<usize> {
        if !is_within_tier(call, verified, a) {
            return Vec::new();
        }
        let is_level = |&b: &usize| {
            let room = tolerance(call, a, b);
            (share(call, verified, a) - share(call, verified, b)).abs() <= room && is_within_tier(call, verified, b)
        };
        self.others(a).filter(is_level).collect()
    }

    /// The equals of an activity that get a larger share than it, by more than rounding.
    pub(super) fn ahead(&self, call: &Call, verified: &Verified, a: usize) -> Vec<usize> {
        let is_ahead = |&b: &usize| share(call, verified, b) - share(call, verified, a) > tolerance(call, a, b);
        self.others(a).filter(is_ahead).collect()
    }

    fn others(&self, a: usize) -> impl Iterator<Item = usize> {
        let group = self.group.get(&a).map_or(&[][..], |&g| &self.groups[g][..]);
        group.iter().copied().filter(move |&b| b != a)
    }
}

/// What the next krona to an activity is charged: the prices of what counts it, and the cheapest fund.
fn charge(call: &Call, prices: &Prices, counting: &[usize], a: usize) -> Rational {
    let cases: Rational = counting.iter().map(|&c| prices.cases[c].clone()).sum();
    let fund = call.claims()[a].payers().iter().map(|&f| prices.funds[f].clone()).min().unwrap_or(Rational::ZERO);
    cases + fund
}

fn share(call: &Call, verified: &Verified, a: usize) -> Rational {
    verified.grants()[a].amount.rational() / call.claims()[a].ask().rational()
}

/// How far apart equal shares may be when each grant is a whole number of units.
fn tolerance(call: &Call, a: usize, b: usize) -> Rational {
    let one = |a: usize| call.unit().rational() / call.claims()[a].ask().rational();
    one(a) + one(b)
}

/// Whether more of the ask would be worth as much as the last that is granted.
fn is_within_tier(call: &Call, verified: &Verified, a: usize) -> bool {
    let granted = verified.grants()[a].amount.whole_units(call.unit());
    let mut end = 0;
    let mut pieces = call.pieces(a).into_iter();
    pieces.any(|piece| {
        let start = end;
        end += piece.width;
        start < granted && granted < end
    })
}
