//! What is each budget worth?

use super::formats::snapshot;
use super::{IMPOSSIBLE, real_calls, run, run_with, status, text};

const DIVISIBLE: &str = "examples/calls/malmo-2023/call.toml";

#[test]
fn real_calls_in_both_languages() {
    for (name, range) in
        [("malmo-2023", &[][..]), ("hvon-2023", &["--from", "-15k", "--to", "+10k"]), ("fsn-2023", &["--most", "4"])]
    {
        for lang in ["sv", "en"] {
            let call = format!("examples/calls/{name}/call.toml");
            let output = run(&[&["frontier", &call, "--lang", lang], range].concat());
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            let said = text(&output.stdout);
            assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
            snapshot(&format!("frontier-{name}-table-{lang}"), &said);
        }
    }
}

#[test]
fn every_format() {
    for (format, lang) in [("json", "en"), ("csv", "sv"), ("csv", "en")] {
        for (name, call) in [("curve", DIVISIBLE), ("steps", "examples/calls/hvon-2023/call.toml")] {
            let output = run(&["frontier", call, "--from", "-1%", "--to", "100%", "--format", format, "--lang", lang]);
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            snapshot(&format!("frontier-{name}-{format}-{lang}"), &text(&output.stdout));
        }
    }
}

#[test]
fn budgets_that_keep_no_rules_are_1_with_the_reason() {
    for format in ["table", "json", "csv", "md"] {
        let output = run(&["frontier", DIVISIBLE, "--to", "1M", "--format", format, "--lang", "en"]);
        assert_eq!(status(&output), 1, "{format}: {}", text(&output.stderr));
        assert!(text(&output.stdout).contains("Varje nämnd får minst"), "{format}");
    }
    let one = run(&["frontier", DIVISIBLE, "--from", "1M", "--to", "1M", "--lang", "en"]);
    assert!(text(&one.stdout).contains("With the budget"), "{}", text(&one.stdout));
}

#[test]
fn an_impossible_call_has_the_budgets_that_would_do() {
    let output = run_with(&["frontier", "-", "--lang", "en"], IMPOSSIBLE.as_bytes());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    snapshot("frontier-impossible-table-en", &text(&output.stdout));
}

#[test]
fn the_own_budget_is_marked_once() {
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        let output = run(&["frontier", &call, "--from", "-1%", "--to", "+1%", "--most", "1000", "--lang", "en"]);
        assert_eq!(text(&output.stdout).matches("◄ the call's budget").count(), 1, "{}", text(&output.stdout));
    }
}

#[test]
fn a_wrong_range_is_2() {
    for (args, says) in [
        (&["--from", "2M", "--to", "1M"][..], "above the largest"),
        (&["--from", "much"], "cannot be `much`"),
        (&["--to", "-200%"], "below 0"),
        (&["--most", "0"], "--most"),
    ] {
        let output = run(&[&["frontier", DIVISIBLE, "--lang", "en"], args].concat());
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(text(&output.stderr).contains(says), "{args:?}: {}", text(&output.stderr));
    }
}
