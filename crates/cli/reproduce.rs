//! Goes through the entries of a log again.

use std::path::Path;

use fordela::Lang;
use fordela_file::log::{FileThen, ReadLog, Recorded, file_sha256, read_log};
use fordela_file::read_call_within;
use fordela_report::log::{Lost, Now, ReproduceReport, ReproducedEntry};
use fordela_report::render;

use crate::args::{self, Format};
use crate::failure::{Failure, Status};
use crate::output;
use crate::record::log_folder;
use crate::settings::Settings;
use crate::suggestion::Suggestion;
use crate::touched::{Form, What};

/// Tells whether every entry of a log, or one of them, can still be reproduced.
pub(crate) fn run(asked: args::Reproduce, lang: Lang) -> Result<Status, Failure> {
    let mut settings = Settings::by_default(What::Log, &asked.log, asked.telling, lang);
    let log = read_log(&asked.log).map_err(|error| Failure::Read(Box::new(error), settings.messages.into()))?;
    let folder = log_folder(&asked.log);
    for entry in log.entries() {
        settings.touched.reads(What::Call, &folder.join(&entry.call.path));
        settings.touched.reads(What::Decision, &folder.join(&entry.decision.path));
    }
    if asked.entry.is_some() {
        settings.touched.answers_in(Form::Only(Format::Json));
        // What differs is said as it was asked for.
        settings.touched.prints_beside(settings.format);
    }
    settings.touched.apart()?;
    let name = asked.log.display().to_string();
    match asked.entry {
        None => {
            let again = log.entries().map(|entry| again(&log, entry, &folder, &settings));
            let entries = again.map(|again| again.map(|again| again.found)).collect::<Result<_, _>>()?;
            let report = ReproduceReport::new(&name, &log, entries);
            output::write(&settings, &render::reproduced(&report, &settings.shape())?)?;
            Ok(Status::of_same(report.same))
        }
        Some(number) => {
            let entry = log.entries().find(|entry| entry.number == number);
            let again = again(&log, entry.ok_or_else(|| no_entry(number, &log))?, &folder, &settings)?;
            one(&ReproduceReport::new(&name, &log, vec![again.found]), again.json, &settings)
        }
    }
}

/// Writes what was suggested, if it is the same, and otherwise says what differs.
fn one(report: &ReproduceReport, json: Option<String>, settings: &Settings) -> Result<Status, Failure> {
    let told = render::reproduced(report, &settings.shape())?;
    let told = String::from_utf8_lossy(&told);
    match json.filter(|_| report.same) {
        Some(json) => {
            output::told(settings, || told.trim_end().to_owned());
            output::write_as_is(settings, json.as_bytes())?;
        }
        None => output::say(told.trim_end()),
    }
    Ok(Status::of_same(report.same))
}

fn no_entry(number: usize, log: &ReadLog) -> Failure {
    Failure::NoEntry { number, last: log.entries().last().map(|entry| entry.number) }
}

/// An entry that was gone through again.
struct Again {
    found: ReproducedEntry,
    /// What is suggested now.
    json: Option<String>,
}

fn again(log: &ReadLog, entry: &Recorded, folder: &Path, settings: &Settings) -> Result<Again, Failure> {
    let decision =
        file_sha256(&folder.join(&entry.decision.path)).map_err(|error| lost(&entry.decision, folder, &error));
    let (now, json) = match read_call_within(folder, Path::new(&entry.call.path)) {
        Ok(read) => {
            let suggestion = Suggestion::of(&read, settings)?;
            let now = now(&read.sha256, &suggestion);
            (Ok(now), Some(suggestion.json))
        }
        Err(error) => (Err(lost(&entry.call, folder, &error)), None),
    };
    Ok(Again { found: ReproducedEntry::new(log, entry, now.as_ref().map_err(Clone::clone), decision), json })
}

fn now(call_sha256: &str, suggestion: &Suggestion) -> Now {
    Now {
        call_sha256: call_sha256.to_owned(),
        status: suggestion.report.status().to_owned(),
        suggested: suggestion.report.suggested(),
        sha256: suggestion.sha256.clone(),
    }
}

/// Why a file of an entry cannot be read.
fn lost(file: &FileThen, folder: &Path, error: &impl ToString) -> Lost {
    match folder.join(&file.path).try_exists() {
        Ok(false) => Lost::Missing,
        _ => Lost::Unreadable(error.to_string()),
    }
}
