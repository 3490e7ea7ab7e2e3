//! How does the answer move over a range?

mod picture;
mod points;
mod rows;

use crate::args::{self, Format, Sweep};
use crate::failure::{Failure, Status};
use crate::findings::Findings;
use crate::settings::{Output, Settings};
use crate::touched::{Form, What, told_in};
use crate::{calls, output};

use fordela::sweep::{Breakpoint, Grid, RowStatus, Vary};
use fordela::{Call, Known, Lang};
use fordela_file::write_atomically;
use fordela_report::{BreakpointReport, SweepReport, Told, render};
use points::Swept;

/// What is swept, and how.
pub(super) struct Asked<'a> {
    call: &'a Call,
    known: Known,
    /// The call at the first point: what is varied may be a limit that the call as it is has not.
    first: Call,
    grid: &'a Grid,
    told: Told<'a>,
    settings: &'a Settings,
}

/// Allocates the call at every point and tells the answers, and where they change.
pub(crate) fn run(asked: Sweep, lang: Lang) -> Result<Status, Failure> {
    let Sweep { asked, vary, by, plot } = asked;
    let mut settings = settings(asked, lang);
    if let Some(path) = &plot {
        settings.touched.writes(What::Plot, path, Form::Svg);
    }
    if let Some(path) = rows::kept_in(&settings)? {
        settings.touched.writes(What::Rows, &path, Form::Any);
    }
    let read = calls::read(&settings)?;
    let call = &calls::told(&read, &settings);
    let grid = grid(&vary, &call.draft().currency)?;
    let at = |point| grid.scenario(point).apply(call).map_err(Failure::Scenario);
    let (first, _) = (at(0)?, at(grid.points() - 1)?);
    let told = Told::new(call, &first, by);
    let known = calls::known(call, &settings);
    let asked = Asked { call, known, first, grid: &grid, told, settings: &settings };
    let findings = Findings::of(&read, settings.lang);
    output::warn(&settings, &findings.lines());
    let (rows, journal) = rows::all(&asked, &read.sha256)?;
    if rows.len() < grid.points() {
        return Ok(Status::Answered);
    }
    let breakpoints = points::breakpoints(&asked, &rows)?;
    if let Some(path) = plot {
        let svg = picture::svg(&asked, &rows, breakpoints.as_deref().unwrap_or_default())?;
        write_atomically(&path, svg.as_bytes()).map_err(Failure::Write)?;
    }
    let unanswered = rows.iter().filter(|swept| swept.row.status == RowStatus::Unanswered).count();
    let all = rows.len();
    let report = SweepReport::new(call, &grid, by, findings.reports(), calls::provenance(&read, &settings));
    tell(&asked, report, rows, breakpoints)?;
    journal.map_or(Ok(()), |journal| journal.remove().map_err(Failure::Journal))?;
    if unanswered > 0 { Err(Failure::Unanswered { unanswered, all }) } else { Ok(Status::Answered) }
}

/// The grid of these ranges, whose amounts are in the currency of the call.
fn grid(ranges: &[String], currency: &str) -> Result<Grid, Failure> {
    let varies = ranges.iter().map(|text| Vary::parse_in(text, currency)).collect::<Result<_, _>>();
    Grid::new(varies.map_err(Failure::Vary)?).map_err(Failure::Grid)
}

/// Rows are CSV in a file whose name says so, however else it is told.
fn settings(mut asked: args::Asked, lang: Lang) -> Settings {
    let of_name = asked.telling.output.as_deref().and_then(told_in);
    if of_name == Some(Format::Csv) {
        asked.telling.format = asked.telling.format.or(Some(Format::Table));
    }
    let mut settings = Settings::of(asked, lang);
    settings.touched.answers_in(Form::Only(if settings.format == Format::Json { Format::Json } else { Format::Csv }));
    // Beside the rows it is told where the answer changes.
    settings.touched.prints_beside(settings.format);
    settings
}

/// Tells the breakpoints, and the rows where they have not been told yet.
fn tell(
    asked: &Asked<'_>,
    mut report: SweepReport,
    rows: Vec<Swept>,
    breakpoints: Option<Vec<Breakpoint>>,
) -> Result<(), Failure> {
    let settings = asked.settings;
    report.breakpoints = breakpoints.zip(asked.grid.single()).map(|(breakpoints, vary)| {
        breakpoints.iter().map(|one| BreakpointReport::new(&asked.first, vary, one)).collect()
    });
    if settings.format == Format::Json {
        report.rows = rows.into_iter().map(|swept| swept.row).collect();
        return output::write(settings, &render::sweep(&report, asked.call, &settings.shape())?);
    }
    if settings.output == Output::Stdout {
        let told = report
            .breakpoints
            .is_some()
            .then(|| render::breakpoints_as_text(&report, asked.call, settings.lang, settings.messages.into()));
        output::warn(settings, told.as_slice());
        return Ok(());
    }
    output::write_as_is(settings, rows::file(asked, &rows).as_bytes())?;
    if report.breakpoints.is_some() {
        output::stdout(&render::sweep(&report, asked.call, &settings.shape())?)?;
    }
    Ok(())
}
