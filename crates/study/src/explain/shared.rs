//! What settles a grant where money is shared, read from the sums that prove it.

use fordela_model::call::Kind;
use fordela_model::prices::Multipliers;
use fordela_model::{Call, Optimum, Party, Shares};
use fordela_verify::Verified;

use super::by_name::by_name;

/// The place of an activity among those who share.
fn sharer(call: &Call, a: usize) -> usize {
    match call.draft().objective.over {
        Party::Activity => a,
        Party::Applicant => call.claims()[a].applicant(),
    }
}

/// The sum that shows why an activity, or its applicant, gets no more.
fn own<'s>(call: &Call, shares: &'s Shares, a: usize) -> Option<&'s Optimum> {
    let sharer = sharer(call, a);
    shares.optima.iter().find(|optimum| optimum.weights.get(sharer).is_some_and(|weight| weight.is_positive()))
}

/// The cap that does most to hold an activity down, of the cases that count it.
pub(super) fn capped(call: &Call, verified: &Verified, shares: &Shares, a: usize, counting: &[usize]) -> Option<usize> {
    let own = own(call, shares, a);
    let price = |c: usize| own.map(|own| own.prices.cases[c].clone()).unwrap_or_default();
    let is_cap = |c: &usize| {
        let case = &call.cases()[*c];
        let holds = price(*c).is_positive() || case.lone_cap().is_some();
        case.kind == Kind::AtMost && verified.cases()[*c].binding && holds
    };
    let caps = counting.iter().copied().filter(is_cap);
    caps.max_by(|&one, &other| price(one).cmp(&price(other)).then(by_name(call, other, one)))
}

/// The floor that does most to hold an activity up, of the cases that count it: some who stand lower could get more
/// without it.
pub(super) fn lifted(call: &Call, verified: &Verified, shares: &Shares, a: usize, counting: &[usize]) -> Option<usize> {
    let sharer = sharer(call, a);
    let others = || shares.optima.iter().filter(|optimum| optimum.weights.get(sharer).is_some_and(|w| w.is_zero()));
    let is_floor = |c: &usize| {
        let case = &call.cases()[*c];
        let costs = others().any(|optimum| optimum.prices.cases[*c].is_negative());
        case.kind == Kind::AtLeast && verified.cases()[*c].binding && costs
    };
    counting.iter().copied().filter(is_floor).min_by(|&one, &other| by_name(call, one, other))
}

/// Whether an activity is held up by the part that everybody gets of what sharing gives.
pub(super) fn is_fair_part(call: &Call, prices: &Multipliers, a: usize) -> bool {
    prices.cases.get(call.cases().len() + sharer(call, a)).is_some_and(|price| price.is_negative())
}
