//! What else would be nearly as good?

use fordela::alternatives::{Wanted, alternatives};
use fordela::{Answer, Lang};
use fordela_report::{AlternativesReport, render};

use crate::args::Alternatives;
use crate::failure::{Failure, Status};
use crate::findings::Findings;
use crate::settings::Settings;
use crate::{calls, output};

/// Tells which other allocations are nearly as good, and what each trades.
pub(crate) fn run(asked: Alternatives, lang: Lang) -> Result<Status, Failure> {
    let Alternatives { asked, most, within, apart } = asked;
    let wanted = Wanted { most: usize::from(most), within, apart };
    let settings = Settings::of(asked, lang);
    let read = calls::read(&settings)?;
    let call = &calls::told(&read, &settings);
    calls::by_value(call)?;
    let findings = Findings::of(&read, settings.lang);
    output::warn(&settings, &findings.lines());
    let answer = calls::solve(call, &settings)?;
    let found = match &answer {
        Answer::Allocated(best) => {
            Some(calls::solve_many(&settings, |_, effort| alternatives(call, best, wanted, effort))?)
        }
        Answer::Impossible(_) => None,
    };
    let provenance = calls::provenance(&read, &settings);
    let report = AlternativesReport::new(call, &answer, wanted, found.as_ref(), findings.reports(), provenance);
    output::write(&settings, &render::alternatives(&report, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}
