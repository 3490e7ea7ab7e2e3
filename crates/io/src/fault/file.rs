//! Faults of files as such: that they cannot be opened, or are no plain text.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::files::Unfit;

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
        let path = self.path.display();
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
    /// A character that is neither seen nor part of a text.
    Control {
        /// The character.
        character: char,
    },
    /// A character that turns the direction in which text is shown, so that it reads as something else.
    Direction {
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
            Self::Control { .. } | Self::Direction { .. } => {
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
            Self::Control { character } => {
                write!(f, "there is an invisible control character here, U+{:04X}", u32::from(*character))
            }
            Self::Direction { character } => {
                write!(
                    f,
                    "an invisible character here turns the direction of the text, U+{:04X}",
                    u32::from(*character)
                )
            }
        }
    }
}
