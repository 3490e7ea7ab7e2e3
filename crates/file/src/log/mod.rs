//! Logs of decisions: text files to which entries are only ever added.
//!
//! A log is TOML with an `[[entry]]` for each decision. The last line of an entry is its seal: the SHA-256 of all text
//! from the end of the entry before it up to that line. The key `previous` holds the seal of the entry before it, so that
//! an entry that is edited no longer fits its seal, and one that follows on another than it did no longer fits that.
//! Whoever writes all seals anew is not found out: who needs to know keeps the last seal elsewhere.

mod entry;
mod path;
pub(crate) mod recorded;

use std::io;
use std::path::Path;

pub use entry::Entry;
pub use path::path_from;
pub use recorded::{FileThen, Recorded};

use crate::digest::sha256;
use crate::error::ReadError;
use crate::fault::{Format, LimitFault, LogFault};
use crate::files::{Disk, Files, unread};
use crate::limits::{CSV_BYTES, LOG_BYTES};
use crate::problems::Problems;
use crate::reader::{Reader, error_of};
use crate::span::{FileId, Span};
use crate::text::{Location, Sources};
use crate::walk::{self, Logged, Walk};

/// A log, and the bytes it was read from.
#[derive(Debug, Clone)]
pub struct ReadLog {
    bytes: Vec<u8>,
    sources: Sources,
    logged: Vec<Logged>,
    broken: Vec<(Span, LogFault)>,
}

/// Reads a log.
///
/// # Errors
///
/// When it is no log that can be read, with line and column. One whose entries do not hold together is read: see
/// [`ReadLog::broken`].
pub fn read_log(path: &Path) -> Result<ReadLog, ReadError> {
    let name = path.display().to_string();
    match Disk.read(path, LOG_BYTES + 1) {
        Ok(bytes) => read_log_bytes(&name, bytes),
        Err(error) => Err(ReadError::unread(name, unread(path, &error))),
    }
}

/// Reads a log from memory; `name` is what the file is called in messages.
///
/// # Errors
///
/// As for [`read_log`].
pub fn read_log_bytes(name: &str, bytes: Vec<u8>) -> Result<ReadLog, ReadError> {
    let mut reader = Reader::default();
    let too_large = (bytes.len() > LOG_BYTES).then_some(LimitFault::LogTooLarge);
    let Some((root, format)) = reader.tree(name.to_owned(), bytes.clone(), Some(Format::Toml), too_large) else {
        return Err(reader.error());
    };
    let Reader { sources, mut problems, .. } = reader;
    let logged = walk::log(&mut Walk::new(FileId::Call, format, sources.call.text(), &mut problems), &root);
    if !problems.is_empty() {
        return Err(error_of(sources, problems));
    }
    let broken = broken(sources.call.text(), &logged);
    Ok(ReadLog { bytes, sources, logged, broken })
}

/// The SHA-256 of a file that an entry is about, other than the call.
///
/// # Errors
///
/// When it cannot be read.
pub fn file_sha256(path: &Path) -> io::Result<String> {
    Disk.read(path, CSV_BYTES + 1).map(|bytes| sha256(&bytes))
}

/// What does not hold together, in the order of the log.
fn broken(text: &str, logged: &[Logged]) -> Vec<(Span, LogFault)> {
    let (mut broken, mut end, mut previous) = (Vec::new(), 0, None);
    for Logged { entry, start, seal } in logged {
        let number = entry.number;
        let line = entry::seal_line(&entry.seal);
        let sealed = Span::new(end, seal.start()).of(text);
        // Nothing can stand beside a seal, where it would not be sealed.
        let whole = text.get(seal.start()..).is_some_and(|rest| rest.starts_with(&line));
        if sha256(sealed.as_bytes()) != entry.seal || !whole {
            broken.push((*start, LogFault::Edited { entry: number }));
        } else if entry.previous.as_ref() != previous {
            broken.push((*start, LogFault::Gap { entry: number }));
        }
        (end, previous) = ((seal.start() + line.len()).min(text.len()), Some(&entry.seal));
    }
    if let Some(last) = logged.last().filter(|_| end < text.len()) {
        broken.push((Span::new(end, text.len()), LogFault::After { entry: last.entry.number }));
    }
    broken
}

impl ReadLog {
    /// A log without entries, whose first lines are `head`, as comments.
    #[must_use]
    pub fn begin(head: &[String]) -> Self {
        let bytes = head.iter().flat_map(|line| format!("# {line}\n").into_bytes()).collect();
        Self { bytes, sources: Sources::default(), logged: Vec::new(), broken: Vec::new() }
    }

    /// What the entries say, in the order of the log.
    pub fn entries(&self) -> impl Iterator<Item = &Recorded> {
        self.logged.iter().map(|logged| &logged.entry)
    }

    /// What does not hold together, with where it stands.
    pub fn broken(&self) -> impl Iterator<Item = (Location, &LogFault)> {
        let at = |span: &Span| self.sources.location(crate::span::At { file: FileId::Call, span: *span });
        self.broken.iter().map(move |(span, fault)| (at(span), fault))
    }

    /// The seal of the last entry.
    #[must_use]
    pub fn seal(&self) -> Option<&str> {
        self.logged.last().map(|logged| logged.entry.seal.as_str())
    }

    /// The log, if all its entries hold together.
    ///
    /// # Errors
    ///
    /// All that does not, shown in the file.
    pub fn sound(self) -> Result<Self, ReadError> {
        if self.broken.is_empty() {
            return Ok(self);
        }
        let mut problems = Problems::default();
        self.broken.into_iter().for_each(|(span, fault)| problems.add(FileId::Call, span, fault));
        Err(error_of(self.sources, problems))
    }

    /// The log with one entry more: its own bytes, and after them the entry. `name` is what the file is called in
    /// messages.
    ///
    /// # Errors
    ///
    /// When the log would be too large to be read.
    pub fn with(&self, entry: &Entry, name: &str) -> Result<Added, ReadError> {
        let number = self.logged.last().map_or(0, |logged| logged.entry.number).saturating_add(1);
        // A first entry is sealed with what stands above it.
        let above = if self.logged.is_empty() { self.bytes.as_slice() } else { &[] };
        let above = String::from_utf8_lossy(above);
        let above = above.strip_prefix('\u{feff}').unwrap_or(&above);
        let bytes = [&self.bytes, entry.text(number, self.seal(), above).as_bytes()].concat();
        let log = read_log_bytes(name, bytes)?.sound()?;
        let seal = log.seal().unwrap_or_default().to_owned();
        Ok(Added { bytes: log.bytes, number, seal })
    }
}

/// A log to which an entry has been added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Added {
    /// All of the log.
    pub bytes: Vec<u8>,
    /// The number of the entry.
    pub number: usize,
    /// Its seal.
    pub seal: String,
}

#[cfg(test)]
mod tests;
