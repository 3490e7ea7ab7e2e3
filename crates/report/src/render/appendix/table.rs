//! Who gets what.

use fordela_words::Words;
use fordela_words::report::appendix::table as told;
use fordela_words::report::head::Head;

use super::comment::Comments;
use super::pictures;
use crate::appendix::{AppendixActivity, AppendixApplicant, AppendixReport};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::names::Names;
use crate::render::allocation;
use crate::share;

/// The applicants; then the activities of those that have several, where it is known what each gets.
pub(super) fn blocks(report: &AppendixReport, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let comments = Comments::of(report, names, words);
    let mut blocks =
        vec![Block::Heading(told::heading(words).to_owned()), Block::Grid(applicants(report, &comments, words))];
    blocks.push(pictures::asked_and_granted(report, words));
    if knows_activities(report) && report.applicants.iter().any(has_several) {
        let heading = told::activities_heading(words).to_owned();
        blocks.extend([Block::Heading(heading), Block::Grid(activities(report, &comments, words))]);
    }
    blocks
}

/// Whether it is known what each activity gets.
pub(super) fn knows_activities(report: &AppendixReport) -> bool {
    report.applicants.iter().flat_map(|one| &one.activities).all(|activity| activity.granted.is_some())
}

fn has_several(applicant: &AppendixApplicant) -> bool {
    applicant.activities.len() > 1
}

fn applicants(report: &AppendixReport, comments: &Comments<'_, '_>, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.head(Head::Applicant)),
        Column::words(told::asked_for(words)),
        Column::numbers(told::asked(words)),
        Column::numbers(told::granted(report.is_decided(), words)),
        Column::words(told::comment(words)),
    ];
    let row = |applicant: &AppendixApplicant| {
        let titles: Vec<&str> = applicant.activities.iter().map(|activity| activity.title.as_str()).collect();
        let granted = Cell::or_dash(applicant.granted.map(|sum| Cell::amount(sum, words)));
        let comment = comments.of_applicant(applicant);
        let asked = Cell::amount(applicant.asked, words);
        Row::new(
            RowKind::Alone,
            [applicant.name.as_str().into(), titles.join("; ").into(), asked, granted, comment.into()],
        )
    };
    let mut rows: Vec<Row> = report.applicants.iter().map(row).collect();
    let granted = Cell::or_dash(report.totals.granted.map(|sum| Cell::amount(sum, words)));
    let asked = Cell::amount(report.totals.asked, words);
    rows.push(Row::new(RowKind::Total, [words.head(Head::Total).into(), Cell::default(), asked, granted]));
    Grid { columns, rows }
}

fn activities(report: &AppendixReport, comments: &Comments<'_, '_>, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.head(Head::ApplicantAndActivity)),
        Column::numbers(told::asked(words)),
        Column::numbers(told::granted(report.is_decided(), words)),
        Column::numbers(words.head(Head::Share)),
        Column::words(told::comment(words)),
    ];
    let mut rows = Vec::new();
    for applicant in report.applicants.iter().filter(|one| has_several(one)) {
        rows.push(Row::new(RowKind::Group, sums(&applicant.name, applicant.asked, applicant.granted, words)));
        let row = |activity: &AppendixActivity| {
            let mut row = Row::new(RowKind::Item, sums(&activity.title, activity.asked, activity.granted, words));
            row.cells.push(comments.of_activity(activity).into());
            row
        };
        rows.extend(applicant.activities.iter().map(row));
    }
    Grid { columns, rows }
}

fn sums(name: &str, asked: fordela::Money, granted: Option<fordela::Money>, words: Words<'_>) -> [Cell; 4] {
    let part = granted.and_then(|granted| share(granted, asked));
    let granted = Cell::or_dash(granted.map(|sum| Cell::amount(sum, words)));
    [name.into(), Cell::amount(asked, words), granted, allocation::share(part.as_ref(), words)]
}
