//! What a long run has done so far, in a file beside the one it is to become: a run that was ended goes on from it.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use fordela::Lang;
use fordela::words::Problem;
use fordela::words::fault::write as words;

use crate::digest::sha256;
use crate::limits::JOURNAL_LINE_BYTES;
use crate::write::claim::{Claim, lock};
use crate::write::{WriteError, WriteStep, leads_to, sync_folder};

/// A file to which lines are added as they are done. Its first line says of what they are, and every other line begins
/// with a checksum of itself, its number and the first. While this lives nobody else adds to it.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    heading: String,
    file: File,
    /// How many lines there are, without the first.
    lines: usize,
}

/// A journal cannot be used.
#[derive(Debug)]
pub enum JournalError {
    /// There is a file by that name, but of another run.
    Other {
        /// The file.
        path: PathBuf,
    },
    /// What has that name is no plain file.
    NoFile {
        /// Its path.
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
    /// What is wrong and what to do about it, in a language.
    #[must_use]
    pub fn told(&self, lang: Lang) -> Problem {
        match self {
            Self::Other { path } => words::of_another_run(path, lang),
            Self::NoFile { path } => words::no_plain_file(path, lang),
            Self::Read { path, source } => words::not_read(path, source, lang),
            Self::Write(error) => error.told(lang),
        }
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En).what)
    }
}

impl std::error::Error for JournalError {}

impl Journal {
    /// The journal that belongs to a file: the name of what is written, with `.part` after it. `None` for what is no
    /// plain file, such as `/dev/stdout`, beside which nothing is to be kept.
    ///
    /// # Errors
    ///
    /// When the file cannot be written, as its folder does not exist.
    pub fn beside(path: &Path) -> Result<Option<PathBuf>, JournalError> {
        let failed = |source| failed(path, WriteStep::Create, source);
        Ok(leads_to(path).map_err(failed)?.map(|file| {
            let mut name = file.into_os_string();
            name.push(".part");
            name.into()
        }))
    }

    /// Opens a journal, or starts one. `heading`, a single line, says what the lines are of; `read` reads the line
    /// with a number, from 0. Gives what was read up to the first line that is cut short, does not have its checksum or
    /// cannot be read; that line and all after it are taken away.
    ///
    /// # Errors
    ///
    /// When the file has another heading, when another run adds to it, and when it cannot be read or written.
    pub fn open<T>(
        path: PathBuf,
        heading: &str,
        mut read: impl FnMut(usize, &str) -> Option<T>,
    ) -> Result<(Self, Vec<T>), JournalError> {
        let file = held(&path)?;
        let mut journal = Self { path, heading: heading.to_owned(), file, lines: 0 };
        let unread = |path: &Path, source| JournalError::Read { path: path.to_owned(), source };
        let mut reader = BufReader::new(&journal.file);
        let mut bytes = line(&mut reader).map_err(|source| unread(&journal.path, source))?;
        let first = format!("{heading}\n");
        let cut_short = first.as_bytes().starts_with(&bytes) && !bytes.ends_with(b"\n");
        if bytes != first.as_bytes() && !(cut_short && is_end(&mut reader)) {
            return Err(JournalError::Other { path: journal.path });
        }
        let (mut done, mut kept) = (Vec::new(), first.len());
        loop {
            bytes = line(&mut reader).map_err(|source| unread(&journal.path, source))?;
            let Some(one) = journal.text(done.len(), &bytes).and_then(|text| read(done.len(), text)) else { break };
            done.push(one);
            kept += bytes.len();
        }
        journal.lines = done.len();
        journal.cut(&first, kept).map_err(|source| failed(&journal.path, WriteStep::Write, source))?;
        Ok((journal, done))
    }

    /// Lets the journal be its heading and what follows on it up to the first `kept` bytes.
    fn cut(&mut self, heading: &str, kept: usize) -> io::Result<()> {
        let kept = u64::try_from(kept).unwrap_or(u64::MAX);
        self.file.rewind()?;
        self.file.write_all(heading.as_bytes())?;
        self.file.set_len(kept)?;
        self.file.seek(SeekFrom::Start(kept))?;
        self.file.sync_all()?;
        sync_folder(&self.path)
    }

    /// Adds lines, and sees to it that they outlive the program and the power.
    ///
    /// # Errors
    ///
    /// When they cannot be written.
    pub fn add(&mut self, lines: &[String]) -> Result<(), JournalError> {
        let checked = lines.iter().zip(self.lines..);
        let text: String = checked.map(|(line, n)| format!("{},{line}\n", self.checksum(n, line))).collect();
        let written = self.file.write_all(text.as_bytes()).and_then(|()| self.file.sync_data());
        self.lines += lines.len();
        written.map_err(|source| failed(&self.path, WriteStep::Write, source))
    }

    /// What a line says, if it is whole and as it was written.
    fn text<'l>(&self, n: usize, line: &'l [u8]) -> Option<&'l str> {
        let (checksum, text) = std::str::from_utf8(line.strip_suffix(b"\n")?).ok()?.split_once(',')?;
        (checksum == self.checksum(n, text)).then_some(text)
    }

    /// Of a line, where it stands and what it is of: 64 bits, which no slip of a hand or a disk keeps.
    fn checksum(&self, n: usize, line: &str) -> String {
        let mut hash = sha256(format!("{}\n{n}\n{line}\n", self.heading).as_bytes());
        hash.truncate(16);
        hash
    }

    /// Takes the file away, when what it was for is written.
    ///
    /// # Errors
    ///
    /// When it cannot be taken away.
    pub fn remove(self) -> Result<(), JournalError> {
        fs::remove_file(&self.path).map_err(|source| failed(&self.path, WriteStep::Remove, source))
    }
}

fn failed(path: &Path, step: WriteStep, source: io::Error) -> JournalError {
    JournalError::Write(WriteError { path: path.to_owned(), step, source })
}

/// The file, there from now on, and locked.
fn held(path: &Path) -> Result<File, JournalError> {
    let no_file = || JournalError::NoFile { path: path.to_owned() };
    let failed = |source| failed(path, WriteStep::Create, source);
    loop {
        // Links are not followed: what they lead to is no journal of ours.
        if fs::symlink_metadata(path).is_ok_and(|known| !known.is_file()) {
            return Err(no_file());
        }
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let file = opened.map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(no_file());
        }
        match lock(&file, path).map_err(failed)? {
            Claim::Held => return Ok(file),
            Claim::Busy => return Err(failed(io::ErrorKind::WouldBlock.into())),
            // Another run was done with it just now.
            Claim::Gone => {}
        }
    }
}

/// The next line, or as much of it as any line may have.
fn line(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    reader.take(JOURNAL_LINE_BYTES).read_until(b'\n', &mut line)?;
    Ok(line)
}

fn is_end(reader: &mut impl BufRead) -> bool {
    reader.fill_buf().is_ok_and(<[u8]>::is_empty)
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

    /// The journal of the numbers up to a last one, as it stands in the file.
    fn numbers(path: &Path, upto: usize) -> Vec<u8> {
        let _ = fs::remove_file(path);
        let (mut journal, done) = Journal::open(path.to_owned(), "numbers", number).expect("a journal");
        assert!(done.is_empty());
        journal.add(&(0..upto).map(|n| n.to_string()).collect::<Vec<_>>()).expect("added");
        fs::read(path).expect("the file")
    }

    #[test]
    fn goes_on_from_the_last_whole_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = Journal::beside(&folder.path().join("a.csv")).expect("a folder").expect("a plain file");
        let all = numbers(&path, 3);
        for cut in 0..=all.len() {
            fs::write(&path, &all[..cut]).expect("written");
            let whole = all[..cut].iter().filter(|byte| **byte == b'\n').count().saturating_sub(1);
            assert_eq!(opened(&path), (0..whole).collect::<Vec<_>>(), "{cut}");
            assert_eq!(fs::read(&path).expect("the file"), numbers(&path, whole));
        }
    }

    #[test]
    fn a_line_that_was_altered_moved_or_put_in_is_not_trusted() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv.part");
        let all = numbers(&path, 3);
        let text = String::from_utf8(all.clone()).expect("text");
        let lines: Vec<&str> = text.lines().collect();
        for at in "numbers\n".len()..all.len() {
            let mut altered = all.clone();
            altered[at] ^= 1;
            fs::write(&path, &altered).expect("written");
            let line = all[..at].iter().filter(|byte| **byte == b'\n').count() - 1;
            assert_eq!(opened(&path), (0..line).collect::<Vec<_>>(), "byte {at}");
        }
        let any = |_: usize, line: &str| Some(line.to_owned());
        for (order, kept) in [([0, 2, 1, 3], 0), ([0, 1, 1, 2], 1), ([0, 1, 3, 2], 1)] {
            let moved: String = order.iter().map(|line| format!("{}\n", lines[*line])).collect();
            fs::write(&path, moved).expect("written");
            assert_eq!(Journal::open(path.clone(), "numbers", any).expect("a journal").1.len(), kept, "{order:?}");
        }
        // The same lines under another heading are of another run.
        fs::write(&path, text.replace("numbers", "letters")).expect("written");
        assert!(Journal::open(path, "letters", any).expect("a journal").1.is_empty());
    }

    #[test]
    fn leaves_the_files_of_others_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv.part");
        for left in ["letters\n0\n", "numbers, but others\n", "x", "numbers 2", "num\n"] {
            fs::write(&path, left).expect("written");
            let error = Journal::open(path.clone(), "numbers", number).expect_err("another run");
            assert!(matches!(error, JournalError::Other { .. }) && error.told(Lang::En).help.is_some());
            assert_eq!(fs::read_to_string(&path).expect("the file"), left);
        }
    }

    #[test]
    fn one_run_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv.part");
        let (first, _) = Journal::open(path.clone(), "numbers", number).expect("a journal");
        let error = Journal::open(path.clone(), "numbers", number).expect_err("another run adds to it");
        assert!(error.to_string().contains("another run is writing") && error.told(Lang::En).help.is_some(), "{error}");
        first.remove().expect("removed");
        assert!(!path.exists());
        assert!(opened(&path).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_plain_file_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv.part");
        for leads_to in ["/dev/zero", "/dev/null", "none"] {
            std::os::unix::fs::symlink(leads_to, &path).expect("a link");
            let error = Journal::open(path.clone(), "numbers", number).expect_err("no plain file");
            assert!(matches!(error, JournalError::NoFile { .. }) && error.told(Lang::En).help.is_some(), "{error}");
            fs::remove_file(&path).expect("removed");
        }
    }
}
