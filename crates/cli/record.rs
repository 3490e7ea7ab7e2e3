//! Adds a decision to a log.

use std::path::{Path, PathBuf};

use fordela::Lang;
use fordela::audit::worth_at_most;
use fordela::compare::Side;
use fordela::deviation::{Deviations, Statement};
use fordela_file::log::{Added, Entry, FileThen, ReadLog, path_from, read_log};
use fordela_file::{
    Decision, Format, ReadCall, WriteError, WriteStep, Writing, leads_to, read_call_within, read_decision_with_hash,
};
use fordela_report::log::RecordReport;
use fordela_report::{VERSION, render};
use fordela_words::usage;

use crate::args;
use crate::compare::side_of;
use crate::failure::{Failure, Holder, Status, of_nobody};
use crate::findings::{Findings, note_lines};
use crate::settings::Settings;
use crate::suggestion::Suggestion;
use crate::touched::{Form, What};
use crate::{calls, output};

/// Records who decided what and why, and how it deviates from what is suggested.
pub(crate) fn run(asked: args::Record, lang: Lang) -> Result<Status, Failure> {
    let mut settings = Settings::by_default(What::Call, &asked.call, asked.telling, lang);
    settings.touched.reads(What::Decision, &asked.decision);
    settings.touched.writes(What::Log, &asked.log, Form::Any);
    let statement = Statement::new(&asked.role, &asked.reason, asked.date.as_deref(), &asked.reason_for)
        .map_err(Failure::Statement)?;
    settings.touched.apart()?;
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let folder = log_folder(&asked.log);
    let (call, decision) = (seen_from(&folder, &asked.call)?, seen_from(&folder, &asked.decision)?);
    [(Holder::CallPath, &call), (Holder::DecisionPath, &decision)]
        .into_iter()
        .try_for_each(|(what, path)| of_nobody(what, path))?;
    if Format::of_call(Path::new(&call)).is_none() {
        return Err(Failure::NoCallFile(asked.call));
    }
    let read = read_call_within(&folder, Path::new(&call)).map_err(unreadable)?;
    settings.touched.clone().with_named(&read, Path::new(&call), &folder).apart()?;
    // Told before anything is solved; the log is read again when it is written.
    opened(&asked.log, &settings)?;
    let (decided, sha256) = read_decision_with_hash(&asked.decision, &read.call).map_err(unreadable)?;
    output::warn(&settings, &Findings::of(&read, settings.lang).lines());
    output::warn(&settings, &note_lines(&decided.notes, settings.lang));
    let suggestion = Suggestion::of(&read, &settings)?;
    let call = FileThen { path: call, sha256: read.sha256.clone() };
    let decision = FileThen { path: decision, sha256 };
    let entry = entry(statement, &read, call, (&decided, decision), &suggestion, &settings)?;
    let (number, told) = add(&asked.log, &read, &entry, &settings)?;
    output::write(&settings, &told).map_err(|then| added(number, &asked.log, then))?;
    Ok(Status::of(suggestion.report.is_infeasible()))
}

/// Adds an entry to the log as it is by now, and gives its number and what was added.
fn add(path: &Path, read: &ReadCall, entry: &Entry, settings: &Settings) -> Result<(usize, Vec<u8>), Failure> {
    let log = Writing::begin(path).map_err(Failure::Write)?;
    log.has_one_name().map_err(Failure::Write)?;
    let name = path.display().to_string();
    let with_entry = opened(log.target(), settings)?.with(entry, &name);
    let with_entry: Added = with_entry.map_err(|error| Failure::Read(Box::new(error), settings.messages.into()))?;
    let told = render::recorded(
        &RecordReport::new(&calls::told(read, settings), &name, entry, &with_entry),
        &settings.shape(),
    )?;
    match log.finish(&with_entry.bytes) {
        Ok(()) => Ok((with_entry.number, told)),
        Err(error @ WriteError { step: WriteStep::Keep, .. }) => {
            Err(added(with_entry.number, path, Failure::Write(error)))
        }
        Err(error) => Err(Failure::Write(error)),
    }
}

/// What went wrong after an entry was added.
fn added(number: usize, log: &Path, then: Failure) -> Failure {
    Failure::Added { number, log: log.to_owned(), then: Box::new(then) }
}

fn entry(
    statement: Statement,
    read: &ReadCall,
    call: FileThen,
    (decided, decision): (&Decision, FileThen),
    suggestion: &Suggestion,
    settings: &Settings,
) -> Result<Entry, Failure> {
    let by = decided.to;
    let suggested = Side::answered(&read.call, &suggestion.answer);
    let decided_side = side_of(decided, &read.call)?;
    let mut deviations = Deviations::new(&suggested, &decided_side, by);
    if let Some(found) = deviations.as_mut().filter(|found| found.cost.value.new.is_none()) {
        found.cost.at_most = calls::solve_many(settings, |solve, _| worth_at_most(&decided_side, solve))?;
    }
    statement.fits(&read.call, by, deviations.as_ref()).map_err(Failure::Statement)?;
    Ok(Entry {
        statement,
        call,
        decision,
        by,
        deviations,
        fordela: VERSION.to_owned(),
        status: suggestion.report.status().to_owned(),
        suggestion_sha256: suggestion.sha256.clone(),
        suggested: suggestion.report.suggested(),
    })
}

/// The log as far as it is written, or a new one. One whose entries do not hold together is not written on.
fn opened(path: &Path, settings: &Settings) -> Result<ReadLog, Failure> {
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    if path.try_exists().is_ok_and(|exists| !exists) {
        return Ok(ReadLog::begin(&usage::log_head(settings.lang).map(str::to_owned)));
    }
    read_log(path).and_then(ReadLog::sound).map_err(unreadable)
}

/// The folder of a log: that of the file, where its name is a link to it.
pub(crate) fn log_folder(log: &Path) -> PathBuf {
    let is_link = log.symlink_metadata().is_ok_and(|known| known.is_symlink());
    let file = if is_link { leads_to(log).ok().flatten() } else { None };
    file.as_deref().unwrap_or(log).parent().map(Path::to_owned).unwrap_or_default()
}

/// The path of a file from the folder of the log.
fn seen_from(folder: &Path, file: &Path) -> Result<String, Failure> {
    path_from(folder, file).map_err(|source| Failure::NoPath { file: file.to_owned(), source })
}
