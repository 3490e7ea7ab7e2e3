//! Files, colours and messages.

use std::fs;

use super::{POSSIBLE, fordela, run, run_with, status, text};

const CALL: &str = "tests/cli/calls/possible.toml";

fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn writes_a_file_and_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("svar.json");
    fs::write(&path, "what was there before, and is longer than nothing").expect("written");
    let path = path.to_str().expect("a plain name");
    let output = run(&["allocate", CALL, "--format", "json", "-o", path, "-q"]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
    assert_eq!(fs::read(path).expect("the file"), run(&["allocate", CALL, "--format", "json"]).stdout);
    assert_eq!(names(folder.path()), ["svar.json"]);
}

#[test]
fn a_wrong_call_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("svar.json");
    fs::write(&path, "before").expect("written");
    let output = run_with(&["allocate", "-", "-o", path.to_str().expect("a plain name")], b"title = ");
    assert_eq!(status(&output), 2);
    assert_eq!(fs::read(&path).expect("the file"), b"before");
    assert_eq!(names(folder.path()), ["svar.json"]);
}

#[test]
fn a_file_that_cannot_be_written_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("none/svar.json");
    for path in [missing.as_path(), folder.path()] {
        let path = path.to_str().expect("a plain name");
        let output = run(&["allocate", CALL, "-o", path]);
        assert_eq!(status(&output), 2);
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains(path));
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_is_no_terminal_gets_no_colour() {
    for no_color in [None, Some("1"), Some("")] {
        let mut command = fordela(&["allocate", CALL]);
        if let Some(value) = no_color {
            command.env("NO_COLOR", value);
        }
        let output = command.output().expect("the program runs");
        assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
    }
}

#[test]
fn the_environment_changes_nothing() {
    let plain = run(&["allocate", CALL]).stdout;
    for (name, value) in [("LANG", "C"), ("LC_ALL", "sv_SE.UTF-8"), ("COLUMNS", "60"), ("TERM", "dumb")] {
        assert_eq!(fordela(&["allocate", CALL]).env(name, value).output().expect("the program runs").stdout, plain);
    }
}

#[test]
fn says_more_or_less_on_standard_error_only() {
    let normal = run_with(&["allocate", "-"], POSSIBLE.as_bytes());
    let verbose = run_with(&["allocate", "-", "-v"], POSSIBLE.as_bytes());
    let quiet = run_with(&["allocate", "-", "-q"], POSSIBLE.as_bytes());
    assert_eq!(normal.stdout, verbose.stdout);
    assert_eq!(normal.stdout, quiet.stdout);
    assert!(text(&verbose.stderr).starts_with(fordela_lp::Backend::default().name()));
    assert!(quiet.stderr.is_empty());
}
