//! What changes if …?

use fordela::scenario::Change;
use fordela::{Answer, Call, Lang, Scenario};
use fordela_file::{ReadScenarios, read_scenarios};
use fordela_report::{Tried, WhatIfReport, render};

use crate::args::{Changes, WhatIf};
use crate::failure::{Failure, Status};
use crate::findings::{Findings, note_lines};
use crate::settings::Settings;
use crate::touched::What;
use crate::{calls, output};

/// Allocates the call as it is and with the changes that were asked for, and tells the differences.
pub(crate) fn run(asked: WhatIf, lang: Lang) -> Result<Status, Failure> {
    let WhatIf { asked, changes, scenarios } = asked;
    let mut settings = Settings::of(asked, lang);
    scenarios.iter().for_each(|path| settings.touched.reads(What::Scenarios, path));
    let read = calls::read(&settings)?;
    let call = &calls::told(&read, &settings);
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let file = scenarios.map(|path| read_scenarios(&path)).transpose().map_err(unreadable)?;
    let typed = typed(changes);
    let changed = changed(call, file.as_ref(), typed.as_ref(), &settings)?;
    let findings = Findings::of(&read, settings.lang);
    output::warn(&settings, &findings.lines());
    let notes = file.as_ref().map(ReadScenarios::notes).unwrap_or_default();
    output::warn(&settings, &note_lines(&notes, settings.lang));
    // Each may take an equal part of the time that those before it left.
    let mut left = 1..=u32::try_from(1 + changed.len()).unwrap_or(u32::MAX);
    let mut solve = |call: &Call| calls::solve(call, &settings.for_one_of(left.next_back().unwrap_or(1)));
    let answer = solve(call)?;
    let answers = changed.iter().map(|(_, call)| solve(call)).collect::<Result<Vec<Answer>, _>>()?;
    let tried = changed.iter().zip(&answers).map(|((scenario, call), answer)| Tried { scenario, call, answer });
    let tried: Vec<Tried<'_>> = tried.collect();
    let provenance = calls::provenance(&read, &settings);
    let report = WhatIfReport::new(call, &answer, &tried, findings.reports(), provenance);
    output::write(&settings, &render::what_if(&report, call, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}

/// The scenario of the changes that were typed, named after them; in the order that a file has.
fn typed(changes: Changes) -> Option<Scenario> {
    let Changes { set, require, forbid, drop_rule, drop_activity } = changes;
    let set = set.into_iter().map(|(path, value)| Change::Set { path, value });
    let changes: Vec<Change> = set
        .chain(drop_rule.into_iter().map(|rule| Change::DropRule { rule }))
        .chain(drop_activity.into_iter().map(|activity| Change::DropActivity { activity }))
        .chain(require.iter().map(|written| Change::require(written)))
        .chain(forbid.into_iter().map(|activity| Change::Forbid { activity }))
        .collect();
    let name = changes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    (!changes.is_empty()).then_some(Scenario { name, changes })
}

/// The changed calls, those of the file first; or all that is wrong with any of them.
fn changed<'s>(
    call: &Call,
    file: Option<&'s ReadScenarios>,
    typed: Option<&'s Scenario>,
    settings: &Settings,
) -> Result<Vec<(&'s Scenario, Call)>, Failure> {
    let (mut changed, mut wrong) = (Vec::new(), Vec::new());
    for (place, scenario) in file.iter().flat_map(|file| file.list()).enumerate() {
        match calls::changed(call, scenario, settings.lang) {
            Ok(call) => changed.push((scenario, call)),
            Err(error) => wrong.push((place, error)),
        }
    }
    if let (Some(file), false) = (file, wrong.is_empty()) {
        return Err(Failure::Read(Box::new(file.error(&wrong)), settings.messages.into()));
    }
    if let Some(scenario) = typed {
        changed.push((scenario, calls::changed(call, scenario, settings.lang).map_err(Failure::Scenario)?));
    }
    Ok(changed)
}
