//! What explanations say can be tried: limits are really moved, and ids really swapped.

use fordela::call::draft::CallDraft;
use fordela::call::{Call, Limit};
use fordela::explain::{Reason, reasons};
use fordela::sensitivity::{Bound, curve, moved, nearby};
use fordela::{Answer, Money, Party, Rational, Scenario, SolveError, allocate, best};
use fordela_oracle::generate::{CHOICES, DIVISIBLE, FUNDS, Kinds, call, effort, money, of_budget};
use fordela_oracle::oracle::hundredths;
use fordela_proptest::tries;
use proptest::prelude::*;

const UNITS: Kinds = Kinds { units: true, ..DIVISIBLE };

/// The exact grants of a call, by a program of its own; `None` where it is impossible or has no money.
fn exact(draft: &CallDraft) -> Option<Vec<Rational>> {
    let call = draft.clone().validate().expect("generated calls are calls");
    let budget = call.budget();
    Some(curve(&call, budget, budget, &effort()).expect("within the effort")?.corners.swap_remove(0).grants)
}

/// The limits that can be moved in the draft by this, and the drafts in which they are.
fn moves(call: &Call, by: Money) -> Vec<(Bound, CallDraft)> {
    let mut all = Vec::new();
    for fund in 0..call.draft().funds.len() {
        let mut draft = call.draft().clone();
        draft.funds[fund].amount = draft.funds[fund].amount + by;
        all.push((Bound::Fund(call.draft().funds[fund].id.clone()), draft));
    }
    for (c, case) in call.cases().iter().enumerate() {
        let mut draft = call.draft().clone();
        let rule = &mut draft.rules[case.rule];
        let is_alone = rule.each.is_none() && rule.at_least.is_some() != rule.at_most.is_some();
        let limit = rule.at_least.as_mut().or(rule.at_most.as_mut());
        if let (true, Some(Limit::Money(money))) = (is_alone, limit) {
            *money = *money + by;
            all.push((Bound::Case(call.case_id(c)), draft));
        }
    }
    all
}

fn as_if_really_moved(draft: &CallDraft, by: Money) -> Result<(), TestCaseError> {
    let call = draft.clone().validate().expect("generated calls are calls");
    let Some(here) = exact(draft) else { return Ok(()) };
    for (bound, draft) in moves(&call, by) {
        let moved = moved(&call, std::slice::from_ref(&bound), by, &effort())
            .expect("within the effort")
            .and_then(|mut moved| moved.swap_remove(0));
        let Some(there) = exact(&draft) else {
            prop_assert_eq!(moved, None, "{:?} can be moved", bound);
            continue;
        };
        let ids = draft.activities.iter().map(|activity| activity.id.clone());
        let changes = here.iter().zip(&there).map(|(before, after)| after - before);
        let mut expected: Vec<(String, Rational)> = ids.zip(changes).collect();
        expected.retain(|(_, change)| !change.is_zero());
        prop_assert_eq!(moved.map(|moved| moved.grants), Some(expected), "{:?}", bound);
    }
    Ok(())
}

/// The grants, where whole ones are found.
fn granted(draft: &CallDraft) -> Option<Vec<i64>> {
    let call = draft.clone().validate().expect("generated calls are calls");
    match allocate(&call) {
        Ok(Answer::Allocated(verified)) => Some(verified.grants().iter().map(|g| hundredths(g.amount)).collect()),
        Ok(Answer::Impossible(_)) | Err(SolveError::NotRounded) => None,
        Err(error) => panic!("{error}"),
    }
}

/// Every pair of activities that is said to share equally.
fn ties(draft: &CallDraft) -> Vec<(usize, usize)> {
    let call = draft.clone().validate().expect("generated calls are calls");
    let Ok(Answer::Allocated(verified)) = allocate(&call) else { return Vec::new() };
    let pairs = reasons(&call, &verified).into_iter().enumerate().flat_map(|(a, reason)| match reason {
        Reason::Tied { among } => {
            let others = among.iter().filter_map(|id| Party::Activity.place(&call, id));
            others.filter(|b| *b != a).map(|b| (a, b)).collect()
        }
        _ => Vec::new(),
    });
    pairs.collect()
}

fn swapped_ids_swap_nothing(draft: &CallDraft) -> Result<(), TestCaseError> {
    let unit = hundredths(draft.unit);
    for (a, b) in ties(draft) {
        let mut swapped = draft.clone();
        (swapped.activities[a].id, swapped.activities[b].id) =
            (draft.activities[b].id.clone(), draft.activities[a].id.clone());
        let (Some(before), Some(after)) = (granted(draft), granted(&swapped)) else { continue };
        for place in [a, b] {
            let apart = (before[place] - after[place]).abs();
            prop_assert!(apart <= unit, "{} gets {} instead of {}", place, after[place], before[place]);
        }
        if draft.activities[a].ask == draft.activities[b].ask {
            prop_assert!((before[a] - before[b]).abs() <= 2 * unit, "{} and {}", before[a], before[b]);
        }
    }
    Ok(())
}

/// The best value with a budget; `None` where nothing keeps all rules.
fn value_with(call: &Call, budget: Money) -> Option<Rational> {
    let changed = Scenario::named("").set("budget", budget.to_string()).apply(call).expect("a budget that can be");
    match allocate(&changed) {
        Ok(Answer::Allocated(verified)) => Some(verified.value().clone()),
        _ => None,
    }
}

/// The steps that are told, against the value of every budget: down to nothing, and up to some more than there is.
fn steps_are_the_nearest(draft: &CallDraft) -> Result<(), TestCaseError> {
    let call = draft.clone().validate().expect("generated calls are calls");
    let Ok(Answer::Allocated(now)) = allocate(&call) else { return Ok(()) };
    let to = call.budget() + Money::new(6);
    let nearby = nearby(&call, &now, to, &mut best, &effort()).expect("steps");
    let grain = hundredths(nearby.grain);
    let here = hundredths(call.budget());
    let (mut below, mut enough) = (None, here);
    for budget in (0..=(here - 1).div_euclid(grain)).rev().map(|n| n * grain) {
        let value = value_with(&call, money(budget));
        if value.as_ref() != Some(now.value()) {
            below = value;
            break;
        }
        enough = budget;
    }
    prop_assert_eq!(nearby.enough_untried, None);
    prop_assert_eq!(hundredths(nearby.enough), enough);
    prop_assert_eq!(nearby.below.map(|step| step.value), below);
    let mut larger = (here.div_euclid(grain) + 1..).map(|n| money(n * grain)).take_while(|budget| *budget <= to);
    let above = larger.find(|budget| value_with(&call, *budget).is_some_and(|value| value > *now.value()));
    prop_assert_eq!(nearby.above_untried, None);
    prop_assert_eq!(nearby.above.map(|step| step.budget), above);
    Ok(())
}

proptest! {
    #![proptest_config(tries(300))]

    #[test]
    fn a_limit_moved_by_a_sum_moves_grants_as_if_it_had_been_written_so(draft in call(UNITS), by in 1_i64..5) {
        as_if_really_moved(&draft, Money::new(by))?;
    }

    #[test]
    fn with_several_funds_too(draft in call(FUNDS), by in 1_i64..5) {
        as_if_really_moved(&draft, Money::new(by))?;
    }

    #[test]
    fn no_step_of_the_budget_is_nearer(draft in call(CHOICES)) {
        prop_assume!(draft.funds[0].amount > Money::ZERO);
        steps_are_the_nearest(&draft)?;
    }

    #[test]
    fn nor_is_one_with_limits_in_per_cent_of_it(draft in call(CHOICES).prop_flat_map(of_budget)) {
        prop_assume!(draft.funds[0].amount > Money::ZERO);
        steps_are_the_nearest(&draft)?;
    }

    #[test]
    fn who_shares_equally_does_so_under_other_ids(draft in call(UNITS)) {
        swapped_ids_swap_nothing(&draft)?;
    }

    #[test]
    fn with_several_funds_who_shares_equally_does_too(draft in call(FUNDS)) {
        swapped_ids_swap_nothing(&draft)?;
    }
}
