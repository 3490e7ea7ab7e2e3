//! What stays unspent, against sums worked by hand and against trying every set of unlucky activities.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use fordela::call::SpendRate;
use fordela::call::draft::{Activity, Applicant, Criterion, Fund, Unspent};
use fordela::risk::{Outlook, Risk, risk};
use fordela::{Answer, Call, CallDraft, Rational, Verified, allocate};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn rate(text: &str) -> SpendRate {
    text.parse().expect("a spend rate")
}

fn kronor(whole: i64) -> Rational {
    whole.into()
}

fn fraction(numerator: i128, denominator: i128) -> Rational {
    Rational::new(numerator, denominator).expect("a denominator")
}

fn allocated(draft: CallDraft) -> (Call, Verified) {
    let call = draft.validate().expect("a valid call");
    let Answer::Allocated(verified) = allocate(&call).expect("an answer") else { panic!("no rule is in the way") };
    (call, *verified)
}

fn risk_of(draft: CallDraft) -> Risk {
    let (call, verified) = allocated(draft);
    risk(&call, &verified)
}

/// Who has bad luck, with how much of it.
fn unlucky(outlook: &Outlook) -> Vec<(String, Rational)> {
    outlook.unlucky().map(|one| (one.activity.clone(), one.unlucky.clone())).collect()
}

/// All is granted but 100 000 of the state's money, which pays for `dans` (200 000) and `kurs` (300 000); the city pays
/// for the rest.
fn city_and_state() -> CallDraft {
    let of_state = fordela::call::Selection::tag("state");
    CallDraft::new("By hand")
        .fund(Fund::new("state", 600_000).pays_for(of_state).unspent(Unspent::Repay))
        .fund(Fund::new("city", 500_000).pays_for(fordela::call::Selection::tag("city")).unspent(Unspent::Return))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("culture"))
        .activity(activity("dans", 200_000, "state").spend_rate(rate("50–100 %")))
        .activity(activity("kurs", 300_000, "state").spend_rate(rate("80–90 %")))
        .activity(activity("scen", 400_000, "city").spend_rate(rate("60–80 %")))
        .activity(activity("lager", 100_000, "city"))
}

fn activity(id: &str, ask: i64, payer: &str) -> Activity {
    Activity::new(id, "culture", ask).score("need", 2).tag(payer)
}

#[test]
fn sums_are_those_worked_by_hand() {
    let draft = city_and_state().bad_luck(1);
    let risk = risk_of(draft.clone());
    // Expected: 75 % of 200 000 and 85 % of 300 000 spent, so 50 000 and 45 000 unspent.
    assert_eq!(risk.funds[0].expected_unspent(), kronor(95_000));
    assert_eq!(risk.funds[0].expected_spent(), kronor(405_000));
    assert_eq!(risk.funds[0].not_granted(), 100_000.into());
    // 70 % of 400 000; `lager` has no rate and spends all.
    assert_eq!(risk.funds[1].expected_unspent(), kronor(120_000));
    // Bad luck costs `dans` 25 % of 200 000 = 50 000, `kurs` 5 % of 300 000 = 15 000, `scen` 10 % of 400 000 = 40 000.
    assert_eq!(risk.funds[0].worst_unspent(), kronor(145_000));
    assert_eq!(risk.funds[1].worst_unspent(), kronor(160_000));
    // One activity has it: `dans`. Each fund by itself could also lose `scen`.
    assert_eq!(risk.all.expected_unspent(), kronor(215_000));
    assert_eq!(risk.all.worst_unspent(), kronor(265_000));
    assert_eq!(unlucky(&risk.all), [("dans".to_owned(), Rational::ONE)]);
    // Repaid is what the state's money is not spent on, and what of it is granted to nobody.
    assert_eq!(risk.repay.expected_left(), kronor(195_000));
    assert_eq!(risk.repay.worst_left(), kronor(245_000));
}

#[test]
fn a_part_of_bad_luck_goes_to_the_next() {
    let draft = city_and_state().bad_luck(Decimal::new(175, 2));
    let risk = risk_of(draft.clone());
    // 50 000 of `dans` and three quarters of the 40 000 of `scen`.
    assert_eq!(risk.all.worst_unspent(), kronor(215_000 + 50_000 + 30_000));
    let named = [("dans".to_owned(), Rational::ONE), ("scen".to_owned(), fraction(3, 4))];
    assert_eq!(unlucky(&risk.all), named);
    // The state's money: `dans`, and three quarters of the 15 000 of `kurs`.
    assert_eq!(risk.repay.worst_unspent(), kronor(95_000 + 50_000 + 11_250));
}

/// Two funds that are repaid share one stroke of bad luck: 50 000 at worst, though each by itself could lose its own.
#[test]
fn funds_together_share_their_bad_luck() {
    let mut draft = city_and_state().bad_luck(1);
    draft.funds[1].unspent = Some(Unspent::Repay);
    let (call, verified) = allocated(draft);
    let risk = risk(&call, &verified);
    assert_eq!(risk.repay.expected_left(), kronor(100_000 + 95_000 + 120_000));
    assert_eq!(risk.repay.worst_left(), kronor(315_000 + 50_000));
    assert_eq!(risk.repay_apart(&call), kronor(315_000 + 50_000 + 40_000));
}

#[test]
fn ties_name_who_comes_first_by_id_whatever_the_order_of_the_call() {
    let two = |ids: [&str; 2]| {
        let call =
            CallDraft::new("Tied").bad_luck(1).fund(Fund::new("city", 200)).criterion(Criterion::new("need", 1, 3));
        let call = call.applicant(Applicant::new("culture"));
        ids.into_iter().fold(call, |call, id| call.activity(activity(id, 100, "city").spend_rate(rate("0–100 %"))))
    };
    for ids in [["a", "b"], ["b", "a"]] {
        assert_eq!(unlucky(&risk_of(two(ids)).all), [("a".to_owned(), Rational::ONE)]);
    }
}

#[test]
fn there_is_nothing_to_tell_without_rates_and_money_to_repay() {
    let told = |draft: CallDraft| {
        let (call, verified) = allocated(draft);
        risk(&call, &verified).is_told(&call)
    };
    let mut draft = city_and_state();
    draft.activities.iter_mut().for_each(|one| one.spend_rate = None);
    // 100 000 of the state's money is granted to nobody.
    assert!(told(draft.clone()));
    draft.funds[0].amount = 500_000.into();
    assert!(!told(draft.clone()));
    draft.activities[3].spend_rate = Some(rate("100 %"));
    assert!(told(draft));
}

/// The most that at most `bad_luck` of the sums can be together, by its definition: the optimum of such a linear program
/// lies where all parts but one are nothing or all, so every set is tried with every one more in part.
fn most_by_trying(sums: &[Rational], bad_luck: &Rational) -> Rational {
    let whole = bad_luck.floor();
    let rest = bad_luck - &whole;
    let mut most = Rational::ZERO;
    for set in 0..1_usize << sums.len() {
        let has = |n: usize| set >> n & 1 == 1;
        let count: Rational = (0..sums.len()).filter(|&n| has(n)).map(|_| Rational::ONE).sum();
        if count > whole {
            continue;
        }
        let sum: Rational = (0..sums.len()).filter(|&n| has(n)).map(|n| &sums[n]).sum();
        let in_part = (0..sums.len()).filter(|&n| !has(n)).map(|n| &sums[n] * &rest);
        for part in in_part.chain([Rational::ZERO]) {
            most = most.max(&sum + &part);
        }
    }
    most
}

/// What `funds` pay each activity, times `part` of its rate, read from the grants alone.
fn each(call: &Call, verified: &Verified, funds: &[usize], part: impl Fn(SpendRate) -> Rational) -> Vec<Rational> {
    let activities = call.draft().activities.iter().zip(verified.grants());
    let paid = |activity: &Activity, grant: &fordela::Grant| {
        let paid: Rational =
            grant.by_fund.iter().filter(|(fund, _)| funds.contains(fund)).map(|(_, paid)| paid.rational()).sum();
        activity.spend_rate.map_or(Rational::ZERO, |rate| part(rate) * paid)
    };
    activities.map(|(activity, grant)| paid(activity, grant)).collect()
}

fn drafts() -> impl Strategy<Value = CallDraft> {
    let unspent = prop::option::of(prop::sample::select(vec![Unspent::Repay, Unspent::CarryOver, Unspent::Return]));
    let fund = (0_i64..300, unspent, 0_usize..3);
    let rates = prop::option::of((0_u32..=20, 0_u32..=20));
    let activity = (0_i64..120, 0_i64..=3, rates, prop::sample::subsequence(vec!["x", "y"], 0..=2));
    let all = (prop::collection::vec(fund, 1..=3), prop::collection::vec(activity, 0..=6));
    (all, prop::option::of(0_i64..=28)).prop_map(|((funds, activities), quarters)| {
        let mut draft =
            CallDraft::new("Any").criterion(Criterion::new("need", 1, 3)).applicant(Applicant::new("culture"));
        draft.bad_luck = quarters.map(|quarters| Decimal::new(quarters * 25, 2));
        for (n, (amount, unspent, pays_for)) in funds.into_iter().enumerate() {
            let tags = [None, Some("x"), Some("y")];
            let mut fund = Fund::new(format!("f{n}"), amount);
            fund.pays_for = tags[pays_for].map(fordela::call::Selection::tag).unwrap_or_default();
            draft.funds.push(Fund { unspent, ..fund });
        }
        for (n, (ask, score, rates, tags)) in activities.into_iter().enumerate() {
            let mut activity = Activity::new(format!("a{n}"), "culture", ask).score("need", score);
            activity.tags = tags.into_iter().map(str::to_owned).collect();
            activity.spend_rate = rates.map(|(one, other)| rate_of(one * 5, other * 5));
            draft.activities.push(activity);
        }
        draft
    })
}

fn rate_of(one: u32, other: u32) -> SpendRate {
    rate(&format!("{}–{} %", one.min(other), one.max(other)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn the_worst_case_is_that_of_trying_all_sets(draft in drafts()) {
        let (call, verified) = allocated(draft);
        let risk = risk(&call, &verified);
        let all: Vec<usize> = (0..risk.funds.len()).collect();
        let repay = |f: &&usize| call.draft().funds[**f].unspent == Some(Unspent::Repay);
        let repaid: Vec<usize> = all.iter().filter(repay).copied().collect();
        let bad_luck = risk.bad_luck.clone().unwrap_or(kronor(6));
        let mut outlooks = vec![(&risk.all, all.clone()), (&risk.repay, repaid)];
        outlooks.extend(risk.funds.iter().zip(all).map(|(outlook, fund)| (outlook, vec![fund])));
        for (outlook, funds) in outlooks {
            let unspent = each(&call, &verified, &funds, |rate| Rational::ONE - rate.expected());
            let expected: Rational = unspent.iter().sum();
            prop_assert_eq!(outlook.expected_unspent(), expected.clone());
            prop_assert_eq!(outlook.expected_spent() + outlook.expected_unspent(), outlook.granted().rational());
            let more = each(&call, &verified, &funds, |rate| rate.expected() - rate.least().part());
            prop_assert_eq!(outlook.worst_unspent(), expected + most_by_trying(&more, &bad_luck));
            let held: fordela::Money = funds.iter().map(|&f| call.draft().funds[f].amount).sum();
            prop_assert_eq!(outlook.amount, held);
        }
    }

    #[test]
    fn more_bad_luck_is_never_better_and_all_of_it_is_everybody_at_least(draft in drafts()) {
        let (call, verified) = allocated(draft);
        let at = |bad_luck: Option<Decimal>| {
            let mut draft = call.draft().clone();
            draft.bad_luck = bad_luck;
            risk(&draft.validate().expect("a valid call"), &verified).all
        };
        let worst: Vec<Rational> = (0..=28).map(|n| at(Some(Decimal::new(n * 25, 2))).worst_unspent()).collect();
        prop_assert!(worst.windows(2).all(|pair| pair[0] <= pair[1]));
        // Each further part of bad luck costs no more than the part before: whom it costs most has it first.
        prop_assert!(worst.windows(3).all(|three| &three[1] - &three[0] >= &three[2] - &three[1]));
        prop_assert_eq!(&worst[0], &at(None).expected_unspent());
        let funds: Vec<usize> = (0..call.draft().funds.len()).collect();
        let least: Rational = each(&call, &verified, &funds, |rate| Rational::ONE - rate.least().part()).into_iter().sum();
        prop_assert_eq!(&worst[28], &least);
        prop_assert_eq!(at(None).worst_unspent(), least);
    }

    #[test]
    fn funds_add_up(draft in drafts()) {
        let (call, verified) = allocated(draft);
        let risk = risk(&call, &verified);
        let sum = |of: fn(&Outlook) -> Rational| -> Rational { risk.funds.iter().map(of).sum() };
        prop_assert_eq!(sum(Outlook::expected_unspent), risk.all.expected_unspent());
        prop_assert_eq!(sum(Outlook::expected_spent), risk.all.expected_spent());
        prop_assert_eq!(sum(|one| one.granted().rational()), verified.granted().rational());
        prop_assert_eq!(sum(|one| one.not_granted().rational()), (call.budget() - verified.granted()).rational());
        // One set of unlucky activities for all funds: at least the worst of any fund beyond what is expected of it, and at
        // most all of these.
        let beyond = |one: &Outlook| one.worst_unspent() - one.expected_unspent();
        prop_assert!(beyond(&risk.all) <= sum(|one| one.worst_unspent() - one.expected_unspent()));
        prop_assert!(risk.funds.iter().all(|one| beyond(one) <= beyond(&risk.all)));
        prop_assert!(risk.repay.worst_left() <= risk.repay_apart(&call));
        // Bad luck is had by no more than may have it.
        if let Some(bad_luck) = &risk.bad_luck {
            let had: Rational = risk.all.unlucky().map(|one| one.unlucky.clone()).sum();
            prop_assert!(had <= *bad_luck);
        }
    }
}
