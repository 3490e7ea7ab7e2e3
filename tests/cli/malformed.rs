//! Malformed calls: where their faults are told. How they are worded is tested where they are found.

use std::fs;
use std::path::Path;

use super::{run, run_with, status, text};

/// The call that names a CSV case.
const WITH_CSV: &str = r#"title = "Sociala insatser 2023"
activities = "tests/cases/malformed/NAME"

[[fund]]
id = "kommunstyrelsen"
amount = 1_000_000

[[criterion]]
id = "samverkan"
weight = 1
max = 3

[[applicant]]
id = "kultur"
"#;

#[test]
fn faults_go_to_standard_error_with_file_and_line() {
    let folder = Path::new("tests/cases/malformed");
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("the cases");
    let mut cases = 0;
    for entry in entries {
        let name = entry.expect("a case").file_name().to_string_lossy().into_owned();
        let path = folder.join(&name).display().to_string();
        let output = if name.ends_with(".csv") {
            run_with(&["check", "-"], WITH_CSV.replace("NAME", &name).as_bytes())
        } else {
            run(&["check", &path])
        };
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{name}: {said}");
        assert!(output.stdout.is_empty(), "{name}");
        // An empty file has no line.
        let place = if name.contains("empty") && said.contains("is empty") { &path } else { &format!("{path}:") };
        assert!(said.contains(place.as_str()) || said.contains("<stdin>:"), "{name}: {said}");
        assert!(!said.contains('\u{1b}'), "{name}");
        cases += 1;
    }
    assert!(cases >= 45);
}
