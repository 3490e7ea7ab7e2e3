//! Points of a sweep, computed on all cores.

use std::ops::Range;

use fordela::sweep::{Answered, Breakpoint, Row, Search, Structure};
use fordela::{Call, Scenario};
use fordela_report::RowReport;
use rayon::prelude::*;

use super::Asked;
use crate::calls;
use crate::failure::Failure;

/// A row, with the structure of its answer.
pub(super) struct Swept {
    pub(super) row: RowReport,
    pub(super) structure: Structure,
}

/// The rows of these points, in their order.
pub(super) fn at(asked: &Asked<'_>, points: Range<usize>) -> Vec<Result<Swept, Failure>> {
    points.into_par_iter().map(|point| swept(asked, point)).collect()
}

fn swept(asked: &Asked<'_>, point: usize) -> Result<Swept, Failure> {
    let (call, answer) = answered(asked, &asked.grid.scenario(point))?;
    let row = Row::new(asked.grid.texts(point), &call, &answer, asked.told.by);
    let row = RowReport::new(asked.grid, row, &asked.told);
    Ok(Swept { row, structure: Structure::of(&call, &answer) })
}

/// The changed call with what it is answered with.
pub(super) fn answered(asked: &Asked<'_>, scenario: &Scenario) -> Result<(Call, Answered), Failure> {
    let call = scenario.apply(asked.call).map_err(Failure::Scenario)?;
    let answered = Answered::of(calls::best(&call, &asked.known, asked.settings)).map_err(Failure::Solve)?;
    Ok((call, answered))
}

/// Where the answer becomes another one, rising, when one thing is varied.
pub(super) fn breakpoints(asked: &Asked<'_>, rows: &[Swept]) -> Result<Option<Vec<Breakpoint>>, Failure> {
    let Some(vary) = asked.grid.single() else { return Ok(None) };
    let search = Search::new(vary, asked.call);
    let changes: Vec<usize> =
        (1..rows.len()).filter(|&n| rows[n - 1].structure != rows[n].structure).map(|n| n - 1).collect();
    let between = |point: usize| {
        let ends = (&rows[point].structure, &rows[point + 1].structure);
        search.between(point, ends, |value| {
            let (call, answer) = answered(asked, &search.scenario(value))?;
            Ok(Structure::of(&call, &answer))
        })
    };
    let found: Vec<Result<Vec<Breakpoint>, Failure>> = changes.into_par_iter().map(between).collect();
    let found = found.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(Some(found.into_iter().flatten().collect()))
}
