//! How do two allocations or decisions differ?

use std::path::Path;

use fordela::compare::{Side, Unmatched};
use fordela::{Answer, Call, Lang, Party, Scenario};
use fordela_file::{Decision, ReadScenarios, read_decision, read_scenarios};
use fordela_report::{CompareReport, SideReport, render};

use crate::args::Compare;
use crate::failure::{Failure, Status};
use crate::findings::{Findings, note_lines};
use crate::settings::Settings;
use crate::touched::What;
use crate::{calls, output};

/// The word for the call's own allocation.
pub(crate) const SUGGESTION: &str = "suggestion";

/// Compares two allocations or decisions under a call.
pub(crate) fn run(asked: Compare, lang: Lang) -> Result<Status, Failure> {
    let Compare { asked, a, b, scenarios } = asked;
    let mut settings = Settings::of(asked, lang);
    scenarios.iter().for_each(|path| settings.touched.reads(What::Scenarios, path));
    let read = calls::read(&settings)?;
    let call = &calls::told(&read, &settings);
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let file = scenarios.map(|path| read_scenarios(&path)).transpose().map_err(unreadable)?;
    let meant = |name: &str| Meant::of(name, call, file.as_ref(), &settings);
    let (a, b) = (meant(&a)?, meant(&b)?);
    for file in [&a, &b].into_iter().filter_map(Meant::file) {
        settings.touched.reads(What::Compared, Path::new(file));
    }
    settings.touched.apart()?;
    let findings = Findings::of(&read, settings.lang);
    output::warn(&settings, &findings.lines());
    let notes = file.as_ref().map(ReadScenarios::notes).unwrap_or_default();
    output::warn(&settings, &note_lines(&notes, settings.lang));
    let (a, b) = (a.found(call, &settings)?, b.found(call, &settings)?);
    let (a, b) = ((a.report(call), &a.side(call)?), (b.report(call), &b.side(call)?));
    let provenance = calls::provenance(&read, &settings);
    let report = CompareReport::new(call, a, b, findings.reports(), provenance);
    output::write(&settings, &render::compare(&report, call, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}

/// What was meant by the name of a side.
enum Meant {
    Suggestion,
    Scenario(Scenario, Box<Call>),
    File(String, Decision),
}

/// A side with all that had to be found for it.
enum Found {
    Suggestion(Answer),
    Scenario(Scenario, Box<Call>, Answer),
    File(String, Decision),
}

impl Meant {
    fn of(name: &str, call: &Call, file: Option<&ReadScenarios>, settings: &Settings) -> Result<Self, Failure> {
        if name == SUGGESTION {
            return Ok(Self::Suggestion);
        }
        let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
        let scenario = file.and_then(|file| Some((file, file.list().enumerate().find(|(_, one)| one.name == name)?)));
        if let Some((file, (place, scenario))) = scenario {
            let changed = calls::changed(call, scenario, settings.lang)
                .map_err(|error| unreadable(file.error(&[(place, error)])))?;
            return Ok(Self::Scenario(scenario.clone(), Box::new(changed)));
        }
        if !Path::new(name).exists() {
            let scenarios = file.map(|file| file.list().map(|one| one.name.clone()).collect());
            return Err(Failure::NoSide { name: name.to_owned(), scenarios });
        }
        let decision = read_decision(Path::new(name), call).map_err(unreadable)?;
        output::warn(settings, &note_lines(&decision.notes, settings.lang));
        Ok(Self::File(name.to_owned(), decision))
    }

    fn file(&self) -> Option<&str> {
        match self {
            Self::File(name, _) => Some(name),
            Self::Suggestion | Self::Scenario(..) => None,
        }
    }

    fn found(self, call: &Call, settings: &Settings) -> Result<Found, Failure> {
        Ok(match self {
            Self::Suggestion => Found::Suggestion(calls::solve(call, settings)?),
            Self::Scenario(scenario, changed) => {
                let answer = calls::solve(&changed, settings)?;
                Found::Scenario(scenario, changed, answer)
            }
            Self::File(name, decision) => Found::File(name, decision),
        })
    }
}

impl Found {
    fn report(&self, call: &Call) -> SideReport {
        match self {
            Self::Suggestion(answer) => SideReport::suggestion(SUGGESTION, call, answer),
            Self::Scenario(scenario, changed, answer) => SideReport::scenario(scenario, changed, answer),
            Self::File(name, decision) => SideReport::file(name, decision.to),
        }
    }

    fn side<'c>(&'c self, call: &'c Call) -> Result<Side<'c>, Failure> {
        match self {
            Self::Suggestion(answer) => Ok(Side::answered(call, answer)),
            Self::Scenario(_, changed, answer) => Ok(Side::answered(changed, answer)),
            Self::File(_, decision) => side_of(decision, call),
        }
    }
}

/// A decision as a side of its call.
pub(crate) fn side_of<'c>(decision: &Decision, call: &'c Call) -> Result<Side<'c>, Failure> {
    let side = match decision.to {
        Party::Activity => Side::granted_by_id(call, &decision.grants),
        Party::Applicant => Side::granted_by_applicant(call, &decision.grants),
    };
    // Ids were looked up when the file was read.
    side.map_err(|unmatched| Failure::Fault(unmatched.iter().map(Unmatched::to_string).collect::<Vec<_>>().join(", ")))
}
