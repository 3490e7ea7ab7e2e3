//! The plot of a sweep.

use fordela::sweep::{Breakpoint, Search, Vary, grants};
use fordela::{Money, Rational};
use fordela_report::plot;
use fordela_report::plot::{PlotPoint, SweptLine};
use rayon::prelude::*;

use super::points::Swept;
use super::{Asked, points};
use crate::failure::Failure;

/// The plot over the first range, with the others at their first values. Both sides of every breakpoint are drawn too,
/// so that steps are as steep as they are.
pub(super) fn svg(asked: &Asked<'_>, rows: &[Swept], breakpoints: &[Breakpoint]) -> Result<String, Failure> {
    let Some((vary, others)) = asked.grid.varies().split_first() else { return Ok(String::new()) };
    let stride: usize = others.iter().map(|other| other.values().len()).product();
    let of_row = |(value, swept): (&_, &Swept)| {
        let grants = swept.row.grants.as_ref().map(|grants| grants.iter().map(|(_, grant)| *grant).collect());
        PlotPoint { at: Vary::exact(*value), grants }
    };
    let mut points: Vec<PlotPoint> = vary.values().iter().zip(rows.iter().step_by(stride)).map(of_row).collect();
    points.extend(beside(asked, vary, breakpoints)?);
    points.sort_by(|one, other| one.at.cmp(&other.at));
    points.dedup_by(|one, other| one.at == other.at);
    let first = |other: &Vary| other.values().first().map(|value| Vary::exact(*value)).unwrap_or_default();
    let held: Vec<(&Vary, Rational)> = others.iter().map(|other| (other, first(other))).collect();
    let swept = SweptLine { call: asked.call, vary, held: &held, by: asked.told.by, points: &points };
    Ok(plot::svg(&swept, asked.settings.lang))
}

/// What is granted on both sides of the breakpoints.
fn beside(asked: &Asked<'_>, vary: &Vary, breakpoints: &[Breakpoint]) -> Result<Vec<PlotPoint>, Failure> {
    let search = Search::new(vary, asked.call);
    let values: Vec<_> = breakpoints.iter().flat_map(|one| [one.last, one.first]).collect();
    let point = |value| {
        let (call, answer) = points::answered(asked, &search.scenario(value))?;
        let grants: Option<Vec<Money>> = answer.allocation().map(|verified| grants(asked.told.by, &call, verified));
        Ok(PlotPoint { at: Vary::exact(value), grants })
    };
    let points: Vec<Result<PlotPoint, Failure>> = values.into_par_iter().map(point).collect();
    points.into_iter().collect()
}
