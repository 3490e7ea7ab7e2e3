//! The command line, through its binary.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

mod alternatives;
mod any_input;
mod appendix;
mod audit;
mod call_file;
mod compare;
mod convert;
mod counted;
mod documents;
mod doubtful;
mod durable;
mod explain;
mod follow_up;
mod formats;
mod frontier;
mod hidden;
mod impossible;
mod init;
mod language;
mod levels;
mod limits;
mod log;
mod malformed;
mod next;
mod office;
mod other_language;
mod output;
mod pages;
mod recalculated;
mod risk;
mod schema;
mod sharing;
mod status;
mod swedish_csv;
mod sweep;
mod touched;
mod what_if;
mod widths;
mod workbooks;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A call that can be answered.
const POSSIBLE: &str = include_str!("calls/possible.toml");

/// A call whose floors are together above its budget.
const IMPOSSIBLE: &str = include_str!("calls/impossible.toml");

/// The program, in the folder of the project, with nothing in its environment that matters: neither colours nor a language.
fn fordela(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fordela"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args);
    for name in ["NO_COLOR", "FORDELA_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

fn run(args: &[&str]) -> Output {
    fordela(args).stdin(Stdio::null()).output().expect("the program runs")
}

/// The program with this on its standard input.
fn run_with(args: &[&str], input: &[u8]) -> Output {
    let mut command = fordela(args);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read all of it is no fault of the test.
    let _ = child.stdin.take().expect("its input").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("the program ended by itself")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("what is printed is UTF-8")
}

/// The real calls.
fn real_calls() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/calls");
    let entries = std::fs::read_dir(folder).expect("the calls").map(|entry| entry.expect("a call"));
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().join("call.toml").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
