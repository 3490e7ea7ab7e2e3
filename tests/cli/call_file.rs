//! The schema of a call file, for editors, and its reference, for people. Both are made from the keys.
//!
//! `FORDELA_WRITE_DOCS=1 cargo test --test cli call_file` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use fordela::Lang;
use fordela::words::reference;
use jsonschema::Validator;
use serde_json::Value;

use super::{run, text};

fn docs(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file)
}

/// What a file of the documentation holds is what is made.
pub(super) fn is_made(file: &str, made: &str) {
    if std::env::var_os("FORDELA_WRITE_DOCS").is_some() {
        fs::write(docs(file), made).expect("the file is written");
    }
    let written = fs::read_to_string(docs(file)).unwrap_or_default();
    assert!(written == made, "docs/{file} differs from what is made; see the head of this test for how to write it");
}

fn printed(lang: &str) -> String {
    text(&run(&["schema", "call", "--lang", lang]).stdout)
}

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&printed("en")).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}

/// A call in TOML as an editor sees it.
fn seen(toml: &str) -> Value {
    fn plain(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(day) => Value::String(day.to_string()),
            toml::Value::Array(list) => list.into_iter().map(plain).collect(),
            toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, one)| (key, plain(one))).collect()),
            other => serde_json::to_value(other).expect("plain data"),
        }
    }
    plain(toml::Value::Table(toml::from_str(toml).expect("TOML")))
}

#[test]
fn the_schema_is_the_one_that_is_printed() {
    is_made("schema/call.schema.json", &printed("en"));
    let swedish: Value = serde_json::from_str(&printed("sv")).expect("JSON");
    assert_eq!(
        swedish["properties"]["title"]["description"].as_str().map(|text| &text[..20]),
        Some("Vad utlysningen hete")
    );
}

#[test]
fn the_references_are_made_from_the_keys() {
    is_made("call-file.md", &reference::call_file(Lang::En));
    is_made("utlysningsfilen.md", &reference::call_file(Lang::Sv));
}

/// The example calls, and those of the cases.
#[test]
fn the_schema_accepts_every_call() {
    let validator = validator();
    let mut seen_any = 0;
    for folder in ["examples/calls", "tests/cases/calls"] {
        let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("a folder");
        for one in folders.map(|entry| entry.expect("an entry").path()) {
            let file = if one.is_dir() { one.join("call.toml") } else { one };
            let Ok(toml) = fs::read_to_string(&file) else { continue };
            if file.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            seen_any += 1;
            let faults: Vec<String> = validator
                .iter_errors(&seen(&toml))
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
        }
    }
    assert!(seen_any >= 7, "{seen_any} calls");
}

/// Each is a slip that reading refuses as well.
#[test]
fn the_schema_refuses_broken_calls() {
    const BASE: &str = r#"
        unit = 1_000
        fund = [{ id = "stad", amount = 700_000 }]
        criterion = [{ id = "behov", weight = 1, max = 3 }]
        applicant = [{ id = "kultur" }]
        activity = [{ id = "musik", applicant = "kultur", ask = 500_000, scores = { behov = 3 } }]
        rule = [{ id = "tak", at_most = "50 % of budget" }]
    "#;
    let validator = validator();
    assert!(validator.is_valid(&seen(BASE)));
    for (name, from, to) in [
        ("an unknown key of the call", "unit = 1_000", "enhet = 1_000"),
        ("an unknown key of a part", "ask = 500_000", "sökt = 500_000"),
        ("a missing id", r#"fund = [{ id = "stad", "#, "fund = [{ "),
        ("a missing amount", ", amount = 700_000", ""),
        ("an amount below zero", "700_000", "-700_000"),
        ("a table where tables are", r#"applicant = [{ id = "kultur" }]"#, r#"applicant = { id = "kultur" }"#),
        ("a number where an id is", r#"id = "musik""#, "id = 1"),
        ("an id with a dot", r#"id = "musik""#, r#"id = "musik.skola""#),
        ("a percentage of nothing", "50 % of budget", "50 %"),
        ("a percentage of what is not known", "50 % of budget", "50 % of money"),
        ("a word for a weight", "weight = 1", r#"weight = "hög""#),
        ("a list of scores", "scores = { behov = 3 }", "scores = [3]"),
        ("a kind of funding that is none", "ask = 500_000,", r#"ask = 500_000, funding = "all","#),
    ] {
        let broken = BASE.replacen(from, &to.replace("sökt", "\"sökt\""), 1);
        assert_ne!(broken, BASE, "{name}");
        assert!(!validator.is_valid(&seen(&broken)), "{name}");
        let file = tempfile::Builder::new().suffix(".toml").tempfile().expect("a file");
        fs::write(file.path(), &broken).expect("it is written");
        let output = run(&["check", file.path().to_str().expect("a path")]);
        assert_eq!(output.status.code(), Some(2), "{name}: {}", text(&output.stderr));
    }
}
