//! Why there is no answer, and the status the program ends with.

use std::fmt;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use fordela::characters::{short, visible};
use fordela::deviation::StatementFault;
use fordela::explain::UnknownSubject;
use fordela::lint::PersonalData;
use fordela::scenario::ScenarioError;
use fordela::sweep::GridError;
use fordela::{Lang, SolveError};
use fordela_io::{JournalError, LevelsError, ReadError, Style, WriteError};

use crate::settings::Input;
use crate::touched::{Form, What};

/// How a command ended that did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Answered,
    Impossible,
    /// What was to be the same is not.
    Differs,
}

impl Status {
    pub(crate) fn of(is_infeasible: bool) -> Self {
        if is_infeasible { Self::Impossible } else { Self::Answered }
    }

    pub(crate) fn of_same(is_same: bool) -> Self {
        if is_same { Self::Answered } else { Self::Differs }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Answered => Self::SUCCESS,
            Status::Impossible | Status::Differs => Self::from(1),
        }
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What was typed holds a character that is not seen.
    HiddenArgument {
        /// As it was typed.
        argument: String,
        /// The character.
        character: char,
    },
    /// What was typed seems to hold personal data, and would be written to a file.
    Personal {
        /// What holds it.
        what: &'static str,
        /// What it is.
        kind: PersonalData,
    },
    /// The files of the call are wrong.
    Read(Box<ReadError>, Style),
    /// The files of the call, or of the calls that are named in it, are wrong.
    ReadLevels(LevelsError, Style),
    /// What was asked about is not in the call.
    Unknown(UnknownSubject),
    /// The changes that were typed do not fit the call.
    Scenario(ScenarioError),
    /// The ranges that were typed make no grid.
    Grid(GridError),
    /// What an earlier run has left cannot be used.
    Journal(JournalError),
    /// What was asked is about the most value, and the call shares its money.
    NotByValue,
    /// The smallest budget that was asked for is above the largest.
    Backwards,
    /// What is to be compared is not there.
    NoSide {
        /// As it was typed.
        name: String,
        /// The names of the scenarios, where a file of them was given.
        scenarios: Option<Vec<String>>,
    },
    /// There is a file where one should be written.
    Exists(PathBuf),
    /// What is said of a decision cannot be logged.
    Statement(StatementFault),
    /// What is to be logged as a call does not end as one.
    NoCallFile(PathBuf),
    /// A file cannot be named from the folder of a log.
    NoPath {
        /// The file.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Something would be written over something else.
    Over {
        /// What is written.
        what: What,
        /// Where.
        path: PathBuf,
        /// What else is there.
        other: What,
        /// As it was named.
        at: Input,
    },
    /// A name ends as those of another kind of file do.
    Belied {
        /// What is written.
        what: What,
        /// Where.
        path: PathBuf,
        /// How.
        form: Form,
    },
    /// An entry was added to a log, and something went wrong after that.
    Added {
        /// The number of the entry.
        number: usize,
        /// The log.
        log: PathBuf,
        /// What went wrong.
        then: Box<Failure>,
    },
    /// A log has no such entry.
    NoEntry {
        /// The number that was asked for.
        number: usize,
        /// The last that it has.
        last: Option<usize>,
    },
    /// The call is impossible, and no decision says what was granted.
    NothingGranted,
    /// Some points of a sweep have no answer; all else was told.
    Unanswered {
        /// How many.
        unanswered: usize,
        /// Of how many.
        all: usize,
    },
    /// Standard input cannot be read.
    Stdin(io::Error),
    /// The answer cannot be written to its file.
    Write(WriteError),
    /// The answer cannot be written to standard output.
    Output(io::Error),
    /// The answer cannot be written as JSON.
    Json(serde_json::Error),
    /// The call could not be solved.
    Solve(SolveError),
    /// The program came upon what it holds to be impossible.
    Fault(String),
}

impl Failure {
    /// Says why there is no answer, and gives the status for it.
    pub(crate) fn tell(self, lang: Lang) -> ExitCode {
        // When standard error cannot be written, nobody can be told.
        let _ = writeln!(io::stderr().lock(), "{}", self.shown(lang));
        ExitCode::from(match self {
            Self::HiddenArgument { .. }
            | Self::Personal { .. }
            | Self::Read(..)
            | Self::ReadLevels(..)
            | Self::Unknown(_)
            | Self::Scenario(_)
            | Self::Grid(_)
            | Self::Journal(_)
            | Self::Backwards
            | Self::NotByValue
            | Self::NoSide { .. }
            | Self::Exists(_)
            | Self::NothingGranted
            | Self::Statement(_)
            | Self::NoCallFile(_)
            | Self::NoPath { .. }
            | Self::Over { .. }
            | Self::Belied { .. }
            | Self::NoEntry { .. }
            | Self::Stdin(_)
            | Self::Write(_) => 2,
            Self::Unanswered { .. } | Self::Added { .. } => 3,
            Self::Output(_) | Self::Json(_) | Self::Solve(_) | Self::Fault(_) => 3,
        })
    }

    /// The message, with nothing hidden in it.
    fn shown(&self, lang: Lang) -> String {
        match self {
            // These may be coloured, and hide nothing.
            Self::Read(error, style) => error.render(*style),
            Self::ReadLevels(error, style) => error.render(*style),
            _ => visible(&self.message(lang)).into_owned(),
        }
    }

    fn message(&self, lang: Lang) -> String {
        match self {
            Self::HiddenArgument { argument, character } => format!(
                "error: `{}` holds an invisible character, U+{:04X}\n  help: type it anew; rename a file that has it in \
                 its name",
                short(argument),
                u32::from(*character)
            ),
            Self::Personal { what, kind } => format!(
                "error: {what} seems to hold {kind}; personal data does not belong in a file that is kept\n  help: name what it is \
                 about, and no person"
            ),
            Self::Read(error, _) => error.to_string(),
            Self::ReadLevels(error, _) => error.to_string(),
            Self::Unknown(error) => told(error, error.help()),
            Self::Scenario(error) => misfitting(error),
            Self::Grid(error) => told(error, Some(error.help().to_owned())),
            Self::Journal(error) => told(error, error.help()),
            Self::Unanswered { unanswered, all } => unanswered_points(*unanswered, *all, lang),
            Self::Backwards => {
                "error: the smallest budget is above the largest\n  help: give --from and --to the other way \
                                round; without --to the largest budget is all that is asked for"
                    .to_owned()
            }
            Self::NotByValue => {
                "error: this is asked of calls that look for the most value, and this one shares its money\n  help: \
                 write `kind = \"priority\"` in a copy of the call; how shares move with the budget is told by \
                 `fordela sweep CALL --vary budget=…`"
                    .to_owned()
            }
            Self::NoSide { name, scenarios } => sideless(name, scenarios.as_deref()),
            Self::Exists(path) => format!(
                "error: there is a file `{}` already\n  help: write to another file, or give --overwrite to replace it",
                path.display()
            ),
            Self::NothingGranted => {
                "error: the call is impossible, so that nothing is suggested\n  help: say by --decision what was granted"
                    .to_owned()
            }
            Self::Statement(fault) => told(fault, Some(fault.help())),
            Self::NoCallFile(path) => format!(
                "error: `{}` does not end as a call does\n  help: give a file that ends in `.toml` or `.json`, so that it \
                 can be found again; not standard input",
                path.display()
            ),
            Self::NoPath { file, source } if source.kind() == io::ErrorKind::NotFound => format!(
                "error: there is no such folder as that of `{}`, or that of the log\n  help: make the folder first",
                file.display()
            ),
            Self::NoPath { file, source } => format!(
                "error: `{}` cannot be named from the folder of the log: {source}\n  help: keep the log on the same drive as \
                 the call and the decision, best beside them",
                file.display()
            ),
            Self::Over { what, path, other, at } => over(*what, path, *other, at),
            Self::Belied { what, path, form } => belied(*what, path, *form),
            Self::Added { number, log, then } => added(*number, log, then, lang),
            Self::NoEntry { number, last: Some(last) } => {
                format!("error: the log has no entry {number}\n  help: the last entry is {last}")
            }
            Self::NoEntry { number, last: None } => format!("error: the log has no entry {number}; it has none"),
            Self::Stdin(error) => format!("error: standard input cannot be read: {error}"),
            Self::Write(error) => told(error, error.help().map(str::to_owned)),
            Self::Output(error) => format!("error: standard output cannot be written: {error}"),
            Self::Json(error) => format!("error: the answer cannot be written as JSON: {error}"),
            Self::Solve(error) => unsolved(error, lang),
            Self::Fault(what) => faulty(what, lang),
        }
    }
}

fn told(what: &impl fmt::Display, help: Option<String>) -> String {
    match help {
        Some(help) => format!("error: {what}\n  help: {help}"),
        None => format!("error: {what}"),
    }
}

fn over(what: What, path: &Path, other: What, at: &Input) -> String {
    let (what, other, path) = (what.word(), other.word(), path.display());
    let same = match at {
        Input::Stdin => format!("`{path}` is what standard input is read from"),
        Input::File(at) if at.display().to_string() == path.to_string() => format!("both are `{path}`"),
        Input::File(at) => format!("`{path}` is the same file as `{}`", at.display()),
    };
    format!("error: {what} would be written over {other}: {same}\n  help: write to another file")
}

fn belied(what: What, path: &Path, form: Form) -> String {
    let (written, end) = form.words();
    let other = match what {
        What::Answer => ", or another --format where there is one",
        _ => "",
    };
    format!(
        "error: {} is written as {written}, and `{}` does not end so\n  help: give a name that ends in `.{end}`{other}",
        what.word(),
        path.display()
    )
}

fn added(number: usize, log: &Path, then: &Failure, lang: Lang) -> String {
    let (then, log) = (then.message(lang), log.display());
    match lang {
        Lang::Sv => format!("{then}\n  OBS: beslutet är loggat, som post {number} i `{log}`; logga det inte igen"),
        Lang::En => {
            format!("{then}\n  note: the decision is logged, as entry {number} of `{log}`; do not record it again")
        }
    }
}

fn unanswered_points(unanswered: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!(
            "fel: {unanswered} av {all} punkter fick inget svar i tid; de anges som `unanswered`\n  \
             tips: ge mer tid med --time-limit, eller låt färre aktiviteter beviljas helt eller inte alls"
        ),
        Lang::En => format!(
            "error: {unanswered} of {all} points got no answer within the effort or time; they are told as unanswered\n  \
             help: give more time with --time-limit, or make fewer activities a choice"
        ),
    }
}

/// Each thing that is wrong, and what to do. In English, as the faults of files are.
fn misfitting(error: &ScenarioError) -> String {
    let all: Vec<String> = match error {
        ScenarioError::Changes(faults) => faults.iter().map(|fault| told(&fault.cause, fault.cause.help())).collect(),
        ScenarioError::Faults(faults) => {
            let all = faults.list().iter().map(|fault| told(&format!("in the changed call, {fault}"), fault.help()));
            all.collect()
        }
    };
    all.join("\n")
}

fn sideless(name: &str, scenarios: Option<&[String]>) -> String {
    match scenarios {
        None => format!(
            "error: there is no file `{name}`\n  help: compare files, `suggestion` for the allocation of the call, and \
             scenarios of a file that is given by --scenarios"
        ),
        Some(names) => format!(
            "error: there is no scenario and no file `{name}`\n  help: the scenarios are `{}`; `suggestion` is the \
             allocation of the call",
            names.join("`, `")
        ),
    }
}

fn unsolved(error: &SolveError, lang: Lang) -> String {
    match (error, lang) {
        (SolveError::EffortSpent, Lang::Sv) => "fel: tiden tog slut innan någon fördelning hittades; \
             det betyder inte att utlysningen inte går att genomföra\n  \
             tips: ge mer tid med --time-limit, eller gör färre aktiviteter till val"
            .to_owned(),
        (SolveError::EffortSpent, Lang::En) => "error: the effort or time was spent before any allocation was found; \
             this does not mean that the call is impossible\n  \
             help: give more time with --time-limit, or make fewer activities a choice"
            .to_owned(),
        (SolveError::Unverified(_) | SolveError::NotRounded, _) => faulty(&error.to_string(), lang),
    }
}

fn faulty(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("fel i programmet, inte i utlysningen: {what}\n  tips: rapportera det gärna med filen"),
        Lang::En => format!("a fault of the program, not of the call: {what}\n  help: please report it with the file"),
    }
}

/// That nothing that is to be written to a file holds personal data.
pub(crate) fn of_nobody(what: &'static str, text: &str) -> Result<(), Failure> {
    match PersonalData::in_text(text).first() {
        Some(&kind) => Err(Failure::Personal { what, kind }),
        None => Ok(()),
    }
}

/// Does the work so that a fault of the program is told in plain words and has its own status.
pub(crate) fn guarded(work: impl FnOnce() -> Result<Status, Failure>) -> Result<Status, Failure> {
    // Solvers may panic and are caught where they are called: that is no news.
    panic::set_hook(Box::new(|_| {}));
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let what = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let what = what.or_else(|| panic.downcast_ref::<String>().cloned());
        Err(Failure::Fault(what.unwrap_or_else(|| "unknown".to_owned())))
    })
}
