//! Rows to an outcome.

use std::collections::BTreeMap;

use fordela::Money;
use fordela::follow_up::{Cell, Row, Sum};

use super::TableText;
use super::cells::trimmed;
use super::grants::{ACTIVITY, APPLICANT, GRANTED};
use super::heading::in_many;
use super::sheet::{Head, Line, each_row, has_head};
use crate::fault::{CsvFault, NumberFault, OutcomeFault, ValueFault};
use crate::nearest::nearest;
use crate::outcome::{Cells, Reported};
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::walk::decimal;

/// What the columns of ids, words and sums are called; the first of each is told in messages.
const NAMES: [(Cell, &[&str]); 11] = [
    (Cell::Activity, &ACTIVITY),
    (Cell::Applicant, &APPLICANT),
    (Cell::Fund, &["fund", "källa", "finansieringskälla"]),
    (Cell::Period, &["period"]),
    (Cell::Kind, &["kind", "kostnadsslag"]),
    (Cell::Sum(Sum::Granted), &GRANTED),
    (Cell::Sum(Sum::Spent), &["spent", "outcome", "utfall", "förbrukat"]),
    (Cell::Sum(Sum::Unspent), &["unspent", "surplus", "överskott", "ej förbrukat"]),
    (Cell::Sum(Sum::Repaid), &["repaid", "återbetalas", "återbetalt"]),
    (Cell::Sum(Sum::CarriedOver), &["carried_over", "överförs", "överfört"]),
    (Cell::Sum(Sum::Returned), &["returned", "återlämnas", "återlämnat"]),
];

/// What the names of columns of results start with.
const RESULT: [&str; 2] = ["result.", "resultat."];

/// Columns for people, which are passed over.
const FOR_PEOPLE: [&str; 8] = ["note", "notering", "kommentar", "comment", "name", "title", "namn", "benämning"];

/// What stands in the place of an id or a kind of cost in a row of sums.
const TOTAL: [&str; 4] = ["total", "totalt", "summa", "sum"];

/// What a column holds.
enum Column {
    Cell(Cell),
    /// Nothing that is read.
    Passed,
    Unnamed,
}

struct Columns {
    columns: Vec<Column>,
    /// What amounts in each column are in, where its name says thousands or millions.
    many: Vec<Option<&'static str>>,
    reported: Reported,
}

/// The rows of a CSV file. Faults are added to `problems`.
pub(crate) fn parse(table: TableText<'_>, currency: &str, problems: &mut Problems) -> Option<Reported> {
    let text = table.text;
    let found = each_row(
        table,
        problems,
        |name| column(name).is_some(),
        OutcomeFault::NothingReported.into(),
        columns,
        |columns, line, problems| {
            let (row, cells) = row(text, currency, line, columns, problems);
            columns.reported.rows.push(row);
            columns.reported.cells.push(cells);
        },
    )?;
    Some(found.reported)
}

/// Whether the text of a sheet is a table of what was reported, as far as the names of its columns tell.
pub(crate) fn holds_outcome(text: &str) -> bool {
    has_head(text, |name| column(name).is_some())
}

/// What the column with a name, in lower case, holds.
fn column(name: &str) -> Option<Cell> {
    let result = RESULT.iter().find_map(|start| name.strip_prefix(start)).filter(|name| is_result(name));
    let known = NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(cell, _)| cell.clone());
    known.or_else(|| result.map(|name| Cell::Result(name.to_owned())))
}

/// A name, perhaps with names of parts after it: `participants.children`.
fn is_result(name: &str) -> bool {
    name.split('.').all(|part| !part.trim().is_empty())
}

fn columns(head: &Head, problems: &mut Problems) -> Option<Columns> {
    let mut columns = Vec::with_capacity(head.names.len());
    let mut seen: Vec<Cell> = Vec::new();
    for (name, at) in head.names.iter().zip(&head.cells) {
        let Some(cell) = column(name) else {
            let is_passed = name.is_empty() || FOR_PEOPLE.contains(&name.as_str());
            if !is_passed {
                let nearest = nearest(name, NAMES.iter().flat_map(|(_, names)| names.iter().copied()));
                problems.add(FileId::Table, *at, OutcomeFault::UnknownColumn { column: name.clone(), nearest });
            }
            columns.push(if name.is_empty() { Column::Unnamed } else { Column::Passed });
            continue;
        };
        if seen.contains(&cell) {
            problems.add(FileId::Table, *at, CsvFault::DuplicateColumn { column: name.clone() });
        }
        seen.push(cell.clone());
        columns.push(Column::Cell(cell));
    }
    let lacks_ids = !seen.iter().any(|cell| matches!(cell, Cell::Activity | Cell::Applicant));
    if lacks_ids || !seen.iter().any(|cell| matches!(cell, Cell::Sum(_) | Cell::Result(_))) {
        problems.add(FileId::Table, head.span(), OutcomeFault::NoColumns { lacks_ids });
        return None;
    }
    Some(Columns { columns, many: head.many.clone(), reported: Reported { head: head.span(), ..Reported::default() } })
}

fn row(text: &str, currency: &str, line: &Line<'_>, columns: &Columns, problems: &mut Problems) -> (Row, Cells) {
    let mut row = Row::default();
    let mut cells: Cells = BTreeMap::new();
    let (mut first, mut last) = (None, Span::default());
    let cells_of = columns.columns.iter().zip(&columns.many).zip(line.words).zip(line.cells);
    for (((column, many), word), span) in cells_of {
        let is_sum = matches!(column, Column::Cell(Cell::Sum(_)));
        let word = in_many(word.clone(), many.filter(|_| is_sum), text);
        let (said, at) = (word.text(text), trimmed(text, *span));
        if said.is_empty() {
            continue;
        }
        (first, last) = (first.or(Some(at)), at);
        if let Some(fault) = line.unread(at).filter(|_| matches!(column, Column::Cell(_))) {
            problems.add(FileId::Table, at, fault);
            continue;
        }
        match column {
            Column::Cell(cell) => {
                fill(&mut row, cell, said, currency).unwrap_or_else(|fault| problems.add(FileId::Table, at, fault));
                cells.insert(cell.clone(), at);
            }
            Column::Unnamed => problems.add(FileId::Table, at, CsvFault::UnnamedColumn),
            Column::Passed => {}
        }
    }
    cells.insert(Cell::Row, first.unwrap_or_default().to(last));
    (row, cells)
}

/// Whether a comma or a point may part thousands as well as decimals, as in sums.
fn may_be_thousands(number: &str) -> bool {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = number.trim_start_matches(['-', '+']).split_once([',', '.']);
    parts.is_some_and(|(whole, rest)| rest.len() == 3 && is_digits(rest) && is_digits(whole) && whole != "0")
}

/// Puts what a cell says into its row.
fn fill(row: &mut Row, cell: &Cell, said: &str, currency: &str) -> Result<(), ValueFault> {
    let place = match cell {
        Cell::Row => return Ok(()),
        Cell::Sum(sum) => {
            let amount = Money::parse_in(said, currency);
            let amount = amount.map_err(|cause| ValueFault::Money { text: said.to_owned(), cause })?;
            row.sums.insert(*sum, amount);
            return Ok(());
        }
        Cell::Result(name) => {
            // Thousands may be parted by spaces, as in sums.
            let plain: String = said.chars().filter(|character| !character.is_whitespace()).collect();
            let result = if may_be_thousands(&plain) { Err(NumberFault::Ambiguous) } else { decimal(&plain) };
            let result = result.map_err(|cause| ValueFault::Number { text: said.to_owned(), cause })?;
            row.results.insert(name.clone(), result);
            return Ok(());
        }
        Cell::Activity => &mut row.activity,
        Cell::Applicant => &mut row.applicant,
        Cell::Fund => &mut row.fund,
        Cell::Period => &mut row.period,
        Cell::Kind => &mut row.kind,
    };
    if TOTAL.contains(&said.to_lowercase().as_str()) {
        row.is_sum = true;
    } else {
        *place = Some(said.to_owned());
    }
    Ok(())
}
