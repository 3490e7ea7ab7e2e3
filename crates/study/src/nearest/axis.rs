//! What is varied around what a call has.

use fordela_model::Call;
use fordela_model::call::draft::Criterion;
use fordela_num::Money;
use rust_decimal::Decimal;

use crate::sweep::{HUNDREDTH, Vary};

/// How many steps there are on each side.
const STEPS: u32 = 10;

/// A step of the budget is this part of it.
const BUDGET_STEP: Decimal = HUNDREDTH;

/// A step of a weight is this part of it.
const WEIGHT_STEP: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// Values around what a call has.
pub(super) struct Axis {
    pub(super) vary: Vary,
    /// The place of what the call has among the values.
    pub(super) own: usize,
}

impl Axis {
    /// The budget and the weights, in the order of the call.
    pub(super) fn all(call: &Call) -> Vec<Self> {
        let weights = call.draft().criteria.iter().filter_map(|criterion| Self::weight(call, criterion));
        Self::budget(call).into_iter().chain(weights).collect()
    }

    fn budget(call: &Call) -> Option<Self> {
        let budget = call.budget();
        let part = Money::try_from(budget.decimal().checked_mul(BUDGET_STEP)?).unwrap_or_default();
        let step = Money::of_units(part.whole_units(call.unit()).max(1), call.unit())?;
        Self::around(call, "budget", budget.decimal(), step.decimal())
    }

    fn weight(call: &Call, criterion: &Criterion) -> Option<Self> {
        // With one criterion a weight changes nothing.
        if call.draft().criteria.len() < 2 {
            return None;
        }
        let step = criterion.weight.checked_mul(WEIGHT_STEP)?.trunc_with_scale(HUNDREDTH.scale()).max(HUNDREDTH);
        Self::around(call, &format!("criterion.{}.weight", criterion.id), criterion.weight, step)
    }

    /// Steps down as long as something is left, and up.
    fn around(call: &Call, path: &str, now: Decimal, step: Decimal) -> Option<Self> {
        if now <= Decimal::ZERO {
            return None;
        }
        let down = (1..=STEPS).take_while(|&n| Decimal::from(n) * step <= now).count();
        let from = now.checked_sub(Decimal::from(down).checked_mul(step)?)?;
        let to = now.checked_add(Decimal::from(STEPS).checked_mul(step)?)?;
        let vary = Vary::parse_in(&format!("{path}={from}..{to}:{step}"), &call.draft().currency).ok()?;
        let own = vary.values().iter().position(|value| *value == now)?;
        Some(Self { vary, own })
    }
}
