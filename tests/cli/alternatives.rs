//! What else would be nearly as good?

use super::formats::snapshot;
use super::{IMPOSSIBLE, run, run_with, status, text};

#[test]
fn real_calls_in_both_languages() {
    for name in ["malmo-2023", "hvon-2023", "fsn-2023"] {
        for lang in ["sv", "en"] {
            let call = format!("examples/calls/{name}/call.toml");
            let output = run(&["alternatives", &call, "-n", "4", "--lang", lang]);
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            let said = text(&output.stdout);
            assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
            snapshot(&format!("alternatives-{name}-table-{lang}"), &said);
        }
    }
}

#[test]
fn every_format() {
    for format in ["json", "csv", "md"] {
        let call = "examples/calls/hvon-2023/call.toml";
        let output = run(&["alternatives", call, "-n", "2", "--within", "0,7%", "--format", format]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("alternatives-{format}"), &text(&output.stdout));
    }
}

#[test]
fn a_call_that_can_be_divided_has_some() {
    let call = "examples/calls/malmo-2023/call.toml";
    let output = run(&["alternatives", call, "-n", "1", "--within", "2%", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["alternatives"].as_array().map(Vec::len), Some(1));
}

#[test]
fn none_found_is_said() {
    let output = run(&["alternatives", "examples/calls/hvon-2023/call.toml", "--within", "0%", "--lang", "en"]);
    assert_eq!(status(&output), 0);
    assert!(text(&output.stdout).contains("No alternative was found"), "{}", text(&output.stdout));
}

#[test]
fn an_impossible_call_is_1_with_its_conflict() {
    for format in ["table", "json", "csv", "md"] {
        let output = run_with(&["alternatives", "-", "--format", format], IMPOSSIBLE.as_bytes());
        assert_eq!(status(&output), 1, "{format}");
        assert!(text(&output.stdout).contains("golv"), "{format}: {}", text(&output.stdout));
    }
}

#[test]
fn wrong_usage_is_2() {
    for args in [["--within", "2"], ["--within", "-1%"], ["--within", "101%"], ["-n", "0"], ["-n", "many"]] {
        let output = run(&[&["alternatives", "examples/calls/hvon-2023/call.toml"], &args[..]].concat());
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{args:?}");
    }
}
