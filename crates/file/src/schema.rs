//! The JSON Schema of a call file, by which editors complete and check it.

use fordela::Lang;
use fordela::keys::{Form, Key, LeftOut, Meaning, Part};
use serde_json::{Map, Value, json};

use crate::tree::{Node, Value as Written};

/// The JSON Schema (draft 2020-12) of a call file, with what each key means in a language.
///
/// What it refuses, reading refuses too; reading finds more, such as ids that nothing has.
///
/// ```
/// use fordela::Lang;
///
/// let schema = fordela_file::call_schema(Lang::En);
/// assert_eq!(schema["properties"]["unit"]["default"], 1);
/// assert_eq!(schema["$defs"]["fund"]["required"], serde_json::json!(["id", "amount"]));
/// ```
#[must_use]
pub fn call_schema(lang: Lang) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(lang.meaning(TITLE)));
    schema.extend(part(Part::Call, lang));
    let parts = Part::ALL.into_iter().filter(|part| *part != Part::Call);
    let parts = parts.map(|one| (defined_as(one).to_owned(), Value::Object(part(one, lang))));
    schema.insert("$defs".to_owned(), Value::Object(parts.collect()));
    Value::Object(schema)
}

const TITLE: Meaning = Meaning { sv: "En utlysning för fordela", en: "A call for fordela" };

/// The table of a part.
fn part(part: Part, lang: Lang) -> Map<String, Value> {
    let properties: Map<String, Value> =
        part.keys().iter().map(|one| (one.name.to_owned(), Value::Object(key(one, lang)))).collect();
    let required: Vec<&str> =
        part.keys().iter().filter(|key| key.left_out == LeftOut::Never).map(|key| key.name).collect();
    let mut table = Map::new();
    table.insert("type".to_owned(), json!("object"));
    table.insert("properties".to_owned(), Value::Object(properties));
    if !required.is_empty() {
        table.insert("required".to_owned(), json!(required));
    }
    table.insert("additionalProperties".to_owned(), json!(false));
    table
}

fn key(key: &Key, lang: Lang) -> Map<String, Value> {
    let mut schema = form(key.form, lang);
    let (means, otherwise) = (lang.meaning(key.means), lang.meaning(LEFT_OUT));
    let described = match key.left_out {
        LeftOut::Never | LeftOut::Is(_) => means.to_owned(),
        LeftOut::Means(meaning) => format!("{means} {otherwise}: {}.", lang.meaning(meaning)),
    };
    schema.insert("description".to_owned(), json!(described));
    if let LeftOut::Is(default) = key.left_out {
        schema.insert("default".to_owned(), value(default));
    }
    schema.insert("examples".to_owned(), json!([value(key.example)]));
    schema
}

const LEFT_OUT: Meaning = Meaning { sv: "Om nyckeln utelämnas", en: "Where it is left out" };

/// What is written so in TOML.
fn value(written: &str) -> Value {
    let text = format!("value = {written}");
    let root = crate::toml::parse(&text).ok();
    root.and_then(|root| root.under("value", &text).map(|entry| plain(&entry.node, &text))).unwrap_or_default()
}

fn plain(node: &Node, text: &str) -> Value {
    let written = node.span.of(text);
    match &node.value {
        Written::Text(word) => json!(word.text(text)),
        // Figures may be parted by `_`.
        Written::Number | Written::Bool(_) => serde_json::from_str(&written.replace('_', "")).unwrap_or_default(),
        Written::Date => json!(written),
        Written::List(nodes) => nodes.iter().map(|node| plain(node, text)).collect(),
        Written::Table(entries) => {
            let values = entries.iter().map(|entry| (entry.key.text(text).to_owned(), plain(&entry.node, text)));
            Value::Object(values.collect())
        }
        Written::Null => Value::Null,
    }
}

/// What values a form allows.
fn form(form: Form, lang: Lang) -> Map<String, Value> {
    let text = json!({ "type": "string" });
    let schema = match form {
        Form::Id => json!({ "type": "string", "pattern": r"^[\p{L}\p{M}\p{N}_-]+$" }),
        Form::Text | Form::FileName => text,
        Form::Money => money(),
        Form::Amounts => json!({ "type": "array", "items": money() }),
        Form::Number => number(),
        Form::Percent | Form::SpendRate => json!({ "type": "string", "pattern": r"[0-9].*%\s*$" }),
        Form::Limit => json!({ "anyOf": [
            money(),
            { "type": "string", "pattern": r"[0-9]\s*%\s*of\s+(asked|budget|granted|own grant)\s*$" },
        ] }),
        Form::Date => json!({ "type": "string", "pattern": r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$" }),
        Form::Period => json!({ "type": ["string", "integer"] }),
        Form::YesOrNo => json!({ "type": "boolean" }),
        Form::Word(words) => {
            let words = words.iter().map(|one| json!({ "const": one.word, "description": lang.meaning(one.means) }));
            json!({ "oneOf": words.collect::<Vec<_>>() })
        }
        Form::Texts => json!({ "type": "array", "items": text }),
        Form::TextOrTexts => json!({ "anyOf": [text, { "type": "array", "items": text }] }),
        Form::Scores => json!({ "type": "object", "additionalProperties": number() }),
        Form::Table(part) => refer(part),
        Form::Tables(part) => json!({ "type": "array", "items": refer(part) }),
    };
    if let Value::Object(schema) = schema { schema } else { Map::new() }
}

fn money() -> Value {
    json!({ "anyOf": [{ "type": "number", "minimum": 0 }, { "type": "string", "pattern": r"^[^%]*[0-9][^%]*$" }] })
}

fn number() -> Value {
    json!({ "anyOf": [{ "type": "number", "minimum": 0 }, { "type": "string", "pattern": "[0-9]" }] })
}

fn refer(part: Part) -> Value {
    json!({ "$ref": format!("#/$defs/{}", defined_as(part)) })
}

/// What the table of a part is called in the schema.
fn defined_as(part: Part) -> &'static str {
    match part {
        Part::Call => "call",
        Part::Objective => "objective",
        Part::Tier => "tier",
        Part::Fund => "fund",
        Part::Selection => "pays_for",
        Part::Criterion => "criterion",
        Part::Applicant => "applicant",
        Part::Activity => "activity",
        Part::Line => "line",
        Part::Rule => "rule",
    }
}
