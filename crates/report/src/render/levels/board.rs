//! What an applicant makes of its sum by its own call.

use std::collections::HashMap;

use fordela::Money;
use fordela_words::Words;
use fordela_words::report::head::Head;
use fordela_words::report::levels::board as told;

use super::super::allocation;
use super::{allocated, infeasible, price};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::levels::{DelegatedReport, LevelReport, OwnReport};
use crate::{ActivityReport, Allocated};

/// The decision of one applicant, and those under it.
pub(super) fn blocks(own: &OwnReport, above: &LevelReport, words: Words<'_>) -> Vec<Block> {
    let heading = format!("{}: {}", own.applicant.name, words.money(own.granted));
    let mut blocks = vec![Block::Heading(heading)];
    blocks.extend(source(own, above, words).map(Block::Paragraph));
    match allocated(&own.level.decision) {
        Some(found) => {
            blocks.push(Block::Grid(grid(found, own, above, words)));
            blocks.extend(left(own, words).map(Block::Paragraph));
            blocks.push(Block::Paragraph(allocation::proven(found, words)));
        }
        None => blocks.extend(infeasible(&own.level.decision, words)),
    }
    blocks.extend(own.level.own.iter().flat_map(|below| self::blocks(below, &own.level, words)));
    blocks.extend(price::blocks(&own.level, Some(&own.applicant.name), words));
    blocks
}

/// Where the money comes from, and by which call it is split.
fn source(own: &OwnReport, above: &LevelReport, words: Words<'_>) -> Option<String> {
    let title = &own.level.decision.title;
    let names: HashMap<&str, &str> =
        allocated(&above.decision)?.funds.iter().map(|f| (f.id.as_str(), f.name.as_str())).collect();
    let by = told::split_by(title, words);
    let Some(from) = own.from.as_ref().filter(|from| !from.is_empty()) else { return Some(by) };
    let paid = |(id, amount): (&String, &Money)| {
        format!("{} {}", names.get(id.as_str()).copied().unwrap_or(id), words.money(*amount))
    };
    Some(format!("{by} {}", told::money_from(&from.iter().map(paid).collect::<Vec<_>>(), words)))
}

fn left(own: &OwnReport, words: Words<'_>) -> Option<String> {
    if own.left.is_zero() {
        return None;
    }
    let left = told::left(own.left, words);
    Some(if own.unplaced.is_zero() { left } else { format!("{left} {}", told::unplaced(own.unplaced, words)) })
}

fn grid(found: &Allocated, own: &OwnReport, above: &LevelReport, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.head(Head::Activity)),
        Column::numbers(words.head(Head::Asked)),
        Column::numbers(told::by_the_level_above(words)),
        Column::numbers(words.head(Head::Gets)),
        Column::numbers(words.head(Head::Difference)),
    ];
    let delegated = above.delegation.iter().flat_map(|delegation| &delegation.activities);
    let known: HashMap<&str, &DelegatedReport> =
        delegated.filter(|one| one.applicant == own.applicant.id).map(|one| (one.id.as_str(), one)).collect();
    let mut rows: Vec<Row> = found
        .activities
        .iter()
        .flat_map(|one| activity_rows(one, known.get(one.id.as_str()).copied(), words))
        .collect();
    let totals = &found.totals;
    let [asked, above, granted] = [totals.asked, own.granted, totals.granted].map(|sum| Cell::amount(sum, words));
    let difference = Cell::difference(&(totals.granted - own.granted).to_string(), words);
    rows.push(Row::new(RowKind::Total, [words.head(Head::Total).into(), asked, above, granted, difference]));
    Grid { columns, rows }
}

fn activity_rows(activity: &ActivityReport, known: Option<&DelegatedReport>, words: Words<'_>) -> Vec<Row> {
    let centre = known.and_then(|known| known.centre);
    let row = Row::new(
        RowKind::Alone,
        [
            activity.title.as_str().into(),
            Cell::amount(activity.asked, words),
            Cell::or_dash(centre.map(|centre| Cell::amount(centre, words))),
            Cell::amount(activity.granted, words),
            Cell::or_dash(centre.map(|centre| Cell::difference(&(activity.granted - centre).to_string(), words))),
        ],
    );
    let lines = activity.lines.iter().map(|line| {
        let granted = Cell::or_dash(line.granted.then(|| Cell::amount(line.paid, words)));
        let cost = Cell::amount(line.cost, words);
        Row::new(RowKind::Detail, [line.title.as_str().into(), cost, Cell::default(), granted])
    });
    std::iter::once(row).chain(lines).collect()
}
