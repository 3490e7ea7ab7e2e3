//! Calls in which more money can give less, and a larger ask what a smaller one does not.

use fordela::explain::{Needed, Wanted, needed};
use fordela::sensitivity::{Nearby, Steps, curve, nearby, steps};
use fordela::{Answer, Call, EFFORT, Effort, Money, Sought, Verified, allocate, best};

use super::{folder, fraction};

fn effort() -> Effort<'static> {
    Effort::new(EFFORT, &|| false)
}

/// A call of the folder, and its answer.
fn load(name: &str) -> (Call, Box<Verified>) {
    let path = folder().join("not-monotone").join(format!("{name}.toml"));
    let call = fordela_file::read_call(&path).unwrap_or_else(|error| panic!("{name}: {error}")).call;
    match allocate(&call).expect("an answer") {
        Answer::Allocated(verified) => (call, verified),
        Answer::Impossible(_) => panic!("{name} is possible"),
    }
}

fn wanted(name: &str, activity: usize, wanted: Wanted) -> Needed {
    let (call, now) = load(name);
    needed(&call, &now, activity, wanted, &mut best, &effort()).expect("answers")
}

fn near(name: &str) -> Nearby {
    let (call, now) = load(name);
    nearby(&call, &now, call.asked().max(call.budget()), &mut best, &effort()).expect("answers")
}

fn proven(amount: i64) -> Sought<Money> {
    Sought { found: Some(Money::new(amount)), untried: None }
}

fn frontier(name: &str, to: i64) -> Steps {
    steps(&load(name).0, Money::ZERO, Money::new(to), 100, &mut best, &effort()).expect("answers")
}

fn told(steps: &Steps) -> Vec<(String, String, String)> {
    let step =
        |step: &fordela::sensitivity::Step| (step.budget.to_string(), step.to.to_string(), step.value.to_string());
    steps.steps.iter().map(step).collect()
}

fn step(from: &str, to: &str, value: &str) -> (String, String, String) {
    (from.to_owned(), to.to_owned(), fraction(value).to_string())
}

#[test]
fn a_smaller_ask_may_be_granted_where_a_smaller_one_still_is_not() {
    assert_eq!(wanted("smaller-ask", 1, Wanted::All).ask, Some(proven(2)));
}

#[test]
fn a_smaller_budget_may_be_enough_where_a_larger_one_is_not() {
    let needed = wanted("smaller-ask", 0, Wanted::All);
    assert_eq!(needed.budget, proven(13));
    assert_eq!(needed.ask, Some(proven(6)));
}

#[test]
fn a_floor_in_per_cent_of_the_budget_leaves_few_budgets_that_are_enough() {
    assert_eq!(wanted("floor-in-percent-of-budget", 3, Wanted::More).budget, proven(21));
    assert_eq!(wanted("floor-in-percent-of-budget", 3, Wanted::All).budget, proven(25));
}

#[test]
fn the_value_rises_and_falls_under_a_floor_in_per_cent_of_the_budget() {
    let name = "floor-in-percent-of-budget-whole";
    let found = frontier(name, 26);
    let values = ["68/5", "139/10", "72/5", "149/10"];
    for (budget, value) in [20, 21, 22, 23].map(Money::new).into_iter().zip(values) {
        let step = found.steps.iter().find(|step| step.budget <= budget && budget <= step.to).expect("a value");
        assert_eq!(step.value, fraction(value), "at {budget}");
    }
    assert_eq!(found.impossible, [(Money::new(24), Money::new(26))]);
    assert_eq!(near(name).above.map(|step| step.budget), Some(Money::new(21)));
}

#[test]
fn possible_budgets_may_have_holes_between_them() {
    let found = frontier("holes", 12);
    assert_eq!(told(&found), [step("0", "0", "0"), step("8", "11", "8")]);
    assert_eq!(found.impossible, [(Money::new(1), Money::new(7)), (Money::new(12), Money::new(12))]);
    assert!(found.untried.is_empty());
    assert_eq!(found.reached, Money::new(12));
    let near = near("holes");
    assert_eq!((near.enough, near.below, near.above), (Money::new(8), None, None));
}

#[test]
fn a_budget_between_two_units_counts_where_a_limit_is_in_per_cent_of_it() {
    let near = near("budget-between-units");
    assert_eq!(near.enough, Money::new(728));
    assert_eq!(near.enough_untried, None);
    assert_eq!(near.below.map(|step| step.grants), Some(vec![Money::ZERO]));
}

#[test]
fn tiers_are_taken_as_they_are_written_on_the_curve() {
    // Half of an ask of 300 counts in full, in units of 100; and a floor of 3.50 is kept from there on.
    let (call, _) = load("tiers-within-units");
    let curve = curve(&call, Money::ZERO, Money::new(300), &effort()).expect("effort").expect("a curve");
    let at: Vec<(String, String)> =
        curve.corners.iter().map(|corner| (corner.budget.to_string(), corner.value.to_string())).collect();
    let corner = |budget: &str, value: &str| (budget.to_owned(), value.to_owned());
    assert_eq!(at, [corner("7/2", "7/2"), corner("150", "150"), corner("300", "225")]);
}
