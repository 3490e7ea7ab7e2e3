use std::collections::BTreeMap;

use fordela_model::Scenario;
use fordela_model::call::Selection;
use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, Rule};
use fordela_solve::{Answer, allocate};

use super::*;

fn call() -> Call {
    CallDraft::new("A call")
        .fund(Fund::new("city", 700))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("culture"))
        .applicant(Applicant::new("leisure"))
        .activity(Activity::new("music", "culture", 500).score("need", 3))
        .activity(Activity::new("stage", "culture", 300).score("need", 2))
        .activity(Activity::new("camp", "leisure", 400).score("need", 1))
        .rule(Rule::new("cap", Selection::applicant("culture")).at_most(750))
        .rule(Rule::new("floor", Selection::applicant("leisure")).at_least(50))
        .validate()
        .expect("a valid call")
}

fn compared(scenario: &Scenario) -> Comparison {
    let old = call();
    let new = scenario.apply(&old).expect("a scenario that can be");
    let answers = (allocate(&old).expect("an answer"), allocate(&new).expect("an answer"));
    Comparison::new(&Side::answered(&old, &answers.0), &Side::answered(&new, &answers.1))
}

fn moves(comparison: &Comparison) -> Vec<(&str, CaseMove)> {
    comparison.cases.iter().map(|case| (case.case.rule.as_str(), case.what())).collect()
}

fn differences(items: &[ItemChange]) -> Vec<(&str, Option<Money>)> {
    items.iter().map(|item| (item.id.as_str(), item.granted().difference())).collect()
}

fn kronor(amount: i64) -> Option<Money> {
    Some(Money::new(amount))
}

#[test]
fn nothing_moves_when_nothing_is_changed() {
    let same = compared(&Scenario::named("nothing"));
    assert!(same.activities.iter().chain(&same.applicants).all(|item| !item.is_moved()));
    assert_eq!(moves(&same), [("cap", CaseMove::Unmoved), ("floor", CaseMove::Unmoved)]);
    assert_eq!(same.sums.value.difference(), Some(Rational::ZERO));
}

#[test]
fn more_money_moves_grants_and_rules() {
    let more = compared(&Scenario::named("more").set("budget", "1000"));
    assert_eq!(differences(&more.activities), [("music", kronor(0)), ("stage", kronor(100)), ("camp", kronor(200))]);
    assert_eq!(differences(&more.applicants), [("culture", kronor(100)), ("leisure", kronor(200))]);
    assert_eq!(moves(&more), [("cap", CaseMove::CameToBind), ("floor", CaseMove::CeasedToBind)]);
    assert_eq!(more.sums.budget.difference(), Money::new(300));
    assert_eq!(more.sums.unallocated.difference(), kronor(0));
}

#[test]
fn what_one_side_has_not_counts_as_nothing() {
    let fewer = compared(&Scenario::named("fewer").drop_rule("floor").drop_activity("music").forbid("camp"));
    assert_eq!(differences(&fewer.activities)[0], ("music", kronor(-500)));
    assert_eq!(fewer.activities[0].entry.new, None);
    assert_eq!(
        moves(&fewer),
        [("cap", CaseMove::Unmoved), ("floor", CaseMove::Dropped), ("forbid-camp", CaseMove::New)]
    );
    assert_eq!(fewer.sums.unallocated.new, kronor(400));
}

#[test]
fn an_impossible_side_has_no_grants() {
    let none = compared(&Scenario::named("too much").set("rule.floor.at_least", "800"));
    assert_eq!(differences(&none.activities)[0], ("music", None));
    assert_eq!(none.activities[0].asked().difference(), Money::ZERO);
    assert_eq!(none.sums.value.difference(), None);
    assert!(moves(&none).iter().all(|(_, what)| *what == CaseMove::Unmoved));
}

#[test]
fn grants_from_anywhere_are_compared() {
    let call = call();
    let Ok(Answer::Allocated(verified)) = allocate(&call) else { panic!("an allocation") };
    let computed = Side::allocated(&call, &verified);
    let ids = call.draft().activities.iter().map(|activity| activity.id.clone());
    let same: BTreeMap<String, Money> = ids.zip(verified.grants().iter().map(|grant| grant.amount)).collect();
    let same = Comparison::new(&computed, &Side::granted_by_id(&call, &same).expect("known ids"));
    assert!(same.activities.iter().all(|item| !item.is_moved()));
    assert!(same.cases.iter().all(|case| case.entry.old == case.entry.new));
    assert_eq!((same.sums.value.difference(), same.sums.gap.new.as_ref()), (Some(Rational::ZERO), None));

    let decided = BTreeMap::from([("music".to_owned(), Money::new(500)), ("stage".to_owned(), Money::new(300))]);
    let decided = Comparison::new(&computed, &Side::granted_by_id(&call, &decided).expect("known ids"));
    assert!(
        decided.cases.iter().all(|case| !case
            .entry
            .new
            .as_ref()
            .expect("a case")
            .standing
            .as_ref()
            .expect("a sum")
            .holds)
    );
    let unknown = BTreeMap::from([("musik".to_owned(), Money::ZERO)]);
    let unmatched = Side::granted_by_id(&call, &unknown).expect_err("an unknown id");
    assert_eq!(unmatched[0].to_string(), "there is no activity `musik` (did you mean `music`?)");
}

#[test]
fn sums_of_applicants_tell_what_follows_from_them() {
    let call = CallDraft::new("Two")
        .fund(Fund::new("city", 1_000))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("culture"))
        .applicant(Applicant::new("sport"))
        .activity(Activity::new("music", "culture", 500).score("need", 3).tag("young"))
        .activity(Activity::new("stage", "culture", 300).score("need", 2))
        .activity(Activity::new("ball", "sport", 400).score("need", 1).tag("young"))
        .rule(Rule::new("most", Selection::all()).each(Each::Applicant).at_most(450))
        .rule(Rule::new("young", Selection::tag("young")).at_least(100))
        .validate()
        .expect("a call");
    let grants = |culture: i64, sport: i64| {
        BTreeMap::from([("culture".to_owned(), Money::new(culture)), ("sport".to_owned(), Money::new(sport))])
    };
    let side = Side::granted_by_applicant(&call, &grants(460, 200)).expect("known ids");
    let granted: Vec<Option<Money>> = side.activities().iter().map(|entry| entry.granted).collect();
    assert_eq!(granted, [None, None, Some(Money::new(200))]);
    assert_eq!((side.value(), side.granted()), (None, Some(Money::new(660))));
    let holds = |side: &Side<'_>| (0..3).map(|c| side.standing(c).map(|one| one.holds)).collect::<Vec<_>>();
    assert_eq!(holds(&side), [Some(false), Some(true), None]);
    let nothing = Side::granted_by_applicant(&call, &grants(0, 200)).expect("known ids");
    assert_eq!(holds(&nothing), [Some(true), Some(true), Some(true)]);
    assert_eq!(nothing.value(), Some(&Rational::new(200, 3).expect("a fraction")));
    let unknown = BTreeMap::from([("sports".to_owned(), Money::ZERO)]);
    let unmatched = Side::granted_by_applicant(&call, &unknown).expect_err("an unknown id");
    assert_eq!(unmatched[0].to_string(), "there is no applicant `sports` (did you mean `sport`?)");
}
