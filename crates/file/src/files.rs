//! Where the bytes of files come from.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use fordela::Lang;
use fordela::words::fault as words;

use crate::fault::{CsvFault, FileFault, Format, LevelFault, Unfit};

/// Reads files: the disk, or what a test makes up.
pub trait Files {
    /// The bytes of a file, or the first `most` of them if it is larger.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;

    /// As [`read`](Self::read), for a file that others name: it must lie in the folder when all links are followed.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or lies elsewhere: see [`Unfit::Outside`].
    fn read_within(&self, _folder: &Path, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.read(path, most)
    }

    /// The one path that a file has, however it was written; the path itself where that is not known.
    fn one_path(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }
}

/// What an [`io::Error`] of this crate carries where what is there is not read, though it could be.
#[derive(Debug)]
struct Refused(Unfit);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::unfit(self.0, Lang::En))
    }
}

impl std::error::Error for Refused {}

/// The error that what is there is not read, though it could be.
#[must_use]
pub fn refused(unfit: Unfit) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, Refused(unfit))
}

/// Why what is there is not read, if an error says that it could be.
#[must_use]
pub fn unfit(error: &io::Error) -> Option<Unfit> {
    error.get_ref()?.downcast_ref::<Refused>().map(|refused| refused.0)
}

/// That a file cannot be read.
pub(crate) fn unread(path: &Path, error: &io::Error) -> FileFault {
    FileFault { path: path.to_owned(), kind: error.kind(), unfit: unfit(error) }
}

/// Opens a regular file for reading, following links.
///
/// # Errors
///
/// When it cannot be opened, is a folder, or is neither: see [`Unfit::NotRegular`].
pub fn open_regular(path: &Path) -> io::Result<File> {
    // Looked at before it is opened too, since opening a pipe waits for somebody to write to it.
    regular(&fs::metadata(path)?)?;
    let file = File::open(path)?;
    regular(&file.metadata()?)?;
    Ok(file)
}

fn regular(known: &fs::Metadata) -> io::Result<()> {
    match known {
        known if known.is_file() => Ok(()),
        known if known.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        _ => Err(refused(Unfit::NotRegular)),
    }
}

/// The bytes of a regular file, or the first `most` of them if it is larger.
///
/// # Errors
///
/// As for [`open_regular`], and when it cannot be read.
pub fn read_regular(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_regular(path)?.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The files of the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        read_regular(path, most)
    }

    fn read_within(&self, folder: &Path, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let one = path.canonicalize()?;
        if one.starts_with(folder.canonicalize()?) { read_regular(&one, most) } else { Err(refused(Unfit::Outside)) }
    }

    fn one_path(&self, path: &Path) -> PathBuf {
        path.canonicalize().unwrap_or_else(|_| path.to_owned())
    }
}

/// The files of the disk, seen from a folder.
pub(crate) struct Within<'f>(pub(crate) &'f Path);

impl Files for Within<'_> {
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        Disk.read(&self.0.join(path), most)
    }

    fn read_within(&self, folder: &Path, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        Disk.read_within(&self.0.join(folder), &self.0.join(path), most)
    }
}

/// Where a call stands, seen from the folder of the call that the others hang from: the names of the folders on the way
/// to it and of the file itself, with at most one step up, which comes first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Standing(Vec<String>);

impl Standing {
    /// The call that the others hang from.
    pub(crate) fn root(path: &Path) -> Self {
        Self(path.file_name().map(|name| name.to_string_lossy().into_owned()).into_iter().collect())
    }

    /// The path, for a call that hangs from one in this folder.
    pub(crate) fn path(&self, folder: &Path) -> PathBuf {
        let step = |path: PathBuf, part: &String| match path.parent() {
            Some(up) if part == ".." && path.file_name().is_some() => up.to_owned(),
            _ => path.join(part),
        };
        self.0.iter().fold(folder.to_owned(), step)
    }

    /// Where a call stands that is named in this one. A call can name calls in its own folder, in folders under it and
    /// in those beside it; from the first call of all nothing further away can be reached, whatever is in between. Only
    /// what ends as a call does is opened: a fault shows a line of the file, so that reading calls from someone else
    /// shows none of one's own files.
    pub(crate) fn named(&self, written: &str) -> Result<Self, LevelFault> {
        let path = || written.to_owned();
        let elsewhere = written.starts_with('/') || written.chars().nth(1) == Some(':');
        if elsewhere || written.contains('\\') || Path::new(written).is_absolute() {
            return Err(LevelFault::PathNotRelative { path: path() });
        }
        if Format::of_call(Path::new(written)).is_none() {
            return Err(LevelFault::NoCallFile { path: path() });
        }
        let folder = self.0.split_last().map_or(&[][..], |(_, folder)| folder);
        let mut parts = folder.to_vec();
        for part in written.split('/') {
            match (part, parts.last().map(String::as_str)) {
                ("" | ".", _) => {}
                ("..", None) => parts.push("..".to_owned()),
                ("..", Some("..")) => return Err(LevelFault::PathTooFar { path: path() }),
                ("..", Some(_)) => drop(parts.pop()),
                (name, _) => parts.push(name.to_owned()),
            }
        }
        Ok(Self(parts))
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

    #[cfg(unix)]
    #[test]
    fn reads_regular_files_within_the_folder_only() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let inside = at("calls");
        fs::create_dir(&inside).expect("a folder");
        fs::write(at("secret"), "12345").expect("written");
        fs::write(inside.join("a.csv"), "12345").expect("written");
        let link = |to: &Path, name: &str| symlink(to, inside.join(name)).expect("a link");
        link(Path::new("a.csv"), "same.csv");
        link(&at("secret"), "out.csv");
        link(Path::new("/dev/zero"), "zero.csv");
        link(&at(""), "up");
        let read = |name: &str| Disk.read_within(&inside, &inside.join(name), 4);
        assert_eq!(read("a.csv").expect("the file"), b"1234");
        assert_eq!(read("same.csv").expect("the file"), b"1234");
        for name in ["out.csv", "zero.csv", "up/secret"] {
            assert_eq!(unfit(&read(name).expect_err("elsewhere")), Some(Unfit::Outside), "{name}");
        }
        assert_eq!(read("none.csv").expect_err("nothing").kind(), io::ErrorKind::NotFound);
        for path in [Path::new("/dev/zero"), &inside.join("zero.csv")] {
            assert_eq!(unfit(&read_regular(path, 4).expect_err("a device")), Some(Unfit::NotRegular));
        }
        assert_eq!(read_regular(&inside, 4).expect_err("a folder").kind(), io::ErrorKind::IsADirectory);
    }

    #[test]
    fn calls_stand_in_folders_under_or_beside() {
        let root = Standing::root(Path::new("calls/city/call.toml"));
        let path = |standing: &Standing| standing.path(Path::new("calls/city"));
        assert_eq!(path(&root), PathBuf::from("calls/city/call.toml"));
        let named = |from: &Standing, written: &str| from.named(written).expect("a path");
        assert_eq!(path(&named(&root, "board.toml")), PathBuf::from("calls/city/board.toml"));
        assert_eq!(path(&named(&root, "./a/../b/c.json")), PathBuf::from("calls/city/b/c.json"));
        let board = named(&root, "../board/call.toml");
        assert_eq!(path(&board), PathBuf::from("calls/board/call.toml"));
        assert_eq!(path(&named(&board, "../unit/call.toml")), PathBuf::from("calls/unit/call.toml"));
        assert_eq!(board.path(Path::new("")), PathBuf::from("../board/call.toml"));
        assert_eq!(board.path(Path::new("..")), PathBuf::from("../../board/call.toml"));
        for written in ["/etc/call.toml", "C:/call.toml", "\\\\server\\call.toml", "..\\call.toml"] {
            assert_eq!(root.named(written), Err(LevelFault::PathNotRelative { path: written.to_owned() }));
        }
        for written in ["../../call.toml", "a/../../../call.toml", "../x/../../call.toml"] {
            assert_eq!(root.named(written), Err(LevelFault::PathTooFar { path: written.to_owned() }));
        }
        assert_eq!(board.named("../../call.toml"), Err(LevelFault::PathTooFar { path: "../../call.toml".to_owned() }));
        for written in ["", "..", "call", "passwd.txt", "toml"] {
            assert_eq!(root.named(written), Err(LevelFault::NoCallFile { path: written.to_owned() }));
        }
    }

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
