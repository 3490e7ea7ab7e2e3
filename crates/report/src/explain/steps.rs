//! The steps of the budget that are nearest to it.

use fordela::sensitivity::{Nearby, Step};
use fordela::{Call, Money, Rational, Verified};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::{
    Names, Range,
    decimals::{As, Two},
};
use super::MoveReport;

/// How far the budget can move before the value does.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct StepsReport {
    /// The budget.
    pub budget: Money,
    /// How much smaller it can be with the same value, as have all budgets between.
    pub spare: Money,
    /// The budgets between of which not all were tried or ruled out; `null` where all were.
    pub spare_untried: Option<Range>,
    /// What happens when it is smaller by a grain more; `null` where nothing keeps all rules then.
    pub below: Option<StepReport>,
    /// The largest budget that was tried.
    pub tried_to: Money,
    /// The smallest larger budget with a higher value; `null` where none that was tried has one.
    pub above: Option<StepReport>,
    /// The larger budgets below that of which not all were tried or ruled out; `null` where all were.
    pub above_untried: Option<Range>,
    /// What budgets are told in whole multiples of.
    pub grain: Money,
}

/// Another budget, and what becomes of the grants.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct StepReport {
    /// The budget.
    pub budget: Money,
    /// It less the budget of the call.
    pub difference: Money,
    /// By how much the value rises. In JSON with two decimals.
    #[serde(with = "As::<Two>")]
    pub value: Rational,
    /// The grants that change.
    pub moves: Vec<MoveReport>,
}

impl StepsReport {
    /// The report on the steps that were found nearest to the budget of a call, up to a budget of `tried_to`.
    #[must_use]
    pub fn new(call: &Call, verified: &Verified, nearby: &Nearby, tried_to: Money) -> Self {
        let names = Names::of(call);
        let step = |step: &Step| StepReport::new(call, &names, verified, step);
        let range = |(from, to)| Range { from, to };
        Self {
            budget: call.budget(),
            spare: call.budget() - nearby.enough,
            spare_untried: nearby.enough_untried.map(range),
            below: nearby.below.as_ref().map(step),
            tried_to,
            above: nearby.above.as_ref().map(step),
            above_untried: nearby.above_untried.map(range),
            grain: nearby.grain,
        }
    }
}

impl StepReport {
    fn new(call: &Call, names: &Names<'_>, verified: &Verified, step: &Step) -> Self {
        let changes = verified.grants().iter().zip(&step.grants).map(|(now, then)| *then - now.amount);
        let changes = call.draft().activities.iter().zip(changes);
        let changes = changes.filter(|(_, by)| !by.is_zero());
        Self {
            budget: step.budget,
            difference: step.budget - call.budget(),
            value: &step.value - verified.value(),
            moves: changes.map(|(one, by)| MoveReport::new(names, &one.id, by.rational())).collect(),
        }
    }
}
