//! What is printed fits the width it is printed for, and tells apart what the call tells apart.

use unicode_width::UnicodeWidthStr;

use super::{real_calls, run, run_with, status, text};

const MALMO: &str = "examples/calls/malmo-2023";
const WIDTHS: [usize; 5] = [30, 40, 60, 80, 100];

/// What two titles that begin alike end with.
const ALIKE: [&str; 2] = ["mötesplats–förskola", "mötesplats–fritidsgård"];

/// What is asked of every real call; `CALL` stands for its path.
fn commands() -> Vec<Vec<&'static str>> {
    [
        "check CALL",
        "allocate CALL",
        "explain CALL",
        "what-if CALL --set budget=-5%",
        "audit CALL",
        "compare CALL suggestion suggestion",
    ]
    .map(|command| command.split(' ').collect())
    .to_vec()
}

fn printed(args: &[&str], width: usize, lang: &str) -> String {
    let width = width.to_string();
    let output = run(&[args, &["--width", &width, "--lang", lang, "-q"]].concat());
    assert!(status(&output) < 2, "{args:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn assert_fits(said: &str, width: usize, args: &[&str]) {
    // A place in a file is one word, to be opened or copied.
    let is_place = |line: &str| line.trim_start().starts_with("-->");
    let wide: Vec<&str> = said.lines().filter(|line| line.width() > width && !is_place(line)).collect();
    assert!(wide.is_empty(), "{args:?} at {width}:\n{}", wide.join("\n"));
}

/// A text without what depends on where its lines are broken.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}

#[test]
fn every_line_fits_and_says_the_same() {
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        for command in commands() {
            let args: Vec<&str> = command.iter().map(|arg| if *arg == "CALL" { &call[..] } else { arg }).collect();
            for width in WIDTHS {
                for lang in ["sv", "en"] {
                    assert_fits(&printed(&args, width, lang), width, &args);
                }
            }
        }
    }
}

#[test]
fn scenarios_side_by_side_and_decisions_fit() {
    let (call, decision) = (format!("{MALMO}/call.toml"), format!("{MALMO}/decision.csv"));
    let scenarios = format!("{MALMO}/scenarios.toml");
    for args in [
        vec!["what-if", &call, "--scenarios", &scenarios],
        vec!["compare", &call, "suggestion", &decision],
        vec!["audit", &call, "--decision", &decision],
        vec!["frontier", &call],
        vec!["alternatives", &call, "-n", "3"],
        vec!["allocate", "tests/cli/calls/risk.toml"],
        vec!["allocate", "tests/cli/calls/levels/city.toml", "--levels"],
        vec!["allocate", "tests/cli/calls/impossible.toml"],
    ] {
        for width in WIDTHS {
            for lang in ["sv", "en"] {
                assert_fits(&printed(&args, width, lang), width, &args);
            }
        }
    }
}

#[test]
fn titles_that_begin_alike_are_told_apart_at_every_width() {
    let call = "examples/calls/hvon-2023/call.toml";
    for width in WIDTHS {
        let said = printed(&["allocate", call], width, "sv");
        assert!(!said.contains('…'), "{said}");
        for end in ALIKE {
            assert!(letters(&said).contains(&letters(end)), "{width}: {end}\n{said}");
        }
    }
}

/// A call of two clubs by one name, with two camps each by one title.
const NAMESAKES: &str = r#"
title = "Läger"
fund = [{ id = "f1", name = "Bidrag", amount = 300_000 }, { id = "f2", name = "Bidrag", amount = 100_000 }]
criterion = [{ id = "c", weight = 1, max = 3 }]
applicant = [{ id = "n1", name = "IF Ett" }, { id = "n2", name = "IF Ett" }]
activity = [
    { id = "a1", title = "Läger", applicant = "n1", ask = 200_000, scores = { c = 3 } },
    { id = "a2", title = "Läger", applicant = "n1", ask = 200_000, scores = { c = 2 } },
    { id = "b1", title = "Skola", applicant = "n2", ask = 200_000, scores = { c = 1 } },
]
"#;

/// Each has its id after it, and what reads like nothing else has none. In data, titles stay as they are.
#[test]
fn what_reads_the_same_is_told_apart() {
    let told = |args: &[&str]| text(&run_with(args, NAMESAKES.as_bytes()).stdout);
    for command in ["allocate", "explain", "audit", "frontier", "alternatives"] {
        let said = told(&[command, "-", "-q"]);
        for name in ["Läger (a1)", "Läger (a2)", "IF Ett (n1)", "IF Ett (n2)"] {
            assert!(said.contains(name), "{command}: {said}");
        }
        assert!(!said.contains("Skola (b1)"));
    }
    assert!(told(&["allocate", "-", "-q"]).contains("Bidrag (f1)"));
    let data = told(&["allocate", "-", "-q", "--format", "json"]);
    assert_eq!((data.matches("\"Läger\"").count(), data.contains("(a1)")), (3, false));
}

/// Two criteria, two rules and two lines by one name, and a title that is the id of another activity.
const MORE_NAMESAKES: &str = r#"
title = "Läger"
fund = [{ id = "f", amount = 400_000 }]
criterion = [{ id = "c", name = "Behov", weight = 1, max = 3 }, { id = "d", name = "Behov", weight = 1, max = 3 }]
applicant = [{ id = "n" }]
activity = [
    { id = "a", applicant = "n", funding = "lines", scores = { c = 1, d = 1 }, line = [
        { id = "x", title = "Hyra", cost = 200_000 },
        { id = "y", title = "Hyra", cost = 200_000 },
    ] },
    { id = "b", title = "a", applicant = "n", ask = 200_000, scores = { c = 1, d = 1 } },
]
rule = [
    { id = "r1", name = "Tak", activity = "b", at_most = 100_000 },
    { id = "r2", name = "Tak", activity = "a", at_most = 200_000 },
]
"#;

#[test]
fn what_reads_as_another_part_of_the_call_is_told_apart() {
    let told = |args: &[&str]| text(&run_with(args, MORE_NAMESAKES.as_bytes()).stdout);
    let said = told(&["allocate", "-", "-q"]) + &told(&["explain", "-", "a", "-q"]);
    for name in ["Behov (c)", "Behov (d)", "Tak (r1)", "Tak (r2)", "Hyra (x)", "Hyra (y)", "a (b)"] {
        assert!(said.contains(name), "{name}: {said}");
    }
}
