//! Caps and floors, by themselves and in families that cross.

use fordela::call::Selection;
use fordela::call::draft::{Each, Rule};
use proptest::prelude::*;
use proptest::sample::select;

use super::limit::{limit, low, tight};
use super::{area, board, fund, tag};
use crate::calls::Calls;
use crate::feature::Feature;

/// Activities by what they have in common.
pub(super) fn selection(calls: &Calls) -> impl Strategy<Value = Selection> + use<> {
    let (boards, areas) = (0..calls.applicant_count(), 0..calls.area_count());
    prop_oneof![
        2 => Just(Selection::all()),
        2 => boards.clone().prop_map(|n| Selection::applicant(board(n))),
        2 => areas.clone().prop_map(|n| Selection::area(area(n))),
        2 => (0_usize..2).prop_map(|n| Selection::tag(tag(n))),
        1 => (boards, areas).prop_map(|(b, a)| Selection { area: vec![area(a)], ..Selection::applicant(board(b)) }),
        1 => Just(Selection { tag: vec![tag(0), tag(1)], ..Selection::all() }),
    ]
}

/// Rules, without ids yet.
pub(super) fn rules(calls: &Calls) -> BoxedStrategy<Vec<Rule>> {
    if !calls.has(Feature::Caps) && !calls.has(Feature::Floors) {
        return Just(Vec::new()).boxed();
    }
    let mixed = prop::collection::vec(rule(calls), 0..4);
    if calls.has(Feature::Caps) && calls.has(Feature::CrossingCaps) {
        prop_oneof![2 => mixed, 1 => crossing(calls)].boxed()
    } else {
        mixed.boxed()
    }
}

fn rule(calls: &Calls) -> impl Strategy<Value = Rule> + use<> {
    let fund_rules = calls.has(Feature::FundRules);
    let mut once = vec![None; 4];
    once.extend([Each::Applicant, Each::Area, Each::Tag, Each::Activity].map(Some));
    if fund_rules {
        once.push(Some(Each::Fund));
    }
    let floor = match (calls.has(Feature::Caps), calls.has(Feature::Floors)) {
        (true, true) => prop::bool::weighted(0.3).boxed(),
        (_, only_floors) => Just(only_floors).boxed(),
    };
    // Above the number of funds the rule is for all of them.
    let of_fund = if fund_rules { 0_usize..8 } else { 7..8 };
    (selection(calls), select(once), limit(calls), low(calls), floor, of_fund).prop_map(
        |(mut selection, each, limit, low, floor, of_fund)| {
            if of_fund < 7 {
                selection.fund = vec![fund(of_fund)];
            }
            match each {
                Some(Each::Applicant) => selection.applicant.clear(),
                Some(Each::Area) => selection.area.clear(),
                Some(Each::Tag) => selection.tag.clear(),
                Some(Each::Fund) => selection.fund.clear(),
                Some(Each::Activity) | None => {}
            }
            let rule = Rule { each, ..Rule::new("", selection) };
            if floor { rule.at_least(low) } else { rule.at_most(limit) }
        },
    )
}

/// Caps on two families of selections that cross each other, low enough to bind.
fn crossing(calls: &Calls) -> impl Strategy<Value = Vec<Rule>> + use<> {
    let has_floor = if calls.has(Feature::Floors) { any::<bool>().boxed() } else { Just(false).boxed() };
    (tight(calls), tight(calls), low(calls), any::<bool>(), has_floor).prop_map(
        |(one, other, low, by_tag, has_floor)| {
            let each = |each: Each| Rule::new("", Selection::all()).each(each);
            let second = if by_tag { Each::Tag } else { Each::Applicant };
            let mut rules = vec![each(Each::Area).at_most(one), each(second).at_most(other)];
            if has_floor {
                rules.push(Rule::new("", Selection::tag(tag(0))).at_least(low));
            }
            rules
        },
    )
}
