//! Trees small enough to be followed by hand.

use fordela_model::Call;
use fordela_model::call::Selection;
use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Rule};
use fordela_num::Money;
use fordela_solve::{Answer, allocate};
use fordela_verify::Violation;

use super::{Levels, Misfit, decide};
use crate::audit::Breach;

fn kronor(amount: i64) -> Money {
    Money::new(amount)
}

fn draft(title: &str, funds: &[(&str, i64)], applicants: &[&str]) -> CallDraft {
    let draft = CallDraft::new(title).criterion(Criterion::new("need", 1, 10));
    let draft = funds.iter().fold(draft, |draft, (id, amount)| draft.fund(Fund::new(*id, *amount)));
    applicants.iter().fold(draft, |draft, id| draft.applicant(Applicant::new(*id)))
}

fn asks(draft: CallDraft, asks: &[(&str, &str, i64, i64)]) -> CallDraft {
    let activity =
        |(id, applicant, ask, need): &(&str, &str, i64, i64)| Activity::new(*id, *applicant, *ask).score("need", *need);
    asks.iter().fold(draft, |draft, ask| draft.activity(activity(ask)))
}

fn call(draft: CallDraft) -> Call {
    draft.validate().expect("a valid call")
}

/// 100 for a (10), then 60 for b (5): the board of `one` has 160 of which it gives 100 to b first.
fn city() -> CallDraft {
    let city = draft("city", &[("city", 180)], &["one", "two"]);
    asks(city, &[("a", "one", 100, 10), ("b", "one", 100, 5), ("c", "two", 20, 8)])
}

fn board() -> CallDraft {
    asks(draft("board", &[("frame", 0)], &["one"]), &[("a", "one", 100, 1), ("b", "one", 100, 9)])
}

fn amounts(grants: &[Option<Money>]) -> Vec<String> {
    grants.iter().map(|grant| grant.map_or("?".to_owned(), |grant| grant.to_string())).collect()
}

#[test]
fn a_board_splits_what_the_city_grants_it() {
    let levels = Levels::new(call(city())).own("one", Levels::new(call(board()))).expect("they fit");
    let level = decide(&levels, None, &mut allocate).expect("solved");
    assert_eq!(amounts(&level.grants), ["60", "100", "20"]);
    let own = &level.own[0];
    assert_eq!((own.granted, own.from.as_deref()), (kronor(160), Some(&[("city".to_owned(), kronor(160))][..])));
    assert_eq!(own.level.call.budget(), kronor(160));
    let delegation = level.delegation.expect("a board decides itself");
    // 100 at 1 and 60 at one half, beside 60 at 1 and 100 at one half: 40 move by one half.
    assert_eq!(delegation.price().map(|price| price.to_string()), Some("20".to_owned()));
    assert_eq!(delegation.boards.len(), 1);
    assert_eq!(delegation.boards[0].price(), delegation.price());
    assert!(delegation.breaches.expect("all is known").broken.is_empty());
}

#[test]
fn sums_that_were_decided_are_split_as_they_are() {
    let levels = Levels::new(call(city())).own("one", Levels::new(call(board()))).expect("they fit");
    let level = decide(&levels, Some(&[kronor(130), kronor(20)]), &mut allocate).expect("solved");
    assert_eq!(amounts(&level.grants), ["30", "100", "20"]);
    // The centre would make 100 and 30 of the 130.
    assert_eq!(level.delegation.and_then(|one| one.price()).map(|price| price.to_string()), Some("35".to_owned()));
    let level = decide(&levels, Some(&[kronor(130)]), &mut allocate).expect("solved");
    assert_eq!(amounts(&level.grants), ["30", "100", "0"]);
}

#[test]
fn a_fund_of_the_same_id_holds_what_is_paid_and_the_others_share_the_rest() {
    let mut state = Fund::new("state", 70);
    state.pays_for = Selection::activity("a");
    let above = city().fund(state.clone());
    let mut above = above;
    above.funds[0].amount = kronor(100);
    // The state pays 70 of a, and the city 30 of a, 50 of b and 20 of c.
    let own = |funds: &[(&str, i64)]| {
        let own = asks(draft("board", funds, &["one"]), &[("a", "one", 100, 1), ("b", "one", 100, 9)]);
        let levels = Levels::new(call(above.clone())).own("one", Levels::new(call(own))).expect("they fit");
        let level = decide(&levels, None, &mut allocate).expect("solved");
        let own = &level.own[0];
        let held: Vec<String> = own.level.call.draft().funds.iter().map(|fund| fund.amount.to_string()).collect();
        (own.granted, held, own.unplaced)
    };
    let text = |amounts: &[&str]| amounts.iter().map(|amount| (*amount).to_owned()).collect::<Vec<_>>();
    assert_eq!(own(&[("frame", 7)]), (kronor(150), text(&["150"]), kronor(0)));
    assert_eq!(own(&[("frame", 7), ("state", 7)]), (kronor(150), text(&["80", "70"]), kronor(0)));
    assert_eq!(own(&[("x", 2), ("state", 0), ("y", 1)]), (kronor(150), text(&["53", "70", "27"]), kronor(0)));
    assert_eq!(own(&[("x", 0), ("y", 0), ("z", 0)]), (kronor(150), text(&["50", "50", "50"]), kronor(0)));
    // The city's own money has no place in a call that knows the state alone.
    assert_eq!(own(&[("state", 5)]), (kronor(150), text(&["70"]), kronor(80)));
}

#[test]
fn what_only_one_of_the_calls_knows_is_told_and_not_valued() {
    let own = asks(draft("board", &[("frame", 0)], &["one"]), &[("b", "one", 100, 1), ("new", "one", 90, 9)]);
    let levels = Levels::new(call(city())).own("one", Levels::new(call(own))).expect("they fit");
    let level = decide(&levels, None, &mut allocate).expect("solved");
    assert_eq!(amounts(&level.grants), ["0", "70", "20"]);
    let delegation = level.delegation.expect("a board decides itself");
    assert_eq!(delegation.left_out, ["a"]);
    let unlisted: Vec<_> =
        delegation.unlisted.iter().map(|one| (&one.applicant[..], &one.activity[..], one.granted)).collect();
    assert_eq!(unlisted, [("one", "new", Some(kronor(90)))]);
    // 70 at one half and 20 at 0.8 are left of what the centre has.
    assert_eq!(delegation.value.map(|value| value.to_string()), Some("51".to_owned()));
}

#[test]
fn an_activity_of_another_applicant_is_another_one() {
    let own = asks(draft("board", &[("frame", 0)], &["one"]), &[("c", "one", 100, 1)]);
    let levels = Levels::new(call(city())).own("one", Levels::new(call(own))).expect("they fit");
    let level = decide(&levels, None, &mut allocate).expect("solved");
    assert_eq!(amounts(&level.grants), ["0", "0", "20"]);
    assert_eq!(level.delegation.expect("a board decides itself").unlisted.len(), 1);
}

#[test]
fn a_rule_of_the_city_that_a_board_breaks_is_told() {
    let floor = Rule::new("first", Selection::activity("a")).at_least(90);
    let levels = Levels::new(call(city().rule(floor))).own("one", Levels::new(call(board()))).expect("they fit");
    let delegation = decide(&levels, None, &mut allocate).expect("solved").delegation.expect("a board decides itself");
    let breaches = delegation.breaches.expect("all is known");
    let [Breach::Call(Violation::CaseBroken { case, sum, .. })] = &breaches.broken[..] else {
        panic!("{breaches:?}");
    };
    assert_eq!((case.to_string().as_str(), *sum), ("first at-least", kronor(60)));
}

#[test]
fn an_impossible_board_leaves_what_it_gets_unknown() {
    let own = board().rule(Rule::new("much", Selection::activity("a")).at_least(100).at_most(99));
    let levels = Levels::new(call(city())).own("one", Levels::new(call(own))).expect("they fit");
    let level = decide(&levels, None, &mut allocate).expect("solved");
    assert!(level.is_impossible() && matches!(level.answer, Answer::Allocated(_)));
    assert_eq!(amounts(&level.grants), ["?", "?", "20"]);
    let delegation = level.delegation.expect("a board decides itself");
    assert_eq!((delegation.price(), delegation.breaches), (None, None));
}

#[test]
fn an_impossible_city_asks_no_board_unless_its_sums_were_decided() {
    let above = city().rule(Rule::new("much", Selection::activity("a")).at_least(100).at_most(99));
    let levels = Levels::new(call(above)).own("one", Levels::new(call(board()))).expect("they fit");
    let level = decide(&levels, None, &mut allocate).expect("solved");
    assert!(level.is_impossible() && level.own.is_empty() && level.delegation.is_none());
    let level = decide(&levels, Some(&[kronor(130), kronor(20)]), &mut allocate).expect("solved");
    assert!(level.is_impossible());
    assert_eq!(amounts(&level.grants), ["30", "100", "20"]);
    assert_eq!((level.own[0].granted, &level.own[0].from), (kronor(130), &None));
}

#[test]
fn three_levels_are_decided_one_after_the_other() {
    let unit = asks(draft("unit", &[("frame", 0)], &["x"]), &[("a", "x", 50, 9), ("b", "x", 100, 1)]);
    let mut middle = asks(draft("board", &[("frame", 0)], &["x", "y"]), &[("a", "x", 100, 1), ("b", "x", 100, 9)]);
    middle = asks(middle, &[("own", "y", 30, 10)]);
    let middle = Levels::new(call(middle)).own("x", Levels::new(call(unit))).expect("they fit");
    let levels = Levels::new(call(city())).own("one", middle).expect("they fit");
    assert_eq!(levels.deep(), 3);
    let level = decide(&levels, None, &mut allocate).expect("solved");
    // The city has 160 for the board, which has 30 for its own and 130 for the unit, which wants 50 for a first.
    let board = &level.own[0].level;
    assert_eq!((level.own[0].granted, board.own[0].granted), (kronor(160), kronor(130)));
    assert_eq!(amounts(&board.grants), ["50", "80", "30"]);
    assert_eq!(amounts(&level.grants), ["50", "80", "20"]);
    assert_eq!(
        board.delegation.as_ref().and_then(|one| one.price()).map(|price| price.to_string()),
        Some("16".to_owned())
    );
}

#[test]
fn calls_that_do_not_fit_are_refused() {
    let levels = || Levels::new(call(city()));
    let own = || Levels::new(call(board()));
    let unknown = levels().own("on", own());
    assert_eq!(unknown, Err(Misfit::UnknownApplicant { id: "on".to_owned(), nearest: Some("one".to_owned()) }));
    let twice = levels().own("one", own()).and_then(|levels| levels.own("one", own()));
    assert_eq!(twice, Err(Misfit::Second { id: "one".to_owned() }));
    let euro = CallDraft { currency: "EUR".to_owned(), ..board() };
    let other = levels().own("one", Levels::new(call(euro)));
    assert_eq!(other, Err(Misfit::Currency { above: "SEK".to_owned(), own: "EUR".to_owned() }));
    let mut deep = own();
    for _ in 1..Levels::DEEPEST {
        deep = own().own("one", deep).expect("not too deep");
    }
    assert_eq!(deep.deep(), Levels::DEEPEST);
    assert_eq!(own().own("one", deep), Err(Misfit::TooDeep));
}
