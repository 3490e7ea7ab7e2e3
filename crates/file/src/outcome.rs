//! Files of what was reported.

use std::collections::BTreeMap;
use std::path::Path;

use fordela::follow_up::{At, Cell, Outcome, OutcomeFault, Row};

use crate::error::ReadError;
use crate::fault::ReadFault;
use crate::files::{Disk, Files, unread};
use crate::limits::CSV_BYTES;
use crate::note::{Note, in_table};
use crate::problems::Problems;
use crate::reader::{Reader, error_of};
use crate::render::{Excerpt, Severity, Style, render};
use crate::span::{At as Stretch, FileId, Span};
use crate::table;
use crate::text::{Location, Sources};

/// Where the cells of a row stand.
pub(crate) type Cells = BTreeMap<Cell, Span>;

/// Rows, and where they stand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reported {
    pub(crate) rows: Vec<Row>,
    pub(crate) cells: Vec<Cells>,
    /// The row of names.
    pub(crate) head: Span,
}

/// What was reported, and the text it was read from.
#[derive(Debug, Clone)]
pub struct ReadOutcome {
    /// What was reported.
    pub outcome: Outcome,
    sources: Sources,
    cells: Vec<Cells>,
    head: Span,
}

impl ReadOutcome {
    /// Where something stands; what stands nowhere is told of the row of names.
    #[must_use]
    pub fn locate(&self, at: Option<&At>) -> Location {
        self.sources.location(Stretch { file: FileId::Table, span: self.span(at) })
    }

    /// What is odd in the file, though not of something that is read: its encoding, and personal data.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        in_table(self.sources.get(FileId::Table))
    }

    /// A remark as text: what it says, the line of the file it is about, and what to do.
    #[must_use]
    pub fn render(&self, at: Option<&At>, message: &str, help: &str, style: Style) -> String {
        let excerpt = Excerpt { source: self.sources.get(FileId::Table), span: self.span(at) };
        render(Severity::Warning, message, Some(excerpt), Some(help), style)
    }

    /// All that is wrong with what was reported, shown in the file.
    #[must_use]
    pub fn error(&self, faults: &[OutcomeFault]) -> ReadError {
        let mut problems = Problems::default();
        for fault in faults {
            problems.add(FileId::Table, self.span(Some(&fault.at)), ReadFault::FollowUp(fault.cause.clone()));
        }
        error_of(self.sources.clone(), problems)
    }

    fn span(&self, at: Option<&At>) -> Span {
        let Some((cells, at)) = at.and_then(|at| Some((self.cells.get(at.row)?, at))) else { return self.head };
        cells.get(&at.cell).or_else(|| cells.get(&Cell::Row)).copied().unwrap_or(self.head)
    }
}

/// Reads a CSV file of what was reported, in the currency of the call.
///
/// The first row names the columns, in any order: `activity` or `applicant` (or both) for ids, `fund`, `period` and
/// `kind` (of cost), the sums `spent`, `granted`, `unspent`, `repaid`, `carried_over` and `returned`, and
/// `result.NAME` for what was reached, with `result.NAME.PART` for a part of it. A cell that is left empty is not
/// reported. A row with `total` in place of an id or a kind of cost is a sum of the rows that agree with its other
/// cells. Swedish names of columns are understood too.
///
/// # Errors
///
/// All that is wrong with the file, with line and column. Whether it fits a call is for
/// [`follow_up`](fordela::follow_up::follow_up()) to say.
pub fn read_outcome(path: &Path, currency: &str) -> Result<ReadOutcome, ReadError> {
    let name = path.display().to_string();
    match Disk.read(path, CSV_BYTES + 1) {
        Ok(bytes) => read_outcome_bytes(&name, bytes, currency),
        Err(error) => Err(ReadError::unread(name, unread(path, &error))),
    }
}

/// Reads what was reported from memory; `name` is what the file is called in messages.
///
/// # Errors
///
/// As for [`read_outcome`].
pub fn read_outcome_bytes(name: &str, bytes: Vec<u8>, currency: &str) -> Result<ReadOutcome, ReadError> {
    let mut reader = Reader::default();
    let odd = reader.table_text(name, bytes, None, table::holds_outcome);
    let Reader { sources, mut problems, .. } = reader;
    let reported = odd.and_then(|odd| table::parse_outcome(sources.table.table(&odd), currency, &mut problems));
    match reported {
        Some(Reported { rows, cells, head }) if problems.is_empty() => {
            Ok(ReadOutcome { outcome: Outcome { rows }, sources, cells, head })
        }
        _ => Err(error_of(sources, problems)),
    }
}
