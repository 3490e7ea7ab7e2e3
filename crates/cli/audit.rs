//! How fair is it?

use fordela::audit::audit;
use fordela::compare::Side;
use fordela::{Answer, Lang, Verified};
use fordela_file::read_decision;
use fordela_report::audit::AuditReport;
use fordela_report::{SideReport, render};

use crate::args::Audit;
use crate::compare::{SUGGESTION, side_of};
use crate::failure::{Failure, Status};
use crate::findings::{Findings, note_lines};
use crate::settings::Settings;
use crate::touched::What;
use crate::{calls, output, settings_audit};

/// Audits the allocation of a call, or what people decided.
pub(crate) fn run(asked: Audit, lang: Lang) -> Result<Status, Failure> {
    let Audit { asked, decision, most, axioms, tries, manipulation } = asked;
    let mut settings = Settings::of(asked, lang);
    decision.iter().for_each(|path| settings.touched.reads(What::Decision, path));
    let read = calls::read(&settings)?;
    let call = &calls::told(&read, &settings);
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let file = decision.map(|path| Ok((path.display().to_string(), read_decision(&path, call)?)));
    let file = file.transpose().map_err(unreadable)?;
    let findings = Findings::of(&read, settings.lang);
    output::warn(&settings, &findings.lines());
    if let Some((_, decision)) = &file {
        output::warn(&settings, &note_lines(&decision.notes, settings.lang));
    }
    let answer = calls::solve(call, &settings)?;
    let (audited, side, best) = match &file {
        Some((name, decision)) => (SideReport::file(name, decision.to), side_of(decision, call)?, allocated(&answer)),
        None => (SideReport::suggestion(SUGGESTION, call, &answer), Side::answered(call, &answer), None),
    };
    let found = calls::solve_many(&settings, |solve, effort| audit(&side, best, usize::from(most), effort, solve))?;
    let provenance = calls::provenance(&read, &settings);
    let mut report = AuditReport::new(call, &answer, audited, found.as_ref(), findings.reports(), provenance);
    // Settings that cannot be kept have nothing to be tried on.
    if allocated(&answer).is_some() {
        report.axioms = axioms.then(|| settings_audit::axioms(call, usize::from(tries), &settings));
        report.manipulation = if manipulation { settings_audit::manipulation(call, &settings) } else { None };
    }
    output::write(&settings, &render::audit(&report, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}

fn allocated(answer: &Answer) -> Option<&Verified> {
    match answer {
        Answer::Allocated(verified) => Some(verified),
        Answer::Impossible(_) => None,
    }
}
