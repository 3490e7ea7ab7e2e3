//! How far apart shares are, and how unequal.

use fordela::{Rational, written};
use fordela_words::Words;
use fordela_words::report::audit::{named, shares as told};
use fordela_words::report::head::Head;

use crate::audit::{AuditFound, EndReport, GroupWord, SharesReport, TheilReport, TheilSplitReport};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};

/// Of more than this who have the same share, only the first are named.
const MOST_NAMED: usize = 3;

pub(super) fn blocks(found: &AuditFound, words: Words<'_>) -> Vec<Block> {
    let shares = &found.shares;
    let levels = [
        (words.head(Head::Applicants), Some(&shares.applicants)),
        (words.head(Head::Activities), shares.activities.as_ref()),
    ];
    let known: Vec<(&str, &SharesReport)> =
        levels.into_iter().filter_map(|(name, level)| Some((name, level?))).collect();
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned()), Block::Grid(grid(&known, words))];
    blocks.push(Block::Items(known.iter().flat_map(|(name, level)| ends(name, level, words)).collect()));
    blocks.push(Block::Paragraph(told::explained(words).to_owned()));
    if let Some(theil) = &found.theil {
        blocks.push(Block::Heading(told::parts(words).to_owned()));
        let has_areas = found.groups.iter().any(|group| group.kind == GroupWord::Area);
        blocks.push(Block::Grid(parts(theil, has_areas, words)));
        blocks.push(Block::Paragraph(told::parts_explained(has_areas, words)));
    }
    blocks
}

fn grid(known: &[(&str, &SharesReport)], words: Words<'_>) -> Grid {
    let mut columns = vec![Column::words("")];
    columns.extend(told::heads(words).into_iter().chain([told::GINI, told::JAIN]).map(Column::numbers));
    let row = |(name, level): &(&str, &SharesReport)| {
        let end = |end: Option<&EndReport>| Cell::or_dash(end.map(|end| Cell::share(&end.share, words)));
        let spread = level.spread.as_ref();
        let points = |part: &Rational| Cell::number(&written::half_even(&(part * &Rational::from(100_i64)), 1), words);
        let index = |index: &Option<Rational>| {
            Cell::or_dash(index.as_ref().map(|index| Cell::number(&written::half_even(index, 3), words)))
        };
        Row::new(
            RowKind::Alone,
            [
                (*name).into(),
                Cell::number(&level.count.to_string(), words),
                end(spread.map(|spread| &spread.least)),
                end(spread.map(|spread| &spread.largest)),
                Cell::or_dash(spread.map(|spread| points(&spread.width))),
                index(&level.shares.gini),
                index(&level.shares.jain),
            ],
        )
    };
    Grid { columns, rows: known.iter().map(row).collect() }
}

/// Who has the least and the largest share.
fn ends(name: &str, level: &SharesReport, words: Words<'_>) -> Vec<String> {
    let Some(spread) = &level.spread else { return Vec::new() };
    let (least, largest) = (&spread.least, &spread.largest);
    vec![
        told::least(name, &least.share, &whose(least, words), words),
        told::largest(name, &largest.share, &whose(largest, words), words),
    ]
}

fn whose(end: &EndReport, words: Words<'_>) -> String {
    let first: Vec<&str> = end.whose.iter().take(MOST_NAMED).map(|party| party.name.as_str()).collect();
    named(&first, end.whose.len() - first.len(), words)
}

/// Theil's index and its parts; by area where there are any.
fn parts(theil: &TheilReport, has_areas: bool, words: Words<'_>) -> Grid {
    let [by, between, within, total] = told::parts_heads(words);
    let mut columns = vec![Column::words(by)];
    columns.extend([between, within, total].map(Column::numbers));
    let row = |name: &str, split: &TheilSplitReport| {
        let number = |number: f64| Cell::number(&format!("{number:.4}"), words);
        let numbers = [split.between, split.within, split.total].map(number);
        let [between, within, total] = numbers;
        Row::new(RowKind::Alone, [name.into(), between, within, total])
    };
    let mut rows = vec![row(told::by_applicant(words), &theil.applicants)];
    rows.extend(has_areas.then(|| row(told::by_area(words), &theil.areas)));
    Grid { columns, rows }
}
