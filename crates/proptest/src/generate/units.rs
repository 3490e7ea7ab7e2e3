//! Amounts in units of other sizes than a krona.

use fordela::call::draft::Funding;
use fordela::call::{CallDraft, Limit};
use fordela::{Money, Rational};
use proptest::prelude::*;

/// Changes every amount of a call: those that must be whole units with `whole`, the others with `loose`.
///
/// The unit itself, whole asks, levels and the costs of lines must be whole; funds, limits and asks that can be divided
/// need not.
pub fn map_money(draft: &mut CallDraft, whole: &mut dyn FnMut(Money) -> Money, loose: &mut dyn FnMut(Money) -> Money) {
    draft.unit = whole(draft.unit);
    for fund in &mut draft.funds {
        fund.amount = loose(fund.amount);
    }
    for activity in &mut draft.activities {
        let is_loose = activity.funding == Funding::Partial && activity.lines.is_empty();
        activity.ask = activity.ask.map(|ask| if is_loose { loose(ask) } else { whole(ask) });
        for amount in activity.levels.iter_mut().chain(activity.lines.iter_mut().map(|line| &mut line.cost)) {
            *amount = whole(*amount);
        }
    }
    for limit in draft.rules.iter_mut().flat_map(|rule| [&mut rule.at_least, &mut rule.at_most]) {
        if let Some(Limit::Money(money)) = limit {
            *money = loose(*money);
        }
    }
}

/// A unit, and how far above whole units amounts lie, one after the other; in hundredths.
#[derive(Debug, Clone)]
pub(super) struct Units {
    unit: i64,
    over: Vec<Over>,
}

/// How far an amount lies above a whole unit.
#[derive(Debug, Clone, Copy)]
enum Over {
    Hundredths(i64),
    Half,
}

pub(super) fn units() -> impl Strategy<Value = Units> {
    let over = prop_oneof![
        3 => Just(Over::Hundredths(0)),
        1 => Just(Over::Half),
        1 => Just(Over::Hundredths(1)),
        1 => Just(Over::Hundredths(2)),
        1 => Just(Over::Hundredths(100)),
    ];
    let unit = prop_oneof![Just(100_i64), Just(50), Just(200), Just(300)];
    (unit, prop::collection::vec(over, 4..12)).prop_map(|(unit, over)| Units { unit, over })
}

/// The same call in such units. With several funds amounts lie at whole or half units: the ways to pay in finer ones
/// are too many to be tried one by one.
pub(super) fn in_units(mut draft: CallDraft, Units { unit, over }: &Units) -> CallDraft {
    let is_coarse = draft.funds.len() > 1;
    let mut over = over.iter().cycle().map(|over| match over {
        Over::Half => unit / 2,
        Over::Hundredths(n) if is_coarse => n % 2 * (unit / 2),
        Over::Hundredths(n) => n % unit,
    });
    let times = |amount: Money, over: i64| {
        let sum = amount.rational() * hundredths(*unit) + hundredths(over);
        // Generated amounts are far too small for an error.
        Money::rounded_half_even(&sum).unwrap_or(amount)
    };
    map_money(&mut draft, &mut |amount| times(amount, 0), &mut |amount| times(amount, over.next().unwrap_or(0)));
    draft
}

fn hundredths(count: i64) -> Rational {
    Rational::from(count) / Rational::from(100_i64)
}
