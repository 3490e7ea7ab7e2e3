//! What an applicant makes of its sum by its own call.

use std::collections::HashMap;

use fordela::Money;
use fordela_words::Words;
use fordela_words::report::head::Head;
use fordela_words::report::levels::board as told;

use super::super::allocation;
use super::{allocated, infeasible, price};
use crate::document::{Block, Column, Grid, Row, RowKind};
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
    let sum = words.head(Head::Total).to_owned();
    let totals = &found.totals;
    let granted = words.amount(totals.granted);
    let difference = words.signed(&(totals.granted - own.granted).to_string());
    rows.push(Row::new(
        RowKind::Total,
        [sum, words.amount(totals.asked), words.amount(own.granted), granted, difference],
    ));
    Grid { columns, rows }
}

fn activity_rows(activity: &ActivityReport, known: Option<&DelegatedReport>, words: Words<'_>) -> Vec<Row> {
    let dash = || "–".to_owned();
    let centre = known.and_then(|known| known.centre);
    let row = Row::new(
        RowKind::Alone,
        [
            activity.title.clone(),
            words.amount(activity.asked),
            centre.map_or_else(dash, |centre| words.amount(centre)),
            words.amount(activity.granted),
            centre.map_or_else(dash, |centre| words.signed(&(activity.granted - centre).to_string())),
        ],
    );
    let lines = activity.lines.iter().map(|line| {
        let granted = if line.granted { words.amount(line.paid) } else { dash() };
        Row::new(RowKind::Detail, [line.title.clone(), words.amount(line.cost), String::new(), granted])
    });
    std::iter::once(row).chain(lines).collect()
}
