//! JSON schemas of reports, made of the types that are printed.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

/// The keywords whose schemas speak of the same value as the schema that they stand in.
const IN_PLACE: [&str; 6] = ["oneOf", "anyOf", "allOf", "if", "then", "else"];

/// What marks a schema whose keys are seen by the one around it, until it is come to.
const SEEN: &str = "seen";

/// The JSON Schema (2020-12) of what a command prints of a type as JSON. It allows nothing that is not printed.
#[must_use]
pub fn schema<T: JsonSchema>(command: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(Strict);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), format!("What `fordela {command} --format json` prints").into());
    schema.to_value()
}

/// Says that a key of a report is `null` where no allocation keeps all rules, and nowhere else.
pub(crate) fn null_if_infeasible(key: &'static str) -> impl FnMut(&mut Schema) {
    move |schema| {
        schema.insert("if".to_owned(), json!({ "properties": { "status": { "const": "infeasible" } } }));
        schema.insert("then".to_owned(), json!({ "properties": { key: { "type": "null" } } }));
        schema.insert("else".to_owned(), json!({ "properties": { key: { "not": { "type": "null" } } } }));
    }
}

/// Allows no key that the types do not have, and no `null` for a key that is left out instead; and tells what is meant in a
/// line.
#[derive(Debug, Clone)]
struct Strict;

impl Transform for Strict {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(keywords) = schema.as_object_mut() {
            never_null(keywords);
            if let Some(Value::String(meaning)) = keywords.get_mut("description") {
                *meaning = first_sentences(meaning);
            }
            if keywords.remove(SEEN).is_none() {
                close(keywords);
            }
        }
        transform_subschemas(self, schema);
    }
}

/// The first paragraph of a comment on one line, without what it refers to in the code.
fn first_sentences(comment: &str) -> String {
    let paragraph = comment.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    match paragraph.split_once("; see [").or_else(|| paragraph.split_once(" See [")) {
        Some((told, _)) => format!("{}.", told.trim_end_matches('.')),
        None => paragraph,
    }
}

/// A key that need not be there is never `null`.
fn never_null(keywords: &mut Map<String, Value>) {
    let required = keywords.get("required").cloned().unwrap_or_default();
    let is_required = |key: &String| required.as_array().is_some_and(|keys| keys.iter().any(|one| one == key));
    let members = keywords.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten();
    for (_, member) in members.filter(|(key, _)| !is_required(key)) {
        let forms = member.get_mut("anyOf").and_then(Value::as_array_mut);
        if let Some(forms) = forms {
            forms.retain(|form| form["type"] != "null");
        }
        let types = member.get_mut("type").and_then(Value::as_array_mut);
        if let Some(types) = types {
            types.retain(|name| name != "null");
        }
    }
}

/// Where keys are told of in one place, no others are allowed there; where they are told of in several, the outermost sees
/// them all.
fn close(keywords: &mut Map<String, Value>) {
    let is_closed = ["additionalProperties", "unevaluatedProperties"].iter().any(|word| keywords.contains_key(*word));
    if is_closed || !keywords.contains_key("properties") {
        return;
    }
    let word = if see_all(keywords) { "unevaluatedProperties" } else { "additionalProperties" };
    keywords.insert(word.to_owned(), Value::Bool(false));
}

/// Marks the schemas within one that sees their keys; whether there are any.
fn see_all(keywords: &mut Map<String, Value>) -> bool {
    let mut any = false;
    for word in IN_PLACE {
        let within = keywords.get_mut(word);
        any |= within.is_some();
        let forms = match within {
            Some(Value::Array(forms)) => forms.iter_mut().collect(),
            one => Vec::from_iter(one),
        };
        for form in forms.into_iter().filter_map(Value::as_object_mut) {
            form.insert(SEEN.to_owned(), Value::Null);
            see_all(form);
        }
    }
    any
}
