//! The files beside those that are written, which will get their names.
//!
//! Those of this process are known, so that none is left behind where it is asked to end.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::claim::{Claim, lock};

/// Those that are there; while this is locked, none comes to be, gets its name or is taken away.
static KNOWN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn known() -> MutexGuard<'static, Vec<PathBuf>> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes one and locks it; `None` where somebody else got hold of it.
pub(super) fn make(path: &Path) -> io::Result<Option<File>> {
    let mut known = known();
    let file = OpenOptions::new().write(true).create_new(true).open(path)?;
    match lock(&file, path) {
        Ok(Claim::Held) => {
            known.push(path.to_owned());
            Ok(Some(file))
        }
        Ok(Claim::Busy | Claim::Gone) => Ok(None),
        Err(error) => {
            // Nobody can lock it here: it is of no use to anyone.
            let _ = fs::remove_file(path);
            Err(error)
        }
    }
}

/// Gives one its name.
pub(super) fn give_name(path: &Path, name: &Path) -> io::Result<()> {
    let mut known = known();
    fs::rename(path, name)?;
    known.retain(|one| one != path);
    Ok(())
}

/// Takes one away.
pub(super) fn take_away(path: &Path) {
    let mut known = known();
    // What is left behind is taken away by the next who writes the file.
    let _ = fs::remove_file(path);
    known.retain(|one| one != path);
}

/// Ends the process with nothing left beside the files that are being written: they hold what they held before. Until `end`
/// is done, no other is begun and none gets its name.
pub fn end_without_traces<T>(end: impl FnOnce() -> T) -> T {
    let mut known = known();
    for path in known.drain(..) {
        let _ = fs::remove_file(path);
    }
    end()
}
