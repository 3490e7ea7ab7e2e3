//! Malformed calls: where their faults are told. How they are worded is tested where they are found.

use std::fs;
use std::path::Path;

use super::{fordela, run, run_with, status, text};

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
        let check = |lang: &str| {
            if name.ends_with(".csv") {
                run_with(&["check", "-", "--lang", lang], WITH_CSV.replace("NAME", &name).as_bytes())
            } else {
                run(&["check", &path, "--lang", lang])
            }
        };
        for (lang, error, help) in [("sv", "fel: ", "tips: "), ("en", "error: ", "help: ")] {
            let output = check(lang);
            let said = text(&output.stderr);
            assert_eq!(status(&output), 2, "{name}: {said}");
            assert!(output.stdout.is_empty(), "{name}");
            assert!(said.starts_with(error) && said.contains(help), "{name}: {said}");
            assert!(said.contains(&format!("{path}:")) || said.contains("<stdin>:"), "{name}: {said}");
            assert!(!said.contains('\u{1b}'), "{name}");
        }
        cases += 1;
    }
    assert!(cases >= 45);
}

/// What is wrong with a file that is no call, in Swedish and in English.
struct Wrong {
    /// What is written to the file `wrong`.
    holds: &'static str,
    args: &'static [&'static str],
    told: [&'static str; 2],
}

#[test]
fn other_files_are_told_of_in_the_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(root.join("tests/cli/calls/followed.toml"), folder.path().join("call.toml")).expect("the call");
    let decided = "activity,granted\ndans,300000\nteater,150000\nlager,200000\n";
    fs::write(folder.path().join("decided.csv"), decided).expect("written");
    for Wrong { holds, args, told } in [
        Wrong {
            holds: "activity,granted\ndans,-1\n",
            args: &["audit", "call.toml", "--decision", "wrong"],
            told: ["det beviljade beloppet är mindre än noll", "the granted sum is below zero"],
        },
        Wrong {
            holds: "activity,spent\nnone,1\n",
            args: &["follow-up", "call.toml", "--decision", "decided.csv", "--outcome", "wrong"],
            told: ["utlysningen har ingen aktivitet `none`", "the call has no activity `none`"],
        },
        Wrong {
            holds: "[[scenario]]\nname = \"x\"\nset = { bugdet = \"+5%\" }\n",
            args: &["what-if", "call.toml", "--scenarios", "wrong"],
            told: ["menade du `budget`?", "did you mean `budget`?"],
        },
        Wrong {
            holds: "[[entry]]\nnumber = 1\n",
            args: &["reproduce", "wrong"],
            told: ["en post måste ha nyckeln", "an entry must have the key"],
        },
        Wrong {
            holds: "title = \"x\"\nunit = 0\n",
            args: &["allocate", "wrong", "--levels"],
            told: ["enheten måste vara större än 0", "the unit must be above 0"],
        },
    ] {
        fs::write(folder.path().join("wrong"), holds).expect("written");
        for (lang, told) in ["sv", "en"].into_iter().zip(told) {
            let output = fordela(&[args, &["--lang", lang]].concat()).current_dir(folder.path()).output();
            let output = output.expect("the program runs");
            assert_eq!(status(&output), 2, "{args:?}: {}", text(&output.stderr));
            assert!(text(&output.stderr).contains(told), "{args:?}: {}", text(&output.stderr));
        }
    }
}
