//! The appendix to a decision.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::formats::snapshot;
use super::{IMPOSSIBLE, POSSIBLE, run, run_with, status, text};

const MALMO: &str = "examples/calls/malmo-2023/call.toml";
const DECISION: &str = "examples/calls/malmo-2023/decision.csv";

fn json(args: &[&str]) -> Value {
    let output = run(&[&["report", "--format", "json", "-q"], args].concat());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn the_appendix_in_both_languages() {
    for lang in ["sv", "en"] {
        let output = run_with(&["report", "-", "--format", "md", "--lang", lang], POSSIBLE.as_bytes());
        assert_eq!(status(&output), 0);
        snapshot(&format!("possible-report-md-{lang}"), &text(&output.stdout));
    }
    let output = run(&["report", MALMO, "--decision", DECISION, "--format", "md"]);
    snapshot("malmo-2023-report-decision-md-sv", &text(&output.stdout));
}

/// Board by board what the city published, in `decision.csv`, and its sums.
#[test]
fn the_table_of_2023_is_that_of_the_city() {
    let report = json(&[MALMO, "--decision", DECISION]);
    let published = fs::read_to_string(DECISION).expect("the decision");
    let published: Vec<Vec<&str>> = published.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let applicants = report["applicants"].as_array().expect("applicants");
    assert_eq!(applicants.len(), published.len());
    for (applicant, row) in applicants.iter().zip(&published) {
        let told = ["id", "asked", "granted"].map(|key| applicant[key].as_str().expect("a text"));
        assert_eq!(told[..], row[..3]);
        assert!(applicant["note"].as_str().is_some_and(|note| !note.is_empty()));
    }
    assert_eq!(report["totals"]["asked"], "45203000");
    assert_eq!(report["totals"]["granted"], "37200700");
}

/// Sums of activities are those of their applicants, and these add up to the total: of the suggestion as it is allocated.
#[test]
fn sums_add_up() {
    for call in [MALMO, "examples/calls/malmo-2024/call.toml", "examples/calls/fsn-2023/call.toml"] {
        let report = json(&[call]);
        let money = |value: &Value| value.as_str().and_then(|text| text.parse::<f64>().ok()).expect("money");
        let sum = |list: &Value, key: &str| -> f64 {
            list.as_array().expect("a list").iter().map(|one| money(&one[key])).sum()
        };
        for key in ["asked", "granted"] {
            for applicant in report["applicants"].as_array().expect("applicants") {
                assert!((sum(&applicant["activities"], key) - money(&applicant[key])).abs() < 0.001);
            }
            assert!((sum(&report["applicants"], key) - money(&report["totals"][key])).abs() < 0.001);
        }
        let allocated = run(&["allocate", call, "--format", "json", "-q"]);
        let allocated: Value = serde_json::from_slice(&allocated.stdout).expect("JSON");
        assert_eq!(report["totals"]["granted"], allocated["totals"]["granted"]);
    }
}

/// A decision that grants what is suggested, and does not say who pays: the funds pay each applicant what they do by the
/// suggestion. Of sums by applicant it is not known.
#[test]
fn who_pays_what_was_decided_is_filled_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("beslut.csv");
    let file = file.to_str().expect("a plain name");
    let suggested = json(&[MALMO]);
    let activities = suggested["applicants"].as_array().expect("applicants").iter();
    let activities = activities.flat_map(|one| one["activities"].as_array().expect("activities"));
    let text_of = |value: &Value| value.as_str().expect("a text").to_owned();
    let rows: Vec<String> =
        activities.map(|one| format!("{},{}\n", text_of(&one["id"]), text_of(&one["granted"]))).collect();
    fs::write(file, format!("activity,granted\n{}", rows.concat())).expect("a decision");
    let decided = json(&[MALMO, "--decision", file]);
    assert_eq!(decided["payers"], "rules");
    for (one, other) in decided["applicants"]
        .as_array()
        .expect("a list")
        .iter()
        .zip(suggested["applicants"].as_array().expect("a list"))
    {
        assert_eq!(one["funds"], other["funds"]);
    }
    assert_eq!(json(&[MALMO, "--decision", DECISION])["payers"], "applicants");
}

#[test]
fn an_impossible_call_is_1_with_the_conflict_in_the_appendix() {
    let output = run_with(&["report", "-", "--format", "md", "--lang", "en"], IMPOSSIBLE.as_bytes());
    assert_eq!(status(&output), 1);
    snapshot("impossible-report-md-en", &text(&output.stdout));
}

/// An address in a note is found before anything is written.
#[test]
fn personal_data_is_not_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("bilaga.docx");
    let call = POSSIBLE.replacen("[[activity]]", "[[activity]]\nnote = \"Fråga kontakt@example.org.\"", 1);
    let path = folder.path().join("call.toml");
    fs::write(&path, call).expect("a call");
    let plain = |path: &Path| path.to_str().expect("a plain name").to_owned();
    for (lang, expected) in [("sv", "personuppgifter"), ("en", "personal data")] {
        let output = run(&["report", &plain(&path), "-o", &plain(&file), "--lang", lang]);
        assert_eq!(status(&output), 2);
        let told = text(&output.stderr);
        assert!(told.contains(expected) && told.contains("call.toml:"), "{told}");
        assert!(!told.contains("kontakt@"), "{told}");
        assert!(!file.exists());
    }
}

#[test]
fn documents_are_the_same_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["a.docx", "a.html", "a.xlsx"] {
        let made = || {
            let file = folder.path().join(name);
            let file = file.to_str().expect("a plain name");
            let output = run(&["report", MALMO, "--decision", DECISION, "-q", "-o", file]);
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            fs::read(file).expect("a document")
        };
        assert_eq!(made(), made(), "{name}");
    }
}

#[test]
fn a_template_gives_a_document_its_looks() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a plain name").to_owned();
    let (template, file) = (path("mall.docx"), path("bilaga.docx"));
    run(&["allocate", "tests/cli/calls/possible.toml", "-q", "-o", &template]);
    let asked = ["report", "tests/cli/calls/possible.toml", "-q", "--template"];
    let output = run(&[&asked[..], &[&template, "--reference", "KS-2026-7", "-o", &file]].concat());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    assert!(fs::read(&file).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    fs::write(path("text.docx"), "text").expect("a file");
    for (args, expected) in [
        (vec![path("text.docx"), "-o".to_owned(), path("ny.docx")], "inget Word-dokument"),
        (vec![path("nowhere.docx"), "-o".to_owned(), path("ny.docx")], "kan inte läsas"),
        (vec![template.clone(), "-o".to_owned(), path("ny.html")], "Word-dokument"),
        (vec![template.clone(), "-o".to_owned(), template.clone()], "mallen"),
        (
            vec![
                template.clone(),
                "--reference".to_owned(),
                "kontakt@example.org".to_owned(),
                "-o".to_owned(),
                path("ny.docx"),
            ],
            "diarienumret",
        ),
    ] {
        let args: Vec<&str> = asked.iter().copied().chain(args.iter().map(String::as_str)).collect();
        let output = run(&args);
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
    assert!(!Path::new(&path("ny.docx")).exists());
}
