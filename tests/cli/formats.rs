//! What is printed, as snapshots.

use super::{IMPOSSIBLE, POSSIBLE, real_calls, run, run_with, status, text};

/// What each report is seen in: both languages, and JSON once.
pub(crate) const FORMATS: [(&str, &str); 5] =
    [("table", "sv"), ("table", "en"), ("csv", "sv"), ("csv", "en"), ("json", "en")];

pub(crate) fn snapshot(name: &str, output: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, output);
    });
}

#[test]
fn real_calls_in_a_terminal() {
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        for lang in ["sv", "en"] {
            let output = run(&["allocate", &call, "--lang", lang]);
            assert_eq!(status(&output), 0, "{name}");
            snapshot(&format!("{name}-table-{lang}"), &text(&output.stdout));
        }
        let output = run(&["check", &call]);
        assert_eq!(status(&output), 0, "{name}");
        snapshot(&format!("{name}-check"), &text(&output.stdout));
    }
}

#[test]
fn every_format() {
    for (name, call) in [("possible", POSSIBLE), ("impossible", IMPOSSIBLE)] {
        for command in ["allocate", "check"] {
            for (format, lang) in FORMATS.into_iter().chain([("md", "sv")]) {
                let output = run_with(&[command, "-", "--format", format, "--lang", lang], call.as_bytes());
                snapshot(&format!("{name}-{command}-{format}-{lang}"), &text(&output.stdout));
            }
        }
    }
}

/// Keys and numbers do not follow the language, so that one snapshot of them is enough.
#[test]
fn the_language_changes_only_sentences_in_json() {
    let written = |call: &str, lang: &str| -> serde_json::Value {
        let output = run(&["allocate", call, "--format", "json", "--lang", lang]);
        let mut report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        for finding in report["findings"].as_array_mut().expect("findings") {
            let sentences = ["message", "suggestion"].map(|key| finding[key].take());
            assert!(sentences[0].is_string(), "{finding}");
        }
        report
    };
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        assert_eq!(written(&call, "sv"), written(&call, "en"), "{name}");
    }
}

/// What is told of an activity as JSON is what is told of it as CSV.
#[test]
fn json_and_csv_say_the_same() {
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        let printed = |format| text(&run(&["allocate", &call, "--format", format, "--lang", "en"]).stdout);
        let report: serde_json::Value = serde_json::from_str(&printed("json")).expect("JSON");
        let csv = printed("csv");
        let mut rows = csv.lines();
        let heads: Vec<&str> = rows.next().expect("heads").split(',').collect();
        let activities = report["activities"].as_array().expect("activities");
        assert_eq!(rows.clone().count(), activities.len(), "{name}");
        for (row, activity) in rows.zip(activities) {
            // Only titles and names may hold a comma, and they stand before these.
            let cells: Vec<&str> = row.rsplitn(heads.len() - 3, ',').collect();
            let cell = |head: &str| cells[heads.len() - 1 - heads.iter().position(|one| *one == head).expect(head)];
            for key in ["asked", "granted", "share", "priority", "outcome"] {
                assert_eq!(activity[key].as_str().unwrap_or_default(), cell(key), "{name}: {row}");
            }
            assert_eq!(activity["reason"]["word"], cell("reason"), "{name}: {row}");
            for fund in report["funds"].as_array().expect("funds") {
                let id = fund["id"].as_str().expect("an id");
                let paid = activity["funds"][id].as_str().unwrap_or("0");
                assert_eq!(paid, cell(&format!("fund.{id}")), "{name}: {row}");
            }
        }
    }
}

#[test]
fn the_backend_changes_only_its_own_name() {
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        let answers: Vec<String> = fordela_lp::Backend::ALL
            .iter()
            .map(|backend| {
                let output = run(&["allocate", &call, "--format", "json", "--backend", backend.name()]);
                text(&output.stdout).replace(&format!("\"backend\": \"{backend}\""), "\"backend\": \"\"")
            })
            .collect();
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{name}");
    }
}

#[test]
fn no_line_of_a_table_is_wider_than_it_should_be() {
    for name in real_calls() {
        let output = run(&["allocate", &format!("examples/calls/{name}/call.toml")]);
        let text = text(&output.stdout);
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
        assert!(text.lines().all(|line| line == line.trim_end_matches(' ')), "{text}");
    }
}

#[test]
fn json_is_read_back() {
    let output = run_with(&["allocate", "-", "--format", "json"], POSSIBLE.as_bytes());
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(answer["status"], "optimal");
    assert_eq!(answer["totals"]["budget"], "1250000");
}
