//! Files of scenarios: what they say, and what is said of them when they are wrong.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use fordela::Scenario;
use fordela::call::draft::Rule;
use fordela::call::{CallDraft, Selection};
use fordela_file::{ReadError, ReadScenarios, limits, read_scenarios_bytes};
use proptest::prelude::*;

const TOML: &str = r#"
[[scenario]]
name = "less money"
set = { budget = "-2_000_000", activity.music.ask = 5_000, "criterion.need.weight" = +0.5 }
require = ["music", "stage=50%"]
forbid = "camp"
drop_rule = ["cap"]
drop_activity = ["tour"]

[[scenario.rule]]
id = "floor"
applicant = "culture"
at_least = 4_900_000

[[scenario]]
name = "listed"
set = ["unit=100", "budget=+5%"]
"#;

const JSON: &str = r#"{ "scenario": [
  { "name": "less money",
    "set": { "budget": "-2_000_000", "activity": { "music": { "ask": "5_000" } }, "criterion.need.weight": "+0.5" },
    "require": ["music", "stage=50%"], "forbid": "camp", "drop_rule": ["cap"], "drop_activity": ["tour"],
    "rule": [ { "id": "floor", "applicant": "culture", "at_least": 4900000 } ] },
  { "name": "listed", "set": ["unit=100", "budget=+5%"] }
] }"#;

fn read(text: &str) -> Result<ReadScenarios, ReadError> {
    read_scenarios_bytes("scenarios", text.as_bytes().to_vec(), None)
}

fn refused(text: &str) -> String {
    read(text).expect_err("a wrong file").to_string()
}

#[test]
fn both_formats_say_the_same() {
    let rule = Rule::new("floor", Selection::applicant("culture")).at_least(4_900_000);
    let less = Scenario::named("less money")
        .set("budget", "-2_000_000")
        .set("activity.music.ask", "5_000")
        .set("criterion.need.weight", "+0.5")
        .drop_rule("cap")
        .drop_activity("tour")
        .add_rule(rule)
        .require("music")
        .require_at_least("stage", "50%")
        .forbid("camp");
    let listed = Scenario::named("listed").set("unit", "100").set("budget", "+5%");
    for text in [TOML, JSON] {
        let read = read(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.list().cloned().collect::<Vec<_>>(), [less.clone(), listed.clone()]);
    }
}

#[test]
fn tells_all_that_is_wrong_with_line_and_column() {
    let said = refused(
        "[[scenario]]\nnmae = \"a\"\nset = [\"budget\"]\n\n[[scenario]]\nname = \"b\"\nforbid = 3\n\n\
         [[scenario.rule]]\nid = \"r\"\nat_most = \"50 % of aksed\"\n",
    );
    for says in [
        "scenarios:2:1: a scenario has no key `nmae` (did you mean `name`?)",
        "scenarios:3:8: `budget` has no equals sign between a path and a value",
        "scenarios:7:10: `forbid` must be a text or a list of texts",
        "scenarios:11:11: there is no percentage of `aksed` (did you mean \"50 % of asked\"?)",
    ] {
        assert!(said.contains(says), "{said}");
    }
    assert!(refused("").contains("there is nothing in the file"));
    assert!(refused("title = \"a call\"").contains("a file of scenarios has no key `title`"));
    assert!(refused("[[scenario]]\nset = 5\nname = \"a\"").contains("`set` must be a table of paths and values"));
    assert!(refused("[[scenario]]\nset = {}").contains("a scenario must have the key `name`"));
    assert!(refused("[[scenario]]\nname = \"a\"\nset = { unit = true }").contains("`unit` must be a text"));
    assert!(refused("[scenario]\nname = \"a\"").contains("`[[scenario]]`"));
}

#[test]
fn large_files_end_in_an_error() {
    assert!(refused(&" ".repeat(limits::SCENARIOS_BYTES + 1)).contains("larger than 1 megabyte"));
    let many = "[[scenario]]\nname = \"a\"\n".repeat(limits::SCENARIOS + 1);
    assert!(refused(&many).contains("more than 1000 scenarios"));
}

#[test]
fn what_does_not_fit_a_call_is_shown_in_the_file() {
    let call = CallDraft::new("").criterion(fordela::call::draft::Criterion::new("need", 1, 1)).validate();
    let call = call.expect("a valid call");
    let scenarios =
        read("[[scenario]]\nname = \"a\"\nset = { bugdet = 1 }\n[[scenario]]\nname = \"b\"\nset.unit = 0\n");
    let scenarios = scenarios.unwrap_or_else(|error| panic!("{error}"));
    let errors: Vec<_> = scenarios.list().map(|one| one.apply(&call).expect_err("a misfit")).enumerate().collect();
    let said = scenarios.error(&errors).to_string();
    assert!(said.contains("scenarios:3:9: `bugdet` is no path"), "{said}");
    assert!(said.contains("scenarios:5:8: the changed call is not valid: unit: the unit must be above 0"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_file_is_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_scenarios_bytes("scenarios", bytes, None);
    }

    #[test]
    fn nor_one_that_is_nearly_right(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        json in any::<bool>(),
    ) {
        let mut bytes = if json { JSON } else { TOML }.as_bytes().to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Err(error) = read_scenarios_bytes("scenarios", bytes, None) {
            prop_assert!(error.count() > 0);
        }
    }
}
