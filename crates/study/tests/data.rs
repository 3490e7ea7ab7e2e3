//! What studies tell as data: the shape that programs read.
#![allow(clippy::expect_used, clippy::panic)]

use fordela::alternatives::{Wanted, alternatives};
use fordela::audit::audit;
use fordela::call::Percent;
use fordela::compare::{Comparison, Side};
use fordela::explain::{reasons, settled};
use fordela::levels::{Levels, decide};
use fordela::risk::risk;
use fordela::{
    Activity, Answer, Applicant, Call, CallDraft, Criterion, EFFORT, Effort, Fund, Money, Rule, Scenario, Selection,
    Verified, allocate,
};
use serde::Serialize;
use serde_json::{Value, json};

fn draft() -> CallDraft {
    CallDraft::new("Summer")
        .fund(Fund::new("city", 700))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("culture"))
        .activity(Activity::new("music", "culture", 500).score("need", 3))
        .activity(Activity::new("stage", "culture", 300).score("need", 2))
}

fn call() -> Call {
    draft().validate().expect("a call")
}

fn allocated(call: &Call) -> Verified {
    *fordela::best(call).expect("no fault").expect("a possible call")
}

fn data(of: impl Serialize) -> Value {
    serde_json::to_value(of).expect("data")
}

/// 500 of 500 and 200 of 300: the budget ends there.
#[test]
fn reasons_name_what_settles_a_grant() {
    let call = call();
    let expected = json!([{ "why": "full" }, { "why": "budget", "funds": ["city"] }]);
    assert_eq!(data(reasons(&call, &allocated(&call))), expected);
    let capped = draft().rule(Rule::new("most", Selection::activity("music")).at_most(100)).validate().expect("a call");
    let expected = json!([{ "why": "capped", "case": { "rule": "most", "kind": "at-most" } }, { "why": "full" }]);
    assert_eq!(data(reasons(&capped, &allocated(&capped))), expected);
}

/// Both are alike, and there is money for one.
#[test]
fn what_ids_settle_is_told_by_ids() {
    let mut draft = draft();
    draft.funds[0].amount = Money::new(500);
    draft.activities[1].ask = Some(Money::new(500));
    for activity in &mut draft.activities {
        *activity = activity.clone().score("need", 3).whole();
    }
    let call = draft.validate().expect("a call");
    let told = settled(&call, &allocated(&call), &mut fordela::best).expect("no fault");
    assert_eq!(data(told), json!([{ "more": ["music"], "less": ["stage"], "is_odd_unit": false }]));
}

/// The lower budget takes 100 of the stage, which is worth 2/3 a krona.
#[test]
fn comparisons_tell_old_and_new() {
    let call = call();
    let less = Scenario::named("less").set("budget", "-100").apply(&call).expect("a call");
    let answers = [&call, &less].map(|call| allocate(call).expect("no fault"));
    let told = data(Comparison::new(&Side::answered(&call, &answers[0]), &Side::answered(&less, &answers[1])));
    assert_eq!(told["sums"]["budget"], json!({ "old": "700", "new": "600" }));
    assert_eq!(told["sums"]["value"], json!({ "old": "1900/3", "new": "1700/3" }));
    let stage = json!({
        "id": "stage",
        "entry": { "old": { "asked": "300", "granted": "200" }, "new": { "asked": "300", "granted": "100" } },
    });
    assert_eq!(told["activities"][1], stage);
}

/// Music has 3/5 of its ask, and with the share of the stage, 5/6, would have 500·5/6 − 300 more.
#[test]
fn audits_tell_who_complains_and_of_whom() {
    let call = call();
    let decided = [("music", 300), ("stage", 250)].map(|(id, sum)| (id.to_owned(), Money::new(sum)));
    let side = Side::granted_by_id(&call, &decided.into()).expect("known ids");
    let effort = Effort::new(EFFORT, &|| false);
    let told = data(audit(&side, None, 20, &effort, &mut allocate).expect("no fault").expect("grants"));
    let complaint = &told["complaints"]["largest"][0];
    assert_eq!((&complaint["one"], &complaint["other"]), (&json!("music"), &json!("stage")));
    assert_eq!(complaint["envy"], "350/3");
    assert_eq!(told["activities"]["spread"]["least"], json!({ "share": "3/5", "whose": ["music"] }));
    assert_eq!(told["groups"][0]["of"], json!({ "applicant": "culture" }));
    assert_eq!(told["breaches"]["settled"], "known");
}

/// A floor of 600 on what asks for 500.
#[test]
fn impossible_calls_tell_their_conflict_and_the_way_out() {
    let call = draft().rule(Rule::new("least", Selection::activity("music")).at_least(600)).validate().expect("a call");
    let told = data(allocate(&call).expect("no fault"));
    assert_eq!(told["status"], "impossible");
    assert_eq!(told["conflict"], json!([{ "rule": "least", "kind": "at-least" }]));
    let way = &told["cheapest"]["found"];
    assert_eq!(
        way["change"],
        json!([{ "case": { "rule": "least", "kind": "at-least" }, "by": "100", "limit": "500" }])
    );
    assert_eq!(way["is_least"], true);
}

/// The board has 700 of the city's, and begins with the stage.
#[test]
fn levels_tell_what_is_decided_in_the_end() {
    let mut board = draft();
    board.activities[0] = Activity::new("music", "culture", 500).score("need", 1);
    let levels = Levels::new(call()).own("culture", Levels::new(board.validate().expect("a call"))).expect("they fit");
    let told = data(decide(&levels, None, &mut allocate).expect("no fault"));
    assert_eq!(told["answer"]["status"], "allocated");
    let grants = json!([{ "activity": "music", "amount": "400" }, { "activity": "stage", "amount": "300" }]);
    assert_eq!(told["grants"], grants);
    assert_eq!((&told["own"][0]["applicant"], &told["own"][0]["from"]), (&json!("culture"), &json!([["city", "700"]])));
    // 400 + 300·2/3 of 500 + 200·2/3.
    assert_eq!(told["delegation"]["value"], "600");
}

/// Half of the music stays unspent.
#[test]
fn risks_tell_of_whom_something_stays_unspent() {
    let mut draft = draft();
    draft.activities[0].spend_rate = Some("50 %".parse().expect("a rate"));
    let call = draft.validate().expect("a call");
    let told = data(risk(&call, &allocated(&call)));
    let prospect = &told["all"]["prospects"][0];
    assert_eq!((&prospect["activity"], &prospect["unspent"]), (&json!("music"), &json!("250")));
}

#[test]
fn alternatives_tell_why_there_are_no_more() {
    let call = call();
    let wanted = Wanted { most: 1, within: Percent::new(20.into()), apart: Percent::new(5.into()) };
    let found = alternatives(&call, &allocated(&call), wanted, &Effort::new(EFFORT, &|| false)).expect("no fault");
    let told = data(found);
    assert_eq!(told["end"], "enough");
    assert_eq!(told["alternatives"][0]["way"], "most-different");
    assert!(told["alternatives"][0]["verified"]["grants"].is_array());
    let Answer::Allocated(best) = allocate(&call).expect("no fault") else { panic!("possible") };
    assert_eq!(told["alternatives"][0]["verified"]["bound"], best.bound().to_string());
}
