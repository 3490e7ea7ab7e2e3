//! Faults of files as such: that they cannot be opened, or are no plain text.

use std::io;
use std::path::PathBuf;

/// A file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub kind: io::ErrorKind,
    /// Why what is there is not read, where it could be.
    pub unfit: Option<Unfit>,
}

/// Why what is there is not read, though it could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is no regular file: a pipe or a device, of which nobody knows when it ends.
    NotRegular,
    /// A link leads to it, out of the folder that it must lie in.
    Outside,
}

/// A file is no plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingFault {
    /// The bytes are no UTF-8.
    NotUtf8,
    /// Two bytes stand for each character.
    Utf16,
    /// It is a file of a spreadsheet, and no text.
    Spreadsheet,
    /// A byte that is no UTF-8, while the rest of the file is.
    OddByte {
        /// The byte.
        byte: u8,
        /// What it is in Windows-1252.
        character: Option<char>,
        /// How many there are besides.
        more: usize,
    },
    /// A character that is not seen, or changes how others are.
    Hidden {
        /// The character.
        character: char,
    },
}
