//! Why, and what would have been needed?

use super::formats::snapshot;
use super::{IMPOSSIBLE, real_calls, run, run_with, status, text};

const REASONS: &str = "tests/cli/calls/reasons.toml";
const LINKED: &str = "tests/cli/calls/linked.toml";

/// What is asked of which call.
fn questions() -> Vec<(&'static str, &'static str, &'static [&'static str])> {
    vec![
        ("reasons", REASONS, &[]),
        ("linked", LINKED, &[]),
        ("activity", REASONS, &["odling"]),
        ("applicant", REASONS, &["vast"]),
        ("linked-activity", LINKED, &["verkstad"]),
        ("lines", "tests/cli/calls/possible.toml", &["lager"]),
        ("why-not", REASONS, &["--why-not", "kor"]),
        ("why-not-part", REASONS, &["--why-not", "odling=50%"]),
        ("why-not-linked", LINKED, &["--why-not", "liten-scen"]),
    ]
}

#[test]
fn tables_in_both_languages() {
    for (name, call, asked) in questions() {
        for lang in ["sv", "en"] {
            let output = run(&[&["explain", call, "--lang", lang], asked].concat());
            assert_eq!(status(&output), 0, "{name}: {}", text(&output.stderr));
            let said = text(&output.stdout);
            assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
            snapshot(&format!("explain-{name}-table-{lang}"), &said);
        }
    }
}

#[test]
fn other_formats() {
    for (name, call, asked) in questions() {
        for (format, lang) in [("csv", "sv"), ("csv", "en"), ("json", "en")] {
            let output = run(&[&["explain", call, "--format", format, "--lang", lang], asked].concat());
            assert_eq!(status(&output), 0, "{name}: {}", text(&output.stderr));
            if format == "csv" || ["reasons", "activity", "why-not"].contains(&name) {
                snapshot(&format!("explain-{name}-{format}-{lang}"), &text(&output.stdout));
            }
        }
    }
}

#[test]
fn real_calls_are_explained() {
    for name in ["malmo-2023", "fsn-2023"] {
        assert!(real_calls().iter().any(|call| call == name));
        for lang in ["sv", "en"] {
            let output = run(&["explain", &format!("examples/calls/{name}/call.toml"), "--lang", lang, "-q"]);
            assert_eq!(status(&output), 0, "{name}: {}", text(&output.stderr));
            let said = text(&output.stdout);
            assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
            snapshot(&format!("explain-{name}-table-{lang}"), &said);
        }
    }
}

#[test]
fn what_cannot_be_forced_in_is_1_with_the_conflict() {
    for lang in ["sv", "en"] {
        let output = run(&["explain", REASONS, "--why-not", "cirkus", "--lang", lang]);
        assert_eq!(status(&output), 1, "{}", text(&output.stderr));
        snapshot(&format!("explain-why-not-impossible-table-{lang}"), &text(&output.stdout));
    }
    let output = run_with(&["explain", "-", "--lang", "sv"], IMPOSSIBLE.as_bytes());
    assert_eq!(status(&output), 1, "{}", text(&output.stderr));
    snapshot("explain-impossible-table-sv", &text(&output.stdout));
}

#[test]
fn what_is_not_in_the_call_is_2_and_says_what_is() {
    for (asked, says) in [
        (&["odlign"][..], "did you mean `odling`?"),
        (&["vest"], "did you mean `vast`?"),
        (&["nothing-like-it"], "there is no activity or applicant `nothing-like-it`"),
        (&["--why-not", "odlign"], "did you mean `odling`?"),
        (&["--why-not", "vast"], "there is no activity `vast`"),
        (&["--why-not", "odling=much"], "`odling` cannot be required to get `much`"),
        (&["odling", "--why-not", "odling"], "cannot be used with"),
    ] {
        let output = run(&[&["explain", REASONS, "--lang", "en"], asked].concat());
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{asked:?}: {said}");
        assert!(output.stdout.is_empty(), "{asked:?}");
        assert!(said.contains(says), "{asked:?}: {said}");
    }
}
