//! Every finding, with a call that has it and the smallest change after which it is gone.

use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, Line, Rule};
use fordela::call::{Base, Limit, Percent, Selection};
use fordela::lint::{Finding, lint};
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

fn suggestion(draft: CallDraft) -> String {
    findings(draft)[0].suggestion(Lang::En, "SEK")
}

#[test]
fn a_good_call_has_no_finding() {
    none(good());
}

#[test]
fn a_budget_above_all_that_is_asked() {
    let of = |budget: i64| changed(|call| call.funds[0].amount = Money::new(budget));
    assert_eq!(found(of(1_000_001)), ["fund[0].amount budget-above-asked"]);
    none(of(1_000_000));
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
    assert_eq!(findings(of("250", "120"))[0].suggestion(Lang::Sv, "SEK"), "skriv `unit = 10`");
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
fn an_applicant_without_activities() {
    let alone = good().applicant(Applicant::new("miljo"));
    assert_eq!(found(alone.clone()), ["applicant[2] applicant-without-activities"]);
    none(alone.activity(activity("park", "miljo", 10_000, 1)));
}

#[test]
fn one_title_twice() {
    let of = |applicant: &str| good().activity(activity("dans-2", applicant, 100_000, 1).title(" dans "));
    assert_eq!(found(of("kultur")), ["activity[3].title same-title"]);
    none(of("fritid"));
}

#[test]
fn words_that_are_nearly_alike() {
    let area = |area: &str| good().activity(activity("ny", "fritid", 100_000, 1).area(area));
    for alike in ["Rosengard", "rosengård", "Rosengåd", "Rosegnård", "Rosen-gård", "Rosengårds"] {
        assert_eq!(found(area(alike)), ["activity[3].areas[0] similar-words"], "{alike}");
        assert_eq!(suggestion(area(alike)), format!("write `Rosengård` for `{alike}`"));
    }
    for other in ["Rosengård", "Rosenlund", "Nydal 2", "Lindängen"] {
        none(area(other));
    }
    let pair = |one: &str, other: &str| area(one).activity(activity("nyare", "fritid", 100_000, 2).area(other));
    for (one, other) in [("Område A", "Område B"), ("Område 11", "Område 12"), ("kvarter1", "kvarter2"), ("Ö", "O")]
    {
        none(pair(one, other));
    }
    assert_eq!(found(pair("Södra Sofielund", "Södra Soffielund")), ["activity[4].areas[0] similar-words"]);
}

#[test]
fn a_comma_in_a_tag_or_an_area() {
    let with = |tag: &str| changed(|call| call.activities[0].tags = vec![tag.to_owned()]);
    let of = |draft| found(draft).into_iter().filter(|found| found.contains("several-words")).collect::<Vec<_>>();
    assert_eq!(of(with("barn, unga")), ["activity[0].tags[0] several-words"]);
    assert_eq!(of(with("barn;unga")), ["activity[0].tags[0] several-words"]);
    assert!(of(with("barn och unga")).is_empty());
    assert!(of(with("barn,")).is_empty());
    let area = changed(|call| call.activities[2].areas = vec!["Rosengård, Nydala".to_owned()]);
    assert_eq!(of(area.clone()), ["activity[2].areas[0] several-words"]);
    let suggestion =
        findings(area).iter().find(|one| one.code() == "several-words").map(|one| one.suggestion(Lang::Sv, "SEK"));
    assert!(suggestion.is_some_and(|text| text.contains("`Rosengård|Nydala`")));
}

#[test]
fn one_applicant_in_two_spellings() {
    let second = |id: &str, name: &str| {
        let applicant = Applicant::new(id).name(name);
        found(good().applicant(applicant).activity(activity("teater", id, 100_000, 2)))
    };
    assert_eq!(second("Kultur", "Bildning"), ["applicant[2] applicants-alike"]);
    assert_eq!(second("bildning", "kulturnamnden "), ["applicant[2] applicants-alike"]);
    assert_eq!(second("bildning", "Kulturnämndn"), ["applicant[2] applicants-alike"]);
    assert_eq!(second("bildning", "Bildningsnämnden"), [""; 0]);
    // Numbers and single letters tell things apart.
    let numbered = |n: usize| Applicant::new(format!("forening-{n}")).name(format!("Förening {n}"));
    let one = |n: usize| activity(&format!("aktivitet-{n}"), &format!("forening-{n}"), 100_000, 2);
    let many = (1..=12).fold(good(), |call, n| call.applicant(numbered(n)).activity(one(n)));
    assert!(!found(many).iter().any(|found| found.contains("alike")));
}

#[test]
fn words_alike_are_found_in_linear_work() {
    // All the same but for marks; and one as long as a book.
    let same = (0..40_000).map(|n| format!("barn{}", "-".repeat(n % 50) + &".".repeat(n / 50)));
    let tags: Vec<String> = same.chain(["a".repeat(1_000_000), "abcdef-".repeat(50_000)]).collect();
    let found = found(changed(|call| call.activities[0].tags = tags));
    assert!(found.iter().filter(|found| found.ends_with("similar-words")).count() >= 39_999);
}

#[test]
fn caps_that_cannot_add_up_to_the_whole() {
    let each = |part| {
        rule(Rule::new("spridning", Selection::all()).each(Each::Applicant).at_most(percent(part, Base::Granted)))
    };
    assert_eq!(found(each(49)), ["rule[2].at_most caps-below-whole"]);
    assert!(found(each(50)).is_empty());
    assert_eq!(findings(each(45))[0].message(Lang::Sv, "SEK").matches("90 %").count(), 1);
    let apart = |part| {
        let cap = |id: &str, of, part| Rule::new(id, Selection::applicant(of)).at_most(percent(part, Base::Granted));
        found(good().rule(cap("a", "kultur", 60)).rule(cap("b", "fritid", part)))
    };
    assert_eq!(apart(39), ["rule[2].at_most caps-below-whole"]);
    assert!(apart(40).is_empty());
    // What is not held down may be all that is granted.
    let some = rule(Rule::new("a", Selection::applicant("kultur")).at_most(percent(10, Base::Granted)));
    assert!(found(some).is_empty());
}

#[test]
fn a_rule_that_selects_nothing() {
    let of = |selection: Selection| rule(Rule::new("r", selection).at_most(100_000));
    assert_eq!(found(of(Selection::area("Rosengard"))), ["rule[2] rule-selects-nothing"]);
    assert_eq!(suggestion(of(Selection::area("Rosengard"))), "write `Rosengård` for `Rosengard`");
    none(of(Selection::area("Rosengård")));
    let both = Selection { area: vec!["Rosengård".into(), "Nydaal".into()], ..Selection::all() };
    assert_eq!(found(of(both)), ["rule[2].area[1] word-selects-nothing"]);
    let neither = Selection { area: vec!["Nydala".into()], applicant: vec!["fritid".into()], ..Selection::all() };
    assert_eq!(found(of(neither)), ["rule[2] rule-selects-nothing"]);
    let mut each = of(Selection::all());
    each.rules[2].each = Some(Each::Area);
    none(each.clone());
    each.activities.iter_mut().for_each(|activity| activity.areas.clear());
    assert_eq!(found(each), ["rule[2] rule-selects-nothing"]);
}

#[test]
fn a_floor_above_what_there_is() {
    let of = |area: &str, floor: i64| rule(Rule::new("r", Selection::area(area)).at_least(floor));
    assert_eq!(found(of("Nydala", 200_001)), ["rule[2].at_least floor-above-asked"]);
    assert_eq!(suggestion(of("Nydala", 200_001)), "lower the floor to at most 200,000\u{a0}kr");
    none(of("Nydala", 200_000));
    assert_eq!(found(of("Rosengård", 600_001)), ["rule[2].at_least floor-above-budget"]);
    none(of("Rosengård", 600_000));
    let each = |floor: i64| rule(Rule::new("r", Selection::all()).each(Each::Activity).at_least(floor));
    assert_eq!(found(each(200_001)), ["rule[2].at_least floor-above-asked", "rule[2].at_least floors-above-budget"]);
    assert!(findings(each(200_001))[0].message(Lang::En, "SEK").contains("for `dans`"));
    none(each(200_000));
}

#[test]
fn floors_together_above_the_budget() {
    let of = |one: i64, other: i64| {
        rule(Rule::new("one", Selection::activity("musik")).at_least(one))
            .rule(Rule::new("other", Selection::activity("sommar")).at_least(other))
    };
    assert_eq!(found(of(400_000, 200_001)), ["rule floors-above-budget"]);
    none(of(400_000, 200_000));
    none(of(400_000, 200_000).rule(Rule::new("within", Selection::activity("musik")).at_least(300_000)));
}

#[test]
fn a_floor_above_a_cap() {
    let of = |floor: Selection, cap: Limit| {
        rule(Rule::new("floor", floor).at_least(100_000))
            .rule(Rule::new("cap", Selection::tag("barn-unga")).at_most(cap))
    };
    let above = ["rule[2].at_least floor-above-cap"];
    assert_eq!(found(of(Selection::tag("barn-unga"), 99_999.into())), above);
    assert_eq!(found(of(Selection::area("Nydala"), 99_999.into())), above);
    assert_eq!(found(of(Selection::area("Nydala"), percent(16, Base::Granted))), above);
    none(of(Selection::area("Nydala"), 100_000.into()));
    none(of(Selection::area("Rosengård"), 99_999.into()));
    let mut apart = of(Selection::area("Nydala"), 99_999.into()).fund(Fund::new("staten", 100_000));
    apart.rules[3].selection.fund = vec!["staten".to_owned()];
    none(apart);
}

#[test]
fn a_rule_that_never_binds() {
    let cap = |cap: Limit| rule(Rule::new("r", Selection::area("Nydala")).at_most(cap));
    for slack in [200_000.into(), percent(100, Base::Asked), percent(100, Base::Granted), percent(34, Base::Budget)] {
        assert_eq!(found(cap(slack)), ["rule[2].at_most rule-never-binds"], "{slack}");
        assert_eq!(suggestion(cap(slack)), "remove the rule `r`");
    }
    none(cap(199_999.into()));
    none(rule(Rule::new("r", Selection::all()).each(Each::Applicant).at_most(400_000)));
    let floor = |floor: Limit| rule(Rule::new("r", Selection::all()).at_least(floor).at_most(500_000));
    for slack in [0.into(), percent(0, Base::Asked), percent(40, Base::Granted)] {
        assert_eq!(found(floor(slack)), ["rule[2].at_least rule-never-binds"], "{slack}");
        assert_eq!(suggestion(floor(slack)), "remove `at_least` from the rule `r`");
    }
    none(floor(1_000.into()));
}

#[test]
fn a_rule_that_allows_nothing() {
    let cap = |base: Base| rule(Rule::new("r", Selection::all()).at_most(percent(99, base)));
    assert_eq!(found(cap(Base::Granted)), ["rule[2].at_most rule-allows-nothing"]);
    none(cap(Base::Budget));
    let floors = Rule::new("r", Selection::all()).each(Each::Activity);
    let each = |number: i64| rule(floors.clone().at_least(percent(number, Base::Granted)));
    assert_eq!(found(each(34)), ["rule[2].at_least rule-allows-nothing"]);
    none(each(33));
}

fn in_title(text: &str) -> Vec<String> {
    found(changed(|call| call.activities[1].title = Some(text.to_owned())))
}

#[test]
fn personal_data_in_a_text() {
    let emails = "fraga@example.org|Skriv till <barn.unga+1@post.example.org>.|a_b@example.org,|1@example.org";
    let phones = "040-34 10 00|+46 40 34 10 00|0709-12 34 56|Ring 040-34 10 00.|Tel:040-341000|+46 (0)40-34 10 00|\
                  0046 40 34 10 00|0709123456|070-912 34 56|(08-123 456 78)|+4640341000|040 34 10 00|\
                  0709\u{a0}12\u{a0}34\u{a0}56|0410 - 123 45|040/34 10 00";
    // The last but one is a coordination number: its day is 12 + 60.
    let numbers = "121212-1212|19121212-1212|201212121212|för 121212+1212.|(1212121212)|121212–1212|121272-1219|\
                   person-121212-1212";
    for (code, texts) in [("email-address", emails), ("phone-number", phones), ("identity-number", numbers)] {
        for text in texts.split('|') {
            assert_eq!(in_title(text), [format!("activity[1].title {code}")], "{text}");
        }
    }
}

#[test]
fn numbers_that_are_nobodys() {
    let amounts = "1 040 341 000 kr|1 550 000,50 kr|040 341 000 kr|0,5 tjänst|1_550_000|+46 500 000 kr|2 st @ 100.50";
    let times = "2023-12-31|20231231|231231|08-09-2023|2023-06/2023-12|2021–2023|kl. 08.00-17.00|0800-1700|\
                 weeks 21–37|substitutes (210 hours)|230101-1231|20230101-1231";
    let documents = "211 20 Malmö|STK-2023-490|STK-2023-040-341000|STK-2023-121212-1212|KS 2023/1212-1212|\
                     212000-1124|A1212121212|12121212121212|000123456|0123456789|12 3456 7890|@malmo.stad|a@b|10@12.50";
    // A wrong last digit, a 13th month, the 29th of February 1999, and the year 2112.
    let impossible = "121212-1213|121312-1211|990229-1211|21121212-1212";
    for texts in [amounts, times, documents, impossible] {
        for text in texts.split('|') {
            assert_eq!(in_title(text), [""; 0], "{text}");
        }
    }
}

/// Each kind in the dress in which people write it, and what looks like it and is not. The numbers are made up by rule.
#[test]
fn personal_data_in_whatever_dress() {
    let emails = "fraga(at)example.org|fraga [at] example [dot] org|fraga @ example.org|fraga@ example.org|\
                  fra\u{ad}ga@exam\u{200b}ple.org|fraga＠example.org|Fraga (AT) example (punkt) org";
    let phones = "(040) 34 10 00|(040)341000|(040)-34 10 00|040.34.10.00|070.123.45.67|+49 30 1234567|+4930123456|\
                  +1 212 555 0100|0049 30 1234567|０７０－１２３ ４５ ６７|0\u{200b}70-1\u{ad}23 45 67|070\u{2009}123\u{2009}45\u{2009}67|\
                  070\u{2014}123 45 67|ring 070-123 45 67 kräver svar";
    let numbers = "121212 1212|121212 - 1212|12-12-12-1212|1912-12-12-1212|1912-12-12 1212|1912.12.12-1212|\
                   １２１２１２－１２１２|121212\u{ad}-\u{200b}1212|19121212 - 1212|121212/1212|121212 12 12";
    let accounts = "SE45 5000 0000 0583 9825 7466|SE4550000000058398257466|de89 3704 0044 0532 0130 00|\
                    NO93-8601-1117-947|till konto SE4550000000058398257466.";
    let kinds = [
        ("email-address", emails),
        ("phone-number", phones),
        ("identity-number", numbers),
        ("account-number", accounts),
    ];
    for (code, texts) in kinds {
        for text in texts.split('|') {
            assert_eq!(in_title(text), [format!("activity[1].title {code}")], "{text}");
        }
    }
    let nobodys = "036 500 000|036.500.000|KS/2023:0701234567|070 123 456 kr|0701234567 kr|kr 0701234567|SEK 040341000|\
                   1212121212 kr|121212 1212 kronor|+5 000 000|+12 345 678|+10000000|08.12.2023|08-12-2023|08.30-17.00|\
                   2023-12-31 1700|följ oss @malmo.stad|SE45 5000 0000 0583 9825 7467|SE455000000005839825746|2023:121212-1212|\
                   10 (40 34 10)|0,08 123 456|§ 12 1212";
    for text in nobodys.split('|') {
        assert_eq!(in_title(text), [""; 0], "{text}");
    }
}

#[test]
fn personal_data_is_found_in_every_text_and_not_repeated() {
    let mail = "fraga@example.org";
    let mut draft = changed(|call| {
        call.title = mail.to_owned();
        call.funds[0].name = Some(mail.to_owned());
        call.criteria[0].name = Some(mail.to_owned());
        call.applicants[0].name = Some(mail.to_owned());
        call.activities[0].tags.push(mail.to_owned());
        call.activities[1].tags.push(mail.to_owned());
        call.rules[0].name = Some(mail.to_owned());
    });
    draft = draft.activity(activity("p-121212-1212", "fritid", 100_000, 1));
    draft.activities[3].lines =
        vec![Line { title: Some(mail.to_owned()), kind: Some("070-123 45 67".to_owned()), ..Line::new("l", 100_000) }];
    let places = [
        "title email-address",
        "fund[0].name email-address",
        "criterion[0].name email-address",
        "applicant[0].name email-address",
        "activity[0].tags[1] email-address",
        "activity[3].id identity-number",
        "activity[3].line[0].title email-address",
        "activity[3].line[0].kind phone-number",
        "rule[0].name email-address",
    ];
    assert_eq!(found(draft.clone()), places);
    for finding in findings(draft) {
        for lang in [Lang::Sv, Lang::En] {
            let text = finding.message(lang, "SEK") + &finding.suggestion(lang, "SEK");
            assert!(!text.contains("example") && !text.contains("1212") && !text.contains("070"));
        }
    }
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
        assert_ne!(finding.message(Lang::Sv, "SEK"), finding.message(Lang::En, "SEK"));
        assert_ne!(finding.message(Lang::Sv, "SEK"), finding.suggestion(Lang::Sv, "SEK"));
    }
    assert_eq!(list[3].message(Lang::Sv, "SEK"), "områdena `Nydalla` och `Nydala` är troligen samma");
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
