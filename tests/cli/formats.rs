//! What is printed, as snapshots.

use super::{IMPOSSIBLE, POSSIBLE, real_calls, run, run_with, status, text};

pub(crate) fn snapshot(name: &str, output: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, output);
    });
}

#[test]
fn real_calls_in_a_terminal_and_for_programs() {
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        for (format, lang) in [("table", "sv"), ("json", "sv"), ("table", "en")] {
            let output = run(&["allocate", &call, "--format", format, "--lang", lang]);
            assert_eq!(status(&output), 0, "{name}");
            snapshot(&format!("{name}-{format}-{lang}"), &text(&output.stdout));
        }
        let output = run(&["check", &call]);
        assert_eq!(status(&output), 0, "{name}");
        snapshot(&format!("{name}-check"), &text(&output.stdout));
    }
}

#[test]
fn every_format_in_both_languages() {
    for (name, call) in [("possible", POSSIBLE), ("impossible", IMPOSSIBLE)] {
        for command in ["allocate", "check"] {
            for format in ["table", "json", "csv", "md"] {
                for lang in ["sv", "en"] {
                    let output = run_with(&[command, "-", "--format", format, "--lang", lang], call.as_bytes());
                    snapshot(&format!("{name}-{command}-{format}-{lang}"), &text(&output.stdout));
                }
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
