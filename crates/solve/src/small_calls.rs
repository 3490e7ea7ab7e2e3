//! What small calls are made of, for the tables of what each part does with them. Grants are in whole kronor.

use fordela_lp::exact::Effort;
use fordela_model::call::draft::{Activity, Applicant, Criterion};
use fordela_model::call::{Base, Limit, Percent, Selection};
use fordela_model::{Call, CallDraft};

use crate::EFFORT;
use crate::instance::Instance;

/// A call of the applicants `one` and `two` without money or activities.
pub(crate) fn call() -> CallDraft {
    CallDraft::new("small")
        .criterion(Criterion::new("need", 1, 4))
        .applicant(Applicant::new("one"))
        .applicant(Applicant::new("two"))
}

/// An activity of the applicant `one`; every krona of it is worth a fourth of its score.
pub(crate) fn asks(id: &str, ask: i64, score: i64) -> Activity {
    Activity::new(id, "one", ask).score("need", score)
}

/// The same of the applicant `two`.
pub(crate) fn two_asks(id: &str, ask: i64, score: i64) -> Activity {
    Activity::new(id, "two", ask).score("need", score)
}

/// Some activities.
pub(crate) fn only(ids: &[&str]) -> Selection {
    Selection { activity: ids.iter().map(|id| (*id).to_owned()).collect(), ..Selection::all() }
}

pub(crate) fn percent(number: i64) -> Percent {
    Percent::new(number.into())
}

/// A part of the budget.
pub(crate) fn of_budget(number: i64) -> Limit {
    Limit::Percent(percent(number), Base::Budget)
}

pub(crate) fn checked(draft: CallDraft) -> Call {
    draft.validate().unwrap_or_else(|faults| unreachable!("{faults}"))
}

pub(crate) fn instance(draft: CallDraft) -> Instance {
    Instance::of(&checked(draft))
}

pub(crate) fn enough() -> Effort<'static> {
    Effort::new(EFFORT, &|| false)
}
