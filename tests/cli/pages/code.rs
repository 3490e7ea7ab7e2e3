//! Code that pages show is that of the examples, and keys that they show are keys of a call file.

use std::fs;

use serde_json::Value;

use super::{Page, pages_in, project, readme, run, taught, text};

#[test]
fn shows_code_of_examples_as_it_is() {
    // Code that is indented in an example need not be so on a page.
    let flush = |code: &str| code.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let pages: Vec<Page> = pages_in("docs/guide").into_iter().chain([readme()]).collect();
    let parts: Vec<String> = pages.iter().flat_map(|page| page.bodies("rust")).map(|body| flush(&body)).collect();
    let examples = ["quickstart", "own_rule"].map(|name| {
        let code = fs::read_to_string(project().join(format!("examples/{name}.rs"))).expect("an example");
        (name, flush(&code))
    });
    for part in &parts {
        assert!(examples.iter().any(|(_, code)| code.contains(part)), "no example has\n{part}");
    }
    for (name, code) in &examples {
        assert!(parts.iter().any(|part| code.contains(part)), "nothing of {name} is shown");
    }
}

/// Pages show parts of calls, so that what is missing is no fault.
#[test]
fn shows_keys_of_the_call_file() {
    let schema: Value = serde_json::from_str(&text(&run(&["schema", "call"]).stdout)).expect("JSON");
    let mut keys = 0;
    for page in taught() {
        for body in page.bodies("toml") {
            let shown: toml::Table =
                toml::from_str(&body).unwrap_or_else(|fault| panic!("{}: {fault}", page.path.display()));
            if shown.contains_key("scenario") {
                continue;
            }
            for (key, value) in &shown {
                let known = schema["properties"].get(key);
                let known = known.unwrap_or_else(|| panic!("{}: `{key}` is no key", page.path.display()));
                let parts: Vec<&toml::Table> = match value {
                    toml::Value::Array(list) => list.iter().filter_map(toml::Value::as_table).collect(),
                    other => other.as_table().into_iter().collect(),
                };
                for part in parts.into_iter().flat_map(toml::Table::keys) {
                    keys += 1;
                    let known = part_of(&schema, known)["properties"].get(part).is_some();
                    assert!(known, "{}: `{key}` has no key `{part}`", page.path.display());
                }
            }
        }
    }
    assert!(keys >= 30, "{keys} keys are shown");
}

/// What a schema comes to: itself, or what it refers to for itself or for its items.
fn part_of<'a>(schema: &'a Value, one: &'a Value) -> &'a Value {
    let one = one.get("items").unwrap_or(one);
    let name = one["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/"));
    name.map_or(one, |name| &schema["$defs"][name])
}
