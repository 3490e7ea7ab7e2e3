//! What besides caps and floors a conflict hangs on.

use fordela_lp::exact::{Effort, Simplex, Status};
use fordela_model::Call;
use fordela_model::call::Selection;
use fordela_model::call::draft::{Activity, CallDraft, Funding};
use fordela_num::Money;
use serde::Serialize;

use super::way::{Possible, is_possible};
use crate::formulate::{Limits, all, divisible};
use crate::instance::{CaseIx, Instance};

/// A sort of conditions of a call, beside its caps and floors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// How much the funds hold.
    Amounts,
    /// What the funds may pay for.
    Payers,
    /// Which parts of an activity funds carry, and which do not pay beside each other.
    Parts,
    /// That grants are whole units.
    Unit,
    /// That some activities are granted whole, by levels or lines, or from a least share.
    Choices,
    /// What requires or excludes what.
    Links,
}

const ALL: [Condition; 6] =
    [Condition::Amounts, Condition::Payers, Condition::Parts, Condition::Unit, Condition::Choices, Condition::Links];

/// The sorts of conditions without any one of which the caps and floors in conflict could be kept.
pub(super) fn conditions(call: &Call, instance: &Instance, conflict: &[CaseIx], effort: &Effort<'_>) -> Vec<Condition> {
    let is_needed = |condition: &Condition| {
        if *condition == Condition::Unit && !instance.has_choices() {
            return can_be_divided(&instance.clone().with_cases_of(instance, conflict), effort);
        }
        let without = without(call.draft(), *condition).and_then(|draft| draft.validate().ok());
        let without = without.map(|without| Instance::of(&without).with_cases_of(instance, conflict));
        without.is_some_and(|without| matches!(is_possible(&without, &effort.part(2)), Possible::Yes(_)))
    };
    ALL.into_iter().filter(is_needed).collect()
}

/// Whether the limits can be kept as they are written by amounts of any size.
fn can_be_divided(instance: &Instance, effort: &Effort<'_>) -> bool {
    let mut simplex = Simplex::new(&divisible(instance, &all(instance), Limits::AsWritten).program);
    simplex.solve(&effort.part(2)) == Ok(Status::Optimal)
}

/// The call without conditions of a sort; `None` where it has none.
fn without(draft: &CallDraft, condition: Condition) -> Option<CallDraft> {
    let mut other = draft.clone();
    let hundredth = Money::try_from(rust_decimal::Decimal::new(1, 2)).ok()?;
    match condition {
        Condition::Amounts => {
            let asked: Money = draft.activities.iter().filter_map(Activity::asked).sum();
            other.funds.iter_mut().for_each(|fund| fund.amount = fund.amount.max(asked));
        }
        Condition::Payers => other.funds.iter_mut().for_each(|fund| {
            fund.pays_for = Selection::all();
            (fund.period, fund.use_by) = (None, None);
        }),
        Condition::Parts => other.funds.iter_mut().for_each(|fund| {
            (fund.min_part, fund.max_part) = (None, None);
            fund.not_with.clear();
        }),
        Condition::Unit => other.unit = hundredth,
        Condition::Choices => other.activities.iter_mut().for_each(|activity| {
            activity.funding = Funding::Partial;
            activity.min_share = None;
            activity.levels.clear();
        }),
        Condition::Links => other.activities.iter_mut().for_each(|activity| {
            let own = activity.lines.iter_mut().flat_map(|line| [&mut line.requires, &mut line.excludes]);
            own.chain([&mut activity.requires, &mut activity.excludes]).for_each(Vec::clear);
        }),
    }
    (other != *draft).then_some(other)
}
