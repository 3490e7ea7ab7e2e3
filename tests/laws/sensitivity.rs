//! Prices, the curve of the budget and what would have been needed: each against what comes out when the change it
//! speaks of is made.

use fordela::call::{Call, CallDraft, Limit};
use fordela::explain::{Wanted, needed};
use fordela::sensitivity::{EachWay, curve, prices, steps};
use fordela::{Answer, Money, Rational, Scenario, allocate, program};
use fordela_lp::exact::{Simplex, Status};
use fordela_proptest::tries;
use proptest::prelude::*;

use crate::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, call, effort};
use crate::oracle::Oracle;
use crate::value::allocated;

fn checked(draft: &CallDraft) -> Result<Call, TestCaseError> {
    draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))
}

/// Only limits that are sums of whole kronor, so that whole units cost nothing in the program.
fn whole_limits(mut draft: CallDraft) -> CallDraft {
    let is_money = |limit: Option<Limit>| limit.is_none_or(|limit| matches!(limit, Limit::Money(_)));
    draft.rules.retain(|rule| is_money(rule.at_least) && is_money(rule.at_most));
    draft
}

/// The best value of the divisible program of a call, from nothing.
fn relaxed(call: &Call) -> Option<Rational> {
    let program = program(call);
    let mut simplex = Simplex::new(&program);
    (simplex.solve(&effort()) == Ok(Status::Optimal)).then(|| simplex.value())
}

fn with_budget(call: &Call, budget: i64) -> Call {
    Scenario::named("").set("budget", budget.to_string()).apply(call).expect("a budget")
}

/// The value of the curve at a budget within it.
fn on_curve(found: &fordela::sensitivity::Curve, budget: &Rational) -> Option<Rational> {
    let after = found.corners.iter().position(|corner| corner.budget >= *budget)?;
    let corner = &found.corners[after];
    if corner.budget == *budget {
        return Some(corner.value.clone());
    }
    let before = found.corners.get(after.checked_sub(1)?)?;
    Some(before.value.clone() + (budget - &before.budget) * &found.stretches[after - 1].slope)
}

proptest! {
    #![proptest_config(tries(200))]

    // At every whole budget the curve is the best value of the program made for that budget.
    #[test]
    fn the_curve_is_the_value_of_every_budget(draft in call(DIVISIBLE).prop_map(whole_limits)) {
        let call = checked(&draft)?;
        let Some(found) = curve(&call, Money::ZERO, Money::new(30), &effort()).expect("within the effort") else {
            prop_assert!((0..=30).all(|budget| relaxed(&with_budget(&call, budget)).is_none()) || relaxed(&call).is_none());
            return Ok(());
        };
        for budget in 0..=30_i64 {
            let exact = relaxed(&with_budget(&call, budget));
            prop_assert_eq!(on_curve(&found, &Rational::from(budget)), exact, "at {}", budget);
        }
    }

    #[test]
    fn the_curve_is_concave_and_its_corners_are_corners(draft in call(FUNDS)) {
        let call = checked(&draft)?;
        let Some(found) = curve(&call, Money::ZERO, Money::new(40), &effort()).expect("within the effort") else { return Ok(()) };
        let slopes: Vec<&Rational> = found.stretches.iter().map(|stretch| &stretch.slope).collect();
        prop_assert!(slopes.windows(2).all(|pair| pair[0] > pair[1]), "{:?}", slopes);
        for (pair, stretch) in found.corners.windows(2).zip(&found.stretches) {
            let gained: Rational = stretch.gain.iter().map(|(_, by)| by.clone()).sum();
            let lost: Rational = stretch.lose.iter().map(|(_, by)| by.clone()).sum();
            let sum = |grants: &[Rational]| -> Rational { grants.iter().cloned().sum() };
            prop_assert_eq!(gained - lost, sum(&pair[1].grants) - sum(&pair[0].grants));
        }
    }

    // The prices that prove the bound lie between the slopes on either side, whatever the optimum.
    #[test]
    fn prices_each_way_enclose_every_price(draft in call(FUNDS).prop_map(whole_limits)) {
        let call = checked(&draft)?;
        let Some(verified) = allocated(&draft)? else { return Ok(()) };
        let Some(each_way) = prices(&call, &effort()).expect("within the effort") else { return Ok(()) };
        let proven = verified.prices().expect("a divisible call");
        let encloses = |each: &EachWay, price: &Rational| {
            each.more.as_ref().is_none_or(|more| more <= price) && each.less.as_ref().is_none_or(|less| less >= price)
        };
        for (c, price) in proven.cases.iter().enumerate() {
            prop_assert!(encloses(&each_way.cases[c], price), "{:?} {:?}", each_way.cases[c], price);
        }
    }

    // A krona more or less is worth no more than the slope there, and no less than the slope beyond.
    #[test]
    fn prices_of_the_budget_bound_what_a_krona_does(draft in call(DIVISIBLE).prop_map(whole_limits)) {
        let call = checked(&draft)?;
        let Some(each) = prices(&call, &effort()).expect("within the effort").and_then(|prices| prices.budget) else { return Ok(()) };
        let Some(here) = relaxed(&call) else { return Ok(()) };
        let budget: i64 = call.budget().to_string().parse().expect("whole kronor");
        let there = relaxed(&with_budget(&call, budget + 1));
        match (&each.more, there) {
            (Some(more), Some(there)) => prop_assert!(&there - &here <= *more),
            (None, there) => prop_assert_eq!(there, None),
            (Some(_), None) => {}
        }
        if budget > 0 && let (Some(less), Some(there)) = (&each.less, relaxed(&with_budget(&call, budget - 1))) {
            prop_assert!(&here - &there >= *less);
        }
    }

    // The steps are all the budgets at which the best of all allocations, tried one by one, is worth more.
    #[test]
    fn steps_are_where_the_value_rises(draft in call(CHOICES).prop_map(whole_limits)) {
        let call = checked(&draft)?;
        let found = steps(&call, Money::ZERO, Money::new(20), 50, &mut allocate).expect("steps");
        prop_assert_eq!(found.grain, Money::new(1));
        let mut expected: Vec<(i64, Rational)> = Vec::new();
        for budget in 0..=20_i64 {
            let best = Oracle::new(with_budget(&call, budget).draft()).best();
            if let Some(best) = best.filter(|best| expected.last().is_none_or(|(_, last)| best > last)) {
                expected.push((budget, best));
            }
        }
        let told: Vec<(i64, Rational)> =
            found.steps.iter().map(|step| (step.budget.to_string().parse().expect("kronor"), step.value.clone())).collect();
        prop_assert_eq!(told, expected);
    }

    // Told further apart, each step is the value at its budget, and none is missed by more than the distance.
    #[test]
    fn coarse_steps_are_values_of_their_budgets(draft in call(CHOICES).prop_map(whole_limits), most in 1_usize..4) {
        let call = checked(&draft)?;
        let all = steps(&call, Money::ZERO, Money::new(20), 50, &mut allocate).expect("steps").steps;
        let found = steps(&call, Money::ZERO, Money::new(20), most, &mut allocate).expect("steps");
        let grain = found.grain;
        prop_assert!(found.steps.len() <= most + 1);
        for step in &found.steps {
            let fine = all.iter().rev().find(|fine| fine.budget <= step.budget).expect("a step before");
            prop_assert_eq!(&fine.value, &step.value);
            prop_assert!(step.budget - fine.budget < grain);
        }
        prop_assert_eq!(found.steps.last().map(|step| &step.value), all.last().map(|step| &step.value));
    }

    // What is said to be needed is enough, and one step less is not.
    #[test]
    fn what_is_needed_is_enough_and_one_step_less_is_not(draft in call(ALL), all in any::<bool>(), which in 0_usize..5) {
        let call = checked(&draft)?;
        let Some(now) = allocated(&draft)? else { return Ok(()) };
        let a = which % draft.activities.len();
        let got = now.grants()[a].amount;
        if got >= call.all_of(a) {
            return Ok(());
        }
        let wanted = if all { Wanted::All } else { Wanted::More };
        let needed = needed(&call, &now, a, wanted, &mut allocate).expect("answers");
        let enough = |path: &str, value: String| -> bool {
            let path = path.replace("ID", &draft.activities[a].id);
            let Ok(call) = Scenario::named("").set(path, value).apply(&call) else { return false };
            let Ok(Answer::Allocated(verified)) = allocate(&call) else { return false };
            let grant = verified.grants()[a].amount;
            if all { grant >= call.all_of(a) } else { grant > got }
        };
        if let Some(budget) = needed.budget {
            prop_assert!(enough("budget", budget.to_string()));
            prop_assert!(!enough("budget", (budget - Money::new(1)).to_string()));
        }
        if let Some(ask) = needed.ask {
            prop_assert!(enough("activity.ID.ask", ask.to_string()));
            prop_assert!(!enough("activity.ID.ask", (ask + Money::new(1)).to_string()));
        }
        for (criterion, score) in draft.criteria.iter().zip(&needed.scores) {
            let Some(score) = score else { continue };
            let path = format!("activity.ID.score.{}", criterion.id);
            prop_assert!(enough(&path, score.to_string()));
            prop_assert!(!enough(&path, (score - rust_decimal::Decimal::new(1, 2)).to_string()));
        }
    }
}
