//! What a long run has done so far, in a file beside the one it is to become: a run that was ended goes on from it.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::write::{WriteError, WriteStep};

/// A file to which lines are added as they are done. Its first line says of what they are.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
}

/// A journal cannot be used.
#[derive(Debug)]
pub enum JournalError {
    /// There is a file by that name, but of another run.
    Other {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be read.
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file cannot be written.
    Write(WriteError),
}

impl JournalError {
    /// What to do about it, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Other { path } => Some(format!(
                "to go on with that run, give its call and its options; to start anew, remove `{}`",
                path.display()
            )),
            Self::Read { .. } | Self::Write(_) => None,
        }
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other { path } => {
                write!(f, "`{}` was left by a run of another call, or with other options", path.display())
            }
            Self::Read { path, source } => write!(f, "the file `{}` cannot be read: {source}", path.display()),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for JournalError {}

impl Journal {
    /// The journal that belongs to a file: its name with `.part` after it. `None` for what is no plain file, such as
    /// `/dev/stdout`, beside which nothing is to be kept.
    #[must_use]
    pub fn beside(path: &Path) -> Option<PathBuf> {
        if fs::metadata(path).is_ok_and(|known| !known.is_file()) {
            return None;
        }
        let mut name = path.as_os_str().to_owned();
        name.push(".part");
        Some(name.into())
    }

    /// Opens a journal, or starts one. `heading`, a single line, says what the lines are of; `read` reads the line
    /// with a number, from 0. Gives what was read up to the first line that is cut short or cannot be read; that line
    /// and all after it are taken away.
    ///
    /// # Errors
    ///
    /// When the file has another heading, and when it cannot be read or written.
    pub fn open<T>(
        path: PathBuf,
        heading: &str,
        mut read: impl FnMut(usize, &str) -> Option<T>,
    ) -> Result<(Self, Vec<T>), JournalError> {
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(source) => return Err(JournalError::Read { path, source }),
        };
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let heading = format!("{heading}\n");
        let first = lines.next().unwrap_or_default();
        if first != heading.as_bytes() && !(heading.as_bytes().starts_with(first) && first.len() == bytes.len()) {
            return Err(JournalError::Other { path });
        }
        let (mut done, mut kept) = (Vec::new(), heading.len());
        for (n, line) in lines.enumerate() {
            let text = line.strip_suffix(b"\n").and_then(|line| std::str::from_utf8(line).ok());
            let Some(one) = text.and_then(|text| read(n, text)) else { break };
            done.push(one);
            kept += line.len();
        }
        let journal = Self::at(path, &heading, kept)?;
        Ok((journal, done))
    }

    /// The journal with its heading written and all after the first `kept` bytes taken away.
    fn at(path: PathBuf, heading: &str, kept: usize) -> Result<Self, JournalError> {
        let failed =
            |path: &Path, step, source| JournalError::Write(WriteError { path: path.to_owned(), step, source });
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = opened.map_err(|source| failed(&path, WriteStep::Create, source))?;
        let kept = u64::try_from(kept).unwrap_or(u64::MAX);
        let ready = file.write_all(heading.as_bytes()).and_then(|()| file.set_len(kept));
        let ready = ready.and_then(|()| file.seek(SeekFrom::Start(kept)).map(drop));
        ready.map_err(|source| failed(&path, WriteStep::Write, source))?;
        Ok(Self { path, file })
    }

    /// Adds lines, and sees to it that they outlive the program.
    ///
    /// # Errors
    ///
    /// When they cannot be written.
    pub fn add(&mut self, lines: &[String]) -> Result<(), JournalError> {
        let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        let written = self.file.write_all(text.as_bytes()).and_then(|()| self.file.flush());
        written.map_err(|source| self.failed(WriteStep::Write, source))
    }

    /// Takes the file away, when what it was for is written.
    ///
    /// # Errors
    ///
    /// When it cannot be taken away.
    pub fn remove(self) -> Result<(), JournalError> {
        fs::remove_file(&self.path).map_err(|source| self.failed(WriteStep::Rename, source))
    }

    fn failed(&self, step: WriteStep, source: io::Error) -> JournalError {
        JournalError::Write(WriteError { path: self.path.clone(), step, source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(n: usize, line: &str) -> Option<usize> {
        line.parse().ok().filter(|number| *number == n)
    }

    fn opened(path: &Path) -> Vec<usize> {
        Journal::open(path.to_owned(), "numbers", number).expect("a journal").1
    }

    #[test]
    fn goes_on_from_the_last_whole_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = Journal::beside(&folder.path().join("a.csv")).expect("a plain file");
        let (mut journal, done) = Journal::open(path.clone(), "numbers", number).expect("a journal");
        assert!(done.is_empty());
        journal.add(&["0".to_owned(), "1".to_owned()]).expect("added");
        assert_eq!(opened(&path), [0, 1]);
        for (left, done) in [
            ("", &[][..]),
            ("num", &[]),
            ("numbers\n", &[]),
            ("numbers\n0\n1", &[0]),
            ("numbers\n0\nx\n2\n", &[0]),
            ("numbers\n0\n\0\0\n", &[0]),
        ] {
            fs::write(&path, left).expect("written");
            assert_eq!(opened(&path), done, "{left:?}");
            let whole: String = done.iter().map(|n| format!("{n}\n")).collect();
            assert_eq!(fs::read_to_string(&path).expect("the file"), format!("numbers\n{whole}"));
        }
    }

    #[test]
    fn leaves_the_files_of_others_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv.part");
        for left in ["letters\n0\n", "numbers, but others\n", "x", "numbers 2"] {
            fs::write(&path, left).expect("written");
            let error = Journal::open(path.clone(), "numbers", number).expect_err("another run");
            assert!(matches!(error, JournalError::Other { .. }) && error.help().is_some());
            assert_eq!(fs::read_to_string(&path).expect("the file"), left);
        }
    }
}
