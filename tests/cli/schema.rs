//! What is printed as JSON is what the schemas in `docs/schema` say, and nothing else. They are made from the types that are
//! printed.
//!
//! `FORDELA_WRITE_DOCS=1 cargo test --test cli schema` writes them anew.

use std::collections::{HashMap, HashSet};

use jsonschema::Validator;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::call_file::is_made;
use super::sharing::shared;
use super::{IMPOSSIBLE, POSSIBLE, real_calls, run, run_with, text};

/// What has a schema, beside a call.
const PRINTED: [&str; 13] = [
    "check",
    "allocate",
    "levels",
    "explain",
    "what-if",
    "sweep",
    "frontier",
    "alternatives",
    "compare",
    "audit",
    "follow-up",
    "record",
    "reproduce",
];

fn printed(name: &str) -> String {
    text(&run(&["schema", name]).stdout)
}

struct Schemas(HashMap<&'static str, Validator>);

impl Schemas {
    fn read() -> Self {
        let validator = |name| {
            let schema: Value = serde_json::from_str(&printed(name)).expect("a schema is JSON");
            jsonschema::validator_for(&schema).expect("a schema")
        };
        Self(PRINTED.map(|name| (name, validator(name))).into())
    }

    /// Where a value is not what a schema says, and how.
    fn lacks(&self, name: &str, value: &Value) -> Vec<String> {
        self.0[name].iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    fn assert_valid(&self, name: &str, printed: &str) {
        let Unique = serde_json::from_str(printed).expect("JSON in which no key stands twice");
        let value: Value = serde_json::from_str(printed).expect("JSON is printed");
        let faults = self.lacks(name, &value);
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

/// JSON in which no object has a key twice.
struct Unique;

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Unique {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON in which no key stands twice")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        let mut keys = HashSet::new();
        while let Some((key, Self)) = map.next_entry::<String, Self>()? {
            if !keys.insert(key.clone()) {
                return Err(serde::de::Error::custom(format!("the key {key} stands twice")));
            }
        }
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self, A::Error> {
        while let Some(Self) = list.next_element()? {}
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }
}

#[test]
fn a_key_that_stands_twice_is_found() {
    assert!(serde_json::from_str::<Unique>(r#"[{"a": 1, "b": null}, {"a": {"b": "c"}}]"#).is_ok());
    assert!(serde_json::from_str::<Unique>(r#"[{"a": {"b": 1, "b": 2}}]"#).is_err());
}

#[test]
fn the_schemas_are_those_that_are_printed() {
    for name in PRINTED {
        is_made(&format!("schema/{name}.schema.json"), &printed(name));
    }
}

#[test]
fn allocations_and_checks_are_as_their_schemas_say() {
    let schemas = Schemas::read();
    for command in ["allocate", "check"] {
        for name in real_calls() {
            let output = run(&[command, &format!("examples/calls/{name}/call.toml"), "--format", "json"]);
            schemas.assert_valid(command, &text(&output.stdout));
        }
        for call in [POSSIBLE, IMPOSSIBLE] {
            let output = run_with(&[command, "-", "--format", "json"], call.as_bytes());
            schemas.assert_valid(command, &text(&output.stdout));
        }
    }
}

#[test]
fn what_ifs_are_as_their_schema_says() {
    let schemas = Schemas::read();
    let scenarios = ["--scenarios", "tests/cli/calls/scenarios.toml", "--forbid", "scenen"];
    for (call, changes) in [
        (POSSIBLE, &scenarios[..]),
        (IMPOSSIBLE, &["--set", "rule.golv.at_least=40%"]),
        (IMPOSSIBLE, &["--require", "a", "--require", "b=50%"]),
    ] {
        let output = run_with(&[&["what-if", "-", "--format", "json"], changes].concat(), call.as_bytes());
        schemas.assert_valid("what-if", &text(&output.stdout));
    }
}

#[test]
fn risks_are_as_the_schemas_say() {
    let schemas = Schemas::read();
    let call = "tests/cli/calls/risk.toml";
    for (command, args) in [
        ("allocate", &[][..]),
        ("levels", &[]),
        ("what-if", &["--set", "bad_luck=none", "--set", "budget=90%"]),
        ("sweep", &["--vary", "bad_luck=0..2:1"]),
        ("alternatives", &[]),
        ("compare", &["suggestion", "suggestion"]),
    ] {
        let named = if command == "levels" { &["allocate", call, "--levels"][..] } else { &[command, call] };
        let printed = text(&run(&[named, args, &["--format", "json"]].concat()).stdout);
        assert!(printed.contains("\"expected_repaid\""), "{command}");
        schemas.assert_valid(command, &printed);
    }
}

#[test]
fn explanations_are_as_their_schema_says() {
    let schemas = Schemas::read();
    let assert_valid = |args: &[&str], input: &str| {
        let output = run_with(&[&["explain", "--format", "json"], args].concat(), input.as_bytes());
        schemas.assert_valid("explain", &text(&output.stdout));
    };
    for name in real_calls() {
        assert_valid(&[&format!("examples/calls/{name}/call.toml")], "");
    }
    let (reasons, linked) = ("tests/cli/calls/reasons.toml", "tests/cli/calls/linked.toml");
    for args in [&[reasons][..], &[reasons, "odling"], &[reasons, "norr"], &[linked, "ugn"]] {
        assert_valid(args, "");
    }
    for why_not in ["kor", "odling=50%", "cirkus"] {
        assert_valid(&[reasons, "--why-not", why_not], "");
    }
    assert_valid(&[linked, "--why-not", "ugn"], "");
    assert_valid(&["-"], POSSIBLE);
    assert_valid(&["-"], IMPOSSIBLE);
}

#[test]
fn sweeps_are_as_their_schema_says() {
    let schemas = Schemas::read();
    for vary in [
        &["--vary", "budget=0..1250k:50k"][..],
        &["--vary", "unit=100..200:100", "--vary", "criterion.behov.weight=1..2:0.5", "--by", "activity"],
    ] {
        let output = run_with(&[&["sweep", "-", "--format", "json"], vary].concat(), POSSIBLE.as_bytes());
        schemas.assert_valid("sweep", &text(&output.stdout));
    }
}

#[test]
fn frontiers_are_as_their_schema_says() {
    let schemas = Schemas::read();
    for name in real_calls() {
        let call = format!("examples/calls/{name}/call.toml");
        for range in [&["--most", "8"][..], &["--from", "100%"], &["--to", "100"]] {
            let output = run(&[&["frontier", &call, "--format", "json"], range].concat());
            schemas.assert_valid("frontier", &text(&output.stdout));
        }
    }
}

#[test]
fn alternatives_are_as_their_schema_says() {
    let schemas = Schemas::read();
    for call in real_calls().iter().map(|name| format!("examples/calls/{name}/call.toml")) {
        schemas.assert_valid("alternatives", &text(&run(&["alternatives", &call, "--format", "json"]).stdout));
    }
    let output = run_with(&["alternatives", "-", "--format", "json"], IMPOSSIBLE.as_bytes());
    schemas.assert_valid("alternatives", &text(&output.stdout));
}

#[test]
fn comparisons_are_as_their_schema_says() {
    let schemas = Schemas::read();
    let (malmo, decision) = ("examples/calls/malmo-2023/call.toml", "examples/calls/malmo-2023/decision.csv");
    let scenarios = ["--scenarios", "tests/cli/calls/scenarios.toml"];
    for args in [
        &[malmo, "suggestion", decision][..],
        &["tests/cli/calls/possible.toml", "Mindre pengar", "Allt till idrotten", scenarios[0], scenarios[1]],
        &["tests/cli/calls/impossible.toml", "suggestion", "suggestion"],
    ] {
        let output = run(&[&["compare", "--format", "json"], args].concat());
        schemas.assert_valid("compare", &text(&output.stdout));
    }
}

#[test]
fn shares_are_as_the_schemas_say() {
    let schemas = Schemas::read();
    for objective in
        ["kind = \"talmud\"", "kind = \"nash\"\nover = \"applicant\"", "kind = \"leximin\"\nat_least = \"75 %\""]
    {
        let call = shared(objective);
        for command in ["allocate", "explain", "audit", "check"] {
            let output = run_with(&[command, "-", "--format", "json"], &call);
            schemas.assert_valid(command, &text(&output.stdout));
        }
    }
}

#[test]
fn audits_are_as_their_schema_says() {
    let schemas = Schemas::read();
    let malmo = "examples/calls/malmo-2023/call.toml";
    let [reasons, linked] = ["tests/cli/calls/reasons.toml", "tests/cli/calls/linked.toml"];
    for args in [
        &[malmo][..],
        &[malmo, "--decision", "examples/calls/malmo-2023/decision.csv"],
        &["examples/calls/fsn-2023/call.toml"],
        &["examples/calls/hvon-2023/call.toml"],
        &["tests/cli/calls/possible.toml"],
        &["tests/cli/calls/impossible.toml"],
        &[reasons],
        &[linked],
        &[malmo, "--manipulation"],
        &["tests/cli/calls/possible.toml", "--axioms", "--tries", "10", "--manipulation"],
        &["tests/cli/calls/impossible.toml", "--axioms", "--manipulation"],
    ] {
        let output = run(&[&["audit", "--format", "json"], args].concat());
        schemas.assert_valid("audit", &text(&output.stdout));
    }
}

#[test]
fn levels_are_as_their_schema_says() {
    let schemas = Schemas::read();
    let malmo = "examples/calls/malmo-2023/call.toml";
    for args in [
        &[malmo][..],
        &[malmo, "--decision", "examples/calls/malmo-2023/decision.csv"],
        &["tests/cli/calls/possible.toml"],
        &["tests/cli/calls/impossible.toml"],
        &["tests/cli/calls/levels/city.toml"],
    ] {
        let output = run(&[&["allocate", "--levels", "--format", "json"], args].concat());
        schemas.assert_valid("levels", &text(&output.stdout));
    }
}

#[test]
fn follow_ups_are_as_their_schema_says() {
    let schemas = Schemas::read();
    for call in ["lindangen-2023-h1", "lindangen-2023-h2"].map(|name| format!("examples/calls/{name}")) {
        let [decision, outcome] = ["decision.csv", "outcome.csv"].map(|name| format!("{call}/{name}"));
        let call = format!("{call}/call.toml");
        let output = run(&["follow-up", &call, "--format", "json", "--decision", &decision, "--outcome", &outcome]);
        schemas.assert_valid("follow-up", &text(&output.stdout));
    }
    schemas.assert_valid("follow-up", &super::follow_up::with_findings());
}

#[test]
fn logs_are_as_their_schemas_say() {
    let schemas = Schemas::read();
    let [records, found] = super::log::printed();
    records.iter().for_each(|printed| schemas.assert_valid("record", printed));
    found.iter().for_each(|printed| schemas.assert_valid("reproduce", printed));
}

/// Everything that may be broken about what is printed, each by itself: a key is missing, a key is added, a value is of
/// another type, and a text is none of the words and no decimal.
#[test]
fn a_schema_says_no_to_something_else() {
    let schemas = Schemas::read();
    let printed = text(&run_with(&["allocate", "-", "--format", "json"], POSSIBLE.as_bytes()).stdout);
    for (from, to) in [
        ("\"budget\": \"1250000\"", "\"budget\": 1250000"),
        ("\"budget\"", "\"bugdet\""),
        ("\"optimal\"", "\"best\""),
        ("\"1250000\"", "\"1 250 000\""),
        ("\"priority\": \"1\",", ""),
        ("\"title\":", "\"risk\": null, \"title\":"),
        ("\"status\":", "\"more\": 1, \"status\":"),
        ("\"granted\":", "\"more\": 1, \"granted\":"),
        ("\"word\": \"full\"", "\"word\": \"full\", \"more\": 1"),
        ("\"word\": \"full\"", "\"word\": \"all\""),
        ("\"outcome\": \"full\"", "\"outcome\": \"all\""),
    ] {
        let broken = printed.replacen(from, to, 1);
        assert_ne!(broken, printed, "{from}");
        let other = serde_json::from_str(&broken).expect("JSON");
        assert!(!schemas.lacks("allocate", &other).is_empty(), "{from} → {to}");
    }
}

/// What is changed stands beside an answer that says that it is enough, and beside no other.
#[test]
fn a_way_out_is_told_where_there_is_one() {
    let schemas = Schemas::read();
    let printed = text(&run_with(&["check", "-", "--format", "json"], IMPOSSIBLE.as_bytes()).stdout);
    let report: Value = serde_json::from_str(&printed).expect("JSON");
    assert_eq!(report["ways_out"]["cheapest"]["answer"], "least");
    let broken = |breaks: fn(&mut Value)| {
        let mut other = report.clone();
        breaks(&mut other["ways_out"]["cheapest"]);
        !schemas.lacks("check", &other).is_empty()
    };
    assert!(!broken(|_| ()));
    assert!(broken(|way| way["answer"] = "not-found".into()));
    assert!(broken(|way| *way = serde_json::json!({ "answer": "least" })));
    assert!(!broken(|way| *way = serde_json::json!({ "answer": "not-found" })));
    assert!(broken(|way| *way = serde_json::json!({ "answer": "not-found", "more": 1 })));
}

/// Whether there is an answer at all is told once.
#[test]
fn nothing_is_explained_of_an_impossible_call_alone() {
    let schemas = Schemas::read();
    for (call, explained) in [(POSSIBLE, true), (IMPOSSIBLE, false)] {
        for (command, key) in [("explain", "explained"), ("alternatives", "end")] {
            let printed = text(&run_with(&[command, "-", "--format", "json"], call.as_bytes()).stdout);
            let mut report: Value = serde_json::from_str(&printed).expect("JSON");
            assert_eq!(report[key].is_null(), !explained, "{command}");
            report[key] = if explained { Value::Null } else { "unknown".into() };
            assert!(!schemas.lacks(command, &report).is_empty(), "{command}");
        }
    }
}
