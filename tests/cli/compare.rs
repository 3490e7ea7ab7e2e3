//! How do two allocations or decisions differ?

use std::fs;

use proptest::prelude::*;

use super::formats::snapshot;
use super::{run, status, text};

const MALMO: &str = "examples/calls/malmo-2023/call.toml";
const DECISION: &str = "examples/calls/malmo-2023/decision.csv";
const CALL: &str = "tests/cli/calls/possible.toml";
const SCENARIOS: &str = "tests/cli/calls/scenarios.toml";

#[test]
fn the_suggestion_with_what_was_decided() {
    for (format, lang) in [("table", "sv"), ("table", "en"), ("csv", "sv"), ("csv", "en")] {
        let output = run(&["compare", MALMO, "suggestion", DECISION, "--lang", lang, "--format", format]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("compare-malmo-2023-{format}-{lang}"), &text(&output.stdout));
    }
}

#[test]
fn an_allocation_that_was_printed_is_the_suggestion() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["malmo-2023", "hvon-2023", "fsn-2023"] {
        let call = format!("examples/calls/{name}/call.toml");
        for (format, lang) in [("json", "en"), ("csv", "en"), ("csv", "sv")] {
            let path = folder.path().join(format!("{name}.{format}"));
            let path = path.to_str().expect("a plain name");
            assert_eq!(status(&run(&["allocate", &call, "--format", format, "--lang", lang, "-o", path])), 0);
            let output = run(&["compare", &call, path, "suggestion", "--lang", "en", "-q"]);
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            let said = text(&output.stdout);
            assert!(said.contains("activities stand unchanged.") && said.contains("No rule is broken"), "{said}");
            assert!(said.contains("matched on ids of activities"), "{said}");
        }
    }
}

#[test]
fn scenarios_by_their_names() {
    let asked = ["compare", CALL, "Mindre pengar", "suggestion", "--scenarios", SCENARIOS, "--lang", "en"];
    for format in ["table", "json"] {
        let output = run(&[&asked[..], &["--format", format]].concat());
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("compare-scenario-{format}-en"), &text(&output.stdout));
    }
    let output = run(&["compare", CALL, "suggestion", "Allt till idrotten", "--scenarios", SCENARIOS, "--lang", "en"]);
    assert_eq!(status(&output), 1, "{}", text(&output.stdout));
    assert!(text(&output.stdout).contains("The call is impossible"));
}

/// Runs a comparison with a file that holds this.
fn with_file(name: &str, bytes: &[u8]) -> std::process::Output {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("written");
    run(&["compare", CALL, "suggestion", path.to_str().expect("a plain name"), "--lang", "en", "-q"])
}

const DECIDED: &str = "aktivitet;beviljat\ndans;600 000\nteater;\"200 000,50 kr\"\nlager;0\nturneringen;0\nscenen;0\n";

#[test]
fn what_people_decide_in_a_spreadsheet() {
    let output = with_file("beslut.csv", DECIDED.as_bytes());
    assert!(status(&output) == 0, "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.contains("200,000.50") && said.contains("Rules that are broken"), "{said}");
}

#[test]
fn faults_of_decisions_are_2_with_their_place() {
    for (file, says) in [
        ("activity,granted\ndanz,1\n", &["beslut.csv:2:1", "did you mean `dans`?"][..]),
        ("activity,granted\ndans,1\ndans,2\n", &["beslut.csv:3:1", "stands twice"]),
        ("activity,granted\ndans,much\n", &["beslut.csv:2:6", "is not an amount of money"]),
        ("activity,granted\ndans,-5\n", &["beslut.csv:2:6", "below zero"]),
        ("activity,granted\ndans,5\n", &["beslut.csv:1:1", "`teater` of the call is missing", "0 if it gets nothing"]),
        ("activity,granted\n,5\n", &["beslut.csv:2:1", "the cell of the column `activity` is empty"]),
        ("activity,granted\ndans,5,6\n", &["beslut.csv:2:1", "the row has 3 cells"]),
        ("activity,granted\n\"dans,5\n", &["beslut.csv:2:1", "never closed"]),
        ("applicant,granted\nkultr,5\n", &["beslut.csv:2:1", "did you mean `kultur`?"]),
        ("activity,sum\ndans,5\n", &["beslut.csv:1:1", "`granted` is missing"]),
        ("what,granted\ndans,5\n", &["beslut.csv:1:1", "no column of activities or applicants"]),
        ("activity,granted,granted\ndans,5,6\n", &["beslut.csv:1:18", "stands twice"]),
        ("", &["beslut.csv", "nothing in the file"]),
        ("{\"activities\": 1}", &["beslut.csv:1:1", "no list `activities`"]),
        ("{\"activities\": [{\"id\": \"dans\"}]}", &["beslut.csv:1:17", "no `granted`"]),
        ("{\"activities\": [{\"id\": \"danz\", \"granted\": \"1\"}]}", &["did you mean `dans`?"]),
        ("{\"activities\": [", &["beslut.csv:1"]),
        ("\0\u{1}", &["control character"]),
    ] {
        let output = with_file("beslut.csv", file.as_bytes());
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{file}: {said}");
        assert!(output.stdout.is_empty(), "{file}");
        for says in says {
            assert!(said.contains(says), "{file}: {said}");
        }
    }
}

#[test]
fn sides_that_are_not_there_are_2() {
    for (args, says) in [
        (&["suggestion", "nowhere.csv"][..], "there is no file `nowhere.csv`"),
        (&["suggestion", "Mera", "--scenarios", SCENARIOS], "the scenarios are `Mindre pengar`"),
        (&["suggestion", "examples"], "is a folder"),
        (&["suggestion"], "<B>"),
    ] {
        let output = run(&[&["compare", CALL, "--lang", "en"], args].concat());
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{args:?}: {said}");
        assert!(output.stdout.is_empty() && said.contains(says), "{args:?}: {said}");
    }
}

fn ends_well(bytes: &[u8]) -> Result<(), TestCaseError> {
    let output = with_file("beslut.csv", bytes);
    let said = text(&output.stderr);
    prop_assert!([0, 2].contains(&status(&output)), "{}: {said}", status(&output));
    prop_assert_eq!(status(&output) == 2, output.stdout.is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        ends_well(&bytes)?;
    }

    #[test]
    fn nearly_a_decision(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = DECIDED.as_bytes().to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        ends_well(&bytes)?;
    }
}
