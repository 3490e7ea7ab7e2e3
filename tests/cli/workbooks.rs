//! Answers as workbooks.

use std::fs;
use std::path::Path;

use fordela_sheet::Value;
use serde_json::Value as Json;

use super::{run, status, text};

const CALL: &str = "examples/calls/malmo-2024/call.toml";
const DECIDED_CALL: &str = "examples/calls/malmo-2023/call.toml";
const DECISION: &str = "examples/calls/malmo-2023/decision.csv";
const FOLLOWED: [&str; 5] = [
    "examples/calls/lindangen-2023-h1/call.toml",
    "--decision",
    "examples/calls/lindangen-2023-h1/decision.csv",
    "--outcome",
    "examples/calls/lindangen-2023-h1/outcome.csv",
];

/// The cells of the sheets of a workbook, in order.
fn sheets(path: &Path) -> Vec<(String, Vec<Value>)> {
    let bytes = fs::read(path).expect("written");
    let mut book = fordela_sheet::read(&bytes).expect("a workbook");
    let names: Vec<String> = book.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    let cells = |name: String| {
        let rows = book.sheet(&name).expect("a sheet").rows;
        (name, rows.into_iter().flat_map(|row| row.cells).map(|cell| cell.value).collect())
    };
    names.into_iter().map(cells).collect()
}

#[test]
fn every_report_is_a_workbook() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("svar.xlsx");
    let file = path.to_str().expect("a plain name");
    for args in [
        &["allocate", CALL][..],
        &["what-if", CALL, "--set", "budget=90%"],
        &["compare", DECIDED_CALL, "suggestion", DECISION],
        &["audit", CALL],
        &["explain", CALL],
        &["alternatives", CALL, "-n", "2"],
        &[&["follow-up"], &FOLLOWED[..]].concat(),
        &["allocate", "tests/cli/calls/impossible.toml"],
    ] {
        let asked = [args, &["-q", "-o", file]].concat();
        let first = run(&asked);
        let before = fs::read(&path).unwrap_or_else(|_| panic!("{args:?}: {}", text(&first.stderr)));
        run(&asked);
        assert!(fs::read(&path).expect("written") == before, "{args:?}");
        let sheets = sheets(&path);
        let is_number = |value: &Value| matches!(value, Value::Number { .. });
        let is_text = |value: &Value| matches!(value, Value::Text(_));
        for (name, cells) in &sheets {
            assert!(cells.iter().all(|value| is_number(value) || is_text(value)), "{args:?}, {name}: {cells:?}");
        }
        let has_numbers = sheets.iter().any(|(_, cells)| cells.iter().any(is_number));
        assert_eq!(has_numbers, !args.contains(&"tests/cli/calls/impossible.toml"), "{args:?}");
        fs::remove_file(&path).expect("it was written");
    }
}

#[test]
fn the_workbook_of_an_allocation_is_read_as_a_decision() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("svar.xlsx");
    let file = path.to_str().expect("a plain name");
    for call in [CALL, "examples/calls/fsn-2023/call.toml", "tests/cli/calls/possible.toml"] {
        for lang in ["sv", "en"] {
            assert_eq!(status(&run(&["allocate", call, "-q", "--lang", lang, "-o", file])), 0);
            let output = run(&["compare", call, "suggestion", file, "--format", "json"]);
            assert_eq!(status(&output), 0, "{call}, {lang}: {}", text(&output.stderr));
            let report: Json = serde_json::from_slice(&output.stdout).expect("JSON");
            let activities = report["activities"].as_array().expect("activities");
            assert!(!activities.is_empty());
            assert!(activities.iter().all(|one| one["granted"]["difference"] == "0"), "{call}, {lang}");
        }
    }
}
