//! Files written whole or not at all, and by one at a time.

mod beside;
pub(crate) mod claim;
mod destination;
mod error;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub use beside::end_without_traces;
pub use destination::leads_to;
pub use error::{WriteError, WriteStep};

use crate::digest::sha256;
use destination::Destination;

/// Writes a file so that it holds either what it held before or all of `bytes`, whatever happens.
/// What is no plain file, such as `/dev/stdout`, is written to directly.
///
/// # Errors
///
/// When the file cannot be written.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |step| move |source| WriteError { path: path.to_owned(), step, source };
    match Destination::of(path).map_err(failed(WriteStep::Create))? {
        Destination::File(_) => Writing::begin(path)?.finish(bytes),
        Destination::Stream(stream) => {
            let opened = OpenOptions::new().append(true).open(stream).map_err(failed(WriteStep::Create))?;
            (&opened).write_all(bytes).map_err(failed(WriteStep::Write))
        }
    }
}

/// A file that is being written: a file beside it that will get its name. While this lives nobody else writes it, by
/// whatever path or symbolic link.
#[derive(Debug)]
pub struct Writing {
    path: PathBuf,
    target: PathBuf,
    /// The file beside it; locked until it is closed.
    file: File,
    beside: PathBuf,
    has_its_name: bool,
}

impl Writing {
    /// Begins to write a file, and waits a few seconds for others who write it. What an earlier run left beside it that
    /// was ended is taken away.
    ///
    /// # Errors
    ///
    /// When others go on writing it, when it is no plain file and when no file beside it can be made.
    pub fn begin(path: &Path) -> Result<Self, WriteError> {
        let failed = |source| WriteError { path: path.to_owned(), step: WriteStep::Create, source };
        let Destination::File(target) = Destination::of(path).map_err(failed)? else {
            return Err(failed(io::ErrorKind::InvalidInput.into()));
        };
        may_write(&target).map_err(failed)?;
        let beside = path_beside(&target);
        let file = claim::new_file(&beside).map_err(failed)?;
        Ok(Self { path: path.to_owned(), target, file, beside, has_its_name: false })
    }

    /// The file that is written, with all links followed.
    #[must_use]
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// That the file has no other name. Under that it would stay what it was, and be written on apart from this one.
    ///
    /// # Errors
    ///
    /// When it has.
    pub fn has_one_name(&self) -> Result<(), WriteError> {
        #[cfg(unix)]
        if fs::metadata(&self.target).is_ok_and(|known| std::os::unix::fs::MetadataExt::nlink(&known) > 1) {
            return Err(self.failed(WriteStep::Create, io::ErrorKind::TooManyLinks.into()));
        }
        Ok(())
    }

    /// Lets the file hold these bytes, on the disk.
    ///
    /// # Errors
    ///
    /// When it cannot be written: it holds what it held before, but for [`WriteStep::Keep`].
    pub fn finish(mut self, bytes: &[u8]) -> Result<(), WriteError> {
        let written = self.as_before().and_then(|()| self.file.write_all(bytes)).and_then(|()| self.file.sync_all());
        written.map_err(|source| self.failed(WriteStep::Write, source))?;
        beside::give_name(&self.beside, &self.target).map_err(|source| self.failed(WriteStep::Rename, source))?;
        self.has_its_name = true;
        sync_folder(&self.target).map_err(|source| self.failed(WriteStep::Keep, source))
    }

    /// Gives the new file the owner and the rights of the one that it replaces.
    fn as_before(&self) -> io::Result<()> {
        let Ok(known) = fs::metadata(&self.target) else { return Ok(()) };
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, fchown};
            let new = self.file.metadata()?;
            if (new.uid(), new.gid()) != (known.uid(), known.gid()) {
                // Who may not give files away writes one of their own.
                let _ = fchown(&self.file, Some(known.uid()), Some(known.gid()));
            }
        }
        self.file.set_permissions(known.permissions())
    }

    fn failed(&self, step: WriteStep, source: io::Error) -> WriteError {
        WriteError { path: self.path.clone(), step, source }
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.has_its_name {
            beside::take_away(&self.beside);
        }
    }
}

/// That a file which is there may be written: to replace it, only its folder would have to be.
fn may_write(target: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).open(target) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The file beside: the same for all who write the file, however long its name is.
fn path_beside(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default();
    let hash = sha256(name.as_encoded_bytes());
    target.with_file_name(format!(".fordela-{}.tmp", hash.get(..16).unwrap_or_default()))
}

/// Sees to it that the name of a file outlives a power failure. Not all systems have a way to.
pub(crate) fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if !no_way(&error) => {
                return Err(error);
            }
            _ => {}
        }
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// That folders cannot be synced here: on this kind of disk, or as this one may not be read.
#[cfg(unix)]
fn no_way(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported)
}

#[cfg(test)]
mod tests;
