use std::collections::BTreeMap;

use fordela_lint::PersonalData;
use fordela_model::call::Selection;
use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Rule};
use fordela_model::{Call, date};
use fordela_solve::{Answer, allocate};

use super::*;

/// Suggested are 500, 200 and 0, worth 500 + 2/3 · 200.
fn call() -> Call {
    CallDraft::new("A call")
        .fund(Fund::new("city", 700))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("culture"))
        .applicant(Applicant::new("leisure"))
        .activity(Activity::new("music", "culture", 500).score("need", 3))
        .activity(Activity::new("stage", "culture", 300).score("need", 2))
        .activity(Activity::new("camp", "leisure", 400).score("need", 1))
        .validate()
        .expect("a valid call")
}

fn grants(list: &[(&str, i64)]) -> BTreeMap<String, Money> {
    list.iter().map(|(id, amount)| ((*id).to_owned(), Money::new(*amount))).collect()
}

fn found(call: &Call, answer: &Answer, list: &[(&str, i64)], by: Party) -> Option<Deviations> {
    let decided = match by {
        Party::Activity => Side::granted_by_id(call, &grants(list)),
        Party::Applicant => Side::granted_by_applicant(call, &grants(list)),
    };
    Deviations::new(&Side::answered(call, answer), &decided.expect("known ids"), by)
}

fn told(found: &Deviations) -> Vec<(&str, String)> {
    found.list.iter().map(|one| (one.id.as_str(), one.difference().to_string())).collect()
}

#[test]
fn deviations_and_what_they_cost() {
    let call = call();
    let answer = allocate(&call).expect("an answer");
    let found = found(&call, &answer, &[("music", 400), ("stage", 200), ("camp", 90)], Party::Activity);
    let found = found.expect("a suggestion");
    assert_eq!(told(&found), [("music", "-100".to_owned()), ("camp", "90".to_owned())]);
    let Cost { granted, raised, lowered, .. } = &found.cost;
    assert_eq!((granted.old, granted.new), (Money::new(700), Money::new(690)));
    assert_eq!((*raised, *lowered), (Money::new(90), Money::new(100)));
    // 100 of the priority 1 are lost, and 90 of 1/3 won.
    assert_eq!(found.cost.value_lost(), Some(Rational::from(70_i64)));
}

#[test]
fn what_is_as_suggested_deviates_nowhere() {
    let call = call();
    let answer = allocate(&call).expect("an answer");
    let same = found(&call, &answer, &[("music", 500), ("stage", 200)], Party::Activity).expect("a suggestion");
    assert!(same.list.is_empty() && same.cost.raised.is_zero() && same.cost.lowered.is_zero());
    assert_eq!(same.cost.value_lost(), Some(Rational::ZERO));
}

#[test]
fn sums_of_applicants_deviate_as_sums() {
    let call = call();
    let answer = allocate(&call).expect("an answer");
    let found = found(&call, &answer, &[("culture", 600), ("leisure", 100)], Party::Applicant);
    let found = found.expect("a suggestion");
    assert_eq!(told(&found), [("culture", "-100".to_owned()), ("leisure", "100".to_owned())]);
    // How culture splits its sum is not said.
    assert_eq!(found.cost.value_lost(), None);
}

#[test]
fn from_nothing_suggested_nothing_deviates() {
    let impossible = call()
        .draft()
        .clone()
        .rule(Rule::new("floor", Selection::all()).at_least(800))
        .validate()
        .expect("a valid call");
    let answer = allocate(&impossible).expect("an answer");
    assert_eq!(found(&impossible, &answer, &[("music", 400)], Party::Activity), None);
}

#[test]
fn a_statement_names_a_role_and_says_why() {
    let said = Statement::new(" styrelsen ", "behov", Some("2024-02-29"), &["camp=a = b".to_owned()]);
    let said = said.expect("a statement");
    assert_eq!((said.role(), said.reason(), said.date()), ("styrelsen", "behov", Some(date(2024, 2, 29))));
    assert_eq!((said.reason_for("camp"), said.reason_for("music")), (Some("a = b"), None));
    let refused = |role: &str, reason: &str, date: Option<&str>, reasons: &[&str]| {
        let reasons: Vec<String> = reasons.iter().map(|text| (*text).to_owned()).collect();
        Statement::new(role, reason, date, &reasons).expect_err("refused")
    };
    assert_eq!(refused(" ", "b", None, &[]), StatementFault::Empty(Said::Role));
    assert_eq!(refused("a", "", None, &[]), StatementFault::Empty(Said::Reason));
    assert_eq!(refused("a", "b", None, &["c= "]), StatementFault::Empty(Said::ReasonFor("c".to_owned())));
    assert_eq!(refused("a", "b\nc", None, &[]), StatementFault::NotOneLine(Said::Reason));
    assert_eq!(refused("a", "b", Some("2023-02-29"), &[]), StatementFault::NotADate("2023-02-29".to_owned()));
    assert_eq!(refused("a", "b", None, &["c"]), StatementFault::NotAReason("c".to_owned()));
    assert_eq!(refused("a", "b", None, &["c=d", "c=e"]), StatementFault::Twice("c".to_owned()));
    let email = refused("registrator@example.org", "b", None, &[]);
    assert_eq!(email, StatementFault::Personal(Said::Role, PersonalData::Email));
    assert!(!email.to_string().contains("example") && email.help().contains("role"));
    let phone = refused("a", "ring 040-34 10 00", None, &[]);
    assert_eq!(phone, StatementFault::Personal(Said::Reason, PersonalData::Phone));
}

#[test]
fn single_reasons_are_of_deviations() {
    let call = call();
    let answer = allocate(&call).expect("an answer");
    let found = found(&call, &answer, &[("music", 400), ("stage", 200)], Party::Activity);
    let fits = |id: &str, found: Option<&Deviations>| {
        let said = Statement::new("a", "b", None, &[format!("{id}=c")]).expect("a statement");
        said.fits(&call, Party::Activity, found)
    };
    assert_eq!(fits("music", found.as_ref()), Ok(()));
    assert_eq!(fits("stage", found.as_ref()), Err(StatementFault::AsSuggested("stage".to_owned())));
    assert_eq!(fits("stage", None), Err(StatementFault::NothingSuggested("stage".to_owned())));
    let unknown = fits("musik", found.as_ref()).expect_err("an unknown id");
    assert_eq!(unknown.help(), "did you mean `music`?");
}

#[test]
fn suggestions_then_and_now() {
    let list = |list: &[(&str, i64)]| grants(list).into_iter().collect::<Vec<_>>();
    let then = list(&[("a", 1), ("b", 2), ("c", 3)]);
    assert!(regranted(&then, &then).is_empty());
    let kronor = |amount| Some(Money::new(amount));
    let now = list(&[("a", 1), ("c", 4), ("d", 0)]);
    let moved = [
        ("b".to_owned(), Pair { old: kronor(2), new: None }),
        ("c".to_owned(), Pair { old: kronor(3), new: kronor(4) }),
        ("d".to_owned(), Pair { old: None, new: kronor(0) }),
    ];
    assert_eq!(regranted(&then, &now), moved);
}
