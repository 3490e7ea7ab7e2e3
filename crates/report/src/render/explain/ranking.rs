//! The ranking by priority beside the suggestion.

use fordela::written;
use fordela_words::Words;

use crate::document::{Block, Cell, Column, ColumnKind, Grid, Row, RowKind};
use crate::explain::{CauseReport, RankedReport};

pub(super) fn blocks(ranking: &[RankedReport], words: Words<'_>) -> Vec<Block> {
    let mut by_hand = words
        .pick(
            "Enbart efter rangordning: pengarna delas ut uppifrån i listan, så att var och en får allt den söker så långt de \
             räcker, utan hänsyn till regler och beroenden. Orsaken är den enskilda faktor som förklarar mest av \
             skillnaden.",
            "By hand: the money is handed out down the list, to each all that it asks for as far as it goes, whatever the \
             rules and links say. The cause is the rule or other thing that by itself makes most of the difference.",
        )
        .to_owned();
    if ranking.iter().any(|ranked| ranked.cause == Some(CauseReport::Together)) {
        by_hand.push_str(words.pick(
            " Samspel: ingen enskild faktor, utan lika prioritet delas lika, regler samverkar eller val som passar ihop är \
             värda mer.",
            " Interplay: no cause by itself; equal priorities share equally, rules act together, or choices that fit \
             together are worth more.",
        ));
    }
    vec![
        Block::Heading(
            words.pick("Rangordningen jämförd med förslaget", "The ranking beside the suggestion").to_owned(),
        ),
        Block::Grid(grid(ranking, words)),
        Block::Paragraph(by_hand),
    ]
}

fn grid(ranking: &[RankedReport], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::numbers(words.pick("Nr", "No")),
        Column::words(words.pick("Aktivitet", "Activity")),
        Column {
            head: Cell::or(words.pick("Prioritet", "Priority"), words.pick("Prio", "Prio")),
            kind: ColumnKind::Numbers,
        },
        Column::numbers(words.pick("Enbart efter rangordning", "By hand")),
        Column::numbers(words.pick("Förslag", "Granted")),
        Column::numbers(words.pick("Skillnad", "Difference")),
        Column::words(words.pick("Orsak", "Cause")),
    ];
    Grid { columns, rows: ranking.iter().map(|ranked| row(ranked, words)).collect() }
}

fn row(ranked: &RankedReport, words: Words<'_>) -> Row {
    let mut row = Row::new(
        RowKind::Alone,
        [
            ranked.rank.to_string(),
            ranked.title.clone(),
            words.number(&written::half_even(&ranked.priority, 2)),
            words.amount(ranked.by_hand),
            words.amount(ranked.granted),
            words.signed(&ranked.difference.to_string()),
        ],
    );
    row.cells.push(ranked.cause.as_ref().map_or_else(Cell::default, |cause| self::cause(cause, words)));
    row
}

fn cause(cause: &CauseReport, words: Words<'_>) -> Cell {
    match cause {
        CauseReport::Rule { rule, name } => Cell::or(name.as_str(), rule.as_str()),
        CauseReport::Links => Cell::new(words.pick("beroenden", "links")),
        CauseReport::Sharing => Cell::new(words.pick("delningen", "the sharing")),
        CauseReport::Diminishing => Cell::new(words.pick("avtagande värde", "falling value")),
        CauseReport::Together => Cell::new(words.pick("samspel", "interplay")),
        CauseReport::Untried => Cell::new(words.pick("inte prövat", "not tried")),
    }
}
