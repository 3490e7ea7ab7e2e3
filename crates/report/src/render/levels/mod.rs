//! Decisions on several levels as a document.

mod board;
mod csv;
mod price;

use fordela::Money;
use fordela_words::Words;
use fordela_words::report::head::Head;
use fordela_words::report::levels as told;

use super::{allocation, impossible};
use crate::document::{Block, Cell, Column, Document, Grid, Row, RowKind};
use crate::levels::{LevelReport, LevelsReport};
use crate::{Allocated, ApplicantReport, Found, Report};

pub(super) use csv::csv;

/// The report as a document: the first call, those under it, and what it costs that they decide.
pub(super) fn document(report: &LevelsReport, words: Words<'_>) -> Document {
    let level = &report.level;
    let mut blocks = vec![Block::Title(level.decision.title.clone())];
    blocks.push(Block::Paragraph(headline(report, words)));
    match allocated(&level.decision) {
        Some(allocated) => {
            blocks.push(Block::Grid(sums(allocated, level, words)));
            blocks.push(Block::Paragraph(allocation::proven(allocated, words)));
        }
        None => blocks.extend(infeasible(&level.decision, words)),
    }
    blocks.extend(level.own.iter().flat_map(|own| board::blocks(own, level, words)));
    blocks.extend(price::blocks(level, None, words));
    Document(blocks)
}

/// The allocation of a call that is not impossible.
fn allocated(decision: &Report) -> Option<&Allocated> {
    match &decision.found {
        Found::Optimal(allocated) | Found::WithinGap(allocated) => Some(allocated),
        Found::Infeasible(_) => None,
    }
}

fn infeasible(decision: &Report, words: Words<'_>) -> Vec<Block> {
    match &decision.found {
        Found::Infeasible(infeasible) => impossible::blocks(infeasible, words),
        Found::Optimal(_) | Found::WithinGap(_) => Vec::new(),
    }
}

fn deep(level: &LevelReport) -> usize {
    1 + level.own.iter().map(|own| deep(&own.level)).max().unwrap_or(0)
}

fn headline(report: &LevelsReport, words: Words<'_>) -> String {
    let level = &report.level;
    if level.own.is_empty() && allocated(&level.decision).is_none() {
        return told::undecided(words).to_owned();
    }
    told::headline(deep(level), level.own.len(), report.sums.as_deref(), words)
}

/// What each applicant gets, and by which call it splits that.
fn sums(allocated: &Allocated, level: &LevelReport, words: Words<'_>) -> Grid {
    let mut columns = vec![Column::words(words.head(Head::Applicant))];
    columns.extend([Head::Asked, Head::Gets, Head::Share].map(|head| Column::numbers(words.head(head))));
    columns.extend([Column::drawing(), Column::words(told::split_by(words))]);
    let mut total = Money::ZERO;
    let mut rows: Vec<Row> = Vec::with_capacity(allocated.applicants.len() + 1);
    for applicant in &allocated.applicants {
        let own = level.own.iter().find(|own| own.applicant.id == applicant.id);
        let granted = own.map_or_else(|| in_the_end(applicant, level), |own| own.granted);
        total = total + granted;
        let share = (!applicant.asked.is_zero()).then(|| granted.rational() / applicant.asked.rational());
        let cells = [
            applicant.name.as_str().into(),
            Cell::amount(applicant.asked, words),
            Cell::amount(granted, words),
            allocation::share(share.as_ref(), words),
            allocation::share_bar(share.as_ref()),
            own.map_or("", |own| &own.level.decision.title).into(),
        ];
        rows.push(Row::new(RowKind::Alone, cells));
    }
    let [asked, total] = [allocated.totals.asked, total].map(|sum| Cell::amount(sum, words));
    rows.push(Row::new(RowKind::Total, [words.head(Head::Total).into(), asked, total]));
    Grid { columns, rows }
}

/// What an applicant without a call of its own gets, which is what was decided where people decided the sums.
fn in_the_end(applicant: &ApplicantReport, level: &LevelReport) -> Money {
    let activities = level.delegation.iter().flat_map(|delegation| &delegation.activities);
    let own = activities.filter(|activity| activity.applicant == applicant.id).map(|activity| activity.decided);
    let known: Option<Vec<Money>> = own.collect();
    known.filter(|known| !known.is_empty()).map_or(applicant.granted, |known| known.into_iter().sum())
}
