//! What it costs that applicants decide themselves.

use fordela::{Rational, written};
use fordela_words::Words;
use fordela_words::report::levels::price as told;

use super::super::audit;
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::levels::{BoardReport, DelegationReport, LevelReport, UnlistedReport};

/// The price of delegation; `of` is whose call it is in the value of, where that is not the first.
pub(super) fn blocks(level: &LevelReport, of: Option<&str>, words: Words<'_>) -> Vec<Block> {
    let Some(delegation) = &level.delegation else { return Vec::new() };
    let mut blocks = vec![Block::Heading(told::heading(of, words))];
    blocks.push(Block::Paragraph(price(delegation, words)));
    blocks.push(Block::Grid(grid(delegation, words)));
    let items: Vec<String> =
        unlisted(&delegation.unlisted, words).into_iter().chain(left_out(delegation, words)).collect();
    blocks.extend((!items.is_empty()).then_some(Block::Items(items)));
    blocks.extend(delegation.breaches.as_ref().map(|breaches| audit::breaches(breaches, words)).unwrap_or_default());
    blocks
}

fn price(delegation: &DelegationReport, words: Words<'_>) -> String {
    match (&delegation.centre, &delegation.value, &delegation.price) {
        (Some(centre), Some(value), Some(price)) => {
            told::price([centre, value, price], delegation.price_share.as_ref(), words)
        }
        _ => told::unknown(words).to_owned(),
    }
}

fn grid(delegation: &DelegationReport, words: Words<'_>) -> Grid {
    let [whose, centre, decided, price] = told::heads(words);
    let mut columns = vec![Column::words(whose)];
    columns.extend([centre, decided, price].map(Column::numbers));
    let text = |number: &Option<Rational>, as_text: fn(&Rational) -> String| {
        Cell::or_dash(number.as_ref().map(|number| Cell::number(&as_text(number), words)))
    };
    let value = |number: &Option<Rational>| text(number, written::value);
    let price = |number: &Option<Rational>| text(number, |price| written::half_even(price, 2));
    let row = |board: &BoardReport| {
        let cells =
            [board.applicant.name.as_str().into(), value(&board.centre), value(&board.value), price(&board.price)];
        Row::new(RowKind::Alone, cells)
    };
    let mut rows: Vec<Row> = delegation.boards.iter().map(row).collect();
    let sums = [told::all(words).into(), value(&delegation.centre), value(&delegation.value), price(&delegation.price)];
    rows.push(Row::new(RowKind::Total, sums));
    Grid { columns, rows }
}

/// What this level does not know, one item an applicant.
fn unlisted(unlisted: &[UnlistedReport], words: Words<'_>) -> Vec<String> {
    let mut items: Vec<(&str, &str, Vec<String>)> = Vec::new();
    for one in unlisted {
        let told = match one.granted {
            Some(granted) => format!("{} ({})", one.activity.name, words.money(granted)),
            None => one.activity.name.clone(),
        };
        match items.last_mut() {
            Some((id, _, names)) if *id == one.applicant.id => names.push(told),
            _ => items.push((&one.applicant.id, &one.applicant.name, vec![told])),
        }
    }
    items.into_iter().map(|(_, applicant, activities)| told::unlisted(applicant, &activities, words)).collect()
}

fn left_out(delegation: &DelegationReport, words: Words<'_>) -> Option<String> {
    let names: Vec<&str> = delegation.left_out.iter().map(|activity| activity.name.as_str()).collect();
    (!names.is_empty()).then(|| told::left_out(&names, words))
}
