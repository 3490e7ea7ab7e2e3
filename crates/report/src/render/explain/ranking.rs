//! The ranking by priority beside the suggestion.

use fordela::written;
use fordela_words::Words;
use fordela_words::report::explain::ranking as told;
use fordela_words::report::head::Head;

use crate::document::{Block, Cell, Column, ColumnKind, Grid, Row, RowKind};
use crate::explain::{CauseReport, RankedReport};

pub(super) fn blocks(ranking: &[RankedReport], words: Words<'_>) -> Vec<Block> {
    let mut explained = told::explained(words).to_owned();
    if ranking.iter().any(|ranked| ranked.cause == Some(CauseReport::Together)) {
        explained.push_str(told::interplay_explained(words));
    }
    vec![
        Block::Heading(told::heading(words).to_owned()),
        Block::Grid(grid(ranking, words)),
        Block::Paragraph(explained),
    ]
}

fn grid(ranking: &[RankedReport], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::numbers(told::number(words)),
        Column::words(words.head(Head::Activity)),
        Column {
            head: Cell::or(words.head(Head::Priority), words.head(Head::PriorityShort)),
            kind: ColumnKind::Numbers,
        },
        Column::numbers(told::by_hand(words)),
        Column::numbers(told::granted(words)),
        Column::numbers(words.head(Head::Difference)),
        Column::words(told::cause(words)),
    ];
    Grid { columns, rows: ranking.iter().map(|ranked| row(ranked, words)).collect() }
}

fn row(ranked: &RankedReport, words: Words<'_>) -> Row {
    let mut row = Row::new(
        RowKind::Alone,
        [
            Cell::plain(ranked.rank.to_string()),
            ranked.title.as_str().into(),
            Cell::number(&written::half_even(&ranked.priority, 2), words),
            Cell::amount(ranked.by_hand, words),
            Cell::amount(ranked.granted, words),
            Cell::difference(&ranked.difference.to_string(), words),
        ],
    );
    row.cells.push(ranked.cause.as_ref().map_or_else(Cell::default, |cause| self::cause(cause, words)));
    row
}

fn cause(cause: &CauseReport, words: Words<'_>) -> Cell {
    match cause {
        CauseReport::Rule { rule, name } => Cell::or(name.as_str(), rule.as_str()),
        CauseReport::Links => Cell::new(told::links(words)),
        CauseReport::Sharing => Cell::new(told::sharing(words)),
        CauseReport::Diminishing => Cell::new(told::falling_value(words)),
        CauseReport::Together => Cell::new(told::interplay(words)),
        CauseReport::Untried => Cell::new(told::not_tried(words)),
    }
}
