//! Which of many funds pays.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

use fordela::call::Selection;
use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
use fordela::{Answer, allocate};

/// Funds of 10 kronor each that pay for everything, and one that pays for x alone; 20 are granted to x, and 15 to y.
fn paid(funds: usize) -> Vec<(String, String)> {
    let draft = CallDraft::new("Many funds")
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("one"))
        .activity(Activity::new("x", "one", 20).score("need", 3))
        .activity(Activity::new("y", "one", 15).score("need", 3));
    let all = (0..funds).map(|n| Fund::new(format!("f{n:04}"), 10));
    let draft = all.fold(draft, CallDraft::fund);
    let draft = draft.fund(Fund::new("only-x", 10).pays_for(Selection::activity("x")));
    let call = draft.validate().expect("a call");
    let Answer::Allocated(verified) = allocate(&call).expect("an answer") else { panic!("it is possible") };
    let of_funds = verified.grants().iter().flat_map(|grant| &grant.by_fund);
    of_funds.map(|(fund, amount)| (call.draft().funds[*fund].id.clone(), amount.to_string())).collect()
}

/// By hand: the fund that pays for x alone pays the first 10 of x, f0000 the rest of it; y gets 10 of f0001 and 5 of f0002.
#[test]
fn few_funds_and_many_pay_in_the_same_order() {
    let order = [("f0000", "10"), ("only-x", "10"), ("f0001", "10"), ("f0002", "5")];
    let order: Vec<(String, String)> = order.map(|(fund, amount)| (fund.to_owned(), amount.to_owned())).into();
    for funds in [3, 61, 62, 63, 400, 8_000] {
        assert_eq!(paid(funds), order, "{funds}");
    }
}
