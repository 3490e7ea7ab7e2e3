//! Who decided what and why, and can what was suggested still be found?

mod record;
mod reproduce;

use std::fs;
use std::path::Path;
use std::process::Output;

use fordela_file::log::read_log;
use fordela_file::{sha256, write_call};
use fordela_proptest::{Generated, calls};
use proptest::prelude::*;
use serde_json::Value;

use super::formats::{FORMATS, snapshot};
use super::{IMPOSSIBLE, fordela, status, text};

/// Music has the priority 1, stage 2/3 and camp 1/3: suggested are 500 000, 200 000 and nothing.
const CALL: &str = r#"title = "Lov"
unit = 100

[[fund]]
id = "stad"
amount = 700_000

[[criterion]]
id = "behov"
weight = 1
max = 3

[[applicant]]
id = "kultur"
name = "Kulturnämnden"

[[applicant]]
id = "fritid"
name = "Fritidsnämnden"

[[activity]]
id = "musik"
applicant = "kultur"
title = "Musikskola"
ask = 500_000
scores = { behov = 3 }

[[activity]]
id = "scen"
applicant = "kultur"
ask = 300_000
scores = { behov = 2 }

[[activity]]
id = "lager"
applicant = "fritid"
title = "Läger"
ask = 400_000
scores = { behov = 1 }
"#;

/// 90 000 are moved from music to the camp.
const DECIDED: &str = "activity,granted\nmusik,410000\nscen,200000\nlager,90000\n";

const SAID: [&str; 4] = ["--role", "kommunstyrelsen", "--reason", "Lägret når fler."];

/// A folder with a call in one folder and a decision and a log in others.
struct Office(tempfile::TempDir);

impl Office {
    fn new(call: &str, decision: &str) -> Self {
        let office = Self(tempfile::tempdir().expect("a folder"));
        for folder in ["utlysning", "beslut"] {
            fs::create_dir(office.path().join(folder)).expect("a folder");
        }
        office.write("utlysning/call.toml", call.as_bytes());
        office.write("beslut/decision.csv", decision.as_bytes());
        office
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path().join(name), bytes).expect("written");
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path().join(name)).expect("a file")
    }

    fn change(&self, name: &str, from: &str, to: &str) {
        let old = text(&self.read(name));
        assert!(old.contains(from), "{from}");
        self.write(name, old.replacen(from, to, 1).as_bytes());
    }

    fn run(&self, args: &[&str]) -> Output {
        fordela(args).current_dir(self.path()).output().expect("the program runs")
    }

    fn record(&self, args: &[&str]) -> Output {
        let files =
            ["record", "utlysning/call.toml", "--decision", "beslut/decision.csv", "--log", "beslut/beslut.log"];
        self.run(&[&files[..], args].concat())
    }

    /// A log of two entries, the second with more said.
    fn recorded(call: &str, decision: &str) -> Self {
        let office = Self::new(call, decision);
        let more = ["--date", "2023-02-08", "--reason-for", "lager=Kön är lång."];
        for more in [&[][..], &more] {
            let output = office.record(&[&SAID[..], more].concat());
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        }
        office
    }

    fn reproduce(&self, args: &[&str]) -> Output {
        self.run(&[&["reproduce", "beslut/beslut.log"], args].concat())
    }

    /// What is found, which is not all the same.
    fn differing(&self) -> Value {
        let output = self.reproduce(&["--format", "json"]);
        assert_eq!(status(&output), 1, "{}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

/// A text without the hashes in it: that of a suggestion is another whenever anything is told otherwise.
fn masked(text: &str) -> String {
    let mut hash = String::new();
    let mut masked = String::new();
    for character in text.chars().chain(['\n']) {
        if character.is_ascii_hexdigit() {
            hash.push(character);
            continue;
        }
        masked.push_str(&if hash.len() == 64 { "#".repeat(64) } else { std::mem::take(&mut hash) });
        hash.clear();
        masked.push(character);
    }
    masked.pop();
    masked
}

/// What `record` and `reproduce` print as JSON: of a log that is as it was, of one in which much differs, and of a call
/// that is impossible.
pub(crate) fn printed() -> [Vec<String>; 2] {
    let office = Office::recorded(CALL, DECIDED);
    let mut records = vec![text(&office.record(&[&SAID[..], &["--format", "json"]].concat()).stdout)];
    let mut found = vec![text(&office.reproduce(&["--format", "json"]).stdout)];
    office.change("utlysning/call.toml", "amount = 700_000", "amount = 600_000");
    office.change("beslut/decision.csv", "90000", "80000");
    office.change("beslut/beslut.log", "Lägret", "Inget");
    found.push(text(&office.reproduce(&["--format", "json"]).stdout));
    fs::remove_file(office.path().join("utlysning/call.toml")).expect("removed");
    fs::remove_file(office.path().join("beslut/decision.csv")).expect("removed");
    found.push(text(&office.reproduce(&["--format", "json"]).stdout));
    let none = Office::new(IMPOSSIBLE, "applicant,granted\n");
    let ids = fordela_file::read_call(&none.path().join("utlysning/call.toml")).expect("a call");
    let rows = ids.call.draft().applicants.iter().map(|one| format!("{},1\n", one.id));
    none.write("beslut/decision.csv", format!("applicant,granted\n{}", rows.collect::<String>()).as_bytes());
    records.push(text(&none.record(&[&SAID[..], &["--format", "json"]].concat()).stdout));
    found.push(text(&none.reproduce(&["--format", "json"]).stdout));
    [records, found]
}

#[test]
fn a_decision_is_recorded_and_reproduced() {
    let office = Office::recorded(CALL, DECIDED);
    assert_eq!(status(&office.reproduce(&[])), 0);
    // The bytes are those that `allocate` writes where the log is.
    let allocated = fordela(&["allocate", "../utlysning/call.toml", "--format", "json"])
        .current_dir(office.path().join("beslut"))
        .output()
        .expect("the program runs");
    for entry in ["1", "2"] {
        let output = office.reproduce(&["--entry", entry]);
        assert_eq!((status(&output), &output.stdout), (0, &allocated.stdout), "{}", text(&output.stderr));
    }
    let file = office.path().join("svar.json").display().to_string();
    assert!(office.reproduce(&["--entry", "1", "-o", &file]).stdout.is_empty());
    assert_eq!(office.read("svar.json"), allocated.stdout);
    let names: Vec<_> = fs::read_dir(office.path().join("beslut")).expect("the folder").collect();
    assert_eq!(names.len(), 2, "nothing is left beside the log: {names:?}");
}

#[test]
fn every_format() {
    for (format, lang) in FORMATS {
        let office = Office::new(CALL, DECIDED);
        let told = ["--lang", lang, "--format", format];
        let more = ["--date", "2023-02-08", "--reason-for", "lager=Kön är lång."];
        let output = office.record(&[&SAID[..], &more, &told].concat());
        // A log begins in the language it was asked for.
        let snapshot = |name: &str, output: &str| snapshot(name, &masked(output));
        snapshot(&format!("record-{format}-{lang}"), &text(&output.stdout));
        if format == "table" {
            snapshot(&format!("log-{lang}"), &text(&office.read("beslut/beslut.log")));
        }
        snapshot(&format!("reproduce-same-{format}-{lang}"), &text(&office.reproduce(&told).stdout));
        office.change("utlysning/call.toml", "amount = 700_000", "amount = 600_000");
        fs::remove_file(office.path().join("beslut/decision.csv")).expect("removed");
        let output = office.reproduce(&told);
        assert_eq!(status(&output), 1);
        snapshot(&format!("reproduce-other-{format}-{lang}"), &text(&output.stdout));
    }
}

/// The decision of 2023 stands as the sums of boards.
#[test]
fn a_real_decision_by_applicant_is_reproduced() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/calls/malmo-2023");
    let read = |name: &str| text(&fs::read(folder.join(name)).expect("a file"));
    let office = Office::new(&read("call.toml"), &read("decision.csv"));
    let output = office.record(&[&SAID[..], &["--reason-for", "fritid=Mindre underlag.", "--format", "json"]].concat());
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&report["by"], &report["cost"]["value_lost"]), (&"applicants".into(), &Value::Null));
    // The audit of the same decision says the same; see the snapshot of its JSON.
    let most = (&report["cost"]["value_decided_at_most"], &report["cost"]["value_lost_at_least"]);
    assert_eq!(most, (&"24977965.21".into(), &"70603.75".into()));
    // What was decided and what was asked for is as published; both shared the whole budget.
    assert_eq!((&report["cost"]["decided"], &report["cost"]["difference"]), (&"37200700".into(), &"0".into()));
    assert_eq!(status(&office.reproduce(&[])), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// What was written before stands as it was, and what was just recorded is reproduced.
    #[test]
    fn a_fresh_entry_is_reproduced(
        Generated { call, .. } in calls(),
        amounts in proptest::collection::vec(0_u32..2_000, 1..8),
    ) {
        let ids = call.draft().activities.iter().map(|one| one.id.as_str());
        let rows = ids.zip(amounts.iter().cycle()).map(|(id, amount)| format!("{id},{amount}\n"));
        let decision = format!("activity,granted\n{}", rows.collect::<String>());
        let office = Office::new(&write_call(call.draft(), &[]), &decision);
        let mut before = Vec::new();
        for _ in 0..2 {
            let output = office.record(&[&SAID[..], &["-q"]].concat());
            prop_assert!((0..=1).contains(&status(&output)), "{}", text(&output.stderr));
            let after = office.read("beslut/beslut.log");
            prop_assert!(after.len() > before.len() && after.starts_with(&before));
            before = after;
        }
        let output = office.reproduce(&["--format", "json"]);
        prop_assert_eq!(status(&output), 0, "{}", text(&output.stdout));
        prop_assert!(text(&output.stdout).matches("\"suggestion\": \"same\"").count() == 2);
    }
}
