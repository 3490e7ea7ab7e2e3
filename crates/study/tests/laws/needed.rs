//! What is said to be needed, against trying every score, ask and budget.

use fordela::call::CallDraft;
use fordela::explain::{Needed, Wanted, needed};
use fordela::{Answer, Call, Money, Scenario, SolveError, Sought, allocate, best};
use fordela_oracle::funds::generate::funded_call;
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, Kinds, all_choices, call, effort, money, of_budget};
use fordela_oracle::oracle::hundredths;
use fordela_oracle::seen::seen;
use fordela_proptest::{Feature, calls, tries};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// As many budgets as are tried one by one where none is said to be enough.
const MOST_BUDGETS: i64 = 60;

/// What an activity gets of a changed call, and all that it could get.
struct Tries<'c> {
    call: &'c Call,
    activity: usize,
    granted: Money,
}

impl Tries<'_> {
    /// Whether a call gives what is wanted.
    fn is_enough(&self, changed: Option<Call>, wanted: Wanted) -> bool {
        let Some(changed) = changed else { return false };
        let Ok(Answer::Allocated(verified)) = allocate(&changed) else { return false };
        let grant = verified.grants()[self.activity].amount;
        match wanted {
            Wanted::More => grant > self.granted,
            Wanted::All => grant >= changed.all_of(self.activity),
        }
    }

    fn with(&self, path: &str, value: impl ToString) -> Option<Call> {
        let path = path.replace("ID", &self.call.draft().activities[self.activity].id);
        Scenario::named("").set(path, value.to_string()).apply(self.call).ok()
    }

    fn budgets(&self, needed: &Needed) -> Result<(), TestCaseError> {
        let grain = hundredths(needed.budget_grain);
        let number = hundredths(self.call.budget()).div_euclid(grain) + 1;
        let mut budgets = (number..number + MOST_BUDGETS).map(|n| money(n * grain));
        let first = budgets.find(|&budget| self.is_enough(self.with("budget", budget), needed.wanted));
        let large = [1_000_i64, 100_000, 10_000_000].map(Money::new);
        match needed.budget {
            Sought { found, untried: None } => match (first, found) {
                (None, Some(found)) => {
                    prop_assert!(found >= money((number + MOST_BUDGETS) * grain));
                    prop_assert!(self.is_enough(self.with("budget", found), needed.wanted));
                    prop_assert!(!self.is_enough(self.with("budget", found - needed.budget_grain), needed.wanted));
                }
                (first, found) => {
                    prop_assert_eq!(found, first, "the smallest budget");
                    for budget in large.into_iter().filter(|_| first.is_none()) {
                        prop_assert!(!self.is_enough(self.with("budget", budget), needed.wanted), "however large");
                    }
                }
            },
            // What was not tried is told, and only there may be a smaller one.
            Sought { found, untried: Some((low, high)) } => {
                let is_open = |first: Money| found == Some(first) || (low..=high).contains(&first);
                prop_assert!(first.is_none_or(is_open), "{first:?} is neither {found:?} nor in {low:?}..{high:?}");
            }
        }
        Ok(())
    }

    fn asks(&self, needed: &Needed) -> Result<(), TestCaseError> {
        let Some(sought) = &needed.ask else { return Ok(()) };
        prop_assert!(sought.is_proven());
        let unit = hundredths(self.call.unit());
        let asked = hundredths(self.call.claims()[self.activity].ask());
        let mut smaller = (1..=(asked - 1).div_euclid(unit)).rev().map(|n| money(n * unit));
        let largest = smaller.find(|&ask| self.is_enough(self.with("activity.ID.ask", ask), needed.wanted));
        prop_assert_eq!(sought.found, largest, "the largest ask");
        Ok(())
    }

    fn scores(&self, needed: &Needed) -> Result<(), TestCaseError> {
        let draft = self.call.draft();
        for (criterion, sought) in draft.criteria.iter().zip(&needed.scores) {
            prop_assert_eq!(&sought.criterion, &criterion.id);
            prop_assert!(sought.score.is_proven());
            let now = draft.activities[self.activity].scores.get(&criterion.id).copied().unwrap_or_default();
            let first = (now * Decimal::ONE_HUNDRED).floor() + Decimal::ONE;
            let hundredth = |n: i64| (first + Decimal::from(n)) / Decimal::ONE_HUNDRED;
            let path = format!("activity.ID.score.{}", criterion.id);
            let mut higher = (0..).map(hundredth).take_while(|score| *score <= criterion.max);
            let lowest = higher.find(|score| self.is_enough(self.with(&path, score), needed.wanted));
            prop_assert_eq!(sought.score.found, lowest, "the lowest score");
        }
        Ok(())
    }
}

/// That what is needed is what trying everything says; scores too if asked for, which takes long.
fn is_needed(draft: &CallDraft, which: usize, scores: bool) -> Result<(), TestCaseError> {
    let call = draft.clone().validate().expect("generated calls are calls");
    let Ok(Answer::Allocated(now)) = allocate(&call) else { return Ok(()) };
    let activity = which % draft.activities.len();
    let granted = now.grants()[activity].amount;
    if granted >= call.all_of(activity) || call.budget().is_zero() {
        return Ok(());
    }
    let tries = Tries { call: &call, activity, granted };
    for wanted in [Wanted::All, Wanted::More] {
        let needed = needed(&call, &now, activity, wanted, &mut best, &effort()).expect("answers");
        tries.budgets(&needed)?;
        tries.asks(&needed)?;
        if scores {
            tries.scores(&needed)?;
        }
    }
    Ok(())
}

/// Where only so many calls with another budget are answered, what is said to be proven is so all the same.
fn is_needed_as_far_as_answered(draft: &CallDraft, which: usize, answers: usize) -> Result<(), TestCaseError> {
    let call = draft.clone().validate().expect("generated calls are calls");
    let Ok(Answer::Allocated(now)) = allocate(&call) else { return Ok(()) };
    let activity = which % draft.activities.len();
    let granted = now.grants()[activity].amount;
    if granted >= call.all_of(activity) || call.budget().is_zero() {
        return Ok(());
    }
    let mut left = answers;
    let mut some = |changed: &Call| {
        if changed.budget() != call.budget() {
            left = left.checked_sub(1).ok_or(SolveError::EffortSpent)?;
        }
        best(changed)
    };
    let needed = needed(&call, &now, activity, Wanted::More, &mut some, &effort()).expect("what was found until then");
    Tries { call: &call, activity, granted }.budgets(&needed)
}

/// Of small calls nearly all can be tried in full, so that what is told is proven.
#[test]
fn what_is_needed_in_small_calls_is_proven() {
    for kinds in [CHOICES, DIVISIBLE, FUNDS, UNITS] {
        let seen = seen(kinds, 50, |seen, _, call| {
            let Ok(Answer::Allocated(now)) = allocate(call) else { return };
            for activity in 0..now.grants().len() {
                let needed = needed(call, &now, activity, Wanted::All, &mut best, &effort()).expect("answers");
                seen.count("unproven", !needed.budget.is_proven());
            }
        });
        seen.at_most("unproven", 2);
    }
}

const UNITS: Kinds = Kinds { units: true, ..ALL };

fn parts_of_granted() -> impl Strategy<Value = CallDraft> {
    let of = calls().without([Feature::SeveralFunds]);
    of.prop_map(|generated| generated.call.draft().clone()).prop_filter("parts of what is granted", |draft| {
        draft.rules.iter().any(|rule| {
            let is_part = |limit: Option<fordela::call::Limit>| {
                matches!(limit, Some(fordela::call::Limit::Percent(_, fordela::call::Base::Granted)))
            };
            is_part(rule.at_least) || is_part(rule.at_most)
        })
    })
}

proptest! {
    #![proptest_config(tries(24))]

    #[test]
    fn of_whole_activities(draft in call(CHOICES).prop_map(all_choices), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn of_choices_beside_what_is_divided(draft in call(CHOICES), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn of_what_is_divided(draft in call(DIVISIBLE), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn with_floors_in_per_cent_of_the_budget(draft in call(DIVISIBLE).prop_flat_map(of_budget), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn with_such_floors_and_choices(draft in call(CHOICES).prop_flat_map(of_budget), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn with_such_floors_and_whole_activities(
        draft in call(CHOICES).prop_map(all_choices).prop_flat_map(of_budget), which in 0_usize..5
    ) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn with_limits_in_per_cent_of_what_is_granted(draft in parts_of_granted(), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn with_several_funds(draft in call(FUNDS), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn with_funds_that_carry_parts(draft in funded_call(), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }

    #[test]
    fn as_far_as_there_are_answers(
        draft in prop_oneof![call(CHOICES), call(DIVISIBLE), call(FUNDS)], which in 0_usize..5, answers in 0_usize..12
    ) {
        is_needed_as_far_as_answered(&draft, which, answers)?;
    }

    #[test]
    fn in_other_units(draft in call(UNITS), which in 0_usize..5) {
        is_needed(&draft, which, false)?;
    }
}

proptest! {
    #![proptest_config(tries(4))]

    #[test]
    fn scores_of_whole_activities(draft in call(CHOICES).prop_map(all_choices), which in 0_usize..5) {
        is_needed(&draft, which, true)?;
    }

    #[test]
    fn scores_of_choices_beside_what_is_divided(draft in call(CHOICES), which in 0_usize..5) {
        is_needed(&draft, which, true)?;
    }

    #[test]
    fn scores_of_what_is_divided(draft in call(DIVISIBLE), which in 0_usize..5) {
        is_needed(&draft, which, true)?;
    }

    #[test]
    fn scores_with_several_funds(draft in call(ALL), which in 0_usize..5) {
        is_needed(&draft, which, true)?;
    }
}
