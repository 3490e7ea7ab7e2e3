//! What limits are worth, and who would get a little more.

use fordela::{Rational, written};
use fordela_words::Words;
use fordela_words::report::explain::limits as told;
use fordela_words::report::head::Head;

use super::super::{impossible, limit};
use super::listed;
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::explain::{LimitOf, LimitReport, MoveReport};

pub(super) fn blocks(limits: &[LimitReport], words: Words<'_>) -> Vec<Block> {
    if limits.is_empty() {
        return Vec::new();
    }
    let mut explained = told::explained(words);
    if limits.iter().any(|limit| matches!(limit.of, LimitOf::Fund { .. })) {
        explained.push_str(told::in_proportion(words));
    }
    let mut blocks = vec![
        Block::Heading(told::heading(words).to_owned()),
        Block::Grid(grid(limits, words)),
        Block::Paragraph(explained),
    ];
    if let Some(more) = limits.iter().find_map(|limit| limit.more.as_ref()) {
        blocks.push(Block::Heading(told::if_higher(more.by, words)));
        blocks.push(Block::Items(limits.iter().map(|limit| item(limit, words)).collect()));
    }
    blocks
}

fn grid(limits: &[LimitReport], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.head(Head::Limit)),
        Column::numbers(words.head(Head::Amount)),
        Column::numbers(told::one_less(words)),
        Column::numbers(told::one_more(words)),
    ];
    let price = |price: &Option<Rational>| {
        Cell::or_dash(price.as_ref().map(|price| Cell::number(&written::significant(price), words)))
    };
    let row = |limit: &LimitReport| {
        let amount = match &limit.of {
            LimitOf::Budget { amount } | LimitOf::Fund { amount, .. } => Cell::amount(*amount, words),
            LimitOf::Rule { case, amount } => limit::in_money(case.kind, amount, words).into(),
        };
        Row::new(
            RowKind::Alone,
            [name(limit, words).into(), amount, price(&limit.price_less), price(&limit.price_more)],
        )
    };
    Grid { columns, rows: limits.iter().map(row).collect() }
}

fn name(limit: &LimitReport, words: Words<'_>) -> String {
    match &limit.of {
        LimitOf::Budget { .. } => told::budget(words).to_owned(),
        LimitOf::Fund { name, .. } => told::fund(name, words),
        LimitOf::Rule { case, .. } => told::rule(case.kind, &case.name, &impossible::whom(case, words), words),
    }
}

fn item(limit: &LimitReport, words: Words<'_>) -> String {
    let name = name(limit, words);
    let Some(more) = &limit.more else {
        return format!("{name}: {}", told::impossible(words));
    };
    if more.moves.is_empty() {
        return format!("{name}: {}", told::nothing_changes(words));
    }
    format!("{name}: {}. {}", moves(&more.moves, words), told::value(&more.value, words))
}

/// `A +600 kr, B −200 kr`: those who get more first.
pub(super) fn moves(moves: &[MoveReport], words: Words<'_>) -> String {
    let (more, less): (Vec<&MoveReport>, Vec<&MoveReport>) = moves.iter().partition(|one| one.by.is_positive());
    let one = |one: &MoveReport| {
        let by = if one.by.is_integer() { written::exact(&one.by) } else { written::half_even(&one.by, 2) };
        format!("{} {}\u{a0}{}", one.title, words.signed(&by), words.mark())
    };
    let list = |all: Vec<&MoveReport>| listed(words, &all.into_iter().map(one).collect::<Vec<_>>());
    let (more, less) = (list(more), list(less));
    if more.is_empty() || less.is_empty() { format!("{more}{less}") } else { format!("{more}; {less}") }
}
