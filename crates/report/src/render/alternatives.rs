//! Other allocations that are nearly as good, as a document.

use fordela::alternatives::End;
use fordela::written;
use fordela_words::Words;
use fordela_words::report::alternatives as told;
use fordela_words::report::head::Head;

use super::differences::{self, Heads, letter};
use super::impossible;
use crate::document::{Block, Cell, Column, Document, Grid, Row, RowKind};
use crate::{AlternativeReport, AlternativesReport, DifferenceReport};

/// The report as a document.
pub(super) fn document(report: &AlternativesReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone())];
    if let Some(infeasible) = report.answered.infeasible() {
        blocks.extend(impossible::blocks(infeasible, words));
        return Document(blocks);
    }
    let headline = |value| told::headline(value, report.within, report.apart, words);
    blocks.extend(report.value.as_ref().map(headline).map(Block::Paragraph));
    blocks.extend(fewer(report, words).map(Block::Paragraph));
    if report.alternatives.is_empty() {
        return Document(blocks);
    }
    blocks.push(Block::Grid(grid(report, words)));
    let all: Vec<&DifferenceReport> = report.alternatives.iter().map(|one| &one.difference).collect();
    let heads = Heads { old: told::suggestion(words), new: told::alternative(words) };
    blocks.extend(differences::blocks(&all, heads, words));
    Document(blocks)
}

/// Why there are fewer than were asked for, where there are.
fn fewer(report: &AlternativesReport, words: Words<'_>) -> Option<String> {
    let (found, most) = (report.alternatives.len(), report.most);
    match (report.end?, found) {
        (End::Enough, _) => None,
        (End::NoMore, 0) => Some(told::none(words).to_owned()),
        (End::NoMore, found) => Some(told::no_more(found, most, words)),
        (End::Unknown, 0) => Some(told::none_found(words).to_owned()),
        (End::Unknown, found) => Some(told::fewer_found(found, most, words)),
    }
}

fn grid(report: &AlternativesReport, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(told::alternative(words)),
        Column::numbers(words.head(Head::Value)),
        Column::numbers(told::loses(words)),
        Column::numbers(told::part_of_value(words)),
    ];
    let row = |(n, one): (usize, &AlternativeReport)| {
        let name = told::way(one.way, words);
        let value = one.difference.value.new.as_ref().map(|value| Cell::number(&written::value(value), words));
        let loss = Cell::number(&written::half_even(&one.loss, 2), words);
        let share = Cell::or_dash(one.loss_share.as_ref().map(|share| Cell::share(share, words)));
        Row::new(RowKind::Alone, [format!("{}. {name}", letter(n)).into(), value.unwrap_or_default(), loss, share])
    };
    Grid { columns, rows: report.alternatives.iter().enumerate().map(row).collect() }
}
