//! Where a path leads that is to be written.

use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

/// What is written under a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A plain file, with all links followed; it need not be there yet.
    File(PathBuf),
    /// What is written to as it is: a pipe, a terminal, `/dev/stdout`, `/dev/null`.
    Stream(PathBuf),
}

/// As many links are followed as systems do.
const LINKS: usize = 40;

impl Destination {
    /// Follows links, also one to a file that is not there yet, as whoever opens it does.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        let mut path = path.to_owned();
        for _ in 0..LINKS {
            if is_descriptor(&path) {
                return Ok(Self::Stream(path));
            }
            match fs::symlink_metadata(&path) {
                Ok(known) if known.is_symlink() => {
                    let leads_to = fs::read_link(&path)?;
                    path = path.parent().unwrap_or(Path::new("")).join(leads_to);
                }
                Ok(known) => return Self::known(&path, known.file_type()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return whole(&path).map(Self::File),
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other("too many symbolic links lead on from it"))
    }

    fn known(path: &Path, kind: FileType) -> io::Result<Self> {
        if kind.is_dir() {
            Err(io::ErrorKind::IsADirectory.into())
        } else if kind.is_file() {
            whole(path).map(Self::File)
        } else if is_stream(kind) {
            Ok(Self::Stream(path.to_owned()))
        } else {
            Err(io::ErrorKind::InvalidInput.into())
        }
    }
}

/// The file that a path leads to when it is written, with all links followed. `None` for what is no plain file, such as
/// a pipe or `/dev/stdout`.
///
/// # Errors
///
/// When it leads to a folder, or its folder does not exist.
pub fn leads_to(path: &Path) -> io::Result<Option<PathBuf>> {
    match Destination::of(path)? {
        Destination::File(path) => Ok(Some(path)),
        Destination::Stream(_) => Ok(None),
    }
}

/// What stands for an open file and cannot be replaced. Where it leads to a plain file, that is not the file to write: the
/// shell may have opened it to add to it.
fn is_descriptor(path: &Path) -> bool {
    cfg!(unix) && (path.starts_with("/dev/fd") || path.starts_with("/proc"))
}

#[cfg(unix)]
fn is_stream(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_char_device() || kind.is_fifo()
}

#[cfg(not(unix))]
fn is_stream(_: FileType) -> bool {
    true
}

/// The path of a file whose folder is there, with the links to the folder followed.
fn whole(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::IsADirectory)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(folder.canonicalize()?.join(name))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_followed_also_to_what_is_not_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a folder");
        fs::create_dir(root.join("real")).expect("a folder");
        symlink("real", root.join("folder")).expect("a link");
        symlink("folder/new.csv", root.join("link")).expect("a link");
        symlink("link", root.join("link-to-link")).expect("a link");
        symlink("round", root.join("round")).expect("a link");
        let file = Destination::File(root.join("real/new.csv"));
        for name in ["real/new.csv", "folder/new.csv", "link", "link-to-link", "real/../link"] {
            assert_eq!(Destination::of(&root.join(name)).expect("a destination"), file, "{name}");
        }
        assert!(Destination::of(&root.join("round")).is_err());
        for (name, kind) in [("real", io::ErrorKind::IsADirectory), ("none/new.csv", io::ErrorKind::NotFound)] {
            assert_eq!(Destination::of(&root.join(name)).expect_err("no file").kind(), kind);
        }
    }

    #[test]
    fn streams_are_no_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("link");
        symlink("/dev/null", &link).expect("a link");
        for path in [Path::new("/dev/null"), &link, Path::new("/dev/stdout"), Path::new("/dev/fd/1")] {
            assert_eq!(leads_to(path).expect("a stream"), None, "{}", path.display());
        }
    }
}
