//! Calls as workbooks: written, read by every command, and read the same after another program has saved them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{real_calls, run, run_with, status, text};

/// A folder, and the path of a file in it.
fn folder() -> (tempfile::TempDir, impl Fn(&str) -> String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_owned();
    (folder, move |name: &str| path.join(name).display().to_string())
}

/// What was printed, where all went well.
fn printed(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(status(&output), 0, "{args:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// To a workbook and on to JSON, and to JSON at once: the same bytes. The allocation is the same too.
#[test]
fn real_calls_are_the_same_in_a_workbook() {
    let (_folder, path) = folder();
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        let [book, at_once, by_book] = [".xlsx", "-1.json", "-2.json"].map(|end| path(&format!("{name}{end}")));
        printed(&["convert", &call, &book]);
        printed(&["convert", &call, &at_once]);
        printed(&["convert", &book, &by_book]);
        let read = |file: &String| fs::read_to_string(file).expect("written");
        assert_eq!(read(&at_once), read(&by_book), "{name}");
        let allocated = |call: &str| printed(&["allocate", call, "-q", "--format", "csv"]);
        assert_eq!(allocated(&call), allocated(&book), "{name}");
    }
}

#[test]
fn nothing_is_written_over_and_names_say_the_format() {
    let (_folder, path) = folder();
    let [there, table, nowhere, book] = ["there.xlsx", "a.csv", "nowhere/a.xlsx", "a.xlsx"].map(&path);
    fs::write(&there, "mine").expect("written");
    let call = "tests/cli/calls/possible.toml";
    for (args, told) in [
        (&["convert", call, &there][..], "there.xlsx"),
        (&["convert", call, call], "possible.toml"),
        (&["convert", call, &table], "`.toml`, `.json` eller `.xlsx`"),
        (&["convert", call, "utan"], "`.toml`, `.json` eller `.xlsx`"),
        (&["convert", call, &nowhere], "mappen för"),
        (&["convert", "none.toml", &book], "none.toml"),
        (&["template", "-o", &there], "there.xlsx"),
        (&["template", "-o", &table], "`.toml`, `.json` eller `.xlsx`"),
    ] {
        let output = run(args);
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(text(&output.stderr).contains(told), "{args:?}: {}", text(&output.stderr));
    }
    assert_eq!(fs::read_to_string(&there).expect("as it was"), "mine");
    assert!(!Path::new(&book).exists() && !Path::new(&table).exists());
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_followed() {
    let (_folder, path) = folder();
    let [link, other] = ["a.xlsx", "b.xlsx"].map(&path);
    std::os::unix::fs::symlink(&other, &link).expect("a link");
    assert_eq!(status(&run(&["template", "-o", &link])), 2);
    assert!(!Path::new(&other).exists());
}

/// The template, in a folder of its own.
fn template(lang: &str) -> (tempfile::TempDir, String) {
    let (folder, path) = folder();
    let file = path("mall.xlsx");
    printed(&["template", "-o", &file, "--lang", lang]);
    (folder, file)
}

#[test]
fn the_template_comes_to_an_allocation() {
    for lang in ["sv", "en"] {
        let (_folder, file) = template(lang);
        let output = run(&["allocate", &file, "--lang", lang]);
        assert_eq!((status(&output), text(&output.stderr).as_str()), (0, ""), "{lang}");
        insta::assert_snapshot!(format!("template_{lang}"), text(&output.stdout));
        assert_eq!(text(&run(&["check", &file, "--lang", lang]).stderr), "");
    }
}

#[test]
fn every_command_reads_a_workbook() {
    let (_folder, file) = template("sv");
    let decision = format!("{}/beslut.xlsx", Path::new(&file).parent().expect("a folder").display());
    printed(&["allocate", &file, "-o", &decision]);
    let log = decision.replace("beslut.xlsx", "logg.toml");
    for args in [
        &["check", &file][..],
        &["explain", &file],
        &["explain", &file, "Skrivarverkstad"],
        &["what-if", &file, "--set", "budget=90%"],
        &["what-if", &file, "--set", "rule.alla-sökande-får-minst-en-fjärdedel.at_least=30 % of asked"],
        &["sweep", &file, "--vary", "budget=1000000..1200000:100000"],
        &["frontier", &file],
        &["alternatives", &file, "-n", "2"],
        &["compare", &file, "suggestion", &decision],
        &["audit", &file],
        &["record", &file, "--decision", &decision, "--role", "Nämnden", "--reason", "Som föreslaget", "--log", &log],
        &["reproduce", &log],
    ] {
        let output = run(args);
        assert_eq!(status(&output), 0, "{args:?}: {}", text(&output.stderr));
    }
    let by_hand = run_with(&["allocate", "-", "-q", "--format", "csv"], &fs::read(&file).expect("written"));
    assert_eq!(text(&by_hand.stdout), printed(&["allocate", &file, "-q", "--format", "csv"]));
}

/// Runs a program that saves workbooks; says so where it is not installed.
#[allow(clippy::print_stderr, reason = "what was not tried is told")]
pub(super) fn saved_by(program: &str, args: &[&str]) -> bool {
    match Command::new(program).args(args).output() {
        Ok(output) if output.status.success() => true,
        Ok(output) => {
            eprintln!("{program} was not run: {}", text(&output.stderr));
            false
        }
        Err(error) => {
            eprintln!("{program} was not run: {error}");
            false
        }
    }
}

/// The template and a call with lines and dates, each as it is and as JSON.
fn to_be_saved(folder: &Path) -> Vec<(PathBuf, String)> {
    let paths = ["mall", "rader"].map(|name| folder.join(name).with_extension("xlsx"));
    let [template, lines] = paths.each_ref().map(|path| path.display().to_string());
    printed(&["template", "-o", &template]);
    printed(&["convert", "examples/calls/lindangen-2023/call.toml", &lines]);
    let with_json = |path: PathBuf| (path.clone(), json(&path));
    paths.map(with_json).into()
}

/// A call as JSON.
fn json(call: &Path) -> String {
    let file = call.with_extension("json");
    let [call, to] = [call, &file].map(|path| path.display().to_string());
    printed(&["convert", &call, &to]);
    let json = fs::read_to_string(&file).expect("written");
    fs::remove_file(&file).expect("it was written");
    json
}

#[test]
fn a_workbook_that_libreoffice_saved_is_read_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("saved");
    for (path, expected) in to_be_saved(folder.path()) {
        let [profile, to, from] =
            [folder.path().join("profile"), saved.clone(), path.clone()].map(|path| path.display().to_string());
        let profile = format!("-env:UserInstallation=file://{profile}");
        if saved_by("soffice", &[&profile, "--headless", "--convert-to", "xlsx", "--outdir", &to, &from]) {
            assert_eq!(json(&saved.join(path.file_name().expect("a name"))), expected);
        }
    }
}

#[test]
fn a_workbook_that_openpyxl_saved_is_read_the_same() {
    const SAVE: &str = "import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])";
    let folder = tempfile::tempdir().expect("a folder");
    for (path, expected) in to_be_saved(folder.path()) {
        let to = folder.path().join("saved.xlsx");
        let [from, saved] = [&path, &to].map(|path| path.display().to_string());
        if saved_by("python3", &["-c", SAVE, &from, &saved]) {
            assert_eq!(json(&to), expected);
        }
    }
}
