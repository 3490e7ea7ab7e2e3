//! Why a file is not written.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// What was being done when a file could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteStep {
    /// Making a file beside it.
    Create,
    /// Writing to that file.
    Write,
    /// Giving that file its name.
    Rename,
    /// Seeing to it that it has that name after a power failure. It is written by then.
    Keep,
    /// Taking a file away.
    Remove,
}

/// A file could not be written. What it held before is untouched, unless the step is [`WriteStep::Keep`].
#[derive(Debug)]
#[non_exhaustive]
pub struct WriteError {
    /// The file.
    pub path: PathBuf,
    /// What was being done.
    pub step: WriteStep,
    /// Why it failed.
    pub source: io::Error,
}

impl WriteError {
    /// What to do about it, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self.source.kind() {
            io::ErrorKind::WouldBlock => Some("try again when that is done"),
            io::ErrorKind::TooManyLinks => Some("keep one of its names, and make symbolic links of the others"),
            io::ErrorKind::InvalidInput => Some("give the name of a plain file"),
            io::ErrorKind::AlreadyExists => Some("move what has the name of the file beside it: `.fordela-….tmp`"),
            io::ErrorKind::Unsupported => Some("write to another disk"),
            _ => None,
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match (self.step, self.source.kind()) {
            (WriteStep::Keep, _) => {
                write!(f, "`{path}` is written, but may not outlive a power failure: {}", self.source)
            }
            (WriteStep::Remove, _) => write!(f, "`{path}` cannot be taken away: {}", self.source),
            (_, io::ErrorKind::NotFound) => write!(f, "the folder of `{path}` does not exist"),
            (_, io::ErrorKind::PermissionDenied) => write!(f, "you may not write the file `{path}`"),
            (_, io::ErrorKind::StorageFull) => write!(f, "there is no room on the disk for `{path}`"),
            (_, io::ErrorKind::IsADirectory) => write!(f, "`{path}` is a folder, not a file"),
            (_, io::ErrorKind::WouldBlock) => write!(f, "another run is writing `{path}`"),
            (_, io::ErrorKind::TooManyLinks) => {
                write!(f, "`{path}` has other names (hard links), which would not be written")
            }
            (_, io::ErrorKind::InvalidInput) => write!(f, "`{path}` is no plain file"),
            (_, io::ErrorKind::Unsupported) => {
                write!(f, "the file `{path}` cannot be locked, so that two might write it at once")
            }
            _ => write!(f, "the file `{path}` cannot be written: {}", self.source),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
