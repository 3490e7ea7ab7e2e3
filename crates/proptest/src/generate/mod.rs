//! Drafts of small calls that reach the hard cases: ties, crossing caps, tight floors, several funds, choices.

mod activity;
mod fund;
mod limit;
mod rule;
mod units;

use fordela::call::draft::{Applicant, Criterion, Fund, Rule};
use fordela::call::{CallDraft, Percent};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::calls::Calls;
use crate::feature::Feature;

pub(crate) use limit::limit;
pub use units::map_money;

fn activity(n: usize) -> String {
    format!("activity-{n}")
}

fn area(n: usize) -> String {
    format!("area-{n}")
}

fn board(n: usize) -> String {
    format!("board-{n}")
}

fn fund(n: usize) -> String {
    format!("fund-{n}")
}

fn tag(n: usize) -> String {
    format!("tag-{n}")
}

fn percent(number: i64) -> Percent {
    Percent::new(number.into())
}

/// Calls of what is wanted. Parts are drawn apart and put together last, so that each can be left out or made smaller
/// while the ids that the others name stay known.
pub(crate) fn drafts(calls: &Calls) -> BoxedStrategy<CallDraft> {
    let links = if calls.has(Feature::Links) { 0..2 } else { 0..1 };
    let place = 0..*calls.activity_count().end();
    let links = prop::collection::vec((place.clone(), place, any::<bool>()), links);
    let tiers = if calls.has(Feature::Diminishing) {
        prop_oneof![2 => Just(None), 1 => (1_i64..10).prop_map(Some)].boxed()
    } else {
        Just(None).boxed()
    };
    let reach = prop_oneof![2 => Just(0_i64), 1 => 1_i64..3];
    let made = calls.clone();
    let parts = (fund::funds(calls), activity::plans(calls), rule::rules(calls), links, tiers, reach);
    let drafts = parts.prop_map(move |(funds, plans, rules, links, tiers, reach)| {
        let mut draft = CallDraft::new("generated")
            .criterion(Criterion::new("need", 1, activity::most_need(&made)))
            .criterion(Criterion::new("reach", reach, 3));
        draft.applicants = (0..made.applicant_count()).map(|n| Applicant::new(board(n))).collect();
        draft.activities = activity::linked(activity::activities(&made, plans), &links).into();
        draft.rules = numbered(rules, &funds).into();
        draft.funds = funds.into();
        match tiers {
            Some(tenths) => {
                draft.diminishing(percent(tenths * 10), 1.into()).diminishing(Percent::WHOLE, Decimal::new(5, 1))
            }
            None => draft,
        }
    });
    if !calls.has(Feature::Units) {
        return drafts.boxed();
    }
    let units = prop_oneof![1 => Just(None), 3 => units::units().prop_map(Some)];
    let in_units = |(draft, units)| match units {
        Some(units) => units::in_units(draft, &units),
        None => draft,
    };
    (drafts, units).prop_map(in_units).boxed()
}

/// Rules with ids by their places, on the money of funds that there are; of a single fund, all money is meant.
fn numbered(rules: Vec<Rule>, funds: &[Fund]) -> Vec<Rule> {
    let one = |(n, mut rule): (usize, Rule)| {
        rule.selection.fund.retain(|id| funds.len() > 1 && funds.iter().any(|fund| fund.id == *id));
        Rule { id: format!("rule-{n}"), ..rule }
    };
    rules.into_iter().enumerate().map(one).collect()
}
