//! `sweep`: rows, breakpoints, plots, and runs that were cut off.

use std::fs;
use std::path::Path;

use super::formats::snapshot;
use super::{POSSIBLE, fordela, run, run_with, status, text};

const CALL: &str = "tests/cli/calls/possible.toml";
const VARY: &str = "budget=1M..1250k:50k";

/// The paths of files in a folder, as text.
fn at(folder: &Path, name: &str) -> String {
    folder.join(name).to_string_lossy().into_owned()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_format_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = at(folder.path(), "out.csv");
    for lang in ["sv", "en"] {
        for format in ["table", "csv"] {
            let output = run(&["sweep", CALL, "--vary", VARY, "-o", &out, "--format", format, "--lang", lang]);
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            snapshot(&format!("sweep-{format}-{lang}"), &text(&output.stdout));
        }
        let output = run(&["sweep", CALL, "--vary", VARY, "--lang", lang]);
        assert_eq!(text(&output.stdout), fs::read_to_string(&out).expect("the rows"));
        assert!(text(&output.stderr).contains(if lang == "sv" { "Var svaret ändras" } else { "Where the answer" }));
        snapshot(&format!("sweep-rows-{lang}"), &fs::read_to_string(&out).expect("the rows"));
    }
    assert_eq!(names(folder.path()), ["out.csv"]);
    let json = run(&["sweep", CALL, "--vary", "budget=1M..1250k:250k", "--format", "json"]);
    snapshot("sweep-json", &text(&json.stdout));
}

#[test]
fn several_ranges_and_activities() {
    let args = ["--vary", "budget=1M..1250k:250k", "--vary", "unit=100..200:100", "--by", "activity", "--lang", "en"];
    let output = run_with(&[&["sweep", "-"], &args[..]].concat(), POSSIBLE.as_bytes());
    assert_eq!(status(&output), 0);
    snapshot("sweep-two-ranges", &text(&output.stdout));
}

#[test]
fn an_impossible_point_is_a_row() {
    let output =
        run(&["sweep", "tests/cli/calls/impossible.toml", "--vary", "budget=0..20M:10M", "-q", "--lang", "en"]);
    assert_eq!((status(&output), text(&output.stderr).as_str()), (0, ""));
    assert!(text(&output.stdout).lines().nth(1).is_some_and(|row| row.starts_with("0,infeasible,,,,,")));
}

/// What a run leaves that came to its last row and no further.
fn part(folder: &Path) -> Vec<u8> {
    let (out, nowhere) = (at(folder, "out.csv"), at(folder, "none/plot.svg"));
    let output = run(&["sweep", CALL, "--vary", VARY, "-o", &out, "--plot", &nowhere]);
    assert_eq!(status(&output), 2);
    assert_eq!(names(folder), ["out.csv.part"]);
    fs::read(folder.join("out.csv.part")).expect("the journal")
}

#[test]
fn a_run_that_was_cut_off_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let wholes =
        ["sv", "en"].map(|lang| (lang, text(&run(&["sweep", CALL, "--vary", VARY, "-q", "--lang", lang]).stdout)));
    let part = part(folder.path());
    let out = at(folder.path(), "out.csv");
    let lines = part.iter().filter(|byte| **byte == b'\n').count();
    assert_eq!(lines, 7);
    // Whatever language it was begun in.
    for (cut, (lang, whole)) in (0..=part.len()).step_by(97).zip(wholes.iter().cycle()) {
        fs::write(folder.path().join("out.csv.part"), &part[..cut]).expect("written");
        let output = run(&["sweep", CALL, "--vary", VARY, "-o", &out, "--lang", lang]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        assert_eq!(&fs::read_to_string(&out).expect("the rows"), whole, "{lang}, cut at {cut}");
        assert_eq!(names(folder.path()), ["out.csv"]);
    }
}

/// A row that tells more than the budget, as it might after a slip of a hand or a disk.
#[test]
fn a_row_that_was_altered_is_computed_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = text(&run(&["sweep", CALL, "--vary", VARY, "-q", "--lang", "en"]).stdout);
    let part = text(&part(folder.path()));
    let out = at(folder.path(), "out.csv");
    let first = whole.lines().nth(1).and_then(|row| row.split(',').nth(2)).expect("a value");
    for (from, to) in [(first, "999999999.99"), ("optimal", "within-gap"), ("1000000,", "1000001,")] {
        let altered = part.replacen(from, to, 1);
        assert_ne!(altered, part, "{from}");
        fs::write(folder.path().join("out.csv.part"), altered).expect("written");
        let output = run(&["sweep", CALL, "--vary", VARY, "-o", &out, "--lang", "en"]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        assert_eq!(fs::read_to_string(&out).expect("the rows"), whole, "{from}");
        assert_eq!(names(folder.path()), ["out.csv"]);
    }
}

#[cfg(unix)]
#[test]
fn rows_are_kept_in_a_plain_file_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = at(folder.path(), "out.csv");
    std::os::unix::fs::symlink("/dev/zero", at(folder.path(), "out.csv.part")).expect("a link");
    let output = run(&["sweep", CALL, "--vary", VARY, "-o", &out, "--lang", "en"]);
    let told = text(&output.stderr);
    assert!(status(&output) == 2 && told.contains("no plain file") && told.contains("help: "), "{told}");
    assert_eq!(names(folder.path()), ["out.csv.part"]);
}

#[test]
fn the_file_of_another_sweep_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let part = part(folder.path());
    let out = at(folder.path(), "out.csv");
    for other in [&["--vary", "budget=1M..1250k:25k"][..], &["--vary", VARY, "--by", "activity"]] {
        let output = run(&[&["sweep", CALL, "--lang", "en", "-o", &out], other].concat());
        assert_eq!(status(&output), 2);
        let told = text(&output.stderr);
        assert!(told.contains("left by a run of another call") && told.contains("remove `"), "{told}");
        assert_eq!(fs::read(folder.path().join("out.csv.part")).expect("the journal"), part);
    }
}

#[test]
fn what_is_wrong_with_a_range_is_told() {
    for (vary, told) in [
        ("budget=1M..2M", "no range of values"),
        ("budget=1M..2M:0", "a step above 0"),
        ("budget=2M..1M:1k", "smaller value first"),
        ("bugdet=1..2:1", "no path"),
        ("objective.kind=a..b:c", "takes words"),
        ("budget=0..2M:1", "more than 1000000 points"),
        ("activity.danss.ask=1..2:1", "did you mean `activity.dans.ask`?"),
        ("activity.teater.min_share=50..150:50", "in the changed call"),
    ] {
        let output = run(&["sweep", CALL, "--vary", vary, "--lang", "en"]);
        assert_eq!((status(&output), text(&output.stdout).as_str()), (2, ""), "{vary}");
        assert!(text(&output.stderr).contains(told), "{}", text(&output.stderr));
    }
    let twice = run(&["sweep", CALL, "--vary", VARY, "--vary", VARY, "--lang", "en"]);
    assert_eq!(status(&twice), 2);
    assert!(text(&twice.stderr).contains("varied more than once"));
    assert_eq!(status(&run(&["sweep", CALL])), 2);
}

#[test]
fn the_plot_is_well_formed_and_complete() {
    let folder = tempfile::tempdir().expect("a folder");
    let plot = at(folder.path(), "plot.svg");
    for (lang, vary) in [("sv", &[VARY][..]), ("en", &["budget=0..1250k:125k", "criterion.behov.weight=1..2:1"])] {
        let vary: Vec<&str> = vary.iter().flat_map(|vary| ["--vary", vary]).collect();
        let output = run(&[&["sweep", CALL, "--lang", lang, "--plot", &plot], &vary[..]].concat());
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        let svg = fs::read_to_string(&plot).expect("the plot");
        let document = roxmltree::Document::parse(&svg).expect("XML");
        for name in ["Kulturföreningen", "Idrottsföreningen", "Scenen"] {
            let is_name = |node: &roxmltree::Node<'_, '_>| node.has_tag_name("text") && node.text() == Some(name);
            assert_eq!(document.descendants().filter(is_name).count(), 1);
        }
        snapshot(&format!("sweep-plot-{lang}"), &svg);
    }
}

#[test]
fn threads_change_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut all = Vec::new();
    for threads in ["1", "2"] {
        let (out, plot) = (at(folder.path(), "out.csv"), at(folder.path(), "plot.svg"));
        let args = ["sweep", "examples/calls/malmo-2023/call.toml", "--vary", "budget=30M..45M:100k"];
        let mut command = fordela(&[&args[..], &["-o", &out, "--plot", &plot]].concat());
        let output = command.env("RAYON_NUM_THREADS", threads).output().expect("the program runs");
        assert_eq!(status(&output), 0);
        all.push((output.stdout, fs::read(&out).expect("the rows"), fs::read(&plot).expect("the plot")));
    }
    assert_eq!(all[0], all[1]);
}
