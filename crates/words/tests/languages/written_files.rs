//! That files cannot be written, and that what an earlier run has left of them cannot be used.

use std::io::{Error, ErrorKind};
use std::path::Path;

use fordela_words::Problem;
use fordela_words::fault::write;

use super::look;

/// What is wrong and what to do, as one text.
fn shown(problem: Problem) -> String {
    [Some(problem.what), problem.help].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

#[test]
fn files_that_are_not_written_are_told_in_both_languages() {
    let path = Path::new("qv/”qvast” \"qvarn\".csv");
    for kind in [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::StorageFull,
        ErrorKind::IsADirectory,
        ErrorKind::WouldBlock,
        ErrorKind::TooManyLinks,
        ErrorKind::InvalidInput,
        ErrorKind::AlreadyExists,
        ErrorKind::Unsupported,
        ErrorKind::Other,
    ] {
        let source = Error::new(kind, "qv");
        look(kind, |_, words| shown(write::not_written(path, &source, words.lang)));
        look(kind, |_, words| shown(write::not_kept(path, &source, words.lang)));
        look(kind, |_, words| shown(write::not_removed(path, &source, words.lang)));
    }
}

#[test]
fn what_a_run_has_left_is_told_in_both_languages() {
    let path = Path::new("qv.csv.part");
    look("another run", |_, words| shown(write::of_another_run(path, words.lang)));
    look("no plain file", |_, words| shown(write::no_plain_file(path, words.lang)));
    look("not read", |_, words| shown(write::not_read(path, &Error::other("qv"), words.lang)));
}
