//! What differs from what was recorded.

use fordela_file::log::{Entry, FileThen, ReadLog};

use super::*;

/// The kinds of differences of an entry, from 0.
fn kinds(found: &Value, entry: usize) -> Vec<&str> {
    let differences = found["entries"][entry]["differences"].as_array().expect("a list");
    differences.iter().map(|one| one["kind"].as_str().expect("a kind")).collect()
}

#[test]
fn what_was_edited_or_removed_is_named() {
    let office = Office::recorded(CALL, DECIDED);
    let log = text(&office.read("beslut/beslut.log"));
    office.change("beslut/beslut.log", "Lägret", "Lagret");
    let found = office.differing();
    assert_eq!((kinds(&found, 0), kinds(&found, 1)), (vec!["edited"], vec![]));
    assert_eq!((&found["entries"][0]["suggestion"], &found["entries"][1]["same"]), (&"same".into(), &true.into()));
    // Nothing is written on a log that is broken, and nothing of an entry that is not the same.
    let before = office.read("beslut/beslut.log");
    let output = office.record(&SAID);
    let said = text(&output.stderr);
    assert_eq!((status(&output), office.read("beslut/beslut.log")), (2, before));
    assert!(said.contains("post 1 i loggen är inte som den skrevs") && said.contains("beslut.log:6:10"), "{said}");
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
    // A remark in the call changes its bytes, and nothing of what is suggested.
    office.change("utlysning/call.toml", "unit = 100", "unit = 100 # kronor");
    let found = office.differing();
    let entry = &found["entries"][1];
    assert_eq!(
        (kinds(&found, 1), &entry["grants"], &entry["suggestion"]),
        (vec!["call-changed"], &"same".into(), &"same".into())
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

/// The log of another version: its entry says which, and what was suggested has this hash.
fn of_version(office: &Office, fordela: &str, suggestion_sha256: &str) {
    let log = read_log(&office.path().join("beslut/beslut.log")).expect("a log");
    let now = log.entries().next().expect("an entry").clone();
    let entry = Entry {
        statement: fordela::deviation::Statement::new("a", "b", None, &[]).expect("a statement"),
        call: FileThen { ..now.call },
        decision: now.decision,
        by: fordela::Party::Activity,
        deviations: None,
        fordela: fordela.to_owned(),
        status: now.status,
        suggestion_sha256: suggestion_sha256.to_owned(),
        suggested: now.suggested,
    };
    office.write("beslut/beslut.log", &ReadLog::begin(&[]).with(&entry, "log").expect("added").bytes);
}

/// What is suggested for the call, as data: no word of the report, and no version, is part of it. Music asks for 500 000 at
/// a priority of 1, the stage for 300 000 at two thirds; there are 700 000.
const SUGGESTED: &str = "suggestion 1\nstatus optimal\ncurrency SEK\nvalue 1900000/3\nbound 1900000/3\n\
                         grant musik 500000\ngrant scen 200000\npays musik stad 500000\npays scen stad 200000\n";

#[test]
fn another_version_is_told_apart_from_another_suggestion() {
    let office = Office::recorded(CALL, DECIDED);
    let log = office.read("beslut/beslut.log");
    // Whatever words, keys and number another version wrote its answer in, the data are the same.
    of_version(&office, "99.0.0", &sha256(SUGGESTED.as_bytes()));
    let output = office.reproduce(&["--format", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((status(&output), &found["entries"][0]["suggestion"]), (0, &"same".into()));
    assert_eq!(kinds(&found, 0), ["version"]);
    assert_eq!(found["entries"][0]["differences"][0]["then"], "99.0.0");
    // That version let another fund pay: the same grants of other money.
    office.write("beslut/beslut.log", &log);
    of_version(&office, "99.0.0", &sha256(SUGGESTED.replace("pays scen stad", "pays scen stat").as_bytes()));
    let found = office.differing();
    assert_eq!((kinds(&found, 0), &found["entries"][0]["grants"]), (vec!["version", "suggestion"], &"same".into()));
}

#[test]
fn a_log_without_entries_has_none_to_reproduce() {
    let office = Office::recorded(CALL, DECIDED);
    office.write("beslut/beslut.log", b"# Loggen\n");
    for (lang, says) in [("sv", "loggen har ingen post 1; den är tom"), ("en", "the log has no entry 1; it has none")]
    {
        let output = office.reproduce(&["--entry", "1", "--lang", lang]);
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.contains(says), "{said}");
    }
}

#[test]
fn a_form_that_is_not_known_is_not_compared() {
    let office = Office::recorded(CALL, DECIDED);
    let log = text(&office.read("beslut/beslut.log"));
    let (head, entries) = log.split_once("[[entry]]").expect("an entry");
    let (first, _) = entries.split_once("seal = ").expect("a seal");
    for (form, then) in [("", Value::Null), ("suggestion_form = 2\n", 2.into())] {
        let other = format!("{head}[[entry]]{}", first.replace("suggestion_form = 1\n", form));
        office.write("beslut/beslut.log", format!("{other}seal = \"{}\"\n", sha256(other.as_bytes())).as_bytes());
        let found = office.differing();
        let entry = &found["entries"][0];
        assert_eq!((kinds(&found, 0), &entry["grants"]), (vec!["form"], &"same".into()));
        assert_eq!((&entry["suggestion"], &entry["differences"][0]["then"]), (&"unknown".into(), &then));
    }
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
