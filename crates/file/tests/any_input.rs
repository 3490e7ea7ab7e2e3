//! Whatever is read, the answer is a call or a list of faults in place.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

mod drafts;

use std::io;
use std::path::{Path, PathBuf};

use fordela::{CallDraft, Lang};
use fordela_file::{
    CallBytes, Files, Format, Ids, ReadError, Style, convert, read_call_bytes, read_draft_bytes, read_outcome_bytes,
    write_call,
};
use proptest::collection::vec;
use proptest::prelude::*;

use drafts::{draft, plain};

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

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Sv), Just(Lang::En)]
}

/// The call in a workbook.
fn read_book(book: Vec<u8>) -> CallDraft {
    let read = read_draft_bytes(bytes(&book, None), &Csv(Vec::new()));
    read.unwrap_or_else(|error| panic!("{error}")).draft
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
