//! What is each budget worth?

use fordela::sensitivity::{curve, steps};
use fordela::{Call, Lang, Money, Scenario};
use fordela_report::{FrontierFound, FrontierReport, Range, render};

use crate::args::Frontier;
use crate::failure::{Failure, Status};
use crate::findings::Findings;
use crate::settings::Settings;
use crate::{calls, output};

/// Tells what every budget between two is worth.
pub(crate) fn run(asked: Frontier, lang: Lang) -> Result<Status, Failure> {
    let Frontier { asked, from, to, most } = asked;
    let settings = Settings::of(asked, lang);
    let read = calls::read(&settings)?;
    let call = &calls::told(&read, &settings);
    calls::by_value(call)?;
    let to = to.unwrap_or_else(|| call.asked().to_string());
    let largest = with_budget(call, &to)?;
    let from = from.map(|from| with_budget(call, &from)).transpose()?.map_or(Money::ZERO, |call| call.budget());
    let range = Range { from, to: largest.budget() };
    if range.from > range.to {
        return Err(Failure::Backwards);
    }
    let findings = Findings::of(&read, settings.lang);
    output::warn(&settings, &findings.lines());
    let found = found(call, &largest, range, usize::from(most), &settings)?;
    let provenance = calls::provenance(&read, &settings);
    let report = FrontierReport::new(call, found, range, findings.reports(), provenance);
    output::write(&settings, &render::frontier(&report, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}

/// The call with a budget that is written as in a scenario.
fn with_budget(call: &Call, budget: &str) -> Result<Call, Failure> {
    Scenario::named("").set("budget", budget).apply(call).map_err(Failure::Scenario)
}

fn found(
    call: &Call,
    largest: &Call,
    range: Range,
    most: usize,
    settings: &Settings,
) -> Result<FrontierFound, Failure> {
    let Range { from, to } = range;
    let found = calls::study(settings, |best, effort| {
        if !call.has_choices() {
            return Ok(curve(call, from, to, effort)?.map(|curve| FrontierFound::of_curve(call, &curve)));
        }
        let steps = steps(call, from, to, most, best, effort)?;
        // That no budget will do is said only where all were tried or ruled out.
        let is_proven = steps.is_finest && steps.untried.is_empty() && steps.reached >= to;
        Ok((!steps.steps.is_empty() || !is_proven).then(|| FrontierFound::of_steps(call, range, &steps)))
    })?;
    match found {
        Some(found) => Ok(found),
        None => Ok(FrontierFound::unreached(largest, &calls::solve(largest, settings)?)),
    }
}
