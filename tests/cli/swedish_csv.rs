//! CSV as Excel keeps it where Swedish is spoken: semicolons, decimal commas, Swedish heads.

use std::fs;
use std::path::Path;

use fordela::Lang;
use fordela_words::report::field::Field;
use serde_json::Value;

use super::{run, run_with, status, text};

const CALL: &str = "tests/cli/calls/followed.toml";
const OUTCOME: &str = "aktivitet;källa;utfall\ndans;stat;100\n";

/// What each command that takes a decision says of one, without what the decision is called.
fn taken(folder: &Path, decision: &str) -> Vec<Value> {
    let at = |name: &str| folder.join(name).display().to_string();
    let (path, outcome, next, log) = (at("d.csv"), at("o.csv"), at("n.toml"), at("l.log"));
    fs::write(&path, decision).expect("written");
    fs::write(&outcome, OUTCOME).expect("written");
    let json = |args: &[&str]| -> Value {
        let output = run(&[args, &["--format", "json", "-q"]].concat());
        assert_eq!(status(&output), 0, "{args:?}: {}", text(&output.stderr));
        let mut report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        for part in ["provenance", "log", "seal", "a", "b", "decision"] {
            report[part].take();
        }
        report
    };
    let said = ["--role", "nämnden", "--reason", "enligt förslag", "--date", "2026-01-01", "--log", &log];
    let drafted = run(&["next", CALL, "--decision", &path, "--outcome", &outcome, "-o", &next, "-q"]);
    assert_eq!(status(&drafted), 0, "{}", text(&drafted.stderr));
    let all = vec![
        json(&["audit", CALL, "--decision", &path]),
        json(&["compare", CALL, "suggestion", &path]),
        json(&["follow-up", CALL, "--decision", &path, "--outcome", &outcome]),
        json(&[&["record", CALL, "--decision", &path], &said[..]].concat()),
        Value::String(fs::read_to_string(&next).expect("a draft")),
    ];
    [next, log].iter().for_each(|made| fs::remove_file(made).expect("it was written"));
    all
}

#[test]
fn is_taken_as_a_decision_as_the_english_one_is() {
    let [swedish, english] =
        ["sv", "en"].map(|lang| text(&run(&["allocate", CALL, "--format", "csv", "--lang", lang, "-q"]).stdout));
    assert!(swedish.starts_with("\u{feff}Sökande-id;Sökande;Aktivitets-id;Aktivitet;Sökt;Beviljat;"), "{swedish}");
    assert!(swedish.contains(";Källa.stat;") && english.contains(",fund.stat,"), "{swedish}");
    let folder = tempfile::tempdir().expect("a folder");
    let [swedish, english] = [swedish, english].map(|decision| taken(folder.path(), &decision));
    assert!(swedish == english, "{swedish:?}\n{english:?}");
}

/// No two columns of a report may be called the same, and a program tells columns by the same names as before.
#[test]
fn heads_are_told_apart() {
    let mut swedish: Vec<String> = Field::ALL.iter().map(|field| field.told(Lang::Sv).to_lowercase()).collect();
    swedish.sort();
    let all = swedish.len();
    swedish.dedup();
    assert_eq!(swedish.len(), all);
    let is_id = |told: String| told.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_');
    assert!(Field::ALL.iter().all(|field| is_id(field.told(Lang::En))));
}

/// What applicants write is text to a spreadsheet in either language.
#[test]
fn what_looks_like_a_formula_is_none() {
    let call = "title = \"x\"\nunit = 0.01\n[[fund]]\nid = \"f\"\namount = 1\n[[criterion]]\nid = \"n\"\nweight = 1\nmax = 1\n\
                [[applicant]]\nid = \"a\"\nname = \"@SUM(A1;B1)\"\n[[activity]]\nid = \"b\"\napplicant = \"a\"\nask = 0.50\n\
                title = \"=HYPERLINK(1;2)\"\nscores = { n = 1 }\n";
    for (lang, row) in [
        ("sv", "a;\"'@SUM(A1;B1)\";b;\"'=HYPERLINK(1;2)\";0,50;0,50;1;"),
        ("en", "a,'@SUM(A1;B1),b,'=HYPERLINK(1;2),0.50,0.50,1,"),
    ] {
        let output = run_with(&["allocate", "-", "--format", "csv", "--lang", lang, "-q"], call.as_bytes());
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        assert!(text(&output.stdout).contains(row), "{}", text(&output.stdout));
    }
}
