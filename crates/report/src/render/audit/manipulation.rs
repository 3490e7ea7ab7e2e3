//! What applicants could gain by asking in another way than they need.

use fordela::{Money, Rational, written};
use fordela_words::Words;
use fordela_words::report::audit::manipulation as told;
use fordela_words::report::head::Head;

use crate::audit::{ManipulationReport, TriedReport};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};

pub(super) fn blocks(all: &[ManipulationReport], unit: Money, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned()), Block::Grid(grid(all, unit, words))];
    let ways: Vec<String> = all.iter().flat_map(|one| gains(one, unit, words)).collect();
    if !ways.is_empty() {
        blocks.push(Block::Items(ways));
    }
    blocks.push(Block::Paragraph(explained(all, words)));
    blocks
}

fn grid(all: &[ManipulationReport], unit: Money, words: Words<'_>) -> Grid {
    let mut columns = vec![Column::words(words.head(Head::Applicant)), Column::numbers(words.head(Head::Gets))];
    columns.extend(told::heads(words).map(Column::numbers));
    let row = |one: &ManipulationReport| {
        let [split, merge, inflation, excess] =
            one.kinds().map(|(kind, tried)| Cell::or_dash((tried.tried > 0).then(|| most(tried, kind, unit, words))));
        let granted = Cell::amount_of(&written::half_even(&one.granted, 0), words);
        Row::new(RowKind::Alone, [one.applicant.name.as_str().into(), granted, split, merge, inflation, excess])
    };
    Grid { columns, rows: all.iter().map(row).collect() }
}

/// The most that is gained, in whole kronor. Limits are rounded to units before money is divided, so that a gain of no more
/// than a unit is not told as a sum.
fn most(tried: &TriedReport, kind: &str, unit: Money, words: Words<'_>) -> Cell {
    let most = tried.most(kind);
    if most.is_positive() && most <= unit.rational() {
        return format!("≤ {}", words.amount(unit)).into();
    }
    Cell::difference(&written::half_even(&most, 0), words)
}

/// How each gain of more than a unit is made. What is asked for to get more than is needed says little.
fn gains(one: &ManipulationReport, unit: Money, words: Words<'_>) -> Vec<String> {
    let is_gain = |most: &Rational| *most > unit.rational();
    let way = |(kind, tried): (&'static str, &TriedReport)| {
        let gain = tried.best.as_ref().filter(|_| is_gain(&tried.most(kind)))?;
        Some(format!(
            "{}, {}: {}. {}",
            one.applicant.name,
            name(kind, words),
            most(tried, kind, unit, words).full,
            gain.how
        ))
    };
    one.kinds().into_iter().filter(|(kind, _)| *kind != "excess").filter_map(way).collect()
}

fn name(kind: &str, words: Words<'_>) -> &'static str {
    match kind {
        "split" => told::split(words),
        "merge" => told::merge(words),
        _ => told::ask_for_more(words),
    }
}

fn explained(all: &[ManipulationReport], words: Words<'_>) -> String {
    let count = |of: fn(&TriedReport) -> usize| -> usize {
        all.iter().flat_map(|one| [&one.split, &one.merge, &one.inflation]).map(of).sum()
    };
    told::explained(count(|tried| tried.tried), count(|tried| tried.ways), words)
}
