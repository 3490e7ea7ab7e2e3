//! Why a call is impossible, and the ways out of it.

use super::formats::snapshot;
use super::{run, status, text};

const CALL: &str = "tests/cli/calls/ways-out.toml";

#[test]
fn two_rules_are_told_before_seven_and_every_way_out_beside_the_others() {
    for (format, lang) in [("table", "sv"), ("table", "en"), ("json", "en"), ("csv", "en")] {
        let output = run(&["allocate", CALL, "--format", format, "--lang", lang]);
        assert_eq!(status(&output), 1);
        snapshot(&format!("ways-out-{format}-{lang}"), &text(&output.stdout));
    }
}

/// The status with a rule or the budget at another value.
fn with(change: &str) -> i32 {
    status(&run(&["what-if", CALL, "--set", change, "--quiet"]))
}

#[test]
fn what_is_told_is_enough_and_a_little_less_is_not() {
    let told = run(&["allocate", CALL, "--format", "json"]);
    let told = text(&told.stdout);
    let value = |key: &str, after: &str| -> String {
        let rest = told.split_once(after).map(|(_, rest)| rest).unwrap_or_default();
        let rest = rest.split_once(&format!("\"{key}\": \"")).map(|(_, rest)| rest).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    // What is enough by itself: the same cut of all floors.
    let floor = value("new_limit", "\"even_cut\"");
    assert!(floor.ends_with("% of asked"), "{floor}");
    assert_eq!(with(&format!("rule.golv.at_least={floor}")), 0);
    let number: f64 = floor.trim_end_matches("% of asked").trim().parse().expect("a number");
    assert_eq!(with(&format!("rule.golv.at_least={:.4} % of asked", number + 0.01)), 1);
    assert!(told.contains("\"answer\": \"never-enough\""), "neither caps nor money alone are enough: {told}");
}
