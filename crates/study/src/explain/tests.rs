use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Rule};
use fordela_model::call::{CaseId, Kind, Percent, Selection};
use fordela_solve::{Answer, allocate};

use super::*;

fn draft(amount: i64) -> CallDraft {
    CallDraft::new("A call")
        .fund(Fund::new("city", amount))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("one"))
        .applicant(Applicant::new("two"))
}

fn why(draft: CallDraft) -> Vec<Reason> {
    let call = draft.validate().expect("a valid call");
    match allocate(&call).expect("an answer") {
        Answer::Allocated(verified) => reasons(&call, &verified),
        Answer::Impossible(_) => panic!("an impossible call"),
    }
}

/// Two of `one`, and one of `two`, all of one priority.
fn three(amount: i64) -> CallDraft {
    draft(amount)
        .activity(Activity::new("a", "one", 100).score("need", 2))
        .activity(Activity::new("b", "one", 200).score("need", 2))
        .activity(Activity::new("c", "two", 300).score("need", 2))
}

#[test]
fn equals_share_equally() {
    let tied = Reason::Tied { among: ["a", "b", "c"].map(str::to_owned).into() };
    assert_eq!(why(three(301)), [tied.clone(), tied.clone(), tied]);
}

#[test]
fn what_is_worth_less_shares_with_nobody() {
    let draft = draft(150)
        .activity(Activity::new("a", "one", 100).score("need", 3))
        .activity(Activity::new("b", "one", 100).score("need", 2));
    assert_eq!(why(draft), [Reason::Full, Reason::Budget { funds: vec!["city".to_owned()] }]);
}

#[test]
fn money_that_ends_with_a_tier_is_not_shared() {
    let half = Percent::new(50.into());
    let draft = three(300).diminishing(half, 1.into()).diminishing(Percent::WHOLE, rust_decimal::Decimal::new(5, 1));
    assert!(why(draft).iter().all(|reason| *reason == Reason::Budget { funds: vec!["city".to_owned()] }));
}

#[test]
fn a_cap_that_costs_nothing_still_holds_back() {
    let capped = three(300).rule(Rule::new("cap", Selection::applicant("one")).at_most(90));
    let cap = CaseId { rule: "cap".to_owned(), subject: None, kind: Kind::AtMost };
    let case = Reason::Capped { case: cap };
    assert_eq!(why(capped), [case.clone(), case, Reason::Budget { funds: vec!["city".to_owned()] }]);
}

#[test]
fn a_fund_may_be_too_small_beside_one_that_is_not() {
    let small = Fund::new("small", 50).pays_for(Selection::applicant("two"));
    let mut draft = draft(500)
        .fund(small)
        .activity(Activity::new("a", "one", 100).score("need", 1))
        .activity(Activity::new("b", "two", 200).score("need", 3));
    draft.funds[0].pays_for = Selection::applicant("one");
    assert_eq!(why(draft), [Reason::Full, Reason::FundTooSmall { funds: vec!["small".to_owned()] }]);
}

#[test]
fn subjects_are_found_by_id() {
    let call = three(1).validate().expect("a valid call");
    assert_eq!(Subject::of(&call, "b"), Ok(Subject::Activity(1)));
    assert_eq!(Subject::of(&call, "two"), Ok(Subject::Applicant(1)));
    let mut named = call.draft().clone();
    named.activities[0].title = Some("Two".to_owned());
    named.activities[1].title = Some("A choir for all".to_owned());
    let named = named.validate().expect("a valid call");
    // Who writes an id means it, though an activity is called so.
    assert_eq!(Subject::of(&named, "two"), Ok(Subject::Applicant(1)));
    assert_eq!(Subject::of(&named, "a CHOIR for all"), Ok(Subject::Activity(1)));
    assert!(Subject::of(&named, "TWO").is_err());
    let unknown = Subject::of(&call, "tvo").expect_err("an unknown id");
    assert_eq!(unknown.nearest.as_deref(), Some("two"));
}
