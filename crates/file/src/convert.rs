//! A call as a file of any kind, which is read as the same call.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use fordela::Lang;
use fordela::call::{CallDraft, Place};
use fordela::words::fault::write as words;
use rust_xlsxwriter::XlsxError;
use serde_json::Value;

use crate::book;
use crate::fault::Format;
use crate::files::Files;
use crate::read::{CallBytes, read_draft_bytes};
use crate::written::write_call;

/// Which ids stand in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    /// All of them.
    Kept,
    /// Those that are not just what is made of names.
    Made,
}

/// A call cannot be written as it is asked for.
#[derive(Debug)]
pub enum ConvertError {
    /// What stands here in the call would be read as something else.
    Unkept {
        /// By ids: `activity.musik.tags`.
        at: String,
        /// What it cannot be written in.
        format: Format,
    },
    /// There is more of it than a workbook has room for.
    Xlsx(XlsxError),
}

impl fmt::Display for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unkept { at, format } => f.write_str(&words::unkept(at, *format, Lang::En).what),
            Self::Xlsx(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ConvertError {}

/// A call as the bytes of a file. They are read back before they are given, so that nothing is lost unseen: what they say is the
/// same call.
///
/// # Errors
///
/// [`ConvertError`], if the format cannot hold the call as it is.
pub fn convert(draft: &CallDraft, format: Format, ids: Ids, lang: Lang) -> Result<Vec<u8>, ConvertError> {
    let bytes = match format {
        Format::Toml => write_call(draft, &[]).into_bytes(),
        // A draft is always written.
        Format::Json => serde_json::to_vec_pretty(draft).unwrap_or_default().into_iter().chain(*b"\n").collect(),
        Format::Xlsx => {
            let asked = book::Asked { draft, lang, with_ids: ids == Ids::Kept };
            book::write(&asked).map_err(ConvertError::Xlsx)?
        }
    };
    match unkept(draft, &bytes, format) {
        Some(place) => Err(ConvertError::Unkept { at: place.by_ids(draft), format }),
        None => Ok(bytes),
    }
}

/// The first place of a call that is not read as it is; the call as a whole where nothing is.
fn unkept(draft: &CallDraft, bytes: &[u8], format: Format) -> Option<Place> {
    let call = CallBytes { name: String::new(), bytes: bytes.to_vec(), format: Some(format), folder: PathBuf::new() };
    let Ok(read) = read_draft_bytes(call, &Nothing) else { return Some(Place::root()) };
    // Names are read as the ids that they stand for.
    let meant = draft.clone().with_ids();
    if read.draft == meant {
        return None;
    }
    let values = |draft: &CallDraft| serde_json::to_value(draft).unwrap_or_default();
    Some(differing(&values(&meant), &values(&read.draft), &Place::root()).unwrap_or_default())
}

/// Where two values first differ.
fn differing(one: &Value, other: &Value, at: &Place) -> Option<Place> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => one.iter().find_map(|(key, value)| {
            let place = at.key(key);
            other.get(key).map_or(Some(place.clone()), |other| differing(value, other, &place))
        }),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate();
            pairs.into_iter().find_map(|(n, (one, other))| differing(one, other, &at.item(n)))
        }
        _ => (one != other).then(|| at.clone()),
    }
}

/// What is written names no other files.
struct Nothing;

impl Files for Nothing {
    fn read(&self, _: &Path, _: usize) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
}
