//! Faults of files as such: that they cannot be opened, or are no plain text.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use fordela::characters::{Hidden, hidden, on_one_line};

use crate::files::Unfit;

/// A file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileFault {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub kind: io::ErrorKind,
    /// Why what is there is not read, where it could be.
    pub unfit: Option<Unfit>,
}

impl FileFault {
    pub(crate) fn new(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), kind: error.kind(), unfit: Unfit::of(error) }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self.unfit {
            Some(Unfit::NotRegular) => {
                return Some("give a file; what comes through a pipe is read from standard input, as `-`".to_owned());
            }
            Some(Unfit::Outside) => return Some("put the file itself in the folder, rather than a link".to_owned()),
            None => {}
        }
        Some(match self.kind {
            io::ErrorKind::NotFound => "check the spelling, and the folder it is looked for in".to_owned(),
            io::ErrorKind::PermissionDenied => {
                "ask for the right to read it, or copy it to a folder of yours".to_owned()
            }
            io::ErrorKind::IsADirectory => "name a file in it, such as `call.toml`".to_owned(),
            _ => return None,
        })
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display().to_string();
        let path = on_one_line(&path);
        match self.unfit {
            Some(Unfit::NotRegular) => return write!(f, "`{path}` is a pipe or a device, not a file"),
            Some(Unfit::Outside) => return write!(f, "`{path}` leads by a link out of the folder it must lie in"),
            None => {}
        }
        match self.kind {
            io::ErrorKind::NotFound => write!(f, "there is no file `{path}`"),
            io::ErrorKind::PermissionDenied => write!(f, "you may not read the file `{path}`"),
            io::ErrorKind::IsADirectory => write!(f, "`{path}` is a folder, not a file"),
            kind => write!(f, "the file `{path}` cannot be read: {kind}"),
        }
    }
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

impl EncodingFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NotUtf8 | Self::Utf16 => {
                "save the file again with the encoding UTF-8; in a spreadsheet, as `CSV UTF-8`".to_owned()
            }
            Self::Spreadsheet => {
                "open it in the spreadsheet, save the sheet as `CSV UTF-8`, and give that file".to_owned()
            }
            Self::OddByte { character: Some(character), .. } if hidden(*character).is_none() => {
                format!("write the character anew (perhaps it was `{character}`), and save the file as UTF-8")
            }
            Self::OddByte { .. } => "write the character anew, and save the file as UTF-8".to_owned(),
            Self::Hidden { .. } => {
                "remove the character; if there are many, this is probably not the right file".to_owned()
            }
        }
    }
}

impl fmt::Display for EncodingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("the file is not written in UTF-8; this is the first character that is not"),
            Self::Utf16 => f.write_str("the file is written in UTF-16, which is not read here"),
            Self::Spreadsheet => f.write_str("this is a file of a spreadsheet, such as `.xlsx`, and no text"),
            Self::OddByte { byte, more: 0, .. } => {
                write!(f, "the byte 0x{byte:02X} here is no UTF-8, while the rest of the file is")
            }
            Self::OddByte { byte, more, .. } => {
                write!(f, "the byte 0x{byte:02X} here and {more} more are no UTF-8, while the rest of the file is")
            }
            Self::Hidden { character } => {
                let what = match hidden(*character) {
                    Some(Hidden::Control) => "there is an invisible control character here",
                    Some(Hidden::Direction) => "an invisible character here turns the direction of the text",
                    Some(Hidden::Invisible) | None => "there is an invisible character here",
                };
                write!(f, "{what}, U+{:04X}", u32::from(*character))
            }
        }
    }
}
