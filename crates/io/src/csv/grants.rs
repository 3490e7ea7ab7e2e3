//! Rows to grants.

use super::cells::{Cells, trimmed, word};
use super::columns::layout;
use super::rows::opening;
use crate::decision::{GrantedTo, Written, WrittenGrant};
use crate::fault::{CsvFault, DecisionFault, LimitFault, ReadFault};
use crate::limits::{CELLS, COLUMNS};
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::tree::Word;

/// What columns with ids of activities are called, the first that is there.
const ACTIVITY: [&str; 4] = ["activity", "id", "aktivitet", "insats"];

/// What columns with ids of applicants are called, the first that is there.
const APPLICANT: [&str; 3] = ["applicant", "sökande", "nämnd"];

/// What columns with granted sums are called, the first that is there.
const GRANTED: [&str; 5] = ["granted", "grant", "beviljat", "beviljas", "beslutat"];

/// Which columns hold what.
struct Columns {
    to: GrantedTo,
    id: usize,
    granted: usize,
    count: usize,
}

/// The grants of a CSV file. Faults are added to `problems`.
pub(crate) fn parse(text: &str, problems: &mut Problems) -> Option<Written> {
    let layout = layout(text, |name| is_known(&name.to_lowercase()));
    let mut cells = Cells::new(text, layout.delimiter, layout.start);
    let mut row = Vec::new();
    if !cells.next_row(&mut row) {
        problems.add(FileId::Csv, Span::default(), DecisionFault::NothingGranted);
        return None;
    }
    let head = whole(&row);
    let columns = columns(text, &row, problems)?;
    let mut grants = Vec::new();
    let mut count = 0;
    while cells.next_row(&mut row) {
        count += row.len();
        if count > CELLS {
            problems.add(FileId::Csv, whole(&row), LimitFault::TooManyCells);
            break;
        }
        if row.iter().all(|cell| cell.of(text).trim().is_empty()) {
            continue;
        }
        match grant(text, &row, &columns) {
            Ok(grant) => grants.push(grant),
            Err((span, fault)) => {
                let is_torn = matches!(fault, CsvFault::OpenQuote | CsvFault::TextAfterQuote);
                problems.add(FileId::Csv, span, fault);
                // Where cells begin and end is not known any more.
                if is_torn {
                    break;
                }
            }
        }
    }
    Some(Written { to: columns.to, head, grants })
}

fn is_known(name: &str) -> bool {
    ACTIVITY.contains(&name) || APPLICANT.contains(&name) || GRANTED.contains(&name)
}

fn whole(row: &[Span]) -> Span {
    row.first().zip(row.last()).map_or_else(Span::default, |(first, last)| first.to(*last))
}

fn columns(text: &str, row: &[Span], problems: &mut Problems) -> Option<Columns> {
    let mut fault = |span: Span, fault: ReadFault| {
        problems.add(FileId::Csv, span, fault);
        None
    };
    if let Some(extra) = row.get(COLUMNS) {
        return fault(*extra, LimitFault::TooManyColumns.into());
    }
    let mut names = Vec::with_capacity(row.len());
    for cell in row {
        match word(text, *cell) {
            Ok(name) => names.push(name.text(text).to_lowercase()),
            Err(cause) => return fault(opening(text, *cell), cause.into()),
        }
    }
    let twice = |known: &str| {
        let mut places = (0..names.len()).filter(|&place| names[place] == known);
        (places.next(), places.next())
    };
    let find = |known: &[&str]| known.iter().map(|known| twice(known)).find(|(first, _)| first.is_some());
    let id = find(&ACTIVITY).map(|found| (GrantedTo::Activities, found));
    let id = id.or_else(|| find(&APPLICANT).map(|found| (GrantedTo::Applicants, found)));
    let (Some((to, (Some(id), more_ids))), Some((Some(granted), more_granted))) = (id, find(&GRANTED)) else {
        return match id {
            None => fault(whole(row), DecisionFault::NoIds.into()),
            Some(_) => fault(whole(row), CsvFault::MissingColumn { column: "granted" }.into()),
        };
    };
    if let Some(place) = more_ids.or(more_granted) {
        return fault(row[place], CsvFault::DuplicateColumn { column: names[place].clone() }.into());
    }
    Some(Columns { to, id, granted, count: row.len() })
}

fn grant(text: &str, row: &[Span], columns: &Columns) -> Result<WrittenGrant, (Span, CsvFault)> {
    let mut words = Vec::with_capacity(row.len());
    for cell in row {
        words.push(word(text, *cell).map_err(|cause| (opening(text, *cell), cause))?);
    }
    let extra = row.get(columns.count..).unwrap_or_default();
    if row.len() < columns.count || extra.iter().any(|cell| !cell.of(text).trim().is_empty()) {
        return Err((whole(row), CsvFault::Ragged { cells: row.len(), columns: columns.count }));
    }
    let cell = |place: usize, column: &'static str| -> Result<(Word, Span), (Span, CsvFault)> {
        let (word, span) = (words[place].clone(), trimmed(text, row[place]));
        if word.text(text).is_empty() { Err((row[place], CsvFault::EmptyCell { column })) } else { Ok((word, span)) }
    };
    let (id, at) = cell(columns.id, columns.to.column())?;
    let (amount, amount_at) = cell(columns.granted, "granted")?;
    Ok(WrittenGrant { id, at, amount, amount_at })
}
