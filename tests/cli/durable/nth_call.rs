//! The n-th call on a file fails, is the last, or is when the program is asked to end, for n = 1, 2, 3 … until a run gets by without reaching it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::{Office, RECORD, Undisturbed, WORKS, Work, text};

/// More calls on files than any of the runs makes.
const MANY: usize = 1_000;

#[test]
fn a_file_call_that_fails_is_told_and_harms_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(library) = library(folder.path()) else {
        println!("skipped: there is no C compiler here, or this is not Linux");
        return;
    };
    for work in WORKS {
        let all = Undisturbed::of(work);
        for how in ["fails", "full", "killed", "ended"] {
            let calls = (1..MANY).take_while(|nth| reaches(*nth, how, work, &all, &library)).count();
            println!("{} {how}: {calls} calls", work.args[0]);
            assert!((5..MANY - 1).contains(&calls), "{} {how}: {calls} calls", work.args[0]);
        }
    }
}

/// Whether a run comes to its n-th call on a file; what is to hold after that is looked at.
fn reaches(nth: usize, how: &str, work: Work, all: &Undisturbed, library: &Path) -> bool {
    let (office, elsewhere) = (Office::new(), tempfile::tempdir().expect("a folder"));
    let hit = elsewhere.path().join("hit");
    let mut command = office.command(work);
    command.env("LD_PRELOAD", library).env("NTH_CALL", nth.to_string()).env("NTH_HOW", how).env("NTH_HIT", &hit);
    let output = command.output().expect("the program runs");
    let when = format!("when call {nth} of {} {how}", work.args[0]);
    let written = all.is_written(&office, work, &when);
    match how {
        "killed" => {}
        "ended" => nothing_is_left(&output, &office, &when),
        _ => is_told(&output, written, work, &when),
    }
    all.goes_on(&office, work, &when);
    hit.exists()
}

/// That no file is left half-written, and the program ended as any other does, unless it was done by then.
fn nothing_is_left(output: &Output, office: &Office, when: &str) {
    // None is that of a program which a signal ended.
    assert!(matches!(output.status.code(), None | Some(0)), "{when}: {}", output.status);
    let left: Vec<_> = office.names().into_iter().filter(|name| name.ends_with(".tmp")).collect();
    assert!(left.is_empty(), "{when}: {left:?}");
}

/// That the status says whether all is well, and the message what is not.
fn is_told(output: &Output, written: bool, work: Work, when: &str) {
    let said = text(&output.stderr);
    match output.status.code() {
        Some(0) => assert!(written, "{when}"),
        Some(2 | 3) => {
            assert!(["fel: ", "error: "].iter().any(|start| said.starts_with(start)), "{when}: {said}");
            let names_it = [work.file, "call.toml", "beslut.csv", "utfall.csv", "bild.svg"];
            assert!(names_it.iter().any(|name| said.contains(name)), "{when}: {said}");
            if work.file == RECORD.file {
                assert_eq!(written, said.contains("beslutet är loggat, som post 1"), "{when}: {said}");
            }
        }
        code => panic!("{when}: status {code:?}, {said}"),
    }
}

/// What stands between the program and the system; it is made for Linux, with a C compiler.
fn library(folder: &Path) -> Option<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/durable/nth_call.c");
    let library = folder.join("nth_call.so");
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).arg("-ldl");
    let made = cfg!(target_os = "linux") && compiler.status().is_ok_and(|status| status.success());
    made.then_some(library)
}
