//! Counterexamples are small, still fail, and keep the names of the call.

use fordela::axiom::{Axiom, Counterexample, Verdict, search, shrink, smaller_calls};
use fordela::call::CallDraft;
use fordela::call::draft::{Activity, Applicant, Criterion, Each, Fund, Rule};
use fordela::call::{Base, Limit, Percent, Selection};
use fordela::fairness::{AllocationRule, OwnSettings};
use fordela::{Call, Money};

use super::wrong::{WRONG, counterexample};

/// Simplifications written apart from those of the library: one activity, rule or applicant less, one amount or score
/// lower by one or halved.
fn simplifications(call: &Call) -> Vec<CallDraft> {
    let draft = call.draft();
    let mut all = Vec::new();
    let mut push = |change: &dyn Fn(&mut CallDraft)| {
        let mut draft = draft.clone();
        change(&mut draft);
        all.push(draft);
    };
    for a in 0..draft.activities.len() {
        if draft.activities.len() > 1 {
            push(&|draft| {
                draft.activities.remove(a);
            });
        }
        for less in [|n: i64| n - 1, |n: i64| n / 2] {
            push(&|draft| {
                let ask = draft.activities[a].ask.expect("an ask");
                draft.activities[a].ask = Some(lower(ask, less));
            });
            for score in draft.activities[a].scores.keys() {
                push(&|draft| {
                    let score = draft.activities[a].scores.get_mut(score).expect("a score");
                    *score = less(i64::try_from(*score).expect("small")).into();
                });
            }
        }
    }
    for f in 0..draft.funds.len() {
        for less in [|n: i64| n - 1, |n: i64| n / 2] {
            push(&|draft| draft.funds[f].amount = lower(draft.funds[f].amount, less));
        }
    }
    for r in 0..draft.rules.len() {
        push(&|draft| {
            draft.rules.remove(r);
        });
    }
    for applicant in 0..draft.applicants.len() {
        push(&|draft| {
            draft.applicants.remove(applicant);
        });
    }
    all.retain(|simpler| simpler != draft);
    all
}

fn lower(amount: Money, less: fn(i64) -> i64) -> Money {
    Money::new(less(i64::try_from(amount.decimal()).expect("a whole amount")))
}

fn is_smallest(rule: &dyn AllocationRule, found: &Counterexample) {
    assert!(found.axiom.check(rule, &found.call).is_some(), "{}: {:?}", rule.name(), found);
    assert_eq!(shrink(rule, found.clone()), *found);
    for simpler in simplifications(&found.call).into_iter().filter_map(|draft| draft.validate().ok()) {
        let still = found.axiom.check(rule, &simpler);
        assert!(still.is_none(), "{}: {} is not smallest: {:?}", rule.name(), found.axiom, still);
    }
}

#[test]
fn counterexamples_to_wrong_rules_are_smallest() {
    for (axiom, rule) in WRONG {
        is_smallest(rule, &counterexample(*axiom, rule));
    }
}

/// Nine activities in thousands of kronor, with rules, tags, tiers and two funds: whole activities break budget
/// monotonicity in it.
fn large() -> Call {
    let half = Limit::Percent(Percent::new(50.into()), Base::Asked);
    let mut draft = CallDraft::new("large")
        .unit(1_000)
        .fund(Fund::new("city", 300_000))
        .fund(Fund::new("state", 100_000).pays_for(Selection::tag("young")))
        .criterion(Criterion::new("need", 2, 3))
        .criterion(Criterion::new("reach", 1, 5))
        .rule(Rule::new("not-all", Selection::all()).each(Each::Applicant).at_most(400_000))
        .rule(Rule::new("the-young", Selection::tag("young")).at_most(half));
    for n in 0..3_i64 {
        draft = draft.applicant(Applicant::new(format!("board-{n}")));
    }
    for n in 0..9_i64 {
        let activity = Activity::new(format!("activity-{n}"), format!("board-{}", n % 3), 25_000 + 17_000 * n).whole();
        let activity = activity.score("need", n % 4).score("reach", n % 6);
        draft = draft.activity(if n % 2 == 0 { activity.tag("young") } else { activity });
    }
    draft.validate().expect("a call")
}

#[test]
fn a_large_call_shrinks_to_two_activities_with_their_names() {
    let large = large();
    let calls = std::iter::once(large.clone()).chain(smaller_calls(&large, 5, 2_000));
    let Verdict::Broken(found) = search(&OwnSettings, Axiom::BudgetMonotone, calls, 1_000) else {
        panic!("whole activities keep budget monotonicity");
    };
    is_smallest(&OwnSettings, &found);
    assert_eq!(found.size().0, 2);
    for activity in &found.call.draft().activities {
        let named = large.draft().activities.iter().find(|a| a.id == activity.id).expect("a name of the call");
        assert_eq!(named.applicant, activity.applicant);
    }
}
