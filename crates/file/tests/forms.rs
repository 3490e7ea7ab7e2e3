//! One call, many ways to write it: all give the same draft.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use std::io;
use std::path::{Path, PathBuf};

use fordela::CallDraft;
use fordela_file::{CallBytes, Files, Format, ReadDraft, ReadError, read_call_bytes, read_draft_bytes};

/// A file that is not on the disk.
struct Made(&'static str, Vec<u8>);

impl Files for Made {
    fn read(&self, path: &Path, _: usize) -> io::Result<Vec<u8>> {
        if path == Path::new(self.0) { Ok(self.1.clone()) } else { Err(io::ErrorKind::NotFound.into()) }
    }
}

fn call(text: &str, format: Option<Format>) -> CallBytes {
    CallBytes { name: "call".to_owned(), bytes: text.as_bytes().to_vec(), format, folder: PathBuf::new() }
}

fn read(text: &str, csv: Vec<u8>) -> Result<ReadDraft, ReadError> {
    read_draft_bytes(call(text, None), &Made("aktiviteter.csv", csv))
}

fn draft(text: &str) -> CallDraft {
    read(text, Vec::new()).unwrap_or_else(|error| panic!("{error}")).draft
}

const HEAD: &str = r#"
title = "Insatser i socialt utsatta områden"
unit = 100

[objective]
diminishing = [ { up_to = "50 %", factor = 1 }, { up_to = "100 %", factor = 0.6 } ]

[[fund]]
id = "kommunstyrelsen"
amount = 37_200_700
use_by = 2023-12-31
unspent = "carry-over"
report_by = 2024-01-31
pays_for = { tag = ["barn-unga", "samverkan"] }

[[criterion]]
id = "omradeslyft"
name = "Områdeslyft"
weight = 2.5
max = 3

[[applicant]]
id = "kultur"

[[rule]]
id = "tak"
each = "applicant"
at_most = "95 % of asked"

[[rule]]
id = "golv"
tag = "barn-unga"
at_least = 500_000
"#;

const TABLES: &str = r#"
[[activity]]
id = "allemansratt"
applicant = "kultur"
title = "Kulturell allemansrätt; på fritid"
ask = "1 550 000,50 kr"
min_share = "33,3 %"
tags = ["barn-unga", "fritid"]
areas = ["Rosengård"]
requires = ["scen/lokal"]
scores = { omradeslyft = 2.5 }

[[activity]]
id = "scen"
applicant = "kultur"
funding = "lines"
scores = { omradeslyft = 1 }

[[activity.line]]
id = "lokal"
title = "Lokal"
cost = 200_000

[[activity.line]]
id = "ljud"
cost = 50000.25
requires = ["lokal"]
"#;

const JSON: &str = r#"{
  "title": "Insatser i socialt utsatta omr\u00e5den",
  "unit": "100",
  "objective": { "kind": "priority", "diminishing": [
    { "up_to": "50%", "factor": 1.0 }, { "up_to": "100 %", "factor": "0,6" } ] },
  "fund": [ { "id": "kommunstyrelsen", "amount": 37200700, "use_by": "2023-12-31", "unspent": "carry-over", "report_by": "2024-01-31",
    "pays_for": { "tag": ["barn-unga", "samverkan"] } } ],
  "criterion": [ { "id": "omradeslyft", "name": "Områdeslyft", "weight": "2.50", "max": 3 } ],
  "applicant": [ { "id": "kultur" } ],
  "activity": [
    { "id": "allemansratt", "applicant": "kultur", "title": "Kulturell allemansrätt; på fritid", "ask": 1550000.50,
      "min_share": "33.3 %", "tags": ["barn-unga", "fritid"], "areas": ["Rosengård"], "requires": ["scen/lokal"],
      "scores": { "omradeslyft": 2.5 } },
    { "id": "scen", "applicant": "kultur", "funding": "lines", "scores": { "omradeslyft": 1 }, "line": [
      { "id": "lokal", "title": "Lokal", "cost": "200 000" },
      { "id": "ljud", "cost": "50 000,25", "requires": ["lokal"] } ] }
  ],
  "rule": [
    { "id": "tak", "each": "applicant", "at_most": "95 % of asked" },
    { "id": "golv", "tag": ["barn-unga"], "at_least": "500 000 kr" }
  ]
}"#;

const ROWS: [[&str; 15]; 5] = [
    [
        "id",
        "applicant",
        "title",
        "ask",
        "funding",
        "min_share",
        "tags",
        "areas",
        "requires",
        "score.omradeslyft",
        "line",
        "line_title",
        "cost",
        "line_requires",
        "line_excludes",
    ],
    [
        "allemansratt",
        "kultur",
        "Kulturell allemansrätt; på fritid",
        "1 550 000,50 kr",
        "",
        "33,3%",
        "barn-unga | fritid",
        "Rosengård",
        "scen/lokal",
        "2,5",
        "",
        "",
        "",
        "",
        "",
    ],
    ["scen", "kultur", "", "", "lines", "", "", "", "", "1", "lokal", "Lokal", "200 000", "", ""],
    ["scen", "", "", "", "", "", "", "", "", "", "ljud", "", "50000,25", "lokal", ""],
    ["", "", "", "", "", "", "", "", "", "", "", "", "", "", ""],
];

fn csv(delimiter: &str, line_end: &str) -> String {
    let cell = |cell: &&str| match cell.contains([';', ',', '\t']) {
        true => format!("\"{cell}\""),
        false => (*cell).to_owned(),
    };
    ROWS.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(delimiter) + line_end).collect()
}

#[test]
fn toml_and_json_give_one_draft() {
    let toml = draft(&format!("{HEAD}{TABLES}"));
    assert_eq!(toml, draft(JSON));
    assert_eq!(toml.activities[0].ask, Some("1550000.50".parse().expect("an amount")));
    assert_eq!(toml.activities[1].lines[1].cost, "50000.25".parse().expect("an amount"));
}

#[test]
fn every_way_to_write_the_csv_gives_one_draft() {
    let expected = draft(&format!("{HEAD}{TABLES}"));
    let text = format!("activities = \"aktiviteter.csv\"\n{HEAD}");
    for delimiter in [",", ";", "\t"] {
        for line_end in ["\n", "\r\n"] {
            let csv = csv(delimiter, line_end);
            let marked = [b"\xEF\xBB\xBF".as_slice(), csv.as_bytes()].concat();
            let windows = encoding_rs::WINDOWS_1252.encode(&csv).0.into_owned();
            let said = format!("sep={delimiter}{line_end}{csv}").into_bytes();
            for bytes in [csv.into_bytes(), marked, windows, said] {
                let read = read(&text, bytes).unwrap_or_else(|error| panic!("{delimiter:?}: {error}"));
                assert_eq!(read.draft, expected);
            }
        }
    }
}

#[test]
fn rows_follow_the_tables_and_are_found_in_their_file() {
    let text = format!(
        "activities = \"aktiviteter.csv\"\n{HEAD}\n[[activity]]\nid = \"forst\"\napplicant = \"kultur\"\nask = 1\n"
    );
    let read = read(&text, csv(";", "\n").into_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let ids: Vec<&str> = read.draft.activities.iter().map(|activity| activity.id.as_str()).collect();
    assert_eq!(ids, ["forst", "allemansratt", "scen"]);
    let activity = |index| fordela::call::Place::root().key("activity").item(index);
    let found = |place| {
        let location = read.text.locate(&place);
        (location.file, location.line, location.column, location.text)
    };
    assert_eq!(found(activity(0).key("ask")), ("call".to_owned(), 39, 7, "1".to_owned()));
    let csv = || "aktiviteter.csv".to_owned();
    assert_eq!(found(activity(1).key("tags").item(1)), (csv(), 2, 96, "fritid".to_owned()));
    assert_eq!(found(activity(2).key("line").item(1).key("cost")), (csv(), 4, 21, "\"50000,25\"".to_owned()));
    assert_eq!(found(activity(2).key("title")), (csv(), 3, 1, "scen".to_owned()));
}

#[test]
fn the_digest_is_that_of_the_files_one_after_the_other() {
    use sha2::{Digest, Sha256};
    let hex = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let text = format!("activities = \"aktiviteter.csv\"\n{HEAD}");
    let csv = csv(",", "\n").into_bytes();
    let both = [text.as_bytes(), &csv].concat();
    assert_eq!(read(&text, csv).expect("a call").sha256, hex(&both));
    assert_eq!(read(HEAD, Vec::new()).expect("a call").sha256, hex(HEAD.as_bytes()));
}

#[test]
fn a_valid_call_is_checked_too() {
    let nothing = Made("", Vec::new());
    let good = JSON.replace("1550000.50", "1550000").replace("50 000,25", "50 000");
    let read = read_call_bytes(call(&good, Some(Format::Json)), &nothing).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read.call.draft().activities.len(), 2);
    let bad = good.replace("\"tag\": [\"barn-unga\"]", "\"tag\": [\"barn-unga\"], \"area\": \"x\", \"fund\": \"ks\"");
    let error = read_call_bytes(call(&bad, Some(Format::Json)), &nothing).expect_err("no such fund");
    let (location, _) = error.faults().next().expect("a fault");
    assert_eq!((location.line, location.text.as_str()), (20, "\"ks\""));
}
