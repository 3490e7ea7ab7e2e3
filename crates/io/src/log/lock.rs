//! That nobody else writes a log.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// While this lives, nobody else who asks for it writes the log: two who add entries at once would lose one of them.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
}

/// A log cannot be written now.
#[derive(Debug)]
pub struct Locked {
    /// The file that says so, or that could not be made.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl Lock {
    /// Makes the file `LOG.lock`, which nobody else can make while it is there.
    ///
    /// # Errors
    ///
    /// When it is there, and when it cannot be made.
    pub fn take(log: &Path) -> Result<Self, Locked> {
        let mut name = log.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(_) => Ok(Self { path }),
            Err(source) => Err(Locked { path, source }),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What is left behind is told to the next who writes, with what to do.
        let _ = fs::remove_file(&self.path);
    }
}

impl Locked {
    /// What to do about it, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let is_there = self.source.kind() == io::ErrorKind::AlreadyExists;
        is_there.then(|| format!("try again; if nobody is writing the log, remove `{}`", self.path.display()))
    }
}

impl fmt::Display for Locked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.source.kind() {
            io::ErrorKind::AlreadyExists => f.write_str("somebody else is writing the log"),
            _ => write!(f, "the file `{}` cannot be made: {}", self.path.display(), self.source),
        }
    }
}

impl std::error::Error for Locked {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("beslut.log");
        let first = Lock::take(&log).expect("nobody writes");
        let second = Lock::take(&log).expect_err("the first writes");
        assert!(second.help().is_some_and(|help| help.contains("beslut.log.lock")));
        drop(first);
        drop(Lock::take(&log).expect("nobody writes any more"));
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
    }
}
