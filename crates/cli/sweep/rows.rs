//! The rows of a sweep, computed or found in a journal, in their order.

use std::path::PathBuf;

use fordela::sweep::Structure;
use fordela_file::Journal;
use fordela_report::RowReport;
use fordela_report::render::Heads;
use fordela_words::usage::found_rows;

use super::points::Swept;
use super::{Asked, points};
use crate::args::Format;
use crate::failure::Failure;
use crate::output;
use crate::progress::Progress;
use crate::settings::{Output, Settings};

/// How many points are computed before they are put down.
const CHUNK: usize = 64;

/// All rows: those that an earlier run has left, and the others. With a file they are put down in a journal beside it,
/// and otherwise, as CSV, on standard output; fewer where nobody reads on there.
pub(super) fn all(asked: &Asked<'_>, sha256: &str) -> Result<(Vec<Swept>, Option<Journal>), Failure> {
    let (journal, mut rows) = journal(asked, sha256)?.map_or((None, Vec::new()), |(one, rows)| (Some(one), rows));
    let points = asked.grid.points();
    if !rows.is_empty() {
        output::told(asked.settings, || found_rows(rows.len(), points, asked.settings.lang));
    }
    let mut sink = Sink::new(asked, journal)?;
    let progress = Progress::counting(asked.settings, rows.len(), points);
    let mut goes_on = true;
    while goes_on && rows.len() < points {
        let chunk = rows.len()..points.min(rows.len() + CHUNK);
        let (done, wrong) = done(points::at(asked, chunk));
        goes_on = sink.put(asked, &done)?;
        progress.step(done.len());
        rows.extend(done);
        wrong.map_or(Ok(()), Err)?;
    }
    Ok((rows, sink.journal()))
}

/// What was computed before something went wrong.
fn done(points: Vec<Result<Swept, Failure>>) -> (Vec<Swept>, Option<Failure>) {
    let mut done = Vec::with_capacity(points.len());
    for point in points {
        match point {
            Ok(swept) => done.push(swept),
            Err(failure) => return (done, Some(failure)),
        }
    }
    (done, None)
}

/// Where rows are put down as they are done.
enum Sink {
    Journal(Journal),
    Stdout,
    /// They are told all at once.
    Nowhere,
}

impl Sink {
    fn new(asked: &Asked<'_>, journal: Option<Journal>) -> Result<Self, Failure> {
        let streams = asked.settings.output == Output::Stdout && asked.settings.format != Format::Json;
        match journal {
            Some(journal) => Ok(Self::Journal(journal)),
            None if streams => output::stdout(heads(asked).first().as_bytes()).map(|_| Self::Stdout),
            None => Ok(Self::Nowhere),
        }
    }

    /// Puts rows down, and says whether there is somebody to go on for.
    fn put(&mut self, asked: &Asked<'_>, done: &[Swept]) -> Result<bool, Failure> {
        match self {
            Self::Journal(journal) => {
                let lines: Vec<String> = done.iter().map(|swept| line(asked, swept)).collect();
                journal.add(&lines).map(|()| true).map_err(Failure::Journal)
            }
            Self::Stdout => {
                let heads = heads(asked);
                let text: String = done.iter().map(|swept| heads.row(&swept.row.cells(&asked.told))).collect();
                output::stdout(text.as_bytes())
            }
            Self::Nowhere => Ok(true),
        }
    }

    fn journal(self) -> Option<Journal> {
        match self {
            Self::Journal(journal) => Some(journal),
            Self::Stdout | Self::Nowhere => None,
        }
    }
}

/// The rows as CSV.
pub(super) fn file(asked: &Asked<'_>, rows: &[Swept]) -> String {
    let heads = heads(asked);
    let rows = rows.iter().map(|swept| heads.row(&swept.row.cells(&asked.told)));
    std::iter::once(heads.first()).chain(rows).collect()
}

fn heads(asked: &Asked<'_>) -> Heads {
    Heads::new(asked.told.fields(asked.grid), asked.settings.lang)
}

/// The file in which rows are kept as they are done; none where they are told at once.
pub(super) fn kept_in(settings: &Settings) -> Result<Option<PathBuf>, Failure> {
    match &settings.output {
        Output::File(path) => Journal::beside(path).map_err(Failure::Journal),
        Output::Stdout => Ok(None),
    }
}

/// The journal beside the file that is asked for, with the rows that are in it.
fn journal(asked: &Asked<'_>, sha256: &str) -> Result<Option<(Journal, Vec<Swept>)>, Failure> {
    let Some(path) = kept_in(asked.settings)? else { return Ok(None) };
    let opened = Journal::open(path, &heading(asked, sha256), |point, line| read(asked, point, line));
    opened.map(Some).map_err(Failure::Journal)
}

/// What the rows are of: all that they depend on.
fn heading(asked: &Asked<'_>, sha256: &str) -> String {
    let varies: Vec<String> = asked.grid.varies().iter().map(ToString::to_string).collect();
    let limit = asked.settings.time_limit.map(|limit| format!("; time limit {limit:?}, {}", asked.settings.backend));
    let version = env!("CARGO_PKG_VERSION");
    let (by, vary) = (asked.told.by, varies.join("; "));
    format!("fordela {version} sweep of {sha256}; {vary}; by {by}{}", limit.unwrap_or_default())
}

/// A line of the journal: the structure, and the cells of the row. None of them has a comma.
fn line(asked: &Asked<'_>, swept: &Swept) -> String {
    let cells = swept.row.cells(&asked.told);
    format!("{},{}", swept.structure, cells.join(","))
}

fn read(asked: &Asked<'_>, point: usize, line: &str) -> Option<Swept> {
    if point >= asked.grid.points() {
        return None;
    }
    let (structure, cells) = line.split_once(',')?;
    let structure: Structure = structure.parse().ok()?;
    let cells: Vec<&str> = cells.split(',').collect();
    let row = RowReport::of_cells(asked.grid, point, &asked.told, &cells)?;
    let fits = structure.is_of(&asked.first) && structure.has_allocation() == row.grants.is_some();
    fits.then_some(Swept { row, structure })
}
