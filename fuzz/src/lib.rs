//! What is tried with any bytes: no reader panics, every fault has a place and words, and what was read is written so that
//! it is read again.

#![allow(clippy::panic, clippy::expect_used, reason = "a target fails by a panic")]

mod allocate;
mod call;
mod files;
mod words;
mod workbook;

pub use allocate::allocate;
pub use call::{activities, call_json, call_toml};
pub use files::{decision, log, outcome, scenarios};
pub use words::words;
pub use workbook::workbook;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use fordela::Lang;
use fordela_file::{CallBytes, Files, Format, ReadCall, ReadError, Style, read_call_bytes};

/// The call that decisions, outcomes, scenarios and changes are of.
const BASE: &str = include_str!("../seeds/call_toml/base.toml");

static CALL: LazyLock<ReadCall> = LazyLock::new(|| {
    read_call_bytes(named(BASE.as_bytes(), Format::Toml), &OneFile(Vec::new())).expect("a valid call")
});

/// Every path leads to this file.
struct OneFile(Vec<u8>);

impl Files for OneFile {
    fn read(&self, _: &Path, most: usize) -> io::Result<Vec<u8>> {
        Ok(self.0.get(..self.0.len().min(most)).unwrap_or_default().to_vec())
    }
}

fn named(bytes: &[u8], format: Format) -> CallBytes {
    CallBytes { name: "call".to_owned(), bytes: bytes.to_vec(), format: Some(format), folder: PathBuf::new() }
}

/// That something is wrong, that each fault has a place and words, and that nothing in them commands a terminal.
fn told(error: &ReadError) {
    assert!(error.count() > 0);
    assert!(error.faults().all(|(at, _)| at.line >= 1 && at.column >= 1));
    shown(error, Lang::Sv);
    shown(error, Lang::En);
}

fn shown(error: &ReadError, lang: Lang) {
    let shown = error.render(Style { lang, ..Style::default() });
    assert!(!shown.is_empty() && shown.len() < 2_000_000, "{} bytes", shown.len());
    let control = shown.chars().find(|character| character.is_control() && *character != '\n');
    assert!(control.is_none(), "{control:?} in {shown:?}");
}
