//! Whatever is read, the answer is a call or a list of faults in place.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use fordela::call::draft::{Activity, Applicant, Criterion, Each, Fund, Funding, Line, Objective, Rule, Tier, Unspent};
use fordela::call::{Base, Limit, Percent, Selection, SpendRate};
use fordela::{CallDraft, Lang, Money, date};
use fordela_file::{
    CallBytes, Files, Format, Ids, ReadError, Style, convert, read_call_bytes, read_draft_bytes, read_outcome_bytes,
    write_call,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

struct Csv(Vec<u8>);

impl Files for Csv {
    fn read(&self, _: &Path, _: usize) -> io::Result<Vec<u8>> {
        Ok(self.0.clone())
    }
}

fn bytes(bytes: &[u8], format: Option<Format>) -> CallBytes {
    CallBytes { name: "call".to_owned(), bytes: bytes.to_vec(), format, folder: PathBuf::new() }
}

/// Every fault has a place, a cause and a rendering.
fn well_formed(error: &ReadError) {
    assert!(error.count() > 0);
    assert!(error.faults().all(|(location, _)| location.line >= 1 && location.column >= 1));
    for lang in [Lang::Sv, Lang::En] {
        assert!(!error.render(Style { lang, ..Style::default() }).is_empty());
    }
    assert!(!error.to_string().is_empty());
}

fn any_answer(call: &[u8], csv: &[u8]) {
    for format in [None, Some(Format::Toml), Some(Format::Json)] {
        if let Err(error) = read_call_bytes(bytes(call, format), &Csv(csv.to_vec())) {
            well_formed(&error);
        }
    }
}

const TOML: &str = r#"title = "T"
activities = "a.csv"
unit = 100
[objective]
kind = "priority"
diminishing = [ { up_to = "50 %", factor = 1 }, { up_to = "100 %", factor = 0.6 } ]
[[fund]]
id = "f"
amount = "1 000 000,50 kr"
pays_for = { tag = ["a", "b"] }
use_by = 2023-12-31
[[criterion]]
id = "c"
weight = 1
max = 3
[[applicant]]
id = "n"
[[activity]]
id = "x"
applicant = "n"
scores = { c = 2 }
[[activity.line]]
id = "l"
cost = 1_000
[[rule]]
id = "r"
each = "applicant"
at_most = "95 % of asked"
"#;

const OUTCOME: &str = "\
aktivitet;källa;period;kostnadsslag;utfall;beviljat;resultat.deltagare;resultat.deltagare.barn
a;f;2023-H1;löner;60 000,50;;1 200;100
summa;;;;60 000,50;70 000;1 200;100
";

const CSV: &str = "id;applicant;title;ask;min_share;tags;score.c;line;cost\n\
                   a;n;\"Öppen; scen\";1 000;50 %;x|y;2,5;;\nb;n;;;;;1;l;5\nb;;;;;;;m;6\n";

const JSON: &str = r#"{ "title": "T", "unit": 1, "activities": "a.csv", "fund": [ { "id": "f", "amount": 10.50 } ],
 "criterion": [ { "id": "c", "weight": 1, "max": "3" } ], "applicant": [ { "id": "n" } ],
 "activity": [ { "id": "x", "applicant": "n", "ask": 5, "scores": { "c": 2 }, "tags": ["\u00e5"] } ] }"#;

/// A change at some place: a stretch is left out, and something else is put there.
fn changed(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let change = (
        any::<prop::sample::Index>(),
        0..6_usize,
        prop_oneof![
            vec(any::<u8>(), 0..4),
            "[\\[\\]{}=\",.;|#'\\\\\n\r\t0-9a-zå %-]{0,4}".prop_map(String::into_bytes),
        ],
    );
    vec(change, 1..5).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, length, new) in changes {
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, new);
        }
        bytes
    })
}

fn money() -> impl Strategy<Value = Money> {
    (0..10_i64.pow(13)).prop_map(|ore| Money::try_from(Decimal::new(ore, 2)).expect("an amount"))
}

fn number() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0..10_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn percent() -> impl Strategy<Value = Percent> {
    (0..=100_000_i64).prop_map(|thousandths| Percent::new(Decimal::new(thousandths, 3)))
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z-]{1,8}", "[ -~åäöÅÄÖ\"\\\\–]{0,12}"]
}

fn words() -> impl Strategy<Value = Vec<String>> {
    vec(word(), 0..3)
}

fn limit() -> impl Strategy<Value = Limit> {
    let base = prop::sample::select(vec![Base::Asked, Base::Budget, Base::Granted, Base::OwnGrant]);
    prop_oneof![money().prop_map(Limit::Money), (percent(), base).prop_map(|(part, base)| Limit::Percent(part, base))]
}

fn selection() -> impl Strategy<Value = Selection> {
    let lines = (words(), words(), words());
    (words(), words(), words(), words(), words(), lines).prop_map(
        |(applicant, area, tag, activity, fund, (kind, line, period))| Selection {
            applicant,
            area,
            tag,
            activity,
            kind,
            line,
            period,
            fund,
        },
    )
}

fn fund() -> impl Strategy<Value = Fund> {
    let unspent = prop::sample::select(vec![Unspent::Repay, Unspent::CarryOver, Unspent::Return]);
    let day = || (0_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day));
    let days = (option::of(word()), option::of(day()), option::of(day()));
    let parts = (option::of(percent()), option::of(percent()), words(), any::<bool>());
    (word(), option::of(word()), money(), selection(), days, option::of(unspent), parts).prop_map(
        |(id, name, amount, pays_for, (period, use_by, report_by), unspent, parts)| Fund {
            id,
            name,
            amount,
            pays_for,
            min_part: parts.0,
            max_part: parts.1,
            not_with: parts.2,
            spend_first: parts.3,
            period,
            use_by,
            unspent,
            report_by,
        },
    )
}

fn line() -> impl Strategy<Value = Line> {
    let words = (option::of(word()), option::of(word()), words(), words());
    (word(), option::of(word()), money(), words).prop_map(|(id, title, cost, (kind, period, requires, excludes))| {
        Line { id, title, cost, kind, period, requires, excludes }
    })
}

fn activity() -> impl Strategy<Value = Activity> {
    let funding = prop::sample::select(vec![Funding::Partial, Funding::Whole, Funding::Levels, Funding::Lines]);
    let first = (word(), word(), option::of(word()), option::of(money()), vec(line(), 0..3), funding);
    let second = (option::of(percent()), vec(money(), 0..3), btree_map(word(), number(), 0..3));
    let rate = (percent(), percent()).prop_map(|(one, other)| SpendRate::between(one, other));
    let third = (words(), words(), words(), words(), option::of(word()), option::of(rate), option::of(word()));
    (first, second, third).prop_map(|(first, second, third)| {
        let (id, applicant, title, ask, lines, funding) = first;
        let (min_share, levels, scores): (_, _, BTreeMap<String, Decimal>) = second;
        let (tags, areas, requires, excludes, period, spend_rate, note) = third;
        Activity {
            id,
            applicant,
            title,
            ask,
            lines,
            funding,
            min_share,
            levels,
            scores: scores.into_iter().collect(),
            tags,
            areas,
            requires,
            excludes,
            period,
            spend_rate,
            note,
        }
    })
}

fn rule() -> impl Strategy<Value = Rule> {
    let each = prop::sample::select(vec![Each::Applicant, Each::Area, Each::Tag, Each::Fund, Each::Activity]);
    (word(), option::of(word()), option::of(each), selection(), option::of(limit()), option::of(limit())).prop_map(
        |(id, name, each, selection, at_least, at_most)| Rule { id, name, each, selection, at_least, at_most },
    )
}

fn draft() -> impl Strategy<Value = CallDraft> {
    let tier = (percent(), number()).prop_map(|(up_to, factor)| Tier { up_to, factor });
    let objective = vec(tier, 0..3).prop_map(|diminishing| Objective { diminishing, ..Objective::default() });
    let criterion = (word(), option::of(word()), number(), number()).prop_map(|(id, name, weight, max)| Criterion {
        id,
        name,
        weight,
        max,
    });
    let applicant = (word(), option::of(word()), option::of(word()), option::of(word()));
    let applicant = applicant.prop_map(|(id, name, call, note)| Applicant { id, name, call, note });
    let head = (word(), word(), money(), objective, option::of(number()));
    let lists =
        (vec(fund(), 0..3), vec(criterion, 0..3), vec(applicant, 0..3), vec(activity(), 0..4), vec(rule(), 0..4));
    (head, lists).prop_map(
        |((title, currency, unit, objective, bad_luck), (funds, criteria, applicants, activities, rules))| CallDraft {
            title,
            currency,
            unit,
            objective,
            funds: funds.into(),
            criteria: criteria.into(),
            applicants: applicants.into(),
            activities: activities.into(),
            rules: rules.into(),
            bad_luck,
        },
    )
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Sv), Just(Lang::En)]
}

/// The call in a workbook.
fn read_book(book: Vec<u8>) -> CallDraft {
    let read = read_draft_bytes(bytes(&book, None), &Csv(Vec::new()));
    read.unwrap_or_else(|error| panic!("{error}")).draft
}

/// A call with the same shape and numbers, in whose texts stand only words, and whose ids are each one's own.
fn plain(mut draft: CallDraft) -> CallDraft {
    if draft.applicants.is_empty() {
        // Where a call has none, its table of activities names them.
        draft.applicants.push(Applicant::new("a"));
    }
    let mut value = serde_json::to_value(draft).expect("data");
    tamed(&mut value);
    serde_json::from_value(value).expect("of the same shape")
}

/// Gives texts of any kind letters at their ends, and parts an id of their own.
fn tamed(value: &mut Value) {
    match value {
        Value::Array(all) => {
            for (n, one) in all.iter_mut().enumerate() {
                tamed(one);
                if let Some(id) = one.get_mut("id") {
                    *id = format!("id-{n}").into();
                }
            }
        }
        Value::Object(all) => {
            for (key, one) in all.iter_mut() {
                let is_text = TEXTS.contains(&key.as_str()) && *one != "priority";
                match one {
                    Value::String(text) if is_text => *text = worded(text),
                    Value::Array(list) if key != "levels" && list.iter().all(Value::is_string) => {
                        list.iter_mut().for_each(|one| *one = worded(one.as_str().unwrap_or_default()).into());
                    }
                    Value::Object(scores) if key == "scores" => {
                        *scores = scores.iter().map(|(id, score)| (worded(id), score.clone())).collect();
                    }
                    other => tamed(other),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The keys that hold a text of any kind.
const TEXTS: [&str; 14] = [
    "title",
    "note",
    "name",
    "call",
    "applicant",
    "period",
    "currency",
    "line",
    "kind",
    "area",
    "tag",
    "activity",
    "fund",
    "not_with",
];

fn worded(text: &str) -> String {
    format!("t{}t", text.replace('|', " "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_answered(call in vec(any::<u8>(), 0..400), csv in vec(any::<u8>(), 0..400)) {
        any_answer(&call, &csv);
        any_answer(TOML.as_bytes(), &csv);
    }

    #[test]
    fn any_text_is_answered(call in "[\\[\\]{}=\",.:#'\\\\\n\r\t0-9a-c_ %å-]{0,200}") {
        any_answer(call.as_bytes(), CSV.as_bytes());
    }

    #[test]
    fn a_changed_toml_file_is_answered(call in changed(TOML)) {
        any_answer(&call, CSV.as_bytes());
    }

    #[test]
    fn a_changed_json_file_is_answered(call in changed(JSON)) {
        any_answer(&call, CSV.as_bytes());
    }

    #[test]
    fn a_changed_csv_file_is_answered(csv in changed(CSV)) {
        any_answer(TOML.as_bytes(), &csv);
    }

    /// What a program writes is what is read.
    #[test]
    fn what_serde_writes_reads_back_equal(draft in draft()) {
        let json = serde_json::to_string_pretty(&draft).expect("JSON");
        let read = read_draft_bytes(bytes(json.as_bytes(), Some(Format::Json)), &Csv(Vec::new()));
        match read {
            // Names are read as the ids that they stand for.
            Ok(read) => prop_assert_eq!(read.draft, draft.with_ids()),
            Err(error) => prop_assert!(false, "{error}\n{json}"),
        }
    }

    /// What is written as people write it is what is read.
    #[test]
    fn what_is_written_as_toml_reads_back_equal(draft in draft()) {
        let toml = write_call(&draft, &["a head".to_owned()]);
        let read = read_draft_bytes(bytes(toml.as_bytes(), Some(Format::Toml)), &Csv(Vec::new()));
        match read {
            // Names are read as the ids that they stand for.
            Ok(read) => prop_assert_eq!(read.draft, draft.with_ids()),
            Err(error) => prop_assert!(false, "{error}\n{toml}"),
        }
    }

    #[test]
    fn any_outcome_is_answered(text in "[;,\"=\n\ra-c0-9 .%å-]{0,120}", changed in changed(OUTCOME)) {
        for bytes in [text.into_bytes(), changed] {
            if let Err(error) = read_outcome_bytes("utfall.csv", bytes, "SEK") {
                prop_assert!(error.count() > 0 && !error.render(Style::default()).is_empty());
            }
        }
    }

    /// No text is taken for JSON that another parser does not take.
    #[test]
    fn only_json_is_read_as_json(json in changed(JSON)) {
        if read_draft_bytes(bytes(&json, Some(Format::Json)), &Csv(CSV.into())).is_ok() {
            let text = String::from_utf8(json).expect("UTF-8");
            let value = serde_json::from_str::<serde_json::Value>(text.trim_start_matches('\u{FEFF}'));
            prop_assert!(value.is_ok(), "{}", text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// What a workbook cannot keep is refused, and all else is kept.
    #[test]
    fn any_call_is_kept_in_a_workbook_or_refused(draft in draft().prop_map(CallDraft::with_ids), lang in lang()) {
        if let Ok(book) = convert(&draft, Format::Xlsx, Ids::Kept, lang) {
            prop_assert_eq!(read_book(book), draft);
        }
    }

    /// Where no text has spaces at its ends or what parts values, and no two parts have one id, all is kept.
    #[test]
    fn a_plain_call_is_kept_in_a_workbook(draft in draft().prop_map(plain).prop_map(CallDraft::with_ids), lang in lang()) {
        match convert(&draft, Format::Xlsx, Ids::Kept, lang) {
            Ok(book) => prop_assert_eq!(read_book(book), draft),
            Err(error) => prop_assert!(false, "{}\n{:#?}", error, draft),
        }
    }
}

#[test]
fn the_templates_are_valid() {
    for (text, format) in [(TOML, Format::Toml), (JSON, Format::Json)] {
        let read = read_draft_bytes(bytes(text.as_bytes(), Some(format)), &Csv(CSV.into()));
        let read = read.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.draft.activities.len(), 3);
    }
}
