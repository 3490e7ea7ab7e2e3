//! What became of the money?

use std::path::Path;

use fordela::follow_up::{FollowUp, FollowUpError, follow_up};
use fordela::payers::{PayersBy, fill_in};
use fordela::{Effort, Lang};
use fordela_file::{ReadCall, ReadOutcome, Style, read_decision, read_outcome};
use fordela_report::follow_up::FollowUpReport;
use fordela_report::render;

use crate::args;
use crate::failure::{Failure, Status};
use crate::findings::{few, note_lines};
use crate::settings::Settings;
use crate::touched::What;
use crate::{calls, output};

/// Puts what was reported beside what was decided.
pub(crate) fn run(asked: args::FollowUp, lang: Lang) -> Result<Status, Failure> {
    let args::FollowUp { asked, decision, outcome } = asked;
    let mut settings = Settings::of(asked, lang);
    settings.touched.reads(What::Decision, &decision);
    settings.touched.reads(What::Outcome, &outcome);
    let read = calls::read(&settings)?;
    let (found, payers, outcome) = followed_up(&read, &decision, &outcome, &settings)?;
    let (call, name) = (calls::told(&read, &settings), decision.display().to_string());
    let report = FollowUpReport::new(&call, &found, (&name, payers), &outcome, &read.sha256, settings.lang);
    let shown = excerpts(&report, &found, &outcome, &settings);
    output::write(&settings, &render::follow_up(&report, &shown, &settings.shape())?)?;
    Ok(Status::Answered)
}

/// What became of the money, how it is known who paid, and what was reported.
pub(crate) fn followed_up(
    read: &ReadCall,
    decision: &Path,
    outcome: &Path,
    settings: &Settings,
) -> Result<(FollowUp, PayersBy, ReadOutcome), Failure> {
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let decision = read_decision(decision, &read.call).map_err(unreadable)?;
    output::warn(settings, &note_lines(&decision.notes, settings.lang));
    let mut decided = decision.decided();
    let reported = read_outcome(outcome, &read.call.draft().currency).map_err(unreadable)?;
    output::warn(settings, &note_lines(&reported.notes(), settings.lang));
    let fill_in = |effort: &Effort<'_>| fill_in(&read.call, &mut decided, &reported.outcome, effort);
    let payers = calls::in_effort(settings, fill_in);
    match follow_up(&read.call, &decided, &reported.outcome) {
        Ok(found) => Ok((found, payers, reported)),
        Err(FollowUpError::Outcome(faults)) => Err(unreadable(reported.error(&faults))),
        // Ids were looked up when the decision was read.
        Err(FollowUpError::Decision(faults)) => Err(Failure::Fault(format!("{faults:?}"))),
    }
}

/// The findings that are shown, each in the text of what was reported and with what to do about it.
fn excerpts(report: &FollowUpReport, found: &FollowUp, outcome: &ReadOutcome, settings: &Settings) -> Vec<String> {
    let style = Style { lang: settings.lang, ..Style::from(settings.layout) };
    let all: Vec<_> = report.findings.iter().zip(&found.findings).collect();
    few(
        &all,
        settings.lang,
        |(told, _)| &told.code,
        |(told, finding)| {
            let help = told.suggestion.as_deref().unwrap_or_default();
            outcome.render(finding.at.as_ref(), &told.message, help, style)
        },
    )
}
