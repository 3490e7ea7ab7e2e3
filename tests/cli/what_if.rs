//! What changes if …?

use std::fs;

use super::formats::{FORMATS, snapshot};
use super::{IMPOSSIBLE, POSSIBLE, real_calls, run, run_with, status, text};

const CALL: &str = "tests/cli/calls/possible.toml";
const MALMO: &str = "examples/calls/malmo-2023/call.toml";
const SCENARIOS: &str = "tests/cli/calls/scenarios.toml";

#[test]
fn every_format() {
    for (format, lang) in FORMATS {
        let change = ["--set", "budget=+500k", "--drop-rule", "hogst-70", "--require", "turneringen"];
        let output = run(&[&["what-if", CALL, "--format", format, "--lang", lang], &change[..]].concat());
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("what-if-{format}-{lang}"), &text(&output.stdout));
        let output = run(&["what-if", CALL, "--scenarios", SCENARIOS, "--format", format, "--lang", lang]);
        assert_eq!(status(&output), 1, "{}", text(&output.stderr));
        if format != "json" {
            snapshot(&format!("what-if-scenarios-{format}-{lang}"), &text(&output.stdout));
        }
    }
}

#[test]
fn a_scenario_that_cannot_be_is_1_with_its_conflict() {
    let output = run(&["what-if", CALL, "--set", "rule.scengolv.at_least=1M", "--lang", "en"]);
    assert_eq!(status(&output), 1);
    snapshot("what-if-impossible-table-en", &text(&output.stdout));
}

#[test]
fn an_impossible_call_can_be_made_possible() {
    let args = ["what-if", "-", "--set", "rule.golv.at_least=40%", "--lang", "sv"];
    let output = run_with(&args, IMPOSSIBLE.as_bytes());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    snapshot("what-if-made-possible-table-sv", &text(&output.stdout));
}

#[test]
fn what_does_not_fit_the_call_is_2_and_says_what_would() {
    for (args, says) in [
        (&["--set", "bugdet=1"][..], "did you mean `budget`?"),
        (&["--set", "rule.hogst70.atmost=1M"], "did you mean `rule.hogst-70.at_most`?"),
        (&["--set", "activity.dans.ask=much"], "`activity.dans.ask` cannot be `much`"),
        (&["--set", "activity.lager.ask=1M"], "activity.lager.line.ledare.cost"),
        (&["--set", "activity.teater.ask=300_050"], "in the changed call, activity.teater.ask"),
        (&["--require", "danse"], "did you mean `dans`?"),
        (&["--forbid", "nothing-like-it"], "there is no activity `nothing-like-it`"),
        (&["--drop-rule", "hogst"], "did you mean `hogst-70`?"),
        (&["--set", "bugdet=1", "--forbid", "danse"], "did you mean `dans`?"),
        (&["--set", "budget"], "write a path and a value"),
        (&["--scenarios", "nowhere.toml"], "nowhere.toml"),
        (&[], "--set"),
    ] {
        let output = run(&[&["what-if", CALL, "--lang", "en"], args].concat());
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{args:?}: {said}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(said.contains(says), "{args:?}: {said}");
    }
}

#[test]
fn faults_of_scenarios_are_shown_in_their_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("scenarier.toml");
    let scenario = "[[scenario]]\nname = \"en\"\nset = { bugdet = \"1\" }\nforbid = [\"dans\", \"danz\"]\n";
    fs::write(&path, scenario).expect("written");
    let output = run(&["what-if", CALL, "--scenarios", path.to_str().expect("a plain name"), "--lang", "en"]);
    let said = text(&output.stderr);
    assert_eq!(status(&output), 2);
    assert!(output.stdout.is_empty());
    for says in ["scenarier.toml:3:9", "did you mean `budget`?", "scenarier.toml:4:19", "did you mean `dans`?"] {
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn changes_that_are_typed_are_one_scenario_more() {
    let args = ["what-if", CALL, "--scenarios", SCENARIOS, "--forbid", "scenen", "--format", "json"];
    let report: serde_json::Value = serde_json::from_slice(&run(&args).stdout).expect("JSON");
    let scenarios = report["scenarios"].as_array().expect("scenarios");
    assert_eq!(scenarios.len(), 5);
    assert_eq!(scenarios[4]["name"], "forbid scenen");
}

#[test]
fn what_is_not_changed_does_not_move() {
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        let output = run(&["what-if", &call, "--set", "budget=100%", "--lang", "en", "-q"]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        let said = text(&output.stdout);
        let read = fordela_file::read_call(std::path::Path::new(&call)).expect("a real call");
        let has_rules = !read.call.draft().rules.is_empty();
        assert!(said.contains("unchanged.") && said.contains("The same rules bind") == has_rules, "{said}");
        assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
    }
}

#[test]
fn the_call_may_be_on_standard_input() {
    let output =
        run_with(&["what-if", "-", "--set", "unit=1_000", "--format", "csv", "--lang", "en"], POSSIBLE.as_bytes());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    assert!(text(&output.stdout).starts_with("scenario,status,"));
}

/// A scenario without an allocation moves nobody, so that the rows are those that another scenario moves.
#[test]
fn an_impossible_scenario_shows_no_rows_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("scenarier.toml");
    let small = "[[scenario]]\nname = \"en\"\nset = { \"activity.dans.ask\" = \"-100\" }\n";
    let impossible = "[[scenario]]\nname = \"två\"\nset = { \"rule.scengolv.at_least\" = \"1M\" }\n";
    let rows = |scenarios: &str| {
        fs::write(&path, scenarios).expect("written");
        let output = run(&["what-if", CALL, "--scenarios", path.to_str().expect("a plain name"), "--lang", "en"]);
        let said = text(&output.stdout);
        said.lines().find(|line| line.ends_with("stand unchanged.")).map(str::to_owned)
    };
    let alone = rows(small);
    assert!(alone.is_some());
    assert_eq!(rows(&format!("{small}{impossible}")), alone);
}

#[test]
fn values_under_other_weights_are_not_subtracted() {
    let args = ["what-if", MALMO, "--set", "criterion.samverkan.weight=200%", "--lang", "en"];
    let said = text(&run(&args).stdout);
    assert!(said.contains("Values are not compared: priorities differ"), "{said}");
    let report: serde_json::Value =
        serde_json::from_slice(&run(&[&args[..], &["--format", "json"]].concat()).stdout).expect("JSON");
    let scenario = &report["scenarios"][0];
    assert!(scenario["value"]["difference"].is_null() && !scenario["value"]["new"].is_null());
    assert_eq!(scenario["valued_alike"], false);
    let same = text(&run(&["what-if", MALMO, "--set", "budget=-1%", "--lang", "en"]).stdout);
    assert!(!same.contains("not compared"), "{same}");
}

#[test]
fn what_is_changed_is_told_in_words() {
    let args = [
        "what-if",
        MALMO,
        "--set",
        "budget=-2_000_000",
        "--require",
        "trygg-skola=50%",
        "--drop-rule",
        "ingen-far-allt",
    ];
    let said = text(&run(&args).stdout).replace('\u{a0}', " ");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("• Budget: −2 000 000 kr; regeln ”Ingen nämnd"), "{said}");
    assert!(said.contains("måste få minst 50 %") && !said.contains("require-"), "{said}");
}
