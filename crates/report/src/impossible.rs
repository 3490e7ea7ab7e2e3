//! Impossible calls as reports: which caps and floors conflict, and why.

use std::collections::BTreeSet;

use fordela::call::{CaseLimit, Kind, RuleCase};
use fordela::{Call, Condition, Impossible, Money, Proven, Rational};
use schemars::JsonSchema;
use serde::Serialize;

use super::Names;
use super::way_out::{Relaxed, WaysOut};
use super::{
    CaseReport,
    decimals::{As, Exact, OrNone},
};

/// Why no allocation keeps all rules, and the ways out.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct Infeasible {
    /// The sum of the funds.
    pub budget: Money,
    /// All that is asked for.
    pub asked: Money,
    /// The caps and floors that cannot hold together.
    pub conflict: Vec<Conflicting>,
    /// What is proven of them.
    pub conflict_is: Proven,
    /// What makes them clash, where that can be said in a few numbers.
    pub clash: Clash,
    /// The other conditions of the call without any sort of which these caps and floors could be kept.
    pub conditions: Vec<Condition>,
    /// The least money by which caps must be raised and floors lowered, in all.
    pub cheapest_relaxation: Vec<Relaxed>,
    /// The sum of that, rounded up to hundredths.
    pub relaxed_by: Money,
    /// What could be changed for the call to be possible.
    pub ways_out: WaysOut,
}

/// A cap or floor of a conflict.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct Conflicting {
    /// The cap or floor.
    #[serde(flatten)]
    pub case: CaseReport,
    /// The limit in money, exact up to twelve decimals; `null` where it depends on what is granted.
    #[serde(with = "OrNone::<Exact>")]
    pub limit: Option<Rational>,
}

/// What makes the caps and floors of a conflict clash.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(tag = "word", rename_all = "kebab-case")]
pub enum Clash {
    /// A floor is above all that its activities ask for.
    FloorAboveAsked {
        /// The floor.
        #[serde(with = "As::<Exact>")]
        floor: Rational,
        /// What its activities ask for.
        asked: Money,
    },
    /// A floor is above all the money that may pay for its activities.
    FloorAboveFunds {
        /// The floor.
        #[serde(with = "As::<Exact>")]
        floor: Rational,
        /// What the funds that may pay hold.
        funds: Money,
    },
    /// Floors on different activities are together above all the money that may pay for them.
    FloorsAboveFunds {
        /// The sum of the floors.
        #[serde(with = "As::<Exact>")]
        floors: Rational,
        /// What the funds that may pay hold.
        funds: Money,
    },
    /// Floors on different activities are together above the budget.
    FloorsAboveBudget {
        /// The sum of the floors.
        #[serde(with = "As::<Exact>")]
        floors: Rational,
        /// The sum of the funds.
        budget: Money,
    },
    /// A floor, or floors on different activities, ask for more than a cap on the same activities leaves.
    FloorsAboveCap {
        /// The sum of the floors.
        #[serde(with = "As::<Exact>")]
        floors: Rational,
        /// The cap.
        #[serde(with = "As::<Exact>")]
        cap: Rational,
    },
    /// Nothing so simple.
    Together,
}

impl Infeasible {
    pub(super) fn new(call: &Call, impossible: &Impossible) -> Self {
        let names = Names::of(call);
        let places = impossible.conflict.iter().filter_map(|case| call.case_at(case));
        let cases: Vec<&RuleCase> = places.map(|c| &call.cases()[c]).collect();
        let conflict = impossible.conflict.iter().zip(&cases);
        let conflict = conflict.map(|(id, case)| Conflicting { case: names.case(id), limit: fixed(case) });
        let ways_out = WaysOut::new(call, &names, impossible);
        let cheapest = ways_out.cheapest.change();
        Self {
            budget: call.budget(),
            asked: call.asked(),
            conflict: conflict.collect(),
            conflict_is: impossible.proven,
            clash: clash(call, &cases),
            conditions: impossible.conditions.clone(),
            cheapest_relaxation: cheapest.map(|moves| moves.changes.clone()).unwrap_or_default(),
            relaxed_by: cheapest.map(|moves| moves.by).unwrap_or_default(),
            ways_out,
        }
    }
}

fn fixed(case: &RuleCase) -> Option<Rational> {
    match &case.limit {
        CaseLimit::Fixed(limit) => Some(limit.clone()),
        CaseLimit::PartOfGranted(_) | CaseLimit::PartOfOwn { .. } => None,
    }
}

fn clash(call: &Call, cases: &[&RuleCase]) -> Clash {
    let (floors, caps): (Vec<&RuleCase>, Vec<&RuleCase>) = cases.iter().partition(|case| case.kind == Kind::AtLeast);
    let Some(limits) = floors.iter().map(|floor| fixed(floor)).collect::<Option<Vec<_>>>() else {
        return Clash::Together;
    };
    let required: Rational = limits.iter().sum();
    match (&floors[..], &caps[..]) {
        ([floor], []) => lone(call, floor, required),
        (floors, []) if are_apart(floors) && required > call.budget().rational() => {
            Clash::FloorsAboveBudget { floors: required, budget: call.budget() }
        }
        (floors, []) if are_apart(floors) && required > held(call, floors).rational() => {
            Clash::FloorsAboveFunds { floors: required, funds: held(call, floors) }
        }
        (floors, [cap]) if are_apart(floors) && floors.iter().all(|floor| lies_within(floor, cap)) => {
            match fixed(cap) {
                Some(cap) if required > cap => Clash::FloorsAboveCap { floors: required, cap },
                _ => Clash::Together,
            }
        }
        _ => Clash::Together,
    }
}

fn lone(call: &Call, floor: &RuleCase, required: Rational) -> Clash {
    let asked: Money = floor.activities.iter().map(|&a| call.claims()[a].ask()).sum();
    let funds = held(call, &[floor]);
    if required > asked.rational() {
        Clash::FloorAboveAsked { floor: required, asked }
    } else if required > funds.rational() {
        Clash::FloorAboveFunds { floor: required, funds }
    } else {
        Clash::Together
    }
}

/// What the funds hold whose money counts for some of the floors.
fn held(call: &Call, floors: &[&RuleCase]) -> Money {
    let payers = |floor: &&RuleCase| -> Vec<usize> {
        let payers = floor.activities.iter().flat_map(|&a| call.claims()[a].payers());
        payers.copied().filter(|&f| floor.counts_fund(f)).collect()
    };
    let payers: BTreeSet<usize> = floors.iter().flat_map(payers).collect();
    payers.into_iter().map(|f| call.draft().funds[f].amount).sum()
}

/// Whether no activity is counted by two of the cases, so that their limits can be summed.
fn are_apart(cases: &[&RuleCase]) -> bool {
    let mut seen = BTreeSet::new();
    cases.iter().flat_map(|case| &case.activities).all(|a| seen.insert(*a))
}

/// Whether all that the floor counts is counted by the cap.
fn lies_within(floor: &RuleCase, cap: &RuleCase) -> bool {
    let activities = floor.activities.iter().all(|a| cap.activities.binary_search(a).is_ok());
    let funds = match (&floor.funds, &cap.funds) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(floor), Some(cap)) => floor.iter().all(|f| cap.contains(f)),
    };
    activities && funds
}
