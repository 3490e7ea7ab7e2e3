//! Adds a decision to a log.

use std::path::Path;

use fordela::Lang;
use fordela::audit::worth_at_most;
use fordela::compare::Side;
use fordela::deviation::{Deviations, Statement};
use fordela_io::log::{Entry, FileThen, Lock, ReadLog, path_from, read_log};
use fordela_io::report::VERSION;
use fordela_io::report::log::RecordReport;
use fordela_io::{Decision, Format, ReadCall, read_call_within, read_decision_with_hash, write_atomically};

use crate::args;
use crate::compare::side_of;
use crate::failure::{Failure, Status, of_nobody};
use crate::findings::{Findings, personal_lines};
use crate::settings::Settings;
use crate::suggestion::Suggestion;
use crate::{calls, output, render};

/// Records who decided what and why, and how it deviates from what is suggested.
pub(crate) fn run(asked: args::Record) -> Result<Status, Failure> {
    let settings = Settings::by_default(&asked.call, asked.telling);
    let statement = Statement::new(&asked.role, &asked.reason, asked.date.as_deref(), &asked.reason_for)
        .map_err(Failure::Statement)?;
    output::is_not(&settings, &asked.log)?;
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let folder = asked.log.parent().unwrap_or(Path::new(""));
    let (call, decision) = (seen_from(folder, &asked.call)?, seen_from(folder, &asked.decision)?);
    [("the path of the call", &call), ("the path of the decision", &decision)]
        .into_iter()
        .try_for_each(|(what, path)| of_nobody(what, path))?;
    if Format::of_path(Path::new(&call)).is_none() {
        return Err(Failure::NoCallFile(asked.call));
    }
    // Told before anything is solved; the log is read again when it is written.
    opened(&asked.log, &settings)?;
    let read = read_call_within(folder, Path::new(&call)).map_err(unreadable)?;
    let (decided, sha256) = read_decision_with_hash(&asked.decision, &read.call).map_err(unreadable)?;
    output::warn(&settings, &Findings::of(&read, settings.lang).lines());
    output::warn(&settings, &personal_lines(&decided.personal, settings.lang));
    let suggestion = Suggestion::of(&read, &settings)?;
    let call = FileThen { path: call, sha256: read.sha256.clone() };
    let decision = FileThen { path: decision, sha256 };
    let entry = entry(statement, &read, call, (&decided, decision), &suggestion, &settings)?;
    let told = add(&asked.log, &read, &entry, &settings)?;
    output::write(&settings, &told)?;
    Ok(Status::of(suggestion.report.is_infeasible()))
}

/// Adds an entry to the log as it is by now, and says what was added.
fn add(path: &Path, read: &ReadCall, entry: &Entry, settings: &Settings) -> Result<String, Failure> {
    let _lock = Lock::take(path).map_err(Failure::Locked)?;
    let name = path.display().to_string();
    let added = opened(path, settings)?.with(entry, &name);
    let added = added.map_err(|error| Failure::Read(Box::new(error), settings.messages.into()))?;
    let told = render::recorded(&RecordReport::new(&read.call, &name, entry, &added), settings)?;
    write_atomically(path, &added.bytes).map_err(Failure::Write)?;
    Ok(told)
}

fn entry(
    statement: Statement,
    read: &ReadCall,
    call: FileThen,
    (decided, decision): (&Decision, FileThen),
    suggestion: &Suggestion,
    settings: &Settings,
) -> Result<Entry, Failure> {
    let by = decided.to.party();
    let suggested = Side::answered(&read.call, &suggestion.answer);
    let decided_side = side_of(decided, &read.call)?;
    let mut deviations = Deviations::new(&suggested, &decided_side, by);
    if let Some(found) = deviations.as_mut().filter(|found| found.cost.value.new.is_none()) {
        found.cost.at_most = calls::solve_many(settings, |solve| worth_at_most(&decided_side, solve))?;
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
        suggestion_sha256: suggestion.sha256(),
        suggested: suggestion.report.suggested(),
    })
}

/// The log as far as it is written, or a new one. One whose entries do not hold together is not written on.
fn opened(path: &Path, settings: &Settings) -> Result<ReadLog, Failure> {
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    if path.try_exists().is_ok_and(|exists| !exists) {
        return Ok(ReadLog::begin(&head(settings.lang)));
    }
    read_log(path).and_then(ReadLog::sound).map_err(unreadable)
}

/// What people have to know who open a log.
fn head(lang: Lang) -> Vec<String> {
    let lines = match lang {
        Lang::Sv => [
            "Logg över beslut. `fordela record` lägger till poster sist; det som står här ändras aldrig.",
            "`seal` är SHA-256 för posten, och `previous` den föregående postens `seal`.",
            "`fordela reproduce` prövar loggen och räknar fram förslagen på nytt.",
        ],
        Lang::En => [
            "A log of decisions. `fordela record` adds entries at the end; nothing here is ever changed.",
            "`seal` is the SHA-256 of the entry, and `previous` the `seal` of the entry before it.",
            "`fordela reproduce` tries the log and finds the suggestions anew.",
        ],
    };
    lines.map(str::to_owned).to_vec()
}

/// The path of a file from the folder of the log.
fn seen_from(folder: &Path, file: &Path) -> Result<String, Failure> {
    path_from(folder, file).map_err(|source| Failure::NoPath { file: file.to_owned(), source })
}
