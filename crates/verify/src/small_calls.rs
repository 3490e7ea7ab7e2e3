//! What small calls are made of, for the tables of what is checked in them. Grants are in whole kronor.

use fordela_model::call::draft::{Activity, Applicant, Criterion};
use fordela_model::call::{Percent, Selection};
use fordela_model::{Call, CallDraft, Grant};
use fordela_num::Money;

use crate::grants::violations;

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

/// Some activities.
pub(crate) fn only(ids: &[&str]) -> Selection {
    Selection { activity: ids.iter().map(|id| (*id).to_owned()).collect(), ..Selection::all() }
}

pub(crate) fn percent(number: i64) -> Percent {
    Percent::new(number.into())
}

pub(crate) fn checked(draft: CallDraft) -> Call {
    draft.validate().unwrap_or_else(|faults| unreachable!("{faults}"))
}

/// A grant, and what funds pay of it by their places.
pub(crate) fn grant(amount: i64, by_fund: &[(usize, i64)]) -> Grant {
    let by_fund = by_fund.iter().map(|&(fund, paid)| (fund, Money::new(paid))).collect();
    Grant { amount: Money::new(amount), by_fund, ..Grant::default() }
}

/// A grant that the first fund pays.
pub(crate) fn paid(amount: i64) -> Grant {
    grant(amount, &[(0, amount)])
}

pub(crate) fn nothing() -> Grant {
    Grant::default()
}

/// A name, a call, what is granted and who pays, and what that breaks.
pub(crate) type Case<'c> = (&'c str, CallDraft, Vec<Grant>, &'c [&'c str]);

pub(crate) fn check_broken<const N: usize>(cases: [Case<'_>; N]) {
    for (name, draft, grants, expected) in cases {
        let found: Vec<String> = violations(&checked(draft), &grants).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{name}");
    }
}
