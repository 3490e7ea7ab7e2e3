//! What people see when a file is wrong: every malformed case, as it is shown in both languages.

#![allow(clippy::expect_used, reason = "helpers of tests may fail the test")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fordela::Lang;
use fordela_file::{CallBytes, Files, Format, ReadError, Style, read_call_bytes};

/// The call that names a CSV case.
const CALL: &str = r#"title = "Sociala insatser 2023"
activities = "NAME"

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

/// The folder of the cases.
struct Cases(PathBuf);

impl Files for Cases {
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = fs::read(self.0.join(path))?;
        bytes.truncate(most);
        Ok(bytes)
    }
}

fn read(cases: &Cases, name: &str) -> ReadError {
    let path = Path::new(name);
    let (name, bytes) = match path.extension().and_then(|extension| extension.to_str()) {
        Some("csv") => ("call.toml", CALL.replace("NAME", name).into_bytes()),
        _ => (name, fs::read(cases.0.join(name)).expect("the case")),
    };
    let format = Format::of_path(Path::new(name));
    let call = CallBytes { name: name.to_owned(), bytes, format, folder: PathBuf::new() };
    read_call_bytes(call, cases).expect_err("a malformed call")
}

#[test]
fn every_malformed_call_is_shown_with_place_cause_and_fix() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/malformed");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("the cases")
        .map(|entry| entry.expect("a case").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(names.len() >= 45);
    let cases = Cases(folder);
    let style = Style { width: 90, ..Style::default() };
    for name in names {
        let error = read(&cases, &name);
        assert!(error.faults().all(|(place, _)| place.line >= 1 && place.column >= 1), "{name}");
        for (lang, path) in [(Lang::En, "snapshots/malformed"), (Lang::Sv, "snapshots/malformed-sv")] {
            let shown = error.render(Style { lang, ..style });
            assert!(!shown.contains('\u{1b}'), "{name}");
            insta::with_settings!({ snapshot_path => path, prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(name.as_str(), shown);
            });
        }
    }
}
