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
    for (format, lang) in [("json", "en"), ("csv", "sv"), ("csv", "en")] {
        let call = "examples/calls/hvon-2023/call.toml";
        let output = run(&["alternatives", call, "-n", "2", "--within", "0,7%", "--format", format, "--lang", lang]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("alternatives-{format}-{lang}"), &text(&output.stdout));
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
    assert!(text(&output.stdout).contains("There is no alternative"), "{}", text(&output.stdout));
}

fn found(args: &[&str]) -> serde_json::Value {
    let call = "tests/cli/calls/six-alternatives.toml";
    let output = run(&[&["alternatives", call, "--format", "json"], args].concat());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Six exist, as trying all grants says.
#[test]
fn as_many_are_found_as_exist_and_no_more() {
    for (most, count, end) in [("3", 3, "enough"), ("6", 6, "enough"), ("12", 6, "no-more")] {
        let report = found(&["-n", most, "--within", "20%"]);
        assert_eq!(report["alternatives"].as_array().map(Vec::len), Some(count), "{most}");
        assert_eq!(report["end"], end, "{most}");
    }
    for (lang, words) in [("sv", "Fler än sex finns inte"), ("en", "No more than 6 exist")] {
        let call = "tests/cli/calls/six-alternatives.toml";
        let output = run(&["alternatives", call, "-n", "12", "--within", "20%", "--lang", lang]);
        assert!(text(&output.stdout).contains(words), "{}", text(&output.stdout));
    }
}

/// Each two differ by as much as was asked for, and the suggestion too.
#[test]
fn alternatives_are_apart_from_each_other() {
    let report = found(&["-n", "12", "--within", "50%", "--apart", "40%"]);
    assert_eq!(report["alternatives"].as_array().map(Vec::len), Some(12));
    let amount = |value: &serde_json::Value| value.as_str().and_then(|text| text.parse::<f64>().ok()).expect("money");
    let alternatives = report["alternatives"].as_array().expect("alternatives");
    let side = |one: &serde_json::Value, key: &str| -> Vec<f64> {
        one["activities"].as_array().expect("activities").iter().map(|a| amount(&a["granted"][key])).collect()
    };
    let mut all = vec![side(&alternatives[0], "old")];
    all.extend(alternatives.iter().map(|one| side(one, "new")));
    let least = 0.4 * all[0].iter().sum::<f64>();
    for (n, one) in all.iter().enumerate() {
        for other in &all[..n] {
            let apart: f64 = one.iter().zip(other).map(|(one, other)| (one - other).abs()).sum();
            assert!(apart >= least, "{one:?} {other:?}");
        }
    }
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
    let within = [["--within", "2"], ["--within", "-1%"], ["--within", "101%"], ["--apart", "201%"], ["--apart", "x"]];
    for args in [&within[..], &[["-n", "0"], ["-n", "many"]]].concat() {
        let output = run(&[&["alternatives", "examples/calls/hvon-2023/call.toml"], &args[..]].concat());
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{args:?}");
    }
}
