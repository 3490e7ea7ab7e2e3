//! Files to calls.
//!
//! A call file is TOML, which people write, JSON of the same shape, which programs write, or a workbook with a sheet for each
//! list of parts. Activities may stand in a CSV file or another workbook beside it. What is read keeps where each value stands, so that a fault that is found later
//! is shown in the text just as a fault of the text itself.

mod begin;
mod book;
mod convert;
mod decision;
mod decode;
mod digest;
mod error;
mod files;
mod journal;
mod json;
mod keys;
mod levels;
pub mod log;
mod nearest;
mod note;
mod outcome;
mod problems;
mod read;
mod reader;
mod render;
mod scenarios;
mod schema;
mod source;
mod span;
mod table;
mod text;
mod toml;
mod tree;
mod walk;
mod workbook;
mod write;
mod written;

pub use begin::{Beginning, begin};
pub use convert::{ConvertError, Ids, convert};
pub use decision::{Decision, read_decision, read_decision_bytes, read_decision_with_hash};
pub use digest::sha256;
pub use error::ReadError;
pub use files::{Disk, Files, open_regular, read_regular, refused, unfit};
pub use fordela_fault as fault;
pub use fordela_fault::{Format, Part, ReadFault, Unfit, limits};
pub use journal::{Journal, JournalError};
pub use levels::{LevelsError, ReadLevels, ReadOwn, read_levels, read_levels_bytes};
pub use note::{Note, NoteKind};
pub use outcome::{ReadOutcome, read_outcome, read_outcome_bytes};
pub use read::{
    CallBytes, ReadCall, ReadDraft, read_call, read_call_bytes, read_call_within, read_draft, read_draft_bytes,
};
pub use render::{Severity, Style};
pub use scenarios::{ReadScenarios, read_scenarios, read_scenarios_bytes};
pub use schema::call_schema;
pub use text::{CallText, Location, Remark};
pub use workbook::parted;
pub use write::{WriteError, WriteStep, Writing, end_without_traces, leads_to, write_atomically};
pub use written::{Beside, write_call, write_call_beside};
