//! Where the bytes of files come from.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::fault::CsvFault;

/// Reads files: the disk, or what a test makes up.
pub trait Files {
    /// The bytes of a file, or the first `most` of them if it is larger.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;
}

/// The files of the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        if file.metadata()?.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let mut bytes = Vec::new();
        file.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// The path of a CSV file beside a call. A call cannot name files elsewhere, so that reading
/// a call from someone else shows none of one's own files.
pub(crate) fn beside(folder: &Path, written: &str) -> Result<PathBuf, CsvFault> {
    let path = written.to_owned();
    let elsewhere = written.starts_with(['/', '\\']) || written.chars().nth(1) == Some(':');
    if elsewhere || Path::new(written).is_absolute() {
        return Err(CsvFault::PathNotRelative { path });
    }
    let up = written.split(['/', '\\']).any(|part| part == "..");
    if up || Path::new(written).components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err(CsvFault::PathLeavesFolder { path });
    }
    Ok(folder.join(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_in_the_folder() {
        let beside = |written| beside(Path::new("calls"), written);
        assert_eq!(beside("a.csv"), Ok(PathBuf::from("calls/a.csv")));
        assert_eq!(beside("./data/a.csv"), Ok(PathBuf::from("calls/./data/a.csv")));
        for path in ["/etc/passwd", "C:\\a.csv", "\\\\server\\a.csv"] {
            assert_eq!(beside(path), Err(CsvFault::PathNotRelative { path: path.to_owned() }));
        }
        for path in ["../a.csv", "data/../../a.csv", "data\\..\\a.csv"] {
            assert_eq!(beside(path), Err(CsvFault::PathLeavesFolder { path: path.to_owned() }));
        }
    }
}
