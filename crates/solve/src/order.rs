//! A call in the order of its ids, and the way back.
//!
//! Calls that differ only in the order in which things are written are solved as the same call, so that
//! they have the same answer.

use std::borrow::Cow;

use fordela_model::call::Order;
use fordela_model::call::draft::Over;
use fordela_model::prices::{Choice, Prices, Step};
use fordela_model::{Allocation, Call, Grant, LinePayment, Optimum, Shares};

use crate::conflict::{Impossible, KeptFloors, Relaxation};

/// A call in the order of its ids.
pub struct Ordered<'c> {
    /// The call.
    pub call: Cow<'c, Call>,
    order: Order,
}

impl<'c> Ordered<'c> {
    /// The call in the order of its ids; itself where it is written so.
    pub fn of(call: &'c Call) -> Self {
        let order = Order::by_id(call);
        let call = if order.is_as_written() { Cow::Borrowed(call) } else { Cow::Owned(call.in_order(&order)) };
        Self { call, order }
    }

    /// The allocation in the order in which the call is written.
    pub fn allocation(&self, allocation: Allocation) -> Allocation {
        let grants = self.written_grants(&allocation.grants);
        let mut proof = allocation.proof;
        for step in &mut proof.steps {
            match step {
                Step::Split { choice, .. } => *choice = self.choice(*choice),
                Step::Bounded(prices) | Step::Impossible(prices) => *prices = self.prices(prices),
            }
        }
        let shares = allocation.shares.map(|shares| Shares {
            exact: back(&shares.exact, &self.order.activities),
            whole: self.written_grants(&shares.whole),
            optima: shares.optima.iter().map(|optimum| self.optimum(optimum)).collect(),
        });
        Allocation { grants, proof, shares }
    }

    fn written_grants(&self, ordered: &[Grant]) -> Vec<Grant> {
        let mut grants = vec![Grant::default(); ordered.len()];
        for (a, grant) in ordered.iter().enumerate() {
            let mut by_fund: Vec<_> = grant.by_fund.iter().map(|(f, amount)| (self.order.funds[*f], *amount)).collect();
            by_fund.sort();
            let mut lines = vec![false; grant.lines.len()];
            for (l, granted) in grant.lines.iter().enumerate() {
                lines[self.order.lines[a][l]] = *granted;
            }
            let written = |paid: &LinePayment| LinePayment {
                line: self.order.lines[a][paid.line],
                fund: self.order.funds[paid.fund],
                amount: paid.amount,
            };
            let mut by_line: Vec<LinePayment> = grant.by_line.iter().map(written).collect();
            by_line.sort();
            grants[self.order.activities[a]] = Grant { amount: grant.amount, by_fund, by_line, lines };
        }
        grants
    }

    fn optimum(&self, optimum: &Optimum) -> Optimum {
        Optimum { weights: back(&optimum.weights, self.sharers()), prices: self.prices(&optimum.prices) }
    }

    /// The places of everybody who shares.
    fn sharers(&self) -> &[usize] {
        match self.call.draft().objective.over {
            Over::Activity => &self.order.activities,
            Over::Applicant => &self.order.applicants,
        }
    }

    /// The place in the call as it is written of an activity of the ordered one.
    pub fn written(&self, activity: usize) -> usize {
        self.order.activities[activity]
    }

    /// Grants as they are written, in the order of the ids; who pays is left out.
    pub fn grants(&self, grants: &[Grant]) -> Vec<Grant> {
        let ordered = |(a, &written): (usize, &usize)| {
            let Grant { amount, lines, .. } = &grants[written];
            let lines = self.order.lines[a].iter().filter_map(|&l| lines.get(l).copied()).collect();
            Grant { amount: *amount, lines, ..Grant::default() }
        };
        self.order.activities.iter().enumerate().map(ordered).collect()
    }

    /// The conflict and the ways out in the order in which the call is written.
    pub(crate) fn impossible(&self, impossible: Impossible) -> Impossible {
        let mut conflict: Vec<usize> = impossible.conflict.iter().map(|&case| self.order.cases[case]).collect();
        conflict.sort_unstable();
        let relaxations = |mut relaxations: Vec<Relaxation>| {
            relaxations.iter_mut().for_each(|relaxation| relaxation.case = self.order.cases[relaxation.case]);
            relaxations.sort_by_key(|relaxation| relaxation.case);
            relaxations
        };
        let even_cut = impossible.even_cut.map(|mut cut| {
            cut.floors.iter_mut().for_each(|lowered| lowered.rule = self.order.rules[lowered.rule]);
            cut.floors.sort_by_key(|lowered| lowered.rule);
            cut
        });
        let kept_floors = impossible.kept_floors.map(|KeptFloors { money, raised }| {
            let raised = relaxations(raised);
            KeptFloors { money, raised }
        });
        Impossible {
            conflict,
            cheapest: impossible.cheapest.map(relaxations),
            raised_caps: impossible.raised_caps.map(relaxations),
            even_cut,
            kept_floors,
            ..impossible
        }
    }

    fn choice(&self, choice: Choice) -> Choice {
        match choice {
            Choice::Activity(a) => Choice::Activity(self.order.activities[a]),
            Choice::Level(a, level) => Choice::Level(self.order.activities[a], level),
            Choice::Line(a, line) => Choice::Line(self.order.activities[a], self.order.lines[a][line]),
            Choice::Fund(a, fund) => Choice::Fund(self.order.activities[a], self.order.funds[fund]),
        }
    }

    /// Cases beyond those of the call are floors for everybody who shares.
    fn prices(&self, prices: &Prices) -> Prices {
        let own = self.order.cases.len().min(prices.cases.len());
        let mut cases = back(&prices.cases[..own], &self.order.cases);
        if own < prices.cases.len() {
            cases.extend(back(&prices.cases[own..], self.sharers()));
        }
        let place = |(a, f): &(usize, usize)| (self.order.activities[*a], self.order.funds[*f]);
        Prices {
            funds: back(&prices.funds, &self.order.funds),
            cases,
            links: back(&prices.links, &self.order.links),
            parts: prices.parts.iter().map(|(cell, price)| (place(cell), price.clone())).collect(),
        }
    }
}

/// Things in the order of a call as it is written.
fn back<T: Clone + Default>(things: &[T], places: &[usize]) -> Vec<T> {
    let mut written = vec![T::default(); things.len()];
    for (thing, &place) in things.iter().zip(places) {
        written[place] = thing.clone();
    }
    written
}
