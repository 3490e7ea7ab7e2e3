//! An allocation as a document.

use std::collections::HashMap;

use fordela::{Rational, written};
use fordela_words::Words;
use fordela_words::report::allocation as told;
use fordela_words::report::head::Head;

use super::why::{self, Titles};
use super::{impossible, money_by_fund, risk, rules, sharing, source};
use crate::document::{Block, Cell, Column, ColumnKind, Document, Grid, Row, RowKind, bar};
use crate::{ActivityReport, Allocated, ApplicantReport, Found, Report};

/// The report as a document.
pub(super) fn document(report: &Report, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone())];
    match &report.found {
        Found::Infeasible(infeasible) => blocks.extend(impossible::blocks(infeasible, words)),
        Found::Optimal(allocated) | Found::WithinGap(allocated) => {
            blocks.push(Block::Paragraph(headline(report, allocated, words)));
            blocks.extend(allocated.sharing.iter().map(|how| Block::Paragraph(sharing::headline(how, words))));
            blocks.push(Block::Grid(grid(allocated, words)));
            blocks.extend(money_by_fund::blocks(allocated, words));
            blocks.extend(allocated.risk.iter().flat_map(|risk| risk::blocks(risk, words)));
            blocks.extend(rules::blocks(allocated, words));
            blocks.push(Block::Heading(told::proof(words).to_owned()));
            blocks.push(Block::Paragraph(proven(allocated, words)));
        }
    }
    Document(blocks)
}

/// The same with where the figures come from, and the grants as a table of a row each, which can be changed and read again. The
/// table does not say who pays: that is found anew for what was changed.
pub(super) fn workbook(report: &Report, words: Words<'_>) -> Document {
    let Document(mut blocks) = document(report, words);
    blocks.extend(source::of_call(&report.provenance, words));
    match &report.found {
        Found::Infeasible(_) => {}
        Found::Optimal(allocated) | Found::WithinGap(allocated) => {
            blocks.push(Block::Heading(told::decision(words).to_owned()));
            blocks.push(Block::Grid(decision(allocated, words)));
        }
    }
    Document(blocks)
}

/// A row for each activity, under heads that are known where a decision is read.
fn decision(allocated: &Allocated, words: Words<'_>) -> Grid {
    let mut columns = [Head::Applicant, Head::Activity].map(|head| Column::words(words.head(head))).to_vec();
    columns.extend([Head::Asked, Head::Granted].map(|head| Column::numbers(words.head(head))));
    let names: HashMap<&str, &str> =
        allocated.applicants.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
    let row = |activity: &ActivityReport| {
        let applicant = names.get(activity.applicant.as_str()).copied().unwrap_or(&activity.applicant);
        let [asked, granted] = [activity.asked, activity.granted].map(|sum| Cell::amount(sum, words));
        Row::new(RowKind::Alone, [applicant.into(), activity.title.as_str().into(), asked, granted])
    };
    Grid { columns, rows: allocated.activities.iter().map(row).collect() }
}

fn headline(report: &Report, allocated: &Allocated, words: Words<'_>) -> String {
    told::headline(allocated.totals.budget, allocated.totals.asked, report.unit, words)
}

fn grid(allocated: &Allocated, words: Words<'_>) -> Grid {
    let columns = columns(words);
    let mut rows = Vec::new();
    let mut by_applicant: HashMap<&str, Vec<&ActivityReport>> = HashMap::new();
    let titles: Titles<'_> = allocated.activities.iter().map(|one| (one.id.as_str(), one.title.as_str())).collect();
    for activity in &allocated.activities {
        by_applicant.entry(&activity.applicant).or_default().push(activity);
    }
    for applicant in &allocated.applicants {
        let own = by_applicant.remove(applicant.id.as_str()).unwrap_or_default();
        match own[..] {
            [activity] if activity.title == applicant.name => {
                rows.extend(activity_rows(activity, RowKind::Alone, &titles, words));
            }
            _ => {
                rows.push(applicant_row(applicant, own.len(), words));
                rows.extend(own.iter().flat_map(|activity| activity_rows(activity, RowKind::Item, &titles, words)));
            }
        }
    }
    rows.push(total_row(allocated, words));
    Grid { columns, rows }
}

fn columns(words: Words<'_>) -> Vec<Column> {
    vec![
        Column::words(words.head(Head::ApplicantAndActivity)),
        Column::numbers(words.head(Head::Asked)),
        Column::numbers(words.head(Head::Suggested)),
        Column::numbers(words.head(Head::Share)),
        Column::drawing(),
        Column {
            head: Cell::or(words.head(Head::Priority), words.head(Head::PriorityShort)),
            kind: ColumnKind::Numbers,
        },
        Column::words(told::why(words)),
    ]
}

fn total_row(allocated: &Allocated, words: Words<'_>) -> Row {
    let totals = &allocated.totals;
    let share = totals.share.as_ref();
    let sum = words.head(Head::Total);
    let (asked, granted) = (Cell::amount(totals.asked, words), Cell::amount(totals.granted, words));
    Row::new(RowKind::Total, [sum.into(), asked, granted, self::share(share, words), share_bar(share)])
}

/// The name of an applicant; with sums, unless those of its one activity follow at once.
fn applicant_row(applicant: &ApplicantReport, activities: usize, words: Words<'_>) -> Row {
    let name = applicant.name.clone();
    if activities == 1 {
        return Row::new(RowKind::Group, [name]);
    }
    let share = applicant.share.as_ref();
    let (asked, granted) = (Cell::amount(applicant.asked, words), Cell::amount(applicant.granted, words));
    Row::new(RowKind::Group, [name.into(), asked, granted, self::share(share, words), share_bar(share)])
}

fn activity_rows(activity: &ActivityReport, kind: RowKind, titles: &Titles<'_>, words: Words<'_>) -> Vec<Row> {
    let share = activity.share.as_ref();
    let mut row = Row::new(
        kind,
        [
            activity.title.as_str().into(),
            Cell::amount(activity.asked, words),
            Cell::amount(activity.granted, words),
            self::share(share, words),
            share_bar(share),
            Cell::number(&written::half_even(&activity.priority, 2), words),
        ],
    );
    row.cells.push(why::cell(&activity.id, &activity.reason, titles, words));
    let lines = activity.lines.iter().map(|line| {
        let granted = Cell::or_dash(line.granted.then(|| Cell::amount(line.paid, words)));
        Row::new(RowKind::Detail, [line.title.as_str().into(), Cell::amount(line.cost, words), granted])
    });
    std::iter::once(row).chain(lines).collect()
}

pub(super) fn share(share: Option<&Rational>, words: Words<'_>) -> Cell {
    Cell::or_dash(share.map(|share| Cell::share(share, words)))
}

pub(super) fn share_bar(share: Option<&Rational>) -> Cell {
    Cell::new(share.map(bar).unwrap_or_default())
}

/// What is proven of an allocation, by the objective of its call.
pub(super) fn proven(allocated: &Allocated, words: Words<'_>) -> String {
    match &allocated.sharing {
        Some(how) => sharing::proof(allocated, how, words),
        None => proof(allocated, words),
    }
}

fn proof(allocated: &Allocated, words: Words<'_>) -> String {
    let Allocated { value, bound, gap, gap_share, .. } = allocated;
    if gap.is_zero() { told::best(value, words) } else { told::nearly_best(value, bound, gap_share, words) }
}
