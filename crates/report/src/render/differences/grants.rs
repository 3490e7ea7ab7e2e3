//! Who gets more and who gets less.

use std::collections::HashMap;

use fordela_words::Words;
use fordela_words::report::differences::grants as told;
use fordela_words::report::head::Head;

use super::Beside;
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::{ActivityChange, ApplicantChange, DifferenceReport};

/// An applicant or an activity in each of the differences, which all have those of the same old side, in its order.
struct Across<'r, T>(Vec<&'r T>);

impl<'r, T> Across<'r, T> {
    fn all(differences: &'r [&'r DifferenceReport], of: impl Fn(&'r DifferenceReport) -> &'r [T]) -> Vec<Self> {
        let count = differences.first().map_or(0, |first| of(first).len());
        (0..count).map(|n| Self(differences.iter().filter_map(|one| of(one).get(n)).collect())).collect()
    }
}

/// Who gets more and less where there is an allocation; where there is none, nobody's grant is known.
pub(super) fn blocks(beside: Beside<'_>) -> Vec<Block> {
    let is_known: Vec<bool> = beside.differences.iter().map(|one| one.totals.granted.new.is_some()).collect();
    if !is_known.contains(&true) {
        return Vec::new();
    }
    let is_moved = |across: &Across<'_, ActivityChange>| {
        across.0.iter().zip(&is_known).any(|(change, known)| *known && change.is_moved())
    };
    let activities: Vec<Across<'_, ActivityChange>> = Across::all(beside.differences, |one| &one.activities);
    let moved: Vec<&Across<'_, ActivityChange>> = activities.iter().filter(|across| is_moved(across)).collect();
    let unmoved = unmoved(activities.len() - moved.len(), moved.is_empty(), beside.words);
    let mut blocks = Vec::new();
    if !moved.is_empty() {
        blocks.push(Block::Grid(grid(&moved, &activities, beside)));
    }
    blocks.extend(unmoved.map(Block::Paragraph));
    blocks
}

fn unmoved(count: usize, is_all: bool, words: Words<'_>) -> Option<String> {
    match (count, is_all) {
        (0, _) => None,
        (_, true) => Some(told::none_moved(words).to_owned()),
        (count, false) => Some(told::unmoved(count, words)),
    }
}

fn grid(moved: &[&Across<'_, ActivityChange>], all: &[Across<'_, ActivityChange>], beside: Beside<'_>) -> Grid {
    let mut columns = vec![Column::words(beside.words.head(Head::ApplicantAndActivity))];
    columns.extend(beside.columns());
    let mut own: HashMap<&str, Vec<&Across<'_, ActivityChange>>> = HashMap::new();
    for across in moved {
        own.entry(across.0[0].applicant.as_str()).or_default().push(across);
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for across in all {
        *counts.entry(across.0[0].applicant.as_str()).or_default() += 1;
    }
    let mut rows = Vec::new();
    for applicant in Across::all(beside.differences, |one| &one.applicants) {
        let id = applicant.0[0].id.as_str();
        let own = own.remove(id).unwrap_or_default();
        match own[..] {
            [] => {}
            [activity] if counts.get(id) == Some(&1) && activity.0[0].title == applicant.0[0].name => {
                rows.extend(activity_rows(activity, RowKind::Alone, beside));
            }
            _ => {
                rows.push(applicant_row(&applicant, counts.get(id) == Some(&1), beside));
                rows.extend(own.iter().flat_map(|activity| activity_rows(activity, RowKind::Item, beside)));
            }
        }
    }
    Grid { columns, rows }
}

/// The name of an applicant; with sums, unless those of its one activity follow at once.
fn applicant_row(applicant: &Across<'_, ApplicantChange>, has_one: bool, beside: Beside<'_>) -> Row {
    let amounts = if has_one { Vec::new() } else { beside.amounts(applicant.0.iter().map(|change| &change.granted)) };
    row(RowKind::Group, applicant.0[0].name.clone(), amounts)
}

fn activity_rows(activity: &Across<'_, ActivityChange>, kind: RowKind, beside: Beside<'_>) -> Vec<Row> {
    let dropped = beside.is_one() && activity.0[0].asked.new.is_none();
    let title = &activity.0[0].title;
    let title = if dropped { told::dropped(title, beside.words) } else { title.clone() };
    let mut rows = vec![row(kind, title, beside.amounts(activity.0.iter().map(|change| &change.granted)))];
    if activity.0.iter().any(|change| change.asked.is_moved()) {
        let asked = told::asked_for(beside.words).to_owned();
        rows.push(row(RowKind::Detail, asked, beside.amounts(activity.0.iter().map(|change| &change.asked))));
    }
    rows
}

pub(super) fn row(kind: RowKind, name: String, amounts: Vec<Cell>) -> Row {
    Row { kind, cells: std::iter::once(Cell::new(name)).chain(amounts).collect() }
}
