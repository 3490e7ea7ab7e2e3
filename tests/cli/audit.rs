//! How fair is an allocation, or what people decided?

use std::fs;
use std::process::Output;

use super::formats::{FORMATS, snapshot};
use super::{IMPOSSIBLE, POSSIBLE, run, run_with, status, text};

const MALMO: &str = "examples/calls/malmo-2023/call.toml";
const DECISION: &str = "examples/calls/malmo-2023/decision.csv";
const CALL: &str = "tests/cli/calls/possible.toml";

#[test]
fn what_was_decided_and_what_is_suggested() {
    for (format, lang) in FORMATS {
        for (name, decision) in [("decision", &["--decision", DECISION][..]), ("suggestion", &[])] {
            let output = run(&[&["audit", MALMO, "--lang", lang, "--format", format], decision].concat());
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            let printed = text(&output.stdout);
            if name == "decision" || format != "json" {
                snapshot(&format!("audit-malmo-2023-{name}-{format}-{lang}"), &printed);
            }
            let wide = printed.lines().filter(|line| line.chars().count() > 100);
            assert!(format != "table" || wide.count() == 0, "{printed}");
        }
    }
}

/// Runs an audit of a decision that holds this.
fn of_decision(call: &str, decision: &str, args: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("beslut.csv");
    fs::write(&path, decision).expect("written");
    let path = path.to_str().expect("a plain name");
    run(&[&["audit", call, "--lang", "en", "-q", "--decision", path], args].concat())
}

const DECIDED: &str = "activity,granted\ndans,600000\nteater,200000.50\nlager,0\nturneringen,0\nscenen,0\n";

#[test]
fn a_decision_that_breaks_the_call_is_told_what_it_breaks() {
    let output = of_decision(CALL, DECIDED, &[]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.contains("The decision breaks:") && said.contains("200,000.50, which is no round amount"), "{said}");
    let audit: serde_json::Value =
        serde_json::from_slice(&of_decision(CALL, DECIDED, &["--format", "json"]).stdout).expect("JSON");
    let breaches = audit["audit"]["breaches"]["broken"].as_array().expect("a list");
    assert!(breaches.iter().any(|breach| breach["breach"] == "between-units" && breach["to"]["id"] == "teater"));
}

#[test]
fn nothing_granted_has_no_measures_but_no_fault_either() {
    let nothing = "activity,granted\ndans,0\nteater,0\nlager,0\nturneringen,0\nscenen,0\n";
    let output = of_decision(CALL, nothing, &["--format", "json"]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let audit: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let found = &audit["audit"];
    assert!(found["theil"].is_null() && found["shares"]["activities"]["shares"]["gini"].is_null(), "{found}");
    assert_eq!(
        (&found["complaints"]["count"], &found["shares"]["activities"]["spread"]["width"]),
        (&0.into(), &"0".into())
    );
    assert!(!text(&output.stdout).contains("NaN"));
}

#[test]
fn only_so_many_complaints_are_listed_as_were_asked_for() {
    let count = |most: &str| {
        let output = run(&["audit", MALMO, "--format", "json", "--most", most]);
        let audit: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let complaints = &audit["audit"]["complaints"];
        (complaints["count"].clone(), complaints["largest"].as_array().expect("a list").len())
    };
    let all = count("1000");
    assert_eq!(all.0, all.1);
    assert_eq!((count("0"), count("3")), ((all.0.clone(), 0), (all.0, 3)));
}

#[test]
fn standard_input_is_audited() {
    let piped = run_with(&["audit", "-", "--lang", "en"], POSSIBLE.as_bytes());
    let file = run(&["audit", CALL, "--lang", "en"]);
    assert_eq!((status(&piped), text(&piped.stdout)), (0, text(&file.stdout)));
}

#[test]
fn an_impossible_call_is_1_with_the_conflict_and_the_audit_of_a_decision() {
    for format in ["table", "json", "csv", "md"] {
        let output = run_with(&["audit", "-", "--format", format], IMPOSSIBLE.as_bytes());
        assert_eq!(status(&output), 1);
        assert!(text(&output.stdout).contains("Minst 70 procent av sökt"), "{}", text(&output.stdout));
    }
    let nothing = "applicant,granted\nkultur,0\nfritid,0\n";
    let output = of_decision("tests/cli/calls/impossible.toml", nothing, &[]);
    assert_eq!(status(&output), 1, "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.contains("The call is impossible") && said.contains("The decision breaks:"), "{said}");
}

#[test]
fn a_decision_for_another_call_and_wrong_usage_are_2() {
    for (args, says) in [
        (&["audit", CALL, "--decision", DECISION][..], "decision.csv:2:1"),
        (&["audit", CALL, "--decision", "nowhere.csv"], "nowhere.csv"),
        (&["audit", CALL, "--decision", "examples"], "är en mapp"),
        (&["audit", CALL, "--decision"], "--decision"),
        (&["audit", CALL, "--most", "many"], "--most"),
        (&["audit", CALL, "--tries", "5"], "--axioms"),
        (&["audit", CALL, "--axioms", "--tries", "0"], "--tries"),
        (&["audit"], "UTLYSNING"),
    ] {
        let output = run(args);
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{args:?}: {said}");
        assert!(output.stdout.is_empty() && said.contains(says), "{args:?}: {said}");
    }
}

/// What stands from a heading on.
fn from<'t>(printed: &'t str, heading: &str) -> &'t str {
    &printed[printed.find(heading).unwrap_or_else(|| panic!("no {heading} in {printed}"))..]
}

#[test]
fn what_settings_keep_and_what_can_be_gained() {
    for (format, lang, [axioms, gains]) in [
        ("table", "sv", ["Principer", "Vad en sökande"]),
        ("table", "en", ["Principles", "What an applicant"]),
        ("csv", "sv", ["axiom;", "manipulation;"]),
        ("csv", "en", ["axiom,", "manipulation,"]),
        ("json", "en", ["\"axioms\"", "\"manipulation\""]),
    ] {
        let asked = ["--lang", lang, "--format", format];
        let printed = text(&run(&[&["audit", CALL, "--axioms", "--tries", "20"], &asked[..]].concat()).stdout);
        snapshot(&format!("audit-axioms-{format}-{lang}"), from(&printed, axioms));
        let call = if format == "json" { CALL } else { MALMO };
        let printed = text(&run(&[&["audit", call, "--manipulation"], &asked[..]].concat()).stdout);
        snapshot(&format!("audit-manipulation-{format}-{lang}"), from(&printed, gains));
        assert!(format != "table" || printed.lines().all(|line| line.chars().count() <= 100), "{printed}");
    }
}

/// Settings are audited whatever was decided, and only where that is asked for.
#[test]
fn a_decision_does_not_change_what_settings_keep() {
    let asked = ["--axioms", "--tries", "5", "--manipulation", "--format", "json"];
    let [suggested, decided] = [&[][..], &["--decision", DECISION]].map(|decision| {
        let output = run(&[&["audit", MALMO], &asked[..], decision].concat());
        serde_json::from_slice::<serde_json::Value>(&output.stdout).expect("JSON")
    });
    assert_eq!((&suggested["axioms"], &suggested["manipulation"]), (&decided["axioms"], &decided["manipulation"]));
    assert_eq!(suggested["axioms"].as_array().map(Vec::len), Some(15));
    assert_eq!(suggested["manipulation"].as_array().map(Vec::len), Some(11));
    let plain = run(&["audit", MALMO, "--format", "json"]);
    assert!(!text(&plain.stdout).contains("\"axioms\""));
}

#[test]
fn the_same_bytes_with_any_number_of_threads() {
    let asked = ["audit", CALL, "--axioms", "--tries", "10", "--manipulation"];
    let with =
        |threads: &str| super::fordela(&asked).env("RAYON_NUM_THREADS", threads).output().expect("it runs").stdout;
    assert_eq!(text(&with("1")), text(&with("4")));
}

#[test]
fn when_the_time_is_up_what_was_not_tried_is_said() {
    let asked = ["--axioms", "--tries", "10000", "--time-limit", "0.01", "--format", "csv", "--lang", "en"];
    let output = run(&[&["audit", CALL], &asked[..]].concat());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let printed = text(&output.stdout);
    assert_eq!(printed.lines().filter(|line| line.starts_with("axiom,")).count(), 15, "{printed}");
    assert!(printed.contains(",untried,"), "{printed}");
}
