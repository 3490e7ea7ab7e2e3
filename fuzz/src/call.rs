//! Call files.

use fordela::CallDraft;
use fordela::lint::lint;
use fordela_file::{Format, read_call_bytes, read_draft_bytes, write_call};

use crate::{OneFile, named, told};

/// The rows that a call finds which names a CSV file.
const ROWS: &str = include_str!("../seeds/activities/rows.csv");

/// The call of any rows.
const HEAD: &str = include_str!("../seeds/call_toml/head.toml");

/// Calls in TOML.
pub fn call_toml(bytes: &[u8]) {
    call(bytes, Format::Toml);
}

/// Calls in JSON.
pub fn call_json(bytes: &[u8]) {
    call(bytes, Format::Json);
}

/// CSV files of activities.
pub fn activities(bytes: &[u8]) {
    match read_call_bytes(named(HEAD.as_bytes(), Format::Toml), &OneFile(bytes.to_vec())) {
        Ok(read) => drop(lint(&read.call)),
        Err(error) => told(&error),
    }
}

fn call(bytes: &[u8], format: Format) {
    let read = match read_draft_bytes(named(bytes, format), &OneFile(ROWS.into())) {
        Ok(read) => read,
        Err(error) => return told(&error),
    };
    is_read_again(&read.draft);
    match read.validate() {
        Ok(read) => drop(lint(&read.call)),
        Err(error) => told(&error),
    }
}

/// That what is written of a call is read as the same call.
pub(crate) fn is_read_again(draft: &CallDraft) {
    let written = write_call(draft, &[]);
    match read_draft_bytes(named(written.as_bytes(), Format::Toml), &OneFile(Vec::new())) {
        Ok(again) => assert_eq!(again.draft, *draft, "{written}"),
        Err(error) => panic!("{written}\n{error}"),
    }
}
