//! Who decided what and why, and can what was suggested still be found?

use std::fs;
use std::path::Path;
use std::process::Output;

use fordela_io::log::{Entry, FileThen, ReadLog, read_log};
use fordela_io::{sha256, write_call};
use fordela_proptest::{Generated, calls};
use proptest::prelude::*;
use serde_json::Value;

use super::formats::snapshot;
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

/// The kinds of differences of an entry, from 0.
fn kinds(found: &Value, entry: usize) -> Vec<&str> {
    let differences = found["entries"][entry]["differences"].as_array().expect("a list");
    differences.iter().map(|one| one["kind"].as_str().expect("a kind")).collect()
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
    let ids = fordela_io::read_call(&none.path().join("utlysning/call.toml")).expect("a call");
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
    let log = read_log(&office.path().join("beslut/beslut.log")).expect("a log");
    assert!(log.entries().all(|entry| entry.suggestion_sha256 == sha256(&allocated.stdout)));
    let file = office.path().join("svar.json").display().to_string();
    assert!(office.reproduce(&["--entry", "1", "-o", &file]).stdout.is_empty());
    assert_eq!(office.read("svar.json"), allocated.stdout);
    let names: Vec<_> = fs::read_dir(office.path().join("beslut")).expect("the folder").collect();
    assert_eq!(names.len(), 2, "nothing is left beside the log: {names:?}");
}

#[test]
fn what_a_deviation_costs_is_told() {
    let office = Office::new(CALL, DECIDED);
    let output = office.record(&[&SAID[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let deviations = report["deviations"].as_array().expect("a list");
    let told = |one: &Value| (one["id"].clone(), one["difference"].clone());
    let told: Vec<(Value, Value)> = deviations.iter().map(told).collect();
    assert_eq!(told, [("musik".into(), "-90000".into()), ("lager".into(), "90000".into())]);
    let cost = &report["cost"];
    // 90 000 of the priority 1 are lost, and 90 000 of 1/3 are won.
    assert_eq!([&cost["value_lost"], &cost["difference"], &cost["raised"]], ["60000.00", "0", "90000"]);
    let log = read_log(&office.path().join("beslut/beslut.log")).expect("a log");
    assert_eq!(report["seal"].as_str(), log.seal());
}

#[test]
fn every_format_in_both_languages() {
    for lang in ["sv", "en"] {
        for format in ["table", "json", "csv", "md"] {
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
}

#[test]
fn a_decision_as_suggested_is_recorded_too() {
    let office = Office::new(CALL, "activity,granted\nmusik,500000\nscen,200000\nlager,0\n");
    let output = office.record(&[&SAID[..], &["--lang", "en"]].concat());
    assert!(text(&output.stdout).contains("The decision is as suggested."), "{}", text(&output.stdout));
    assert!(text(&office.read("beslut/beslut.log")).contains("\ndeviations = []\n"));
    assert_eq!(status(&office.reproduce(&[])), 0);
    let output = office.record(&[&SAID[..], &["--reason-for", "musik=Behov.", "--lang", "en"]].concat());
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("gets just what is suggested"));
}

#[test]
fn a_call_that_is_impossible_is_recorded_as_such() {
    let [records, found] = printed();
    let record: Value = serde_json::from_str(&records[1]).expect("JSON");
    assert_eq!((&record["status"], &record["cost"]), (&"infeasible".into(), &Value::Null));
    let found: Value = serde_json::from_str(&found[3]).expect("JSON");
    assert_eq!(found["same"], true, "{found}");
}

#[test]
fn what_was_edited_or_removed_is_named() {
    let office = Office::recorded(CALL, DECIDED);
    let log = text(&office.read("beslut/beslut.log"));
    office.change("beslut/beslut.log", "Lägret", "Lagret");
    let found = office.differing();
    assert_eq!((kinds(&found, 0), kinds(&found, 1)), (vec!["edited"], vec![]));
    assert_eq!((&found["entries"][0]["bytes"], &found["entries"][1]["same"]), (&"same".into(), &true.into()));
    // Nothing is written on a log that is broken, and nothing of an entry that is not the same.
    let before = office.read("beslut/beslut.log");
    let output = office.record(&SAID);
    let said = text(&output.stderr);
    assert_eq!((status(&output), office.read("beslut/beslut.log")), (2, before));
    assert!(said.contains("entry 1 of the log is not as it was written") && said.contains("beslut.log:6:10"), "{said}");
    let output = office.reproduce(&["--entry", "1", "--lang", "en"]);
    assert!(status(&output) == 1 && output.stdout.is_empty() && text(&output.stderr).contains("not as it was written"));
    // The first entry is taken out.
    let second = log.find("\n[[entry]]\nnumber = 2").expect("an entry");
    office.write("beslut/beslut.log", &log.as_bytes()[second..]);
    assert_eq!(kinds(&office.differing(), 0), ["gap"]);
}

#[test]
fn what_else_differs_is_said() {
    let office = Office::recorded(CALL, DECIDED);
    // A remark in the call changes its bytes, and what is suggested only by naming them.
    office.change("utlysning/call.toml", "unit = 100", "unit = 100 # kronor");
    let found = office.differing();
    let entry = &found["entries"][1];
    assert_eq!(
        (kinds(&found, 1), &entry["grants"], &entry["bytes"]),
        (vec!["call-changed"], &"same".into(), &"other".into())
    );
    let now = sha256(&office.read("utlysning/call.toml"));
    assert_eq!(
        (&entry["differences"][0]["then"], &entry["differences"][0]["now"]),
        (&sha256(CALL.as_bytes()).into(), &now.into())
    );
    // 100 000 less are shared: the stage is suggested less.
    office.change("utlysning/call.toml", "amount = 700_000", "amount = 600_000");
    let found = office.differing();
    assert_eq!(kinds(&found, 0), ["call-changed", "grants"]);
    let moved = &found["entries"][0]["differences"][1]["activities"];
    let moved = ["id", "then", "now"].map(|key| moved[0][key].as_str().expect("text").to_owned());
    assert_eq!(moved, ["scen", "200000", "100000"]);
    fs::remove_file(office.path().join("utlysning/call.toml")).expect("removed");
    let found = office.differing();
    assert_eq!((kinds(&found, 0), &found["entries"][0]["grants"]), (vec!["call-missing"], &"unknown".into()));
    office.write("utlysning/call.toml", b"title = ");
    assert_eq!(kinds(&office.differing(), 0), ["call-unreadable"]);
    office.write("utlysning/call.toml", CALL.as_bytes());
    assert_eq!(status(&office.reproduce(&[])), 0);
    office.change("beslut/decision.csv", "90000", "90001");
    assert_eq!(kinds(&office.differing(), 1), ["decision-changed"]);
    fs::remove_file(office.path().join("beslut/decision.csv")).expect("removed");
    assert_eq!(kinds(&office.differing(), 1), ["decision-missing"]);
}

#[test]
fn a_file_of_activities_is_part_of_the_call() {
    let (head, _) = CALL.split_once("[[activity]]").expect("activities");
    let call = format!("activities = \"rader.csv\"\n{head}");
    let office = Office::new(&call, DECIDED);
    let rows = "id,applicant,ask,score.behov\nmusik,kultur,500000,3\nscen,kultur,300000,2\nlager,fritid,400000,1\n";
    office.write("utlysning/rader.csv", rows.as_bytes());
    let output = office.record(&SAID);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    assert_eq!(status(&office.reproduce(&[])), 0);
    office.change("utlysning/rader.csv", "500000", "500100");
    assert_eq!(kinds(&office.differing(), 0), ["call-changed", "grants"]);
    fs::remove_file(office.path().join("utlysning/rader.csv")).expect("removed");
    assert_eq!(kinds(&office.differing(), 0), ["call-unreadable"]);
}

/// The log of another version: its entry says which, and the suggestion has its number or, where it wrote otherwise,
/// another hash.
fn of_version(office: &Office, fordela: &str, change: impl Fn(String) -> String) {
    let log = read_log(&office.path().join("beslut/beslut.log")).expect("a log");
    let now = log.entries().next().expect("an entry").clone();
    let allocated = text(&office.reproduce(&["--entry", "1"]).stdout);
    let version = |version: &str| format!("\"fordela\": \"{version}\"");
    assert!(allocated.contains(&version(&now.fordela)));
    let then = change(allocated.replace(&version(&now.fordela), &version(fordela)));
    let entry = Entry {
        statement: fordela::deviation::Statement::new("a", "b", None, &[]).expect("a statement"),
        call: FileThen { ..now.call },
        decision: now.decision,
        by: fordela::follow_up::Party::Activity,
        deviations: None,
        fordela: fordela.to_owned(),
        status: now.status,
        suggestion_sha256: sha256(then.as_bytes()),
        suggested: now.suggested,
    };
    office.write("beslut/beslut.log", &ReadLog::begin(&[]).with(&entry, "log").expect("added").bytes);
}

#[test]
fn another_version_is_told_apart_from_another_suggestion() {
    let office = Office::recorded(CALL, DECIDED);
    let log = office.read("beslut/beslut.log");
    of_version(&office, "0.0.9", |then| then);
    let output = office.reproduce(&["--format", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((status(&output), &found["entries"][0]["bytes"]), (0, &"same-but-version".into()));
    assert_eq!(kinds(&found, 0), ["version"]);
    assert_eq!(found["entries"][0]["differences"][0]["then"], "0.0.9");
    // That version also wrote something that this one does not: the same grants, told otherwise.
    office.write("beslut/beslut.log", &log);
    of_version(&office, "0.0.9", |then| then.replacen('{', "{ \"more\": 1,", 1));
    let found = office.differing();
    assert_eq!((kinds(&found, 0), &found["entries"][0]["grants"]), (vec!["version", "report"], &"same".into()));
}

#[test]
fn people_are_not_named() {
    let office = Office::new(CALL, DECIDED);
    let refused = |args: &[&str], says: &[&str]| {
        let output = office.record(&[args, &["--lang", "en"]].concat());
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{said}");
        assert!(says.iter().all(|says| said.contains(says)) && !said.contains("example.org"), "{said}");
        assert!(output.stdout.is_empty() && !office.path().join("beslut/beslut.log").exists());
    };
    let role = ["--role", "registrator@example.org", "--reason", "a"];
    refused(&role, &["the role seems to hold an e-mail address", "help: write a role or a body"]);
    refused(&["--role", "a", "--reason", "ring 040-34 10 00"], &["the reason seems to hold a telephone number"]);
    let reason = ["--reason-for", "lager=fråga registrator@example.org"];
    refused(&[&SAID[..], &reason].concat(), &["the reason for `lager` seems to hold an e-mail address"]);
    refused(&["--role", " ", "--reason", "a"], &["the role is empty"]);
    refused(&["--role", "a", "--reason", ""], &["the reason is empty"]);
}

#[test]
fn what_cannot_be_recorded_leaves_no_log() {
    let office = Office::new(CALL, DECIDED);
    let refused = |args: &[&str], says: &str| {
        let output = office.record(&[&SAID[..], args, &["--lang", "en"]].concat());
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.contains(says), "{says}: {said}");
        assert!(output.stdout.is_empty() && !office.path().join("beslut/beslut.log").exists());
    };
    refused(&["--reason-for", "lagret=a"], "did you mean `lager`?");
    refused(&["--reason-for", "lager"], "`lager` is no id with a reason");
    refused(&["--reason-for", "lager=a", "--reason-for", "lager=b"], "two reasons for `lager`");
    refused(&["--reason-for", "scen=a"], "gets just what is suggested");
    refused(&["--date", "2023-02-30"], "`2023-02-30` is not a day");
    refused(&["-o", "beslut/beslut.log"], "the log would be written over the answer");
    office.change("beslut/decision.csv", "scen,200000\n", "");
    refused(&[], "the activity `scen` of the call is missing");
    let run =
        |args: &[&str]| office.run(&[args, &["--decision", "beslut/decision.csv", "--lang", "en"], &SAID].concat());
    for (args, says) in [
        (&["record", "-", "--log", "beslut.log"][..], "does not end as a call does"),
        (&["record", "none.toml", "--log", "beslut.log"], "none.toml"),
        (&["record", "utlysning/call.toml", "--log", "none/beslut.log"], "no such folder"),
        (&["record", "utlysning/call.toml", "--log", "utlysning/call.toml"], "written over the call"),
    ] {
        let output = run(args);
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.contains(says), "{says}: {said}");
    }
    assert_eq!(office.read("utlysning/call.toml"), CALL.as_bytes());
}

#[test]
fn an_entry_that_is_not_there_is_said_to_be_so() {
    let office = Office::recorded(CALL, DECIDED);
    let output = office.reproduce(&["--entry", "3", "--lang", "en"]);
    assert!(status(&output) == 2 && text(&output.stderr).contains("the last entry is 2"));
    office.write("tom.log", b"");
    let output = office.run(&["reproduce", "tom.log", "--lang", "en"]);
    assert_eq!((status(&output), text(&output.stdout).contains("no entries")), (0, true));
    assert_eq!(status(&office.run(&["reproduce", "ingen.log"])), 2);
    let output = office.reproduce(&["-o", "beslut/beslut.log", "--lang", "en"]);
    assert!(status(&output) == 2 && text(&output.stderr).contains("would be written over the log"));
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
        prop_assert!(text(&output.stdout).matches("\"bytes\": \"same\"").count() == 2);
    }
}
