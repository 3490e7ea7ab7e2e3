//! Prices, the curve of the budget and what would have been needed: each against what comes out when the change it
//! speaks of is made.

use fordela::call::{Call, CallDraft, Limit};
use fordela::sensitivity::{EachWay, curve, prices, steps};
use fordela::{Answer, Money, Rational, Scenario, SolveError, allocate, best, program};
use fordela_lp::exact::{Simplex, Status};
use fordela_oracle::answers::allocated;
use fordela_oracle::funds::generate::funded_call;
use fordela_oracle::generate::{CHOICES, DIVISIBLE, FUNDS, all_choices, call, effort, money, of_budget};
use fordela_oracle::oracle::{Oracle, hundredths};
use fordela_proptest::tries;
use proptest::prelude::*;

fn checked(draft: &CallDraft) -> Result<Call, TestCaseError> {
    draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))
}

/// Only limits that are sums of whole kronor, so that whole units cost nothing in the program.
fn whole_limits(mut draft: CallDraft) -> CallDraft {
    let is_money = |limit: Option<Limit>| limit.is_none_or(|limit| matches!(limit, Limit::Money(_)));
    draft.rules.retain(|rule| is_money(rule.at_least) && is_money(rule.at_most));
    draft
}

/// In units so small that tiers are whole, so that whole units cost nothing in the program.
fn whole_tiers(draft: CallDraft) -> CallDraft {
    CallDraft { unit: money(10), ..draft }
}

/// The best value of the divisible program of a call, from nothing.
fn relaxed(call: &Call) -> Option<Rational> {
    let call = whole_tiers(call.draft().clone()).validate().expect("the same call in smaller units");
    let program = program(&call);
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

/// What a budget gives: the value, and the grants.
fn given(call: &Call, budget: Money) -> (Option<Rational>, Vec<Money>) {
    let changed = Scenario::named("").set("budget", budget.to_string()).apply(call).expect("a budget that can be");
    match allocate(&changed).expect("an answer") {
        Answer::Allocated(verified) => {
            (Some(verified.value().clone()), verified.grants().iter().map(|grant| grant.amount).collect())
        }
        Answer::Impossible(_) => (None, Vec::new()),
    }
}

fn steps_are_those_of_every_budget(draft: &CallDraft) -> Result<(), TestCaseError> {
    let call = checked(draft)?;
    let found = steps(&call, Money::ZERO, Money::new(20), 1_000, &mut best, &effort()).expect("steps");
    prop_assert!(found.untried.is_empty() && found.is_finest);
    let grain = hundredths(found.grain);
    let mut expected: Vec<(Option<Rational>, Money, Money)> = Vec::new();
    let last = Money::new(20);
    let budgets = (0..=2_000_i64).step_by(usize::try_from(grain).expect("above zero")).map(money);
    for budget in budgets.chain([last]) {
        let (value, _) = given(&call, budget);
        match expected.last_mut().filter(|(before, ..)| *before == value) {
            Some((_, _, to)) => *to = budget,
            None => expected.push((value, budget, budget)),
        }
    }
    let mut told: Vec<(Option<Rational>, Money, Money)> =
        found.steps.iter().map(|step| (Some(step.value.clone()), step.budget, step.to)).collect();
    told.extend(found.impossible.iter().map(|&(from, to)| (None, from, to)));
    told.sort_by_key(|(_, from, _)| *from);
    prop_assert_eq!(told, expected);
    for step in found.steps {
        prop_assert_eq!(given(&call, step.budget).1, step.grants);
    }
    Ok(())
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
            let gained: Rational = stretch.shifts.iter().map(|shift| shift.by.clone()).filter(Rational::is_positive).sum();
            let lost: Rational = stretch.shifts.iter().map(|shift| -shift.by.clone()).filter(Rational::is_positive).sum();
            let sum = |grants: &[Rational]| -> Rational { grants.iter().cloned().sum() };
            prop_assert_eq!(gained - lost, sum(&pair[1].grants) - sum(&pair[0].grants));
        }
    }

    // The prices that prove the bound lie between the slopes on either side, whatever the optimum.
    #[test]
    fn prices_each_way_enclose_every_price(draft in call(FUNDS).prop_map(whole_limits).prop_map(whole_tiers)) {
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
        let found = steps(&call, Money::ZERO, Money::new(20), 50, &mut best, &effort()).expect("steps");
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

    // With limits in per cent of the budget the value may fall, and nothing may be possible between what is.
    #[test]
    fn steps_are_where_the_value_moves(draft in call(CHOICES).prop_flat_map(of_budget)) {
        steps_are_those_of_every_budget(&draft)?;
    }

    #[test]
    fn steps_of_whole_activities_are_too(draft in call(CHOICES).prop_map(all_choices).prop_flat_map(of_budget)) {
        steps_are_those_of_every_budget(&draft)?;
    }

    #[test]
    fn steps_of_several_funds_are_too(draft in funded_call()) {
        prop_assume!(draft.funds.iter().any(|fund| !fund.amount.is_zero()));
        steps_are_those_of_every_budget(&draft)?;
    }

    // Told further apart, each step is what its budget gives, and so is the last.
    #[test]
    fn coarse_steps_are_values_of_their_budgets(draft in call(CHOICES).prop_flat_map(of_budget), most in 1_usize..4) {
        let call = checked(&draft)?;
        let found = steps(&call, Money::ZERO, Money::new(20), most, &mut best, &effort()).expect("steps");
        prop_assert!(found.steps.len() + found.impossible.len() <= most + 1);
        for step in &found.steps {
            for budget in [step.budget, step.to] {
                prop_assert_eq!(given(&call, budget).0, Some(step.value.clone()));
            }
        }
        for (from, to) in found.impossible {
            prop_assert_eq!(given(&call, from).0.or(given(&call, to).0), None);
        }
        prop_assert_eq!(found.reached, Money::new(20));
    }

    // A budget that nothing can be said of in time is told as such, and what is told of the others holds.
    #[test]
    fn a_budget_that_is_too_hard_is_passed_over(
        draft in call(CHOICES).prop_flat_map(of_budget),
        hard in prop::collection::btree_set(0..=20_i64, 1..6),
    ) {
        let call = checked(&draft)?;
        // One of those that are looked at when budgets are tried far apart.
        let hard: Vec<Money> = hard.into_iter().filter(|budget| *budget != 10).map(Money::new).collect();
        let mut in_time = |call: &Call| if hard.contains(&call.budget()) { Err(SolveError::EffortSpent) } else { best(call) };
        let Ok(found) = steps(&call, Money::ZERO, Money::new(20), 5, &mut in_time, &effort()) else {
            return Err(TestCaseError::fail("the others are something"));
        };
        let is_untried = |budget: &Money| found.untried.iter().any(|(from, to)| from <= budget && budget <= to);
        let mut told: Vec<_> = found.steps.iter().map(|step| (step.budget, step.to, Some(step.value.clone()))).collect();
        told.extend(found.impossible.iter().map(|&(from, to)| (from, to, None)));
        let mut at = Money::ZERO;
        while at <= found.reached {
            let here = told.iter().find(|(from, to, _)| *from <= at && at <= *to);
            match here.filter(|_| !is_untried(&at)) {
                Some((_, _, value)) => prop_assert_eq!(&given(&call, at).0, value, "at {}", at),
                None => prop_assert!(is_untried(&at) || hard.contains(&at), "nothing is told of {}", at),
            }
            at = at + found.grain;
        }
    }
}
