//! Files written whole or not at all.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What was being done when a file could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteStep {
    /// Making a file beside it.
    Create,
    /// Writing to that file.
    Write,
    /// Giving that file its name.
    Rename,
}

/// A file could not be written. What it held before is untouched.
#[derive(Debug)]
pub struct WriteError {
    /// The file.
    pub path: PathBuf,
    /// What was being done.
    pub step: WriteStep,
    /// Why it failed.
    pub source: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.source.kind() {
            io::ErrorKind::NotFound => write!(f, "the folder of `{path}` does not exist"),
            io::ErrorKind::PermissionDenied => write!(f, "you may not write the file `{path}`"),
            io::ErrorKind::StorageFull => write!(f, "there is no room on the disk for `{path}`"),
            io::ErrorKind::IsADirectory => write!(f, "`{path}` is a folder, not a file"),
            _ => write!(f, "the file `{path}` cannot be written: {}", self.source),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Writes a file so that it holds either what it held before or all of `bytes`, whatever happens.
/// What is no plain file, such as `/dev/stdout`, is written to directly.
///
/// # Errors
///
/// When the file cannot be written; nothing is left beside it then.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |step| move |source| WriteError { path: path.to_owned(), step, source };
    // A link is followed, so that it still is one afterwards.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let known = fs::metadata(&target).ok();
    match &known {
        Some(known) if known.is_dir() => {
            return Err(failed(WriteStep::Create)(io::ErrorKind::IsADirectory.into()));
        }
        Some(known) if !known.is_file() => {
            return fs::write(&target, bytes).map_err(failed(WriteStep::Write));
        }
        _ => {}
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = builder().tempfile_in(folder).map_err(failed(WriteStep::Create))?;
    let written = file.write_all(bytes).and_then(|()| match known {
        Some(known) => file.as_file().set_permissions(known.permissions()),
        None => Ok(()),
    });
    written.and_then(|()| file.as_file().sync_all()).map_err(failed(WriteStep::Write))?;
    file.persist(&target).map(drop).map_err(|error| failed(WriteStep::Rename)(error.error))
}

/// A new file has the rights that any new file has, not those of a secret.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".fordela-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn writes_and_replaces() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("svar.json");
        write_atomically(&path, b"ett").expect("written");
        write_atomically(&path, b"tva").expect("replaced");
        assert_eq!(fs::read(&path).expect("the file"), b"tva");
        assert_eq!(names(folder.path()), ["svar.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn keeps_links_and_rights() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&path, b"1").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("rights");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        write_atomically(&link, b"2").expect("written");
        assert_eq!(fs::read(&path).expect("the file"), b"2");
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
        assert_eq!(fs::metadata(&path).expect("the file").permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn leaves_nothing_when_it_fails() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = write_atomically(&folder.path().join("none/a"), b"1").expect_err("no folder");
        assert_eq!(error.step, WriteStep::Create);
        let error = write_atomically(folder.path(), b"1").expect_err("a folder");
        assert!(error.to_string().ends_with("is a folder, not a file"));
        assert!(names(folder.path()).is_empty());
    }
}
