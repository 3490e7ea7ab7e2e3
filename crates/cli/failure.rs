//! Why there is no answer, and the status the program ends with.

mod words;

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;

use fordela::characters::visible;
use fordela::deviation::StatementFault;
use fordela::explain::UnknownSubject;
use fordela::lint::PersonalData;
use fordela::scenario::ScenarioError;
use fordela::sweep::{GridError, VaryError};
use fordela::{Lang, MoneyError, SolveError};
use fordela_file::fault::TemplateFault;
use fordela_file::{ConvertError, JournalError, LevelsError, ReadError, Style, WriteError};
use fordela_report::render::Unwritten;
pub(crate) use fordela_words::usage::failure::Holder;

use crate::args::Format;
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
    /// The environment asks for a language that is none.
    LanguageVariable(String),
    /// What was typed holds a character that is not seen.
    HiddenArgument {
        /// As it was typed.
        argument: String,
        /// The character.
        character: char,
    },
    /// There is no table to begin with, and nobody to ask.
    NothingToBegin,
    /// A template was given for what is no Word document.
    TemplateOfOther(PathBuf),
    /// A file is no template.
    Template { path: PathBuf, fault: TemplateFault },
    /// A template cannot be read.
    NoTemplate { path: PathBuf, source: io::Error },
    /// A document would be made of a call in which there seems to be personal data, at these places.
    NotForPrint(Vec<(String, PersonalData)>),
    /// What was typed seems to hold personal data, and would be written to a file.
    Personal {
        /// What holds it.
        what: Holder,
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
    /// What was typed is no range.
    Vary(VaryError),
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
    /// There is a file where one should be written, and it is never replaced.
    Kept(PathBuf),
    /// A table lies where the call that names it may not look.
    Elsewhere {
        /// The table.
        table: PathBuf,
        /// The file of the call.
        path: PathBuf,
    },
    /// What was typed as a budget is no amount.
    Budget {
        /// As it was typed.
        text: String,
        /// Why.
        cause: MoneyError,
    },
    /// What is said of a decision cannot be logged.
    Statement(StatementFault),
    /// What is to be logged as a call does not end as one.
    NoCallFile(PathBuf),
    /// What is to be written as a call does not end as one.
    NoCallEnd(PathBuf),
    /// A call cannot be written as it was asked for.
    Convert(ConvertError),
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
    /// A name ends as no file does that answers are written to.
    UnknownEnd {
        /// Where it should be written.
        path: PathBuf,
        /// How it ends.
        end: String,
    },
    /// What is no text would be printed.
    NoText {
        /// As it was asked for.
        format: Format,
        /// Whether it could be written to a file instead.
        has_file: bool,
    },
    /// A PDF was asked for, and the program was built without it.
    NoPdf,
    /// The answer has characters that cannot be shown in a PDF.
    #[cfg(feature = "pdf")]
    Unshown(Vec<char>),
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
    /// The answer cannot be written in its format.
    Unwritten(Unwritten),
    /// To read the call took all the time that was given, and nothing was found in what is allowed beyond it.
    TimeToRead,
    /// The call could not be solved.
    Solve(SolveError),
    /// The program came upon what it holds to be impossible.
    Fault(String),
}

impl From<Unwritten> for Failure {
    fn from(error: Unwritten) -> Self {
        Self::Unwritten(error)
    }
}

impl Failure {
    /// Says why there is no answer, and gives the status for it.
    pub(crate) fn tell(self, lang: Lang) -> ExitCode {
        // When standard error cannot be written, nobody can be told.
        let _ = writeln!(io::stderr().lock(), "{}", self.shown(lang));
        ExitCode::from(match self {
            Self::LanguageVariable(_)
            | Self::HiddenArgument { .. }
            | Self::NothingToBegin
            | Self::TemplateOfOther(_)
            | Self::Template { .. }
            | Self::NoTemplate { .. }
            | Self::NotForPrint(_)
            | Self::Personal { .. }
            | Self::Read(..)
            | Self::ReadLevels(..)
            | Self::Unknown(_)
            | Self::Scenario(_)
            | Self::Vary(_)
            | Self::Grid(_)
            | Self::Journal(_)
            | Self::Backwards
            | Self::NotByValue
            | Self::NoSide { .. }
            | Self::Exists(_)
            | Self::Kept(_)
            | Self::Elsewhere { .. }
            | Self::Budget { .. }
            | Self::NothingGranted
            | Self::Statement(_)
            | Self::NoCallFile(_)
            | Self::NoCallEnd(_)
            | Self::Convert(_)
            | Self::NoPath { .. }
            | Self::Over { .. }
            | Self::UnknownEnd { .. }
            | Self::NoText { .. }
            | Self::NoPdf
            | Self::Belied { .. }
            | Self::NoEntry { .. }
            | Self::Stdin(_)
            | Self::Write(_) => 2,
            #[cfg(feature = "pdf")]
            Self::Unshown(_) => 2,
            Self::Unanswered { .. } | Self::Added { .. } => 3,
            Self::Output(_) | Self::Unwritten(_) | Self::TimeToRead | Self::Solve(_) | Self::Fault(_) => 3,
        })
    }

    /// The message, with nothing hidden in it.
    fn shown(&self, lang: Lang) -> String {
        match self {
            // These may be coloured, and hide nothing.
            Self::Read(error, style) => error.render(Style { lang, ..*style }),
            Self::ReadLevels(error, style) => error.render(Style { lang, ..*style }),
            _ => visible(&words::of(self, lang)).into_owned(),
        }
    }
}

/// That nothing that is to be written to a file holds personal data.
pub(crate) fn of_nobody(what: Holder, text: &str) -> Result<(), Failure> {
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
