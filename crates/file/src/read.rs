//! Call files to drafts of calls.

use std::io;
use std::path::{Path, PathBuf};

use fordela::CallDraft;
use fordela::call::{Call, Faults};

use crate::book;
use crate::error::ReadError;
use crate::fault::{CsvFault, FileFault, Format, LimitFault, ReadFault};
use crate::files::{Disk, Files, Within, unread};
use crate::limits::CALL_BYTES;
use crate::problems::Problems;
use crate::reader::{Reader, error_of};
use crate::source::Source;
use crate::span::{FileId, Span};
use crate::table::Table;
use crate::text::CallText;
use crate::walk::{self, Walk};
use crate::workbook;

/// The bytes of a call file, and what is known about them.
#[derive(Debug, Clone)]
pub struct CallBytes {
    /// What the file is called in messages.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// How it is written; found from the text when not known.
    pub format: Option<Format>,
    /// The folder that a CSV file is looked for in.
    pub folder: PathBuf,
}

impl CallBytes {
    /// What was read from standard input. A CSV file is looked for in the working directory.
    #[must_use]
    pub fn from_stdin(bytes: Vec<u8>) -> Self {
        Self { name: "<stdin>".to_owned(), bytes, format: None, folder: PathBuf::new() }
    }

    /// What a file holds. A CSV file is looked for in its folder.
    pub(crate) fn of_file(path: &Path, files: &dyn Files) -> Result<Self, FileFault> {
        Self::read(path, files.read(path, CALL_BYTES + 1))
    }

    /// The same of a file that another call names, which must lie in this folder or under it.
    pub(crate) fn of_file_within(folder: &Path, path: &Path, files: &dyn Files) -> Result<Self, FileFault> {
        Self::read(path, files.read_within(folder, path, CALL_BYTES + 1))
    }

    fn read(path: &Path, bytes: io::Result<Vec<u8>>) -> Result<Self, FileFault> {
        let bytes = bytes.map_err(|error| unread(path, &error))?;
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        Ok(Self { name: path.display().to_string(), bytes, format: Format::of_path(path), folder })
    }
}

/// A call as it is written, and the text it was read from.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ReadDraft {
    /// The call, not yet checked.
    pub draft: CallDraft,
    /// The text, for showing where something stands.
    pub text: CallText,
    /// The SHA-256, in lower-case hexadecimal digits, of the bytes of the call file followed by those of the
    /// CSV file if there is one: what `cat call.toml activities.csv | sha256sum` prints.
    pub sha256: String,
    /// The CSV file that the activities were read from, if there is one.
    pub csv: Option<PathBuf>,
}

impl ReadDraft {
    /// Checks the call.
    ///
    /// # Errors
    ///
    /// All that is wrong with the call, shown in the files.
    pub fn validate(self) -> Result<ReadCall, ReadError> {
        self.validate_with(Problems::default())
    }

    /// Checks the call, in whose files there are other problems already.
    pub(crate) fn validate_with(self, mut problems: Problems) -> Result<ReadCall, ReadError> {
        let Self { draft, text, sha256, csv } = self;
        match draft.validate() {
            Ok(call) if problems.is_empty() => return Ok(ReadCall { call, text, sha256, csv }),
            Ok(_) => {}
            Err(faults) => add(&text, &faults, &mut problems),
        }
        Err(error_of(text.sources, problems))
    }
}

fn add(text: &CallText, faults: &Faults, problems: &mut Problems) {
    for fault in faults.list() {
        let at = text.at(&fault.place, Some(&fault.kind));
        problems.add(at.file, at.span, ReadFault::Call(fault.clone()));
    }
}

/// A call that has been checked, and the text it was read from.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ReadCall {
    /// The call.
    pub call: Call,
    /// The text, for showing where something stands.
    pub text: CallText,
    /// The SHA-256 of the files; see [`ReadDraft::sha256`].
    pub sha256: String,
    /// The CSV file that the activities were read from, if there is one.
    pub csv: Option<PathBuf>,
}

/// Reads a call file, and the CSV file it names, and checks the call.
///
/// # Errors
///
/// All that is wrong with the files, with line and column; or, when they can be read, all that is wrong with
/// the call.
pub fn read_call(path: &Path) -> Result<ReadCall, ReadError> {
    read_draft(path)?.validate()
}

/// Reads a call as it is seen from a folder: `path`, and the path of the CSV file, are relative to `folder` and are told
/// so, wherever the program runs.
///
/// # Errors
///
/// As for [`read_call`].
pub fn read_call_within(folder: &Path, path: &Path) -> Result<ReadCall, ReadError> {
    let files = Within(folder);
    let call =
        CallBytes::of_file(path, &files).map_err(|fault| ReadError::unread(path.display().to_string(), fault))?;
    read_call_bytes(call, &files)
}

/// Reads a call file from memory, and the CSV file it names from `files`, and checks the call.
///
/// ```
/// use fordela_file::{CallBytes, Disk, read_call_bytes};
///
/// let toml = r#"
///     title = "Summer"
///     [[fund]]
///     id = "city"
///     amount = "700 000 kr"
///     [[criterion]]
///     id = "need"
///     weight = 1
///     max = 3
///     [[applicant]]
///     id = "culture"
///     [[activity]]
///     id = "music"
///     applicant = "cultur"
///     ask = 500_000
/// "#;
/// let error = read_call_bytes(CallBytes::from_stdin(toml.into()), &Disk).unwrap_err();
/// assert!(error.to_string().contains("did you mean"), "{error}");
/// let read = read_call_bytes(CallBytes::from_stdin(toml.replace("cultur\"", "culture\"").into()), &Disk)?;
/// assert_eq!(read.call.budget().to_string(), "700000");
/// # Ok::<(), fordela_file::ReadError>(())
/// ```
///
/// # Errors
///
/// As for [`read_call`].
pub fn read_call_bytes(call: CallBytes, files: &dyn Files) -> Result<ReadCall, ReadError> {
    read_draft_bytes(call, files)?.validate()
}

/// Reads a call file, and the CSV file it names, as it is written.
///
/// # Errors
///
/// All that is wrong with the files, with line and column.
pub fn read_draft(path: &Path) -> Result<ReadDraft, ReadError> {
    let call = CallBytes::of_file(path, &Disk).map_err(|fault| ReadError::unread(path.display().to_string(), fault))?;
    read_draft_bytes(call, &Disk)
}

/// Reads a call file from memory, and the CSV file it names from `files`.
///
/// # Errors
///
/// All that is wrong with the files, with line and column.
pub fn read_draft_bytes(call: CallBytes, files: &dyn Files) -> Result<ReadDraft, ReadError> {
    let CallBytes { name, bytes, format, folder } = call;
    let mut reader = Reader::default();
    let too_large = (bytes.len() > CALL_BYTES).then_some(LimitFault::CallTooLarge);
    if is_table(&name) {
        reader.sources.call = Source::new(name, String::new());
        reader.problems.add(FileId::Call, Span::default(), CsvFault::NoCall);
        return Err(reader.error());
    }
    let read = match book::holds_call(&bytes) {
        true => reader.book(name, &bytes, too_large),
        false => reader.tree(name, bytes, format, too_large).map(|(root, format)| (root, format, None)),
    };
    let Some((root, format, own)) = read else { return Err(reader.error()) };
    let text = std::mem::take(&mut reader.sources.call);
    let mut walk = Walk::new(FileId::Call, format, text.text(), &mut reader.problems);
    let (mut draft, activities) = walk::call(&mut walk, &root);
    reader.sources.call = text;
    let csv = activities.as_ref().map(|activities| folder.join(workbook::parted(&activities.path).0));
    let table = match (own, activities) {
        (Some(own), named) => reader.own_table(&own, named.as_ref(), &draft),
        (None, Some(named)) => reader.table(&named, &draft, &folder, files),
        (None, None) => Table::default(),
    };
    draft.applicants.extend_from_slice(&table.applicants);
    let rows = reader.sources.table.text();
    let mut walk = Walk::new(FileId::Table, format, rows, &mut reader.problems).of_call(&draft);
    draft.activities.reserve(table.len());
    draft.activities.extend(table.trees(rows).filter_map(|row| walk::activity(&mut walk, &row)));
    if !reader.problems.is_empty() {
        return Err(reader.error());
    }
    let draft = draft.with_ids();
    let sha256 = reader.sha256();
    Ok(ReadDraft { draft, text: CallText { sources: reader.sources, root, table }, sha256, csv })
}

/// Whether a file is called as tables are.
fn is_table(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"))
}
