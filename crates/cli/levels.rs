//! Who gets what, where applicants split their sums by calls of their own?

use std::collections::BTreeMap;

use fordela::levels::decide;
use fordela::{Call, Lang, Money, Party};
use fordela_file::{Decision, read_decision};
use fordela_report::levels::LevelsReport;
use fordela_report::render;

use crate::args::Allocate;
use crate::failure::{Failure, Status};
use crate::findings::{Findings, note_lines};
use crate::settings::Settings;
use crate::touched::What;
use crate::{calls, output};

/// Decides a call and the calls that are named in it.
pub(crate) fn run(asked: Allocate, lang: Lang) -> Result<Status, Failure> {
    let Allocate { asked, decision, .. } = asked;
    let mut settings = Settings::of(asked, lang);
    decision.iter().for_each(|path| settings.touched.reads(What::Decision, path));
    let read = calls::read_levels(&settings)?;
    let call = &read.read.call;
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let file = decision.as_ref().map(|path| read_decision(path, call)).transpose().map_err(unreadable)?;
    if let Some(decision) = &file {
        output::warn(&settings, &note_lines(&decision.notes, settings.lang));
    }
    let sums = file.map(|decision| sums(call, &decision));
    let findings: Vec<Findings<'_>> =
        read.all().into_iter().map(|one| Findings::of(&one.read, settings.lang)).collect();
    output::warn(&settings, &findings.iter().flat_map(Findings::lines).collect::<Vec<_>>());
    // The calls of one tree fit together, or they would not have been read.
    let levels = read.levels().map_err(|misfit| Failure::Fault(misfit.to_string()))?;
    let level = calls::solve_many(&settings, |solve, _| decide(&levels, sums.as_deref(), solve))?;
    let findings = findings.iter().map(Findings::reports).collect();
    let file = decision.map(|path| path.display().to_string());
    let report = LevelsReport::new(&read, &level, findings, file, settings.backend.name());
    output::write(&settings, &render::levels(&report, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}

/// The sum of each applicant of the call, in its order.
fn sums(call: &Call, decision: &Decision) -> Vec<Money> {
    let draft = call.draft();
    let mut sums: BTreeMap<&str, Money> = BTreeMap::new();
    let applicant_of: BTreeMap<&str, &str> =
        draft.activities.iter().map(|activity| (activity.id.as_str(), activity.applicant.as_str())).collect();
    for (id, amount) in &decision.grants {
        let applicant = match decision.to {
            Party::Applicant => Some(id.as_str()),
            Party::Activity => applicant_of.get(id.as_str()).copied(),
        };
        if let Some(sum) = applicant.map(|applicant| sums.entry(applicant).or_default()) {
            *sum = *sum + *amount;
        }
    }
    draft.applicants.iter().map(|one| sums.get(one.id.as_str()).copied().unwrap_or_default()).collect()
}
