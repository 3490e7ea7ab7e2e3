//! How much more money makes a call possible.

use fordela::call::draft::CallDraft;
use fordela::{Impossible, MoreMoney, Scenario, Way};
use fordela_oracle::generate::money;
use fordela_oracle::oracle::{Oracle, hundredths};
use proptest::prelude::*;

use super::{carried_out, is_possible, is_tried, moved, moving};

/// The call with another budget, all funds in proportion.
fn with_budget(draft: &CallDraft, hundredths: i64) -> CallDraft {
    let call = draft.clone().validate().expect("the call has been answered");
    let scenario = Scenario::named("budget").set("budget", money(hundredths).to_string());
    scenario.apply(&call).expect("a budget").draft().clone()
}

/// What budgets are told in: whole units, kronor or hundredths, as the present one is.
fn step(draft: &CallDraft, budget: i64) -> i64 {
    [hundredths(draft.unit), 100].into_iter().find(|step| budget % step == 0).unwrap_or(1)
}

/// More than this many larger budgets are not tried.
const MOST_BUDGETS: usize = 12;

/// No budget between the present one and the one that is told makes the call possible; none at all, where none is told.
pub(super) fn least_budget(draft: &CallDraft, reasons: &Impossible) -> Result<(), TestCaseError> {
    let present: i64 = draft.funds.iter().map(|fund| hundredths(fund.amount)).sum();
    let unit = hundredths(draft.unit);
    let step = if present % unit == 0 {
        unit
    } else if present % 100 == 0 {
        100
    } else {
        1
    };
    if present == 0 {
        prop_assert_eq!(&reasons.more_money, &Way::Pointless);
        return Ok(());
    }
    let told = reasons.more_money.found();
    let until = told.map_or(i64::MAX, |found| hundredths(found.change.budget));
    let larger = (1..).map(|n| present + n * step).take_while(|budget| *budget < until).take(MOST_BUDGETS);
    for budget in larger.filter(|budget| is_tried(&with_budget(draft, *budget))) {
        prop_assert!(!is_possible(&with_budget(draft, budget)), "a budget of {} hundredths is enough", budget);
    }
    let Some(found) = told else {
        prop_assert_eq!(&reasons.more_money, &Way::Closed);
        return Ok(());
    };
    let MoreMoney { budget, by } = found.change;
    prop_assert_eq!(hundredths(budget), present + hundredths(by));
    prop_assert!(found.is_least);
    carried_out(&with_budget(draft, hundredths(budget)), found.granted)
}

/// Where neither is enough: no smaller budget lets all floors be kept, even without any cap, nor any at all where none is
/// told.
pub(super) fn kept_floors(draft: &CallDraft, reasons: &Impossible) -> Result<(), TestCaseError> {
    if reasons.kept_floors == Way::Pointless {
        return Ok(());
    }
    prop_assert!(reasons.raised_caps.found().is_none() && reasons.more_money.found().is_none());
    let mut without_caps = draft.clone();
    without_caps.rules.iter_mut().for_each(|rule| rule.at_most = None);
    without_caps.rules.retain(|rule| rule.at_least.is_some());
    let present: i64 = draft.funds.iter().map(|fund| hundredths(fund.amount)).sum();
    let found = reasons.kept_floors.found();
    let until = found.map_or(i64::MAX, |found| hundredths(found.change.money.budget));
    let step = step(draft, present);
    let larger = (1..).map(|n| present + n * step).take_while(|budget| *budget < until).take(MOST_BUDGETS);
    for budget in larger.filter(|budget| is_tried(&with_budget(draft, *budget))) {
        prop_assert!(!is_possible(&with_budget(&without_caps, budget)), "{} hundredths are enough", budget);
    }
    let Some(found) = found else {
        prop_assert_eq!(&reasons.kept_floors, &Way::Closed);
        return Ok(());
    };
    let checks = Oracle::new(draft).checks;
    prop_assert!(found.is_least && moving(draft, &found.change.raised).iter().all(|case| !checks[*case].is_floor));
    carried_out(&moved(&with_budget(draft, until), &found.change.raised), found.granted)
}
