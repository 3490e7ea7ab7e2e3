//! Paths as they are seen from another folder.

use std::io;
use std::path::{Component, Path, PathBuf};

/// The path of a file as it is seen from a folder, with `/`. Links on the way to the file are followed, one that the
/// file itself is is not.
///
/// # Errors
///
/// When one of the folders cannot be found, when the file is on another drive, and when a name is no plain text.
pub fn path_from(folder: &Path, file: &Path) -> io::Result<String> {
    let folder = whole(folder)?;
    let name = file.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let file = whole(file.parent().unwrap_or(Path::new("")))?.join(name);
    let parted = |path: &Path| path.components().map(|part| part.as_os_str().to_owned()).collect::<Vec<_>>();
    let (from, to) = (parted(&folder), parted(&file));
    let same = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let on_other_drive = same == 0 || matches!(file.components().nth(same), Some(Component::RootDir));
    if on_other_drive {
        return Err(io::ErrorKind::CrossesDevices.into());
    }
    let up = from.iter().skip(same).map(|_| Some(".."));
    let down = to.iter().skip(same).map(|part| part.to_str());
    let parts: Option<Vec<&str>> = up.chain(down).collect();
    parts.map(|parts| parts.join("/")).ok_or(io::ErrorKind::InvalidFilename.into())
}

/// The folder with all links followed; the working directory for an empty path.
fn whole(folder: &Path) -> io::Result<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    folder.canonicalize()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn goes_up_and_down() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("a/b")).expect("folders");
        let path = |from: &str, to: &str| path_from(&folder.path().join(from), &folder.path().join(to));
        for (from, to, seen) in [
            ("", "call.toml", "call.toml"),
            ("a", "call.toml", "../call.toml"),
            ("", "a/b/call.toml", "a/b/call.toml"),
            ("a/b", "a/../a/call.toml", "../call.toml"),
            ("a/b", "call.toml", "../../call.toml"),
        ] {
            assert_eq!(path(from, to).expect("a path"), seen, "{to} from {from}");
        }
        assert_eq!(path("none", "call.toml").expect_err("no folder").kind(), io::ErrorKind::NotFound);
        assert_eq!(path("", "none/call.toml").expect_err("no folder").kind(), io::ErrorKind::NotFound);
        assert!(path_from(folder.path(), Path::new("..")).is_err());
    }
}
