//! A call as a call file in TOML, in the form in which people write it.

use std::collections::BTreeMap;
use std::fmt::Write;

use fordela::Money;
use fordela::call::draft::CallDraft;
use fordela::characters::{hidden, on_one_line};
use fordela::keys::{Form, Key, LeftOut, Part};
use serde_json::{Map, Value};

/// What stands in a call file beside the draft: comments, and where more activities stand.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// The lines at the top.
    pub head: Vec<String>,
    /// The lines above the first of the tables of a part.
    pub above: BTreeMap<Part, Vec<String>>,
    /// The path of the table that holds the activities.
    pub activities: Option<String>,
    /// The lines at the end.
    pub end: Vec<String>,
}

/// The text of a call file that is read as this draft. Every line of `head` stands at the top as a comment.
#[must_use]
pub fn write_call(draft: &CallDraft, head: &[String]) -> String {
    write_call_beside(draft, &Beside { head: head.to_vec(), ..Beside::default() })
}

/// The same, with comments among its parts, and with the path of a table of activities.
#[must_use]
pub fn write_call_beside(draft: &CallDraft, beside: &Beside) -> String {
    let mut text = comments(&beside.head);
    // A draft is always an object.
    if let Ok(Value::Object(mut values)) = serde_json::to_value(draft) {
        if let Some(path) = &beside.activities {
            values.insert("activities".to_owned(), Value::String(path.clone()));
        }
        let above = |part: Part| beside.above.get(&part).map(|lines| format!("\n{}", comments(lines)));
        text += &section(if text.is_empty() { "" } else { "\n" }, Part::Call, &values, "", &above);
    }
    if !beside.end.is_empty() {
        text += &format!("\n{}", comments(&beside.end));
    }
    text
}

/// Lines as comments.
fn comments(lines: &[String]) -> String {
    lines.iter().map(|line| format!("# {}\n", on_one_line(line)).replace("# \n", "#\n")).collect()
}

/// A part under its head, and then the parts within it, whose heads begin with `within`; with what stands `above` the first of
/// each.
fn section(
    head: &str,
    part: Part,
    values: &Map<String, Value>,
    within: &str,
    above: &dyn Fn(Part) -> Option<String>,
) -> String {
    let mut table = Table::new(head);
    let mut parts = String::new();
    for key in part.keys() {
        let Some(value) = values.get(key.name) else { continue };
        let path = format!("{within}{}", key.name);
        match (key.form, value) {
            (Form::Table(part), Value::Object(values)) if has_a_head(part) => {
                parts += &filled(&format!("\n[{path}]\n"), part, values, &format!("{path}."));
            }
            (Form::Tables(part), Value::Array(all)) if has_a_head(part) => {
                let mut above = above(part).filter(|_| !all.is_empty());
                for values in all.iter().filter_map(Value::as_object) {
                    let head =
                        above.take().map_or_else(|| format!("\n[[{path}]]\n"), |above| format!("{above}[[{path}]]\n"));
                    parts += &section(&head, part, values, &format!("{path}."), &|_| None);
                }
            }
            _ => {
                if let Some(value) = written(key, value) {
                    table.raw(key.name, value);
                }
            }
        }
    }
    table.0 + &parts
}

/// A part under its head, or nothing where it says nothing.
fn filled(head: &str, part: Part, values: &Map<String, Value>, within: &str) -> String {
    let text = section(head, part, values, within, &|_| None);
    if text == head { String::new() } else { text }
}

/// Whether a part stands under a head of its own, and not on the line of its key.
fn has_a_head(part: Part) -> bool {
    match part {
        Part::Call
        | Part::Objective
        | Part::Fund
        | Part::Criterion
        | Part::Applicant
        | Part::Activity
        | Part::Line
        | Part::Rule => true,
        Part::Selection | Part::Tier => false,
    }
}

/// The value of a key as it is written; nothing where it says nothing, or what is meant without it.
fn written(key: &Key, value: &Value) -> Option<String> {
    match (key.form, value) {
        (_, Value::Null) => None,
        (_, Value::Array(all)) if all.is_empty() => None,
        (_, Value::Object(all)) if all.is_empty() => None,
        (Form::Word(_), Value::String(word)) if means_nothing(key, word) => None,
        (Form::Tables(part), Value::Array(all)) => {
            let rows = all.iter().filter_map(Value::as_object).map(|values| inline(&pairs(part, values)));
            Some(rows_of(rows))
        }
        (Form::Table(part), Value::Object(values)) => Some(inline(&pairs(part, values))),
        (Form::Scores, Value::Object(scores)) => {
            let scores =
                scores.iter().map(|(criterion, score)| format!("{} = {}", bare(criterion), plain(key.form, score)));
            Some(format!("{{ {} }}", scores.collect::<Vec<_>>().join(", ")))
        }
        (form, Value::Array(all)) => Some(list(all.iter().map(|one| plain(form, one)))),
        (form, value) => Some(plain(form, value)),
    }
}

/// Whether a word is what is meant where its key is left out.
fn means_nothing(key: &Key, word: &str) -> bool {
    matches!(key.left_out, LeftOut::Is(without) if without == quoted(word))
}

/// The keys of a part with their values, in the order of the keys.
fn pairs(part: Part, values: &Map<String, Value>) -> Vec<(&'static str, String)> {
    let pairs = part.keys().iter().filter_map(|key| Some((key.name, written(key, values.get(key.name)?)?)));
    pairs.collect()
}

/// A single value: an amount or a number as such, and else a text.
fn plain(form: Form, value: &Value) -> String {
    let Value::String(text) = value else { return value.to_string() };
    match form {
        Form::Number | Form::Scores => text.clone(),
        Form::Money | Form::Amounts | Form::Limit => text.parse().map_or_else(|_| quoted(text), money),
        Form::Id
        | Form::Text
        | Form::Percent
        | Form::SpendRate
        | Form::Date
        | Form::Period
        | Form::YesOrNo
        | Form::Word(_)
        | Form::Texts
        | Form::TextOrTexts
        | Form::FileName
        | Form::Table(_)
        | Form::Tables(_) => quoted(text),
    }
}

/// The lines of a table.
pub(crate) struct Table(String);

impl Table {
    pub(crate) fn new(head: &str) -> Self {
        Self(head.to_owned())
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.0
    }

    /// A list with a line for each of its values.
    pub(crate) fn rows(&mut self, key: &str, values: impl Iterator<Item = String>) {
        self.raw(key, rows_of(values));
    }

    pub(crate) fn raw(&mut self, key: &str, value: impl AsRef<str>) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.0, "{key} = {}", value.as_ref());
    }

    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.raw(key, quoted(value));
    }
}

/// A list with a line for each of its values.
fn rows_of(values: impl Iterator<Item = String>) -> String {
    let rows: String = values.map(|value| format!("\n  {value},")).collect();
    if rows.is_empty() { "[]".to_owned() } else { format!("[{rows}\n]") }
}

fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(", "))
}

/// A table on one line.
pub(crate) fn inline(pairs: &[(&str, String)]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// `1_550_000`, or `1550000.50` where there are hundredths.
pub(crate) fn money(amount: Money) -> String {
    let plain = amount.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    if digits.contains('.') || digits.len() <= 4 {
        return plain;
    }
    let mut text = sign.to_owned();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// A key, in quotation marks where it has letters that a bare key has not.
fn bare(key: &str) -> String {
    let is_bare = key.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'));
    if is_bare && !key.is_empty() { key.to_owned() } else { quoted(key) }
}

/// A text in quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            unseen if hidden(unseen).is_some() => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(unseen));
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}
