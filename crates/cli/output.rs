//! Answers to standard output or a file; messages to standard error.

use std::io::{self, Write};

use fordela::characters::visible;
use fordela_file::write_atomically;

use crate::args::Format;
use crate::failure::{Failure, Status};
use crate::settings::{Output, Settings, Talk};

/// Writes a report, as it was told in its format, to where it was asked for.
pub(crate) fn write(settings: &Settings, told: &[u8]) -> Result<(), Failure> {
    if settings.format == Format::Pdf { write_as_is(settings, &pdf(told)?) } else { write_as_is(settings, told) }
}

/// The PDF that markup describes.
#[cfg(feature = "pdf")]
fn pdf(markup: &[u8]) -> Result<Vec<u8>, Failure> {
    use fordela_pdf::PdfError;
    fordela_pdf::pdf(&String::from_utf8_lossy(markup)).map_err(|error| match error {
        PdfError::Unshown(characters) => Failure::Unshown(characters),
        PdfError::Refused(_) => Failure::Fault(error.to_string()),
    })
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &[u8]) -> Result<Vec<u8>, Failure> {
    Err(Failure::NoPdf)
}

/// Writes the answer to where it was asked for.
pub(crate) fn write_as_is(settings: &Settings, answer: &[u8]) -> Result<(), Failure> {
    match &settings.output {
        Output::Stdout => stdout(answer).map(drop),
        Output::File(path) => write_atomically(path, answer).map_err(Failure::Write),
    }
}

/// Writes what is no answer to a call.
pub(crate) fn print(bytes: &[u8]) -> Result<Status, Failure> {
    stdout(bytes).map(|_| Status::Answered)
}

/// Writes to standard output, and says whether somebody reads on. That nobody does is no fault: they have seen enough.
pub(crate) fn stdout(bytes: &[u8]) -> Result<bool, Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::Output(error)),
    }
}

/// Says each line, unless nothing is to be said.
pub(crate) fn warn(settings: &Settings, lines: &[String]) {
    if settings.talk != Talk::Quiet && !lines.is_empty() {
        say(&visible(&lines.join("\n")));
    }
}

/// Says what was done, where that was asked for.
pub(crate) fn told(settings: &Settings, what: impl FnOnce() -> String) {
    if settings.talk == Talk::Verbose {
        say(&visible(&what()));
    }
}

/// Says something on standard error, also where little is to be said.
pub(crate) fn say(what: &str) {
    // When standard error cannot be written, nobody can be told.
    let _ = writeln!(io::stderr().lock(), "{what}");
}
