//! What is printed as JSON is what the schemas in `docs/schema` say, and nothing else.
//!
//! The schemas use few keywords, which are read here; any other keyword fails the test rather than being passed over.

use std::collections::{HashMap, HashSet};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::sharing::shared;
use super::{IMPOSSIBLE, POSSIBLE, real_calls, run, run_with, text};

/// The only pattern in the schemas: a decimal number.
const DECIMAL: &str = r"^-?[0-9]+(\.[0-9]+)?$";

struct Schemas(HashMap<&'static str, Value>);

impl Schemas {
    fn read() -> Self {
        let texts = [
            ("allocate", include_str!("../../docs/schema/allocate.schema.json")),
            ("audit", include_str!("../../docs/schema/audit.schema.json")),
            ("check", include_str!("../../docs/schema/check.schema.json")),
            ("explain", include_str!("../../docs/schema/explain.schema.json")),
            ("levels", include_str!("../../docs/schema/levels.schema.json")),
            ("follow-up", include_str!("../../docs/schema/follow-up.schema.json")),
            ("record", include_str!("../../docs/schema/record.schema.json")),
            ("reproduce", include_str!("../../docs/schema/reproduce.schema.json")),
            ("sweep", include_str!("../../docs/schema/sweep.schema.json")),
            ("alternatives", include_str!("../../docs/schema/alternatives.schema.json")),
            ("compare", include_str!("../../docs/schema/compare.schema.json")),
            ("frontier", include_str!("../../docs/schema/frontier.schema.json")),
            ("what-if", include_str!("../../docs/schema/what-if.schema.json")),
        ];
        Self(texts.map(|(name, text)| (name, serde_json::from_str(text).expect("a schema is JSON"))).into())
    }

    /// Why a value is not what the schema says, with the way to it.
    fn lacks(&self, file: &str, schema: &Value, value: &Value, way: &str) -> Result<(), String> {
        let keywords = schema.as_object().expect("a schema is an object");
        for (keyword, said) in keywords {
            match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" | "properties" | "required" => {}
                "$ref" => {
                    let (file, target) = self.target(file, said.as_str().expect("a reference"));
                    self.lacks(file, target, value, way)?;
                }
                "type" => is_type(said, value).then_some(()).ok_or_else(|| format!("{way}: {value} is no {said}"))?,
                "const" => (said == value).then_some(()).ok_or_else(|| format!("{way}: {value} is not {said}"))?,
                "enum" => said
                    .as_array()
                    .is_some_and(|words| words.contains(value))
                    .then_some(())
                    .ok_or_else(|| format!("{way}: {value} is none of {said}"))?,
                "pattern" => {
                    assert_eq!(said, DECIMAL);
                    let fits = value.as_str().is_none_or(is_decimal);
                    fits.then_some(()).ok_or_else(|| format!("{way}: {value} is no decimal"))?;
                }
                "items" => {
                    for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.lacks(file, said, item, &format!("{way}[{n}]"))?;
                    }
                }
                "oneOf" => self.one_of(file, said, value, way)?,
                "additionalProperties" => self.others(file, schema, said, value, way)?,
                other => panic!("the keyword {other} is not read"),
            }
        }
        self.members(file, schema, value, way)
    }

    /// The file and the schema that a reference names.
    fn target<'s>(&'s self, file: &'s str, reference: &str) -> (&'s str, &'s Value) {
        let (named, pointer) = reference.split_once('#').expect("a reference to a part");
        let named = named.strip_suffix(".schema.json").unwrap_or(file);
        let (file, root) = self.0.get_key_value(named).expect("a schema of that name");
        (file, root.pointer(pointer).unwrap_or_else(|| panic!("nothing at {reference}")))
    }

    fn one_of(&self, file: &str, schemas: &Value, value: &Value, way: &str) -> Result<(), String> {
        let tried = schemas.as_array().expect("a list").iter().map(|schema| self.lacks(file, schema, value, way));
        let faults: Vec<String> = tried.clone().filter_map(Result::err).collect();
        let fitting = tried.filter(Result::is_ok).count();
        if fitting == 1 { Ok(()) } else { Err(format!("{way}: {fitting} of the forms fit; {}", faults.join("; "))) }
    }

    fn members(&self, file: &str, schema: &Value, value: &Value, way: &str) -> Result<(), String> {
        let Some(members) = value.as_object() else { return Ok(()) };
        for key in schema["required"].as_array().into_iter().flatten() {
            let key = key.as_str().expect("a key");
            members.get(key).ok_or_else(|| format!("{way}: {key} is missing"))?;
        }
        for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(member) = members.get(key) {
                self.lacks(file, schema, member, &format!("{way}.{key}"))?;
            }
        }
        Ok(())
    }

    fn others(&self, file: &str, schema: &Value, said: &Value, value: &Value, way: &str) -> Result<(), String> {
        for (key, member) in value.as_object().into_iter().flatten() {
            if schema["properties"].get(key).is_some() {
                continue;
            }
            if *said == Value::Bool(false) {
                return Err(format!("{way}: {key} is not in the schema"));
            }
            self.lacks(file, said, member, &format!("{way}.{key}"))?;
        }
        Ok(())
    }

    fn assert_valid(&self, file: &str, printed: &str) {
        let Unique = serde_json::from_str(printed).expect("JSON in which no key stands twice");
        let value: Value = serde_json::from_str(printed).expect("JSON is printed");
        self.lacks(file, &self.0[file], &value, "").unwrap_or_else(|fault| panic!("{fault}"));
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

fn is_type(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("the name of a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not read"),
    }
}

fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, "0"));
    digits(whole) && digits(decimals)
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
    ] {
        let other = serde_json::from_str(&printed.replacen(from, to, 1)).expect("JSON");
        assert!(schemas.lacks("allocate", &schemas.0["allocate"], &other, "").is_err(), "{from} → {to}");
    }
}
