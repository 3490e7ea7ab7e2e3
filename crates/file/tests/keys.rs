//! Every key of a call file is read with its own example, by itself and beside the others of its part.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use std::path::PathBuf;

use fordela::CallDraft;
use fordela::keys::{Key, LeftOut, Part};
use fordela_file::{CallBytes, Disk, Format, read_draft_bytes, write_call};

fn bytes(text: &str) -> CallBytes {
    let bytes = text.as_bytes().to_vec();
    CallBytes { name: "call.toml".to_owned(), bytes, format: Some(Format::Toml), folder: PathBuf::new() }
}

/// The draft that a call file holds.
fn draft(text: &str) -> CallDraft {
    read_draft_bytes(bytes(text), &Disk).unwrap_or_else(|error| panic!("{error}\n{text}")).draft
}

/// Why a call file is refused.
fn refused(text: &str) -> String {
    read_draft_bytes(bytes(text), &Disk).err().map(|error| error.to_string()).unwrap_or_default()
}

/// A table with some keys, each with its example.
fn table(keys: impl Iterator<Item = &'static Key>) -> String {
    let keys: Vec<String> = keys.map(|key| format!("{} = {}", key.name, key.example)).collect();
    format!("{{ {} }}", keys.join(", "))
}

/// A call that has a part, as it is written in its place.
fn call(part: Part, written: &str) -> String {
    match part {
        Part::Call => written.trim_start_matches('{').trim_end_matches('}').replace(", ", "\n"),
        Part::Objective => format!("objective = {written}"),
        Part::Tier => format!("objective = {{ diminishing = [{written}] }}"),
        Part::Fund => format!("fund = [{written}]"),
        Part::Selection => format!("fund = [{{ id = \"f\", amount = 1, pays_for = {written} }}]"),
        Part::Criterion => format!("criterion = [{written}]"),
        Part::Applicant => format!("applicant = [{written}]"),
        Part::Activity => format!("activity = [{written}]"),
        Part::Line => format!("activity = [{{ id = \"a\", applicant = \"n\", line = [{written}] }}]"),
        Part::Rule => format!("rule = [{written}]"),
    }
}

/// Of a call as a whole, keys stand on lines of their own.
fn with(part: Part, keys: impl Iterator<Item = &'static Key>) -> String {
    match part {
        Part::Call => keys.map(|key| format!("{} = {}\n", key.name, key.example)).collect(),
        part => call(part, &table(keys)),
    }
}

fn must(part: Part) -> impl Iterator<Item = &'static Key> {
    part.keys().iter().filter(|key| key.left_out == LeftOut::Never)
}

/// The CSV file is another file, and read by other tests.
fn is_of_this_file(key: &&'static Key) -> bool {
    key.name != "activities"
}

#[test]
fn every_key_is_read_by_itself() {
    for part in Part::ALL {
        for key in part.keys().iter().filter(is_of_this_file) {
            let others = || must(part).filter(|other| other.name != key.name);
            let read = draft(&with(part, others().chain([key])));
            if key.left_out != LeftOut::Never {
                let without = with(part, others());
                let without = if without.is_empty() { CallDraft::new("") } else { draft(&without) };
                assert_ne!(read, without, "{part}: {} = {}", key.name, key.example);
            }
        }
    }
}

/// What a key says is written, and read again as the same.
#[test]
fn every_key_is_written() {
    for part in Part::ALL {
        for key in part.keys().iter().filter(is_of_this_file) {
            let read = draft(&with(part, must(part).filter(|other| other.name != key.name).chain([key])));
            let written = write_call(&read, &[]);
            assert_eq!(draft(&written), read, "{part}: {}\n{written}", key.name);
        }
    }
}

/// The applicant of the examples: without any, one is made of the name in the table.
const APPLICANT: &str = "applicant = [{ id = \"kultur\" }]";

/// A table of one activity with a column for a key says the same as a call file with the key.
#[test]
fn every_column_is_read() {
    let columns = [Part::Activity, Part::Line]
        .into_iter()
        .flat_map(|part| part.keys().iter().filter_map(move |key| Some((part, key, key.column?))));
    for (part, key, column) in columns {
        let of = |part| must(part).filter(move |other| other.name != key.name).chain([key]);
        let (line, activity): (Vec<_>, Vec<_>) = match part {
            Part::Line => (of(Part::Line).collect(), must(Part::Activity).collect()),
            _ => (Vec::new(), of(Part::Activity).collect()),
        };
        let heads: Vec<&str> = activity.iter().chain(&line).filter_map(|key| key.column).collect();
        let cells: Vec<String> = activity.iter().chain(&line).map(|key| cell(key)).collect();
        let folder = tempfile::tempdir().expect("a folder");
        let table = format!("{}\n{}\n", heads.join(";"), cells.join(";"));
        std::fs::write(folder.path().join("a.csv"), &table).expect("written");
        let call =
            CallBytes { folder: folder.path().to_owned(), ..bytes(&format!("activities = \"a.csv\"\n{APPLICANT}")) };
        let read = read_draft_bytes(call, &Disk).unwrap_or_else(|error| panic!("{error}\n{table}")).draft;
        let lines = if line.is_empty() { String::new() } else { format!(", line = [{}]", table_of(&line)) };
        let activity = table_of(&activity);
        let written = format!("{APPLICANT}\nactivity = [{}{lines} }}]", activity.trim_end_matches('}').trim_end());
        assert_eq!(read, draft(&written), "{column}\n{table}\n{written}");
    }
}

fn table_of(keys: &[&'static Key]) -> String {
    table(keys.iter().copied())
}

/// An example as it is written in a cell.
fn cell(key: &Key) -> String {
    key.example.trim_matches(['[', ']']).replace('"', "").replace(", ", "|")
}

#[test]
fn all_keys_of_a_part_are_read_together() {
    for part in Part::ALL {
        draft(&with(part, part.keys().iter().filter(is_of_this_file)));
    }
}

/// A call without a key that must be there is refused, with the key.
#[test]
fn what_must_be_there_is_missed() {
    for part in Part::ALL {
        for key in must(part) {
            let text = with(part, must(part).filter(|other| other.name != key.name));
            let error = refused(&text);
            assert!(
                error.contains(&format!("must have the key `{}`", key.name)),
                "{part}: {}: {error}\n{text}",
                key.name
            );
        }
    }
}

/// Words that people write for a key lead to it.
#[test]
fn other_words_are_known() {
    for part in Part::ALL {
        for key in part.keys() {
            for word in key.also {
                let text = call(part, &format!("{{ {word} = 1 }}", word = quoted(word)));
                let error = refused(&text);
                assert!(error.contains(&format!("did you mean `{}`?", key.name)), "{part}: {word}: {error}");
            }
        }
    }
}

/// A key with letters that TOML has only in quotation marks.
fn quoted(word: &str) -> String {
    if word.is_ascii() { word.to_owned() } else { format!("\"{word}\"") }
}
