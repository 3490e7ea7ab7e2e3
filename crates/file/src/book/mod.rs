//! Workbooks that hold a whole call: a sheet for the call as a whole, and one for each list of parts.
//!
//! Which sheets, rows and columns there are is read from the keys of a call (`fordela::keys`). Sheets are made into the tree that
//! TOML and JSON are made into, so that a cell is read as the same value in a file of text is. The sheet of activities is read as
//! any table of applications.

mod list;
mod read;
mod sheets;
mod write;

pub(crate) use read::{Book, holds_call, read};
pub(crate) use write::{Asked, write};
