//! Impossible calls as reports.

use std::collections::BTreeSet;

use fordela::call::{CaseLimit, Kind, RuleCase};
use fordela::{Call, Impossible, Money, Rational};
use serde::Serialize;

use super::rule::Names;
use super::{CaseReport, decimals};

/// Why no allocation keeps all rules, and the cheapest way out.
#[derive(Debug, Clone, Serialize)]
pub struct Infeasible {
    /// The sum of the funds.
    pub budget: Money,
    /// All that is asked for.
    pub asked: Money,
    /// The caps and floors that cannot hold together; without any one of them, the others can.
    pub conflict: Vec<Conflicting>,
    /// What makes them clash, where that can be said in a few numbers.
    pub clash: Clash,
    /// The least money by which caps must be raised and floors lowered, in all.
    pub cheapest_relaxation: Vec<Relaxed>,
    /// The sum of that.
    pub relaxed_by: Money,
}

/// A cap or floor of a conflict.
#[derive(Debug, Clone, Serialize)]
pub struct Conflicting {
    /// The cap or floor.
    #[serde(flatten)]
    pub case: CaseReport,
    /// The limit in money, exact up to twelve decimals; `null` where it depends on what is granted.
    #[serde(serialize_with = "decimals::as_it_is_or_none")]
    pub limit: Option<Rational>,
}

/// A cap that is raised or a floor that is lowered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relaxed {
    /// The cap or floor.
    #[serde(flatten)]
    pub case: CaseReport,
    /// By how much.
    pub by: Money,
}

/// What makes the caps and floors of a conflict clash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "word", rename_all = "kebab-case")]
pub enum Clash {
    /// A floor is above all that its activities ask for.
    FloorAboveAsked {
        /// The floor.
        #[serde(serialize_with = "decimals::as_it_is")]
        floor: Rational,
        /// What its activities ask for.
        asked: Money,
    },
    /// A floor is above all the money that may pay for its activities.
    FloorAboveFunds {
        /// The floor.
        #[serde(serialize_with = "decimals::as_it_is")]
        floor: Rational,
        /// What the funds that may pay hold.
        funds: Money,
    },
    /// Floors on different activities are together above the budget.
    FloorsAboveBudget {
        /// The sum of the floors.
        #[serde(serialize_with = "decimals::as_it_is")]
        floors: Rational,
        /// The sum of the funds.
        budget: Money,
    },
    /// A floor, or floors on different activities, ask for more than a cap on the same activities leaves.
    FloorsAboveCap {
        /// The sum of the floors.
        #[serde(serialize_with = "decimals::as_it_is")]
        floors: Rational,
        /// The cap.
        #[serde(serialize_with = "decimals::as_it_is")]
        cap: Rational,
    },
    /// Nothing so simple.
    Together,
}

impl Infeasible {
    pub(super) fn new(call: &Call, impossible: &Impossible) -> Self {
        let names = Names::of(call);
        let cases: Vec<&RuleCase> = impossible.conflict.iter().map(|&c| &call.cases()[c]).collect();
        let conflict = impossible.conflict.iter().zip(&cases);
        let conflict = conflict.map(|(c, case)| Conflicting { case: names.case(*c), limit: fixed(case) });
        let relaxed = impossible.cheapest_relaxation.iter();
        let relaxed = relaxed.map(|relaxation| Relaxed { case: names.case(relaxation.case), by: relaxation.by });
        Self {
            budget: call.budget(),
            asked: call.asked(),
            conflict: conflict.collect(),
            clash: clash(call, &cases),
            cheapest_relaxation: relaxed.collect(),
            relaxed_by: impossible.cheapest_relaxation.iter().map(|relaxation| relaxation.by).sum(),
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
    let payers: BTreeSet<usize> = floor.activities.iter().flat_map(|&a| call.claims()[a].payers()).copied().collect();
    let funds: Money = payers.into_iter().filter(|&f| floor.counts_fund(f)).map(|f| call.draft().funds[f].amount).sum();
    if required > asked.rational() {
        Clash::FloorAboveAsked { floor: required, asked }
    } else if required > funds.rational() {
        Clash::FloorAboveFunds { floor: required, funds }
    } else {
        Clash::Together
    }
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
