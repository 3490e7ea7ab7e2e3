//! A call in the order of its ids, and the way back.
//!
//! Calls that differ only in the order in which things are written are solved as the same call, so that
//! they have the same answer.

use std::collections::HashMap;

use crate::allocation::{Allocation, Grant};
use crate::call::{Call, Kind, LinkKind, Node};
use crate::conflict::Impossible;
use crate::prices::{Choice, Prices, Step};

/// A call in the order of its ids.
pub(crate) struct Ordered {
    pub(crate) call: Call,
    /// For every place in the ordered call, the place in the call as it is written.
    activities: Vec<usize>,
    lines: Vec<Vec<usize>>,
    funds: Vec<usize>,
    cases: Vec<usize>,
    links: Vec<usize>,
}

/// The places of things in the order of their ids.
fn by_id<'a, T>(things: &'a [T], id: impl Fn(&'a T) -> &'a str) -> Vec<usize> {
    let mut places: Vec<usize> = (0..things.len()).collect();
    places.sort_by_key(|&place| id(&things[place]));
    places
}

fn taken<T: Clone>(things: &[T], places: &[usize]) -> Vec<T> {
    places.iter().map(|&place| things[place].clone()).collect()
}

impl Ordered {
    /// The call in the order of its ids.
    pub(crate) fn of(call: &Call) -> Self {
        let mut draft = call.draft().clone();
        let funds = by_id(&draft.funds, |fund| &fund.id);
        let activities = by_id(&draft.activities, |activity| &activity.id);
        let criteria = by_id(&draft.criteria, |criterion| &criterion.id);
        let applicants = by_id(&draft.applicants, |applicant| &applicant.id);
        let rules = by_id(&draft.rules, |rule| &rule.id);
        draft.funds = taken(&draft.funds, &funds);
        draft.criteria = taken(&draft.criteria, &criteria);
        draft.applicants = taken(&draft.applicants, &applicants);
        draft.rules = taken(&draft.rules, &rules);
        draft.activities = taken(&draft.activities, &activities);
        let mut lines = Vec::with_capacity(draft.activities.len());
        for activity in &mut draft.activities {
            let places = by_id(&activity.lines, |line| &line.id);
            activity.lines = taken(&activity.lines, &places);
            activity.requires.sort();
            activity.excludes.sort();
            for line in &mut activity.lines {
                line.requires.sort();
                line.excludes.sort();
            }
            lines.push(places);
        }
        // What was a call stays one in another order.
        let ordered = draft.validate().unwrap_or_else(|_| call.clone());
        let cases = places(call.cases().len(), ordered.cases().len(), |c| case_key(call, c), |c| case_key(&ordered, c));
        let links = places(call.links().len(), ordered.links().len(), |l| link_key(call, l), |l| link_key(&ordered, l));
        Self { call: ordered, activities, lines, funds, cases, links }
    }

    /// The allocation in the order in which the call is written.
    pub(crate) fn allocation(&self, allocation: Allocation) -> Allocation {
        let mut grants = vec![Grant::default(); allocation.grants.len()];
        for (a, grant) in allocation.grants.into_iter().enumerate() {
            let mut by_fund: Vec<_> = grant.by_fund.iter().map(|(f, amount)| (self.funds[*f], *amount)).collect();
            by_fund.sort();
            let mut lines = vec![false; grant.lines.len()];
            for (l, granted) in grant.lines.iter().enumerate() {
                lines[self.lines[a][l]] = *granted;
            }
            grants[self.activities[a]] = Grant { amount: grant.amount, by_fund, lines };
        }
        let mut proof = allocation.proof;
        for step in &mut proof.steps {
            match step {
                Step::Split { choice, .. } => *choice = self.choice(*choice),
                Step::Bounded(prices) | Step::Impossible(prices) => *prices = self.prices(prices),
            }
        }
        Allocation { grants, proof }
    }

    /// The conflict in the order in which the call is written.
    pub(crate) fn impossible(&self, mut impossible: Impossible) -> Impossible {
        for case in &mut impossible.conflict {
            *case = self.cases[*case];
        }
        for relaxation in &mut impossible.cheapest_relaxation {
            relaxation.case = self.cases[relaxation.case];
        }
        impossible.conflict.sort_unstable();
        impossible.cheapest_relaxation.sort_by_key(|relaxation| relaxation.case);
        impossible
    }

    fn choice(&self, choice: Choice) -> Choice {
        match choice {
            Choice::Activity(a) => Choice::Activity(self.activities[a]),
            Choice::Level(a, level) => Choice::Level(self.activities[a], level),
            Choice::Line(a, line) => Choice::Line(self.activities[a], self.lines[a][line]),
        }
    }

    fn prices(&self, prices: &Prices) -> Prices {
        let back = |values: &[fordela_lp::Rational], places: &[usize]| {
            let mut written = vec![fordela_lp::Rational::ZERO; values.len()];
            for (value, &place) in values.iter().zip(places) {
                written[place] = value.clone();
            }
            written
        };
        Prices {
            funds: back(&prices.funds, &self.funds),
            cases: back(&prices.cases, &self.cases),
            links: back(&prices.links, &self.links),
        }
    }
}

/// For everything in the ordered call, the place of what has the same key in the call as written.
fn places<K: Eq + std::hash::Hash>(
    written: usize,
    ordered: usize,
    written_key: impl Fn(usize) -> K,
    ordered_key: impl Fn(usize) -> K,
) -> Vec<usize> {
    let at: HashMap<K, usize> = (0..written).map(|place| (written_key(place), place)).collect();
    (0..ordered).map(|place| at.get(&ordered_key(place)).copied().unwrap_or(place)).collect()
}

fn case_key(call: &Call, case: usize) -> (&str, Option<&str>, Kind) {
    let case = &call.cases()[case];
    (&call.draft().rules[case.rule].id, case.subject.as_deref(), case.kind)
}

fn link_key(call: &Call, link: usize) -> ([(&str, Option<&str>); 2], LinkKind) {
    let link = call.links()[link];
    let name = |node: Node| {
        let activity = &call.draft().activities[node.activity()];
        match node {
            Node::Activity(_) => (activity.id.as_str(), None),
            Node::Line(_, line) => (activity.id.as_str(), Some(activity.lines[line].id.as_str())),
        }
    };
    ([name(link.from), name(link.to)], link.kind)
}
