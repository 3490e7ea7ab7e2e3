//! That a file is written by one at a time.
//!
//! The lock is the system's, on an open file: it ends with the process that holds it, however that ends. As files are
//! renamed and taken away under their paths, who has locked a file looks whether the path still leads to it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use same_file::Handle;

use super::beside;

/// How often it is tried to lock what others have locked, and how long is waited in between: five seconds in all.
const TRIES: usize = 250;
const PAUSE: Duration = Duration::from_millis(20);

/// What came of locking a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claim {
    /// It is locked, and nobody else can lock it until it is closed.
    Held,
    /// Somebody else has locked it.
    Busy,
    /// The path leads to another file by now, or to none.
    Gone,
}

/// Locks an open file, if the path still leads to it.
pub(crate) fn lock(file: &File, path: &Path) -> io::Result<Claim> {
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(Claim::Busy),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let leads_to = match Handle::from_path(path) {
        Ok(leads_to) => leads_to,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Claim::Gone),
        Err(error) => return Err(error),
    };
    let same = Handle::from_file(file.try_clone()?)? == leads_to;
    Ok(if same { Claim::Held } else { Claim::Gone })
}

/// Makes a new file and locks it. One that is there is taken away if nobody holds it, and waited for otherwise.
pub(crate) fn new_file(path: &Path) -> io::Result<File> {
    for _ in 0..TRIES {
        match beside::make(path) {
            Ok(Some(file)) => return Ok(file),
            Ok(None) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if clear(path)? {
                    continue;
                }
            }
            Err(error) => return Err(error),
        }
        thread::sleep(PAUSE);
    }
    Err(io::ErrorKind::WouldBlock.into())
}

/// Takes away what a run left that was ended, and says whether the path is free by now.
fn clear(path: &Path) -> io::Result<bool> {
    let gone = |error: io::Error| if error.kind() == io::ErrorKind::NotFound { Ok(true) } else { Err(error) };
    match fs::symlink_metadata(path) {
        Ok(known) if !known.is_file() => return Err(io::ErrorKind::AlreadyExists.into()),
        Ok(_) => {}
        Err(error) => return gone(error),
    }
    // That of somebody else may be read and taken away, though not written.
    let file = match OpenOptions::new().write(true).open(path).or_else(|_| File::open(path)) {
        Ok(file) => file,
        Err(error) => return gone(error),
    };
    match lock(&file, path)? {
        Claim::Held => fs::remove_file(path).map(|()| true),
        Claim::Gone => Ok(true),
        Claim::Busy => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_and_what_is_left_is_taken_away() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        fs::write(&path, "left by a run that was ended").expect("written");
        let first = new_file(&path).expect("nobody writes");
        assert_eq!(first.metadata().expect("known").len(), 0);
        let second = File::open(&path).expect("a file");
        assert_eq!(lock(&second, &path).expect("a claim"), Claim::Busy);
        assert!(!clear(&path).expect("a claim"));
        drop(first);
        assert!(clear(&path).expect("free"));
        assert_eq!(lock(&second, &path).expect("a claim"), Claim::Gone);
    }

    #[test]
    fn many_at_once_come_one_after_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        let counted = folder.path().join("counted");
        fs::write(&counted, "").expect("written");
        let add = || {
            for _ in 0..25 {
                let file = new_file(&path).expect("a file");
                let text = fs::read_to_string(&counted).expect("text");
                fs::write(&counted, text + "x").expect("written");
                fs::remove_file(&path).expect("removed");
                drop(file);
            }
        };
        thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(add))));
        assert_eq!(fs::read_to_string(&counted).expect("text").len(), 100);
    }
}
