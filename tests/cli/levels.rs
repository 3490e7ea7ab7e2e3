//! Who gets what, where boards split their sums themselves?

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::formats::snapshot;
use super::{POSSIBLE, run, run_with, status, text};

const MALMO: &str = "examples/calls/malmo-2023/call.toml";
const DECISION: &str = "examples/calls/malmo-2023/decision.csv";

fn json(args: &[&str]) -> Value {
    let output = run(&[&["allocate", "--levels", "--format", "json", "-q"], args].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stderr)))
}

#[test]
fn the_city_and_its_boards() {
    for (format, lang) in [("table", "sv"), ("table", "en"), ("csv", "sv"), ("csv", "en")] {
        for (name, decision) in [("decision", &["--decision", DECISION][..]), ("suggestion", &[])] {
            let output =
                run(&[&["allocate", MALMO, "--levels", "--lang", lang, "--format", format], decision].concat());
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            let printed = text(&output.stdout);
            snapshot(&format!("levels-malmo-2023-{name}-{format}-{lang}"), &printed);
            let wide = printed.lines().filter(|line| line.chars().count() > 100);
            assert!(format != "table" || wide.count() == 0, "{printed}");
        }
    }
}

/// The published sums of the two boards (STK-2023-490, appendix 2), which they split by their own calls as they do when
/// these are allocated by themselves: their own funds are written with the same sums.
#[test]
fn the_published_sums_are_split_by_the_boards() {
    let report = json(&[MALMO, "--decision", DECISION]);
    let own = report["level"]["own"].as_array().expect("the boards");
    let granted: Vec<(&Value, &Value)> = own.iter().map(|own| (&own["applicant"]["id"], &own["granted"])).collect();
    assert_eq!(granted.len(), 2);
    for (own, (id, sum, folder)) in
        own.iter().zip([("halsa-vard-omsorg", "620000", "hvon-2023"), ("funktionsstod", "2300000", "fsn-2023")])
    {
        assert_eq!((&own["applicant"]["id"], &own["granted"]), (&Value::from(id), &Value::from(sum)));
        assert_eq!(own["level"]["decision"]["totals"]["granted"], sum);
        let alone = run(&["allocate", &format!("examples/calls/{folder}/call.toml"), "--format", "json"]);
        let alone: Value = serde_json::from_slice(&alone.stdout).expect("JSON");
        assert_eq!(own["level"]["decision"], alone, "{id}");
    }
    let delegation = &report["level"]["delegation"];
    assert_eq!(delegation["breaches"]["broken"], Value::Array(Vec::new()));
}

/// The city's own sums are no whole thousands, which the boards grant in: what is left over breaks a floor of the city.
#[test]
fn a_rule_of_the_city_that_a_board_breaks_is_told() {
    let report = json(&[MALMO]);
    let own = &report["level"]["own"][0];
    assert_eq!((&own["granted"], &own["left"]), (&Value::from("608300"), &Value::from("300")));
    let broken = report["level"]["delegation"]["breaches"]["broken"].as_array().expect("a list");
    assert_eq!(broken.len(), 1);
    assert_eq!(
        (&broken[0]["id"], &broken[0]["for"]),
        (&Value::from("alla-far-nagot"), &Value::from("halsa-vard-omsorg"))
    );
}

#[test]
fn without_the_option_named_calls_are_not_read() {
    let named = fs::read_to_string(MALMO).expect("the call");
    let plain: String =
        named.lines().filter(|line| !line.starts_with("call = ")).map(|line| format!("{line}\n")).collect();
    assert!(plain.len() < named.len());
    let elsewhere = named.replace("../hvon-2023/call.toml", "../no-such-folder/call.toml");
    let [named, plain, elsewhere] = [named, plain, elsewhere].map(|call| run_with(&["allocate", "-"], call.as_bytes()));
    assert_eq!((status(&named), status(&elsewhere)), (0, 0), "{}", text(&elsewhere.stderr));
    assert_eq!((&named.stdout, &elsewhere.stdout), (&plain.stdout, &plain.stdout));
}

#[test]
fn a_call_that_names_none_has_one_level() {
    let output = run_with(&["allocate", "-", "--levels", "--format", "json"], POSSIBLE.as_bytes());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let levels: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let flat = run_with(&["allocate", "-", "--format", "json"], POSSIBLE.as_bytes());
    let flat: Value = serde_json::from_slice(&flat.stdout).expect("JSON");
    assert_eq!((&levels["level"]["decision"], &levels["level"]["delegation"]), (&flat, &Value::Null));
}

/// A city with a board in a folder beside it, each written with these changes.
fn tree(city: (&str, &str), board: (&str, &str)) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let call = |name: &str, own: &str, (from, to): (&str, &str)| {
        let path = folder.path().join(name);
        fs::create_dir(&path).expect("a folder");
        let text = format!(
            "title = \"{name}\"\n[[fund]]\nid = \"f\"\namount = 100\n[[criterion]]\nid = \"n\"\nweight = 1\nmax = 3\n\
             [[applicant]]\nid = \"a\"\n{own}[[activity]]\nid = \"x\"\napplicant = \"a\"\nask = 90\nscores = {{ n = 3 }}\n\
             [[activity]]\nid = \"y\"\napplicant = \"a\"\nask = 90\nscores = {{ n = 1 }}\n"
        );
        fs::write(path.join("call.toml"), text.replace(from, to)).expect("written");
    };
    call("stad", "call = \"../namnd/call.toml\"\n", city);
    call("namnd", "", board);
    folder
}

fn levels_of(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let call = folder.join("stad/call.toml").display().to_string();
    let output = run(&[&["allocate", "--levels", "--lang", "en", &call], args].concat());
    (status(&output), text(&output.stdout), text(&output.stderr))
}

const SAME: (&str, &str) = ("§", "§");

#[test]
fn an_impossible_board_is_1_and_named() {
    let floor = ("[[activity]]\nid = \"x\"", "[[rule]]\nid = \"mycket\"\nat_least = 200\n[[activity]]\nid = \"x\"");
    let folder = tree(SAME, floor);
    let (status, said, _) = levels_of(folder.path(), &[]);
    assert_eq!(status, 1, "{said}");
    snapshot("levels-impossible-board-table-en", &said);
    let (status, said, _) = levels_of(folder.path(), &["--format", "csv"]);
    assert_eq!(status, 1);
    assert!(said.contains("2,") && said.contains(",infeasible,"), "{said}");
    let folder = tree(floor, SAME);
    let (status, said, _) = levels_of(folder.path(), &[]);
    assert_eq!(status, 1, "{said}");
    snapshot("levels-impossible-city-table-en", &said);
}

#[test]
fn what_only_one_call_knows_is_told() {
    let folder = tree(SAME, ("id = \"x\"", "id = \"z\""));
    let (status, said, _) = levels_of(folder.path(), &[]);
    assert_eq!(status, 0);
    snapshot("levels-unlisted-table-en", &said);
}

#[test]
fn faults_of_any_file_are_2_with_file_and_line() {
    let wrong = |city, board| {
        let folder = tree(city, board);
        let (status, said, why) = levels_of(folder.path(), &[]);
        assert_eq!((status, said.as_str()), (2, ""), "{why}");
        why
    };
    let why = wrong(SAME, ("ask = 90", "aks = 90"));
    assert!(why.contains("namnd/call.toml:14:1") && why.contains("did you mean"), "{why}");
    let why = wrong(("../namnd/call.toml", "../namn/call.toml"), SAME);
    assert!(why.contains("there is no file") && why.contains("stad/call.toml:11:8"), "{why}");
    let why = wrong(SAME, ("id = \"a\"", "id = \"a\"\ncall = \"../stad/call.toml\""));
    assert!(why.contains("in a circle") && why.contains("namnd/call.toml:11:8"), "{why}");
    let why = wrong(("../namnd/call.toml", "call.toml"), SAME);
    assert!(why.contains("the call names itself"), "{why}");
    let why = wrong(("weight", "wieght"), ("max = 3", "max = -3"));
    assert!(why.contains("wieght"), "{why}");
}

#[test]
fn standard_input_names_calls_from_the_working_directory() {
    let call = fs::read_to_string(MALMO).expect("the call").replace("\"../", "\"examples/calls/");
    let output = run_with(&["allocate", "-", "--levels", "-q"], call.as_bytes());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), text(&run(&["allocate", MALMO, "--levels", "-q"]).stdout));
}

#[test]
fn a_decision_is_of_levels_and_fits_the_first_call() {
    let output = run(&["allocate", MALMO, "--decision", DECISION]);
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("--levels"));
    let folder = tree(SAME, SAME);
    let decision = folder.path().join("beslut.csv");
    fs::write(&decision, "activity,granted\nx,50\ny,30\n").expect("written");
    let decision = decision.to_str().expect("a plain name");
    let (status, said, why) = levels_of(folder.path(), &["--decision", decision, "--format", "json"]);
    assert_eq!(status, 0, "{why}");
    let report: Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(report["level"]["own"][0]["granted"], "80");
    fs::write(decision, "applicant,granted\nb,50\n").expect("written");
    let (status, _, why) = levels_of(folder.path(), &["--decision", decision]);
    assert_eq!(status, 2, "{why}");
}

#[test]
fn three_levels_of_which_one_is_impossible() {
    for (format, lang) in [("table", "sv"), ("table", "en"), ("json", "en")] {
        let asked = ["--levels", "-q", "--lang", lang, "--format", format];
        let output = run(&[&["allocate", "tests/cli/calls/levels/city.toml"], &asked[..]].concat());
        assert_eq!(status(&output), 1, "{}", text(&output.stderr));
        snapshot(&format!("levels-three-{format}-{lang}"), &text(&output.stdout));
    }
}
