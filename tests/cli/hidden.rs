//! Characters that are not seen, or that steer a terminal: refused wherever they are read, escaped wherever they are told.

use std::fs;
use std::process::Output;

use fordela::characters::hidden;

use super::{POSSIBLE, run, run_with, status, text};

/// Some of each kind.
const SOME: [char; 12] = [
    '\u{1b}',
    '\u{7f}',
    '\u{9b}',
    '\u{ad}',
    '\u{61c}',
    '\u{200b}',
    '\u{202e}',
    '\u{2028}',
    '\u{2066}',
    '\u{3164}',
    '\u{feff}',
    '\u{e0041}',
];

/// Nothing that the program said hides anything.
fn is_seen(output: &Output) {
    for said in [&output.stdout, &output.stderr] {
        let said = text(said);
        let bad = said.chars().find(|&character| hidden(character).is_some() && !matches!(character, '\n' | '\r'));
        assert_eq!(bad, None, "{}", said.escape_debug());
    }
}

/// The character as TOML and JSON write it.
fn escape(character: char) -> String {
    character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect()
}

#[test]
fn no_character_passes_by_an_escape_in_toml_or_json() {
    for character in SOME {
        let toml = format!("\\U{:08X}", u32::from(character));
        let places = [
            POSSIBLE.replacen("title = \"", &format!("title = \"{toml}"), 1),
            POSSIBLE.replacen("id = \"", &format!("id = \"{toml}"), 1),
            POSSIBLE.replacen("scores = { ", &format!("scores = {{ \"{toml}\" = 1, "), 1),
            POSSIBLE.replacen("title = \"", &format!("\"{toml}\" = 1\ntitle = \""), 1),
        ];
        let json = format!(
            "{{\"title\": \"a{0}b\", \"{0}\": 1, \"fund\": [{{\"id\": \"{0}\", \"amount\": 10}}]}}",
            escape(character)
        );
        for call in places.iter().chain([&json]) {
            let output = run_with(&["check", "-"], call.as_bytes());
            is_seen(&output);
            assert_eq!(status(&output), 2, "{call}");
            let said = text(&output.stderr);
            assert!(said.contains(&format!("U+{:04X}", u32::from(character))), "{said}");
            assert!(said.contains("<stdin>:"), "{said}");
        }
    }
}

#[test]
fn no_character_passes_as_it_is() {
    for character in SOME {
        let call = POSSIBLE.replacen("title = \"", &format!("title = \"{character}"), 1);
        let comment = format!("# a{character}b\n{POSSIBLE}");
        for call in [call, comment] {
            let output = run_with(&["check", "-"], call.as_bytes());
            is_seen(&output);
            assert_eq!(status(&output), if character == '\u{feff}' && call.starts_with(character) { 0 } else { 2 });
        }
    }
}

#[test]
fn no_argument_or_name_of_a_file_is_told_as_it_is() {
    for character in SOME {
        let odd = format!("a{character}b");
        for args in [
            vec!["check", &odd],
            vec!["allocate", "tests/cli/calls/possible.toml", "-o", &odd],
            vec!["what-if", "tests/cli/calls/possible.toml", "--set", &odd],
            vec!["explain", "tests/cli/calls/possible.toml", &odd],
            vec![&odd],
            vec!["check", "--format", &odd],
            vec!["allocate", "--lang", &odd],
        ] {
            let output = run(&args);
            is_seen(&output);
            assert_eq!(status(&output), 2, "{args:?}");
            assert!(!fs::exists(&odd).expect("known"), "nothing is written");
        }
    }
}

#[test]
fn no_cell_of_a_decision_is_told_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    for character in SOME {
        let decision = folder.path().join("d.csv");
        fs::write(&decision, format!("activity;granted\na{character}[31m;5\n")).expect("written");
        let output =
            run(&["audit", "tests/cli/calls/possible.toml", "--decision", decision.to_str().expect("a plain name")]);
        is_seen(&output);
        assert_eq!(status(&output), 2);
    }
}

#[test]
fn a_long_id_is_cut_in_messages() {
    let long = "a".repeat(1_000_000);
    let call = POSSIBLE.replacen("applicant = \"", &format!("applicant = \"{long}"), 1);
    for (call, most) in
        [(call, 10_000), (format!("{POSSIBLE}\n[[rule]]\nid = \"{long}\"\nat_most = \"5 % of {long}\"\n"), 20_000)]
    {
        let output = run_with(&["check", "-"], call.as_bytes());
        assert_eq!(status(&output), 2);
        assert!(output.stderr.len() < most, "{} bytes", output.stderr.len());
    }
}
