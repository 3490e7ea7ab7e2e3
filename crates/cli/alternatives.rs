//! What else would be nearly as good?

use fordela::Answer;
use fordela::alternatives::alternatives;
use fordela_io::report::{AlternativesAsked, AlternativesReport};

use crate::args::Alternatives;
use crate::failure::{Failure, Status};
use crate::findings::Findings;
use crate::settings::Settings;
use crate::{calls, output, render};

/// Tells which other allocations are nearly as good, and what each trades.
pub(crate) fn run(asked: Alternatives) -> Result<Status, Failure> {
    let Alternatives { asked, most, within } = asked;
    let asked_for = AlternativesAsked { most: usize::from(most), within };
    let settings = Settings::from(asked);
    let read = calls::read(&settings)?;
    calls::by_value(&read.call)?;
    let findings = Findings::of(&read, settings.lang);
    output::warn(&settings, &findings.lines());
    let answer = calls::solve(&read.call, &settings)?;
    let found = match &answer {
        Answer::Allocated(best) => {
            calls::solve_many(&settings, |_, effort| alternatives(&read.call, best, within, asked_for.most, effort))?
        }
        Answer::Impossible(_) => Vec::new(),
    };
    let provenance = calls::provenance(&read, &settings);
    let report = AlternativesReport::new(&read.call, &answer, asked_for, &found, findings.reports(), provenance);
    output::write(&settings, &render::alternatives(&report, &settings)?)?;
    Ok(Status::of(report.is_infeasible()))
}
