//! Every finding, with a call that has it and the smallest change after which it is gone.

mod names;
mod personal;
mod rules;

use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, Line, Rule};
use fordela::call::{Base, Limit, Percent, Selection};
use fordela::lint::{Finding, lint};
use fordela::words::finding as words;
use fordela::{Lang, Money};
use rust_decimal::Decimal;

/// A call with nothing odd: 600 of the 1 000 thousand kronor asked for.
fn good() -> CallDraft {
    CallDraft::new("Insatser 2023")
        .unit(1_000)
        .fund(Fund::new("staden", 600_000))
        .criterion(Criterion::new("behov", 3, 3).name("Behov"))
        .criterion(Criterion::new("samverkan", 2, 3))
        .applicant(Applicant::new("kultur").name("Kulturnämnden"))
        .applicant(Applicant::new("fritid").name("Fritidsnämnden"))
        .activity(activity("musik", "kultur", 500_000, 3).title("Musik för alla").tag("barn-unga").area("Rosengård"))
        .activity(activity("dans", "kultur", 200_000, 2).title("Dans").tag("barn-unga").area("Nydala"))
        .activity(activity("sommar", "fritid", 300_000, 1).title("Sommarlov, veckorna 21–37").area("Rosengård"))
        .rule(Rule::new("children", Selection::tag("barn-unga")).at_least(percent(50, Base::Granted)))
        .rule(Rule::new("not-all", Selection::all()).each(Each::Applicant).at_most(percent(95, Base::Asked)))
}

fn activity(id: &str, applicant: &str, ask: i64, score: i64) -> Activity {
    Activity::new(id, applicant, ask).score("behov", score).score("samverkan", 1)
}

fn percent(number: i64, base: Base) -> Limit {
    Limit::Percent(Percent::new(Decimal::from(number)), base)
}

#[expect(clippy::unwrap_used, reason = "the calls of these tests are legal")]
fn findings(draft: CallDraft) -> Vec<Finding> {
    lint(&draft.validate().unwrap())
}

fn found(draft: CallDraft) -> Vec<String> {
    findings(draft).iter().map(|finding| format!("{} {}", finding.place, finding.code())).collect()
}

fn none(draft: CallDraft) {
    assert_eq!(found(draft), [""; 0]);
}

fn changed(change: impl FnOnce(&mut CallDraft)) -> CallDraft {
    let mut draft = good();
    change(&mut draft);
    draft
}

fn rule(rule: Rule) -> CallDraft {
    good().rule(rule)
}

fn message(finding: &Finding, lang: Lang) -> String {
    words::message(finding, "SEK", lang)
}

fn advice(finding: &Finding, lang: Lang) -> String {
    words::suggestion(finding, "SEK", lang)
}

fn suggestion(draft: CallDraft) -> String {
    advice(&findings(draft)[0], Lang::En)
}

#[test]
fn a_good_call_has_no_finding() {
    none(good());
}

#[test]
fn a_budget_above_all_that_is_asked() {
    let of = |budget: i64| changed(|call| call.funds[0].amount = Money::new(budget));
    assert_eq!(found(of(1_000_001)), ["fund[0].amount budget-above-asked"]);
    // Nobody may get more than 95 % of what is asked.
    assert_eq!(found(of(1_000_000)), ["rule[1].at_most caps-below-budget"]);
    none(of(950_000));
    assert_eq!(found(of(1_000_000).fund(Fund::new("staten", 1))), ["fund budget-above-asked"]);
}

#[test]
fn a_budget_far_below_what_is_asked() {
    let of = |budget: i64| changed(|call| call.funds[0].amount = Money::new(budget));
    assert_eq!(found(of(1_999)), ["fund[0].amount budget-far-below-asked"]);
    none(of(2_000));
}

#[test]
fn funds_that_pay_for_nothing_or_are_empty() {
    assert_eq!(found(changed(|call| call.funds.clear()))[0], "fund no-funds");
    let with = |amount: i64, tag: &str| good().fund(Fund::new("barn", amount).pays_for(Selection::tag(tag)));
    assert_eq!(found(with(10_000, "bran-unga")), ["fund[1].pays_for fund-pays-for-nothing"]);
    assert_eq!(suggestion(with(10_000, "bran-unga")), "write `barn-unga` for `bran-unga`");
    none(with(10_000, "barn-unga"));
    assert_eq!(found(with(0, "barn-unga")), ["fund[1].amount fund-empty"]);
}

#[test]
fn a_fund_above_what_it_may_pay_for() {
    let dance = |amount: i64| Fund::new("dansfond", amount).pays_for(Selection::area("Nydala"));
    let of = |amount: i64| changed(|call| call.funds[0].amount = Money::new(500_000)).fund(dance(amount));
    assert_eq!(found(of(200_001)), ["fund[1].amount fund-above-asked"]);
    none(of(200_000));
}

#[test]
fn an_activity_that_no_fund_may_pay_for() {
    let of = |areas: &[&str]| {
        changed(|call| call.funds[0].pays_for.area = areas.iter().map(|&area| area.to_owned()).collect())
    };
    assert_eq!(found(of(&["Rosengård"])), ["activity[1] activity-unpaid"]);
    none(of(&["Rosengård", "Nydala"]));
}

#[test]
fn spend_rates_and_bad_luck() {
    let rate = |text: &str| text.parse().ok();
    let of = |one: &str, bad_luck: i64| {
        changed(|call| {
            (call.activities[0].spend_rate, call.activities[1].spend_rate) = (rate(one), rate("85 %"));
            call.bad_luck = Some(Decimal::from(bad_luck));
        })
    };
    assert_eq!(found(of("90 %", 1)), ["bad_luck bad-luck-of-nobody"]);
    assert_eq!(found(of("0–10 %", 2)), ["bad_luck bad-luck-above"]);
    none(of("0–10 %", 1));
    none(of("0–10 %", 0));
    let mut nothing = of("0 %", 1);
    nothing.bad_luck = None;
    assert_eq!(found(nothing), ["activity[0].spend_rate spend-rate-zero"]);
    none(changed(|call| call.activities[0].spend_rate = rate("0.1 %")));
}

#[test]
fn asks_that_are_missing_or_not_in_whole_units() {
    let of = |ask: i64| changed(|call| call.activities[1].ask = Some(Money::new(ask)));
    assert_eq!(found(changed(|call| call.activities.clear())), ["activity no-activities"]);
    assert_eq!(found(of(0)), ["activity[1].ask ask-zero"]);
    assert_eq!(found(of(200_500)), ["activity[1].ask ask-not-whole-units"]);
    assert_eq!(suggestion(of(200_500)), "let `dans` ask for 200,000\u{a0}kr");
    none(of(200_000));
    let lines = changed(|call| {
        call.activities[1].ask = None;
        call.activities[1].lines = vec![Line::new("personal", 150_250), Line::new("lokal", 50_000)];
    });
    assert_eq!(found(lines), ["activity[1] ask-not-whole-units"]);
}

#[test]
fn a_unit_above_the_smallest_ask() {
    let of = |unit: &str, ask: &str| {
        changed(|call| {
            call.unit = unit.parse().unwrap();
            call.activities[1].ask = Some(ask.parse().unwrap());
        })
    };
    assert_eq!(found(of("1000", "900")), ["unit unit-above-ask"]);
    assert_eq!(suggestion(of("1000", "900")), "write `unit = 100`");
    none(of("100", "900"));
    none(of("900", "900").unit(100));
    assert_eq!(advice(&findings(of("250", "120"))[0], Lang::Sv), "skriv `unit = 10`");
    assert_eq!(suggestion(of("1", "0.75")), "write `unit = 0.10`");
}

#[test]
fn asks_far_apart() {
    let of = |ask: i64| changed(|call| call.activities[1].ask = Some(Money::new(ask))).unit(1);
    assert_eq!(found(of(49)), ["activity[1].ask asks-far-apart"]);
    none(of(50));
}

#[test]
fn weights_that_are_0_or_far_apart() {
    let of = |weight: Decimal| changed(|call| call.criteria[1].weight = weight);
    assert_eq!(found(of(Decimal::ZERO)), ["criterion[1].weight weight-zero"]);
    assert_eq!(found(of(Decimal::new(29, 5))), ["criterion[1].weight weights-far-apart"]);
    none(of(Decimal::new(30, 5)));
}

#[test]
fn scores_that_say_nothing() {
    let mut draft = good().criterion(Criterion::new("lust", 1, 5));
    assert_eq!(found(draft.clone()), ["criterion[2] criterion-unscored"]);
    draft.activities[0].scores.insert("lust".to_owned(), Decimal::ONE);
    none(draft);
    let mut same = changed(|call| {
        for activity in &mut call.activities {
            activity.scores.insert("behov".to_owned(), Decimal::TWO);
        }
    });
    assert_eq!(found(same.clone()), ["criterion same-priority"]);
    same.activities[0].scores.insert("behov".to_owned(), Decimal::ONE);
    none(same);
    let nothing = changed(|call| call.activities.iter_mut().for_each(|activity| activity.scores.clear()));
    assert_eq!(found(nothing), ["criterion[0] criterion-unscored", "criterion[1] criterion-unscored"]);
}

#[test]
fn findings_come_in_the_order_of_the_file_in_both_languages() {
    let draft = rule(Rule::new("r", Selection::tag("bran-unga")).at_most(1))
        .applicant(Applicant::new("miljo"))
        .criterion(Criterion::new("lust", 0, 5))
        .activity(activity("ny", "fritid", 600, 1).area("Nydalla"));
    let list = findings(draft.clone());
    let codes: Vec<&str> = list.iter().map(Finding::code).collect();
    let order =
        ["unit-above-ask", "weight-zero", "applicant-without-activities", "similar-words", "rule-selects-nothing"];
    assert_eq!(codes, order);
    assert_eq!(list, findings(draft));
    for finding in &list {
        assert_ne!(message(finding, Lang::Sv), message(finding, Lang::En));
        assert_ne!(message(finding, Lang::Sv), advice(finding, Lang::Sv));
    }
    assert_eq!(message(&list[3], Lang::Sv), "områdena `Nydalla` och `Nydala` är troligen samma");
}

#[test]
fn a_nation_of_activities_is_looked_through() {
    let mut draft = changed(|call| call.funds[0].amount = Money::new(600_000_000));
    for n in 0..50_000 {
        let area: String = format!("{n:05}").bytes().map(|digit| char::from(digit + 49)).collect();
        let title = format!("Insats {n}");
        draft = draft.activity(activity(&format!("a{n}"), "fritid", 100_000, 1).title(title).area(area.repeat(3)));
    }
    let call = draft.validate().unwrap();
    assert_eq!(lint(&call), []);
}

#[test]
fn languages_are_read_and_written() {
    assert_eq!(("sv".parse(), "en".parse()), (Ok(Lang::Sv), Ok(Lang::En)));
    assert_eq!(format!("{} {}", Lang::Sv, Lang::En), "sv en");
    assert!("de".parse::<Lang>().is_err());
}
