//! What would next year's call be?

use std::fs;
use std::process::Output;

use fordela::Money;
use fordela::call::CallDraft;

use super::formats::snapshot;
use super::{run, status, text};

const CALL: &str = "examples/calls/lindangen-2023-h2/call.toml";
const DECISION: &str = "examples/calls/lindangen-2023-h2/decision.csv";
const OUTCOME: &str = "examples/calls/lindangen-2023-h2/outcome.csv";

fn next(args: &[&str]) -> Output {
    run(&[&["next", CALL, "--decision", DECISION, "--outcome", OUTCOME], args].concat())
}

fn read(path: &std::path::Path) -> CallDraft {
    fordela_file::read_call(path).unwrap_or_else(|error| panic!("{error}")).call.draft().clone()
}

#[test]
fn a_draft_is_written_as_people_write_it() {
    for lang in ["sv", "en"] {
        let output = next(&["--lang", lang]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("next-lindangen-2023-h2-{lang}"), &text(&output.stdout));
    }
}

#[test]
fn what_is_carried_over_and_spent_is_in_the_draft_and_check_takes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("next.toml");
    let name = path.to_str().expect("a plain name");
    let output = next(&["-o", name, "--title", "Jämlik Hälsa Lindängen 2024"]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let draft = read(&path);
    assert_eq!(draft.title, "Jämlik Hälsa Lindängen 2024");
    // 555 000 and the 232 386 that was not spent; not the 232 886 that was reported.
    assert_eq!(draft.funds[0].amount, Money::new(787_386));
    assert_eq!((&draft.funds[0].use_by, &draft.funds[0].report_by), (&None, &None));
    // 322 614 of 555 000 is 58.13 %.
    assert_eq!(draft.activities[0].spend_rate, Some("58.1 %".parse().expect("a percentage")));
    assert_eq!(draft.activities[0].tags, ["pågående"]);
    let checked = run(&["check", name]);
    assert_eq!(status(&checked), 0, "{}", text(&checked.stderr));
    let names: Vec<_> =
        fs::read_dir(folder.path()).expect("the folder").map(|one| one.expect("a file").file_name()).collect();
    assert_eq!(names, ["next.toml"]);
}

#[test]
fn a_file_is_replaced_only_where_that_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("next.toml");
    fs::write(&path, "kept").expect("written");
    let name = path.to_str().expect("a plain name");
    for (lang, says) in [("sv", "det finns redan en fil"), ("en", "there is a file")] {
        let output = next(&["-o", name, "--lang", lang]);
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2);
        assert!(said.contains(says) && said.contains("--overwrite"), "{said}");
    }
    assert_eq!(fs::read(&path).expect("the file"), b"kept");
    assert_eq!(status(&next(&["-o", name, "--overwrite"])), 0);
    assert_eq!(read(&path).funds.len(), 1);
}

/// The call of 2024 scores what already goes on.
#[test]
fn a_criterion_for_what_goes_on_is_left_for_people_to_score() {
    let call = "examples/calls/malmo-2024/call.toml";
    let folder = tempfile::tempdir().expect("a folder");
    let [outcome, path] = ["utfall.csv", "next.toml"].map(|name| folder.path().join(name));
    fs::write(&outcome, "aktivitet;utfall\nlov-flickor;100 000\n").expect("written");
    let [reported, name] = [&outcome, &path].map(|path| path.to_str().expect("a plain name"));
    let output = run(&["next", call, "--outcome", reported, "-o", name]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let (old, new) = (read(std::path::Path::new(call)), read(&path));
    assert_eq!(old.activities.len(), new.activities.len());
    for (old, new) in old.activities.iter().zip(&new.activities) {
        let is_ongoing = new.tags.iter().any(|tag| tag == "pågående");
        assert_eq!(is_ongoing, !new.scores.contains_key("pagaende"), "{}", new.id);
        assert_eq!(new.spend_rate.is_some(), new.id == "lov-flickor");
        assert_eq!(old.ask, new.ask);
    }
    assert!(new.activities.iter().any(|one| one.tags.iter().any(|tag| tag == "pågående")));
    assert!(fs::read_to_string(&path).expect("the file").contains("# Poäng för pagaende saknas"));
}

#[test]
fn an_impossible_call_without_a_decision_has_no_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let outcome = folder.path().join("utfall.csv");
    fs::write(&outcome, "activity,spent\n").expect("written");
    let outcome = outcome.to_str().expect("a plain name");
    for (lang, says) in [("sv", "så inget föreslås"), ("en", "so that nothing is suggested")] {
        let output = run(&["next", "tests/cli/calls/impossible.toml", "--outcome", outcome, "--lang", lang]);
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2);
        assert!(said.contains(says) && said.contains("--decision"), "{said}");
    }
}
