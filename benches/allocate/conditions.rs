//! Funds with conditions, for calls of any size.

use fordela::call::draft::{Each, Fund, Line, Rule, Unspent};
use fordela::call::{Base, Limit, Percent, Selection};
use fordela::{CallDraft, Money};

/// A part of an amount, in whole hundreds.
fn part(amount: Money, parts: i128) -> Money {
    let whole = amount.rational().to_i128().unwrap_or_default();
    Money::of_units(whole / (100 * parts), Money::new(100)).unwrap_or_default()
}

/// The call with its money in two funds: one pays only wages, and is repaid what is unspent; the other carries at most half
/// of an activity. A sixth of each ask is overheads, at most a tenth of an applicant's grant.
pub(crate) fn with_conditions(mut call: CallDraft) -> CallDraft {
    let budget = call.funds.iter().map(|fund| fund.amount).sum::<Money>();
    let state = part(budget, 2);
    call.funds = vec![
        Fund::new("state", state).pays_for(Selection::kind("wages")).unspent(Unspent::Repay),
        Fund::new("city", budget - state).max_part(Percent::new(50.into())),
    ]
    .into();
    for activity in &mut call.activities {
        let ask = activity.ask.take().unwrap_or_default();
        let overheads = part(ask, 6);
        activity.lines = vec![
            Line::new("wages", ask - overheads).kind("wages"),
            Line::new("overheads", overheads).kind("overheads"),
        ];
    }
    let tenth = Limit::Percent(Percent::new(10.into()), Base::OwnGrant);
    call.rule(Rule::new("overheads", Selection::kind("overheads")).each(Each::Applicant).at_most(tenth))
}
