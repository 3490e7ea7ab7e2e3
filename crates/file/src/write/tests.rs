use fordela::Lang;

use super::*;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
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

#[test]
fn what_a_run_left_that_was_ended_is_taken_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("svar.json");
    fs::write(&path, "before").expect("written");
    let writing = Writing::begin(&path).expect("begun");
    assert_eq!(names(folder.path()).len(), 2);
    // As a process does that is ended: the lock goes, and nothing else.
    let left = writing.beside.clone();
    drop(writing);
    fs::write(&left, "half").expect("written");
    write_atomically(&path, b"after").expect("replaced");
    assert_eq!((names(folder.path()), fs::read(&path).expect("the file")), (vec!["svar.json".into()], b"after".into()));
}

#[cfg(unix)]
#[test]
fn keeps_links_and_rights() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let (path, link, early) = (folder.path().join("a"), folder.path().join("b"), folder.path().join("c"));
    fs::write(&path, b"1").expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("rights");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    write_atomically(&link, b"2").expect("written");
    assert_eq!(fs::read(&path).expect("the file"), b"2");
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert_eq!(fs::metadata(&path).expect("the file").permissions().mode() & 0o777, 0o640);
    // A link to a file that is not there yet.
    std::os::unix::fs::symlink("new", &early).expect("a link");
    write_atomically(&early, b"3").expect("written");
    assert_eq!(fs::read(folder.path().join("new")).expect("the file"), b"3");
    assert_eq!(names(folder.path()), ["a", "b", "c", "new"]);
}

#[cfg(unix)]
#[test]
fn one_file_by_two_links_is_written_by_one_at_a_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, link) = (folder.path().join("a"), folder.path().join("b"));
    std::os::unix::fs::symlink("a", &link).expect("a link");
    let first = Writing::begin(&path).expect("begun");
    let Destination::File(target) = Destination::of(&link).expect("a destination") else { panic!("a file") };
    assert_eq!(path_beside(&target), first.beside);
    first.finish(b"1").expect("written");
    fs::hard_link(&path, folder.path().join("c")).expect("a hard link");
    let error = Writing::begin(&link).expect("begun").has_one_name().expect_err("two names");
    assert!(error.to_string().contains("hard links") && error.told(Lang::En).help.is_some());
    assert_eq!(names(folder.path()), ["a", "b", "c"]);
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
