//! Why a file is not written.

use std::fmt;
use std::io;
use std::path::PathBuf;

use fordela::Lang;
use fordela::words::Problem;
use fordela::words::fault::write as words;

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
    /// What is wrong and what to do about it, in a language.
    #[must_use]
    pub fn told(&self, lang: Lang) -> Problem {
        let Self { path, step, source } = self;
        match step {
            WriteStep::Create | WriteStep::Write | WriteStep::Rename => words::not_written(path, source, lang),
            WriteStep::Keep => words::not_kept(path, source, lang),
            WriteStep::Remove => words::not_removed(path, source, lang),
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En).what)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
