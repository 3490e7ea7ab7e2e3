//! The command line where it is built with PDF; what is in a document is tried where it is made.

#![allow(clippy::expect_used, reason = "helpers of tests may fail the test")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// The program, in a folder of its own.
fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fordela")).current_dir(folder).args(args).output().expect("the program runs")
}

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/calls").join(name).join("call.toml").display().to_string()
}

#[test]
fn every_report_is_a_pdf_and_the_same_bytes_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let call = example("malmo-2024");
    for command in ["check", "allocate", "explain", "audit", "alternatives", "frontier", "report"] {
        let pdfs = ["ett.pdf", "tva.pdf"].map(|name| {
            let output = run(folder.path(), &[command, &call, "-q", "-o", name]);
            assert_eq!(output.status.code(), Some(0), "{command}: {}", String::from_utf8_lossy(&output.stderr));
            fs::read(folder.path().join(name)).expect("written")
        });
        assert!(pdfs[0].starts_with(b"%PDF-"), "{command}");
        assert_eq!(pdfs[0], pdfs[1], "{command}");
    }
}

#[test]
fn what_is_no_report_is_not_made_a_pdf() {
    let folder = tempfile::tempdir().expect("a folder");
    let call = example("malmo-2024");
    for args in [
        &["allocate", &call, "--format", "pdf"][..],
        &["sweep", &call, "--vary", "budget=90%..110%:10%", "-o", "a.pdf"],
    ] {
        let output = run(folder.path(), args);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{args:?}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn characters_that_no_font_has_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let call = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/calls/possible.toml"))
        .expect("a call");
    let call = call.replacen("title = \"", "title = \"日本 ", 1);
    fs::write(folder.path().join("call.toml"), call).expect("written");
    for (lang, says) in
        [("sv", "typsnitten för PDF saknar: `日` (U+65E5)"), ("en", "the fonts for PDF lack: `日` (U+65E5)")]
    {
        let output = run(folder.path(), &["allocate", "call.toml", "-o", "a.pdf", "--lang", lang]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(says) && said.contains("`.docx`"), "{said}");
    }
    assert!(!folder.path().join("a.pdf").exists());
}
