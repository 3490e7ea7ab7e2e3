//! Whatever ends a run or goes wrong in it, files hold what they held before or all that is new, and the next run goes
//! well and leaves nothing behind.

mod at_once;
mod full;
mod killed;
mod nth_call;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::{fordela, status, text};

const CALL: &str = include_str!("../calls/possible.toml");

const DECIDED: &str = "activity,granted\ndans,400000\nteater,0\nlager,250000\nturneringen,0\nscenen,100000\n";

const OUTCOME: &str = "activity,spent\nteater,100000\n";

/// A command that writes a file.
#[derive(Debug, Clone, Copy)]
struct Work {
    args: &'static [&'static str],
    /// What is written.
    file: &'static str,
}

const ALLOCATE: Work =
    Work { args: &["allocate", "call.toml", "--format", "json", "-o", "svar.json"], file: "svar.json" };

const NEXT: Work = Work {
    args: &["next", "call.toml", "--outcome", "utfall.csv", "-o", "nasta.toml", "--overwrite"],
    file: "nasta.toml",
};

const RECORD: Work = Work {
    args: &[
        "record",
        "call.toml",
        "--decision",
        "beslut.csv",
        "--role",
        "nämnden",
        "--reason",
        "Så blev det.",
        "--log",
        "beslut.log",
    ],
    file: "beslut.log",
};

const SWEEP: Work = Work {
    args: &["sweep", "call.toml", "--vary", "budget=1M..1064k:1k", "-o", "rader.csv", "--plot", "bild.svg", "-q"],
    file: "rader.csv",
};

const WORKS: [Work; 4] = [ALLOCATE, NEXT, RECORD, SWEEP];

/// A folder in which a command is run, with what was written before.
struct Office(tempfile::TempDir);

impl Office {
    fn new() -> Self {
        Self::within(&std::env::temp_dir())
    }

    fn within(folder: &Path) -> Self {
        let office = Self(tempfile::tempdir_in(folder).expect("a folder"));
        for (name, text) in [("call.toml", CALL), ("beslut.csv", DECIDED), ("utfall.csv", OUTCOME)] {
            office.write(name, text.as_bytes());
        }
        for name in ["svar.json", "nasta.toml"] {
            office.write(name, b"what was there before");
        }
        office
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path().join(name), bytes).expect("written");
    }

    /// What a file holds; nothing where there is none.
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.path().join(name)).ok()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).expect("the folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn command(&self, work: Work) -> Command {
        let mut command = fordela(work.args);
        command.current_dir(self.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, work: Work) -> Output {
        self.command(work).output().expect("the program runs")
    }
}

/// What the file of a command holds before and after it, where nothing goes wrong, and which files there are then.
struct Undisturbed {
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
    names: Vec<String>,
}

impl Undisturbed {
    fn of(work: Work) -> Self {
        let office = Office::new();
        let before = office.read(work.file);
        let output = office.run(work);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        Self { before, after: office.read(work.file), names: office.names() }
    }

    /// Whether all is written by now; it is, or nothing is.
    fn is_written(&self, office: &Office, work: Work, when: &str) -> bool {
        let now = office.read(work.file);
        let written = now == self.after;
        assert!(written || now == self.before, "{} holds something else {when}", work.file);
        written
    }

    /// That a run goes well now, where there is something left to do, and nothing is left behind.
    fn goes_on(&self, office: &Office, work: Work, when: &str) {
        let is_done = work.file == RECORD.file && self.is_written(office, work, when);
        if !is_done {
            let output = office.run(work);
            assert_eq!(status(&output), 0, "{when}: {}", text(&output.stderr));
            assert_eq!(office.read(work.file), self.after, "{} {when}", work.file);
        }
        assert_eq!(office.names(), self.names, "{when}");
    }
}
