//! The calls of the examples are read without fault.

use std::fs;
use std::path::{Path, PathBuf};

use fordela_file::read_call;

fn calls(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            calls(&path, found);
        } else if path.file_name().is_some_and(|name| name == "call.toml" || name == "call.json") {
            found.push(path);
        }
    }
}

#[test]
fn the_example_calls_are_valid() {
    let mut found = Vec::new();
    calls(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/calls"), &mut found);
    assert!(!found.is_empty());
    for path in found {
        let read = read_call(&path).unwrap_or_else(|error| panic!("{error}"));
        assert!(!read.call.draft().activities.is_empty(), "{}", path.display());
    }
}
