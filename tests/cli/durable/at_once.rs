//! Several runs write one file at once.

use std::fs;
use std::process::{Child, Output};

use fordela_file::log::{ReadLog, read_log};

use super::{ALLOCATE, Office, RECORD, SWEEP, Undisturbed, Work, fordela, status, text};

fn all_of(children: Vec<Child>) -> Vec<Output> {
    children.into_iter().map(|child| child.wait_with_output().expect("it ends")).collect()
}

impl Office {
    fn recorded_in(&self, log: &str) -> Child {
        let mut command = self.command(Work { args: &RECORD.args[..RECORD.args.len() - 1], ..RECORD });
        command.arg(log).spawn().expect("the program starts")
    }
}

/// What is acknowledged is in the log, by whatever name it was written.
#[cfg(unix)]
#[test]
fn a_log_with_two_names_loses_no_entry() {
    let office = Office::new();
    fs::create_dir(office.path().join("arkiv")).expect("a folder");
    std::os::unix::fs::symlink("beslut.log", office.path().join("annat.log")).expect("a link");
    std::os::unix::fs::symlink("../beslut.log", office.path().join("arkiv/beslut.log")).expect("a link");
    let mut acknowledged = 0;
    for _ in 0..8 {
        let names = ["beslut.log", "annat.log", "arkiv/beslut.log", "./beslut.log"];
        for output in all_of(names.map(|name| office.recorded_in(name)).into()) {
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            acknowledged += 1;
        }
    }
    let log = read_log(&office.path().join("beslut.log")).and_then(ReadLog::sound).expect("a sound log");
    assert_eq!(log.entries().count(), acknowledged);
    for name in ["beslut.log", "annat.log", "arkiv/beslut.log"] {
        let output = fordela(&["reproduce", name]).current_dir(office.path()).output().expect("the program runs");
        assert_eq!(status(&output), 0, "{}", text(&output.stdout));
    }
    assert!(office.names().iter().all(|name| !name.starts_with('.')), "{:?}", office.names());
}

#[cfg(unix)]
#[test]
fn a_log_with_hard_links_is_refused() {
    let office = Office::new();
    assert_eq!(status(&office.run(RECORD)), 0);
    let before = office.read("beslut.log");
    fs::hard_link(office.path().join("beslut.log"), office.path().join("annat.log")).expect("a link");
    let output = office.run(RECORD);
    let said = text(&output.stderr);
    assert!(status(&output) == 2 && said.contains("hårda länkar") && said.contains("tips: "), "{said}");
    assert_eq!((office.read("beslut.log"), office.read("annat.log")), (before.clone(), before));
}

#[cfg(unix)]
#[test]
fn a_log_is_a_plain_file() {
    let office = Office::new();
    let output = office.recorded_in("/dev/null").wait_with_output().expect("it ends");
    assert!(status(&output) == 2 && text(&output.stderr).contains("/dev/null"), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
}

#[test]
fn the_second_of_two_sweeps_is_refused_and_the_first_goes_on() {
    let office = Office::new();
    let all = Undisturbed::of(SWEEP);
    let outputs = all_of((0..3).map(|_| office.command(SWEEP).spawn().expect("the program starts")).collect());
    for output in &outputs {
        let said = text(&output.stderr);
        assert!(matches!(status(output), 0 | 2), "{said}");
        assert!(status(output) == 0 || said.contains("en annan körning skriver") && said.contains("tips: "), "{said}");
    }
    assert!(outputs.iter().any(|output| status(output) == 0));
    assert_eq!((office.read(SWEEP.file), office.names()), (all.after, all.names));
}

#[test]
fn of_several_answers_to_one_file_one_is_whole() {
    let office = Office::new();
    let all = Undisturbed::of(ALLOCATE);
    for output in all_of((0..4).map(|_| office.command(ALLOCATE).spawn().expect("the program starts")).collect()) {
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    }
    assert_eq!((office.read(ALLOCATE.file), office.names()), (all.after, all.names));
}
