//! How far apart shares are, and how unequal.

use fordela::{Lang, Rational, written};
use fordela_words::Words;

use crate::audit::{AuditFound, EndReport, GroupWord, SharesReport, TheilReport, TheilSplitReport};
use crate::document::{Block, Column, Grid, Row, RowKind};

/// Of more than this who have the same share, only the first are named.
const MOST_NAMED: usize = 3;

pub(super) fn blocks(found: &AuditFound, words: Words<'_>) -> Vec<Block> {
    let shares = &found.shares;
    let levels = [
        (words.pick("Sökande", "Applicants"), Some(&shares.applicants)),
        (words.pick("Aktiviteter", "Activities"), shares.activities.as_ref()),
    ];
    let told: Vec<(&str, &SharesReport)> =
        levels.into_iter().filter_map(|(name, level)| Some((name, level?))).collect();
    let heading = words.pick("Andel av sökt belopp", "Share of what was asked for");
    let mut blocks = vec![Block::Heading(heading.to_owned()), Block::Grid(grid(&told, words))];
    blocks.push(Block::Items(told.iter().flat_map(|(name, level)| ends(name, level, words)).collect()));
    blocks.push(Block::Paragraph(explained(words)));
    if let Some(theil) = &found.theil {
        blocks.push(Block::Heading(words.pick("Var ojämnheten finns", "Where the inequality is").to_owned()));
        let has_areas = found.groups.iter().any(|group| group.kind == GroupWord::Area);
        blocks.push(Block::Grid(parts(theil, has_areas, words)));
        blocks.push(Block::Paragraph(parts_explained(has_areas, words)));
    }
    blocks
}

fn explained(words: Words<'_>) -> String {
    words
        .pick(
            "Spridning: den högsta andelen minus den lägsta, i procentenheter. Gini: 0 när alla har samma andel, nära 1 när \
             en har allt. Jain: 1 när alla har samma andel, lägre ju ojämnare de är.",
            "Spread: the largest share less the least, in percentage points. Gini: 0 when all have the same share, near 1 \
             when one has everything. Jain: 1 when all have the same share, lower the more unequal they are.",
        )
        .to_owned()
}

fn grid(told: &[(&str, &SharesReport)], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(""),
        Column::numbers(words.pick("Antal", "Count")),
        Column::numbers(words.pick("Lägst", "Least")),
        Column::numbers(words.pick("Högst", "Largest")),
        Column::numbers(words.pick("Spridning", "Spread")),
        Column::numbers("Gini"),
        Column::numbers("Jain"),
    ];
    let row = |(name, level): &(&str, &SharesReport)| {
        let end = |end: Option<&EndReport>| end.map_or_else(dash, |end| words.share(&end.share));
        let spread = level.spread.as_ref();
        let points = |part: &Rational| words.number(&written::half_even(&(part * &Rational::from(100_i64)), 1));
        let index = |index: &Option<Rational>| {
            index.as_ref().map_or_else(dash, |index| words.number(&written::half_even(index, 3)))
        };
        Row::new(
            RowKind::Alone,
            [
                (*name).to_owned(),
                words.number(&level.count.to_string()),
                end(spread.map(|spread| &spread.least)),
                end(spread.map(|spread| &spread.largest)),
                spread.map_or_else(dash, |spread| points(&spread.width)),
                index(&level.shares.gini),
                index(&level.shares.jain),
            ],
        )
    };
    Grid { columns, rows: told.iter().map(row).collect() }
}

pub(super) fn dash() -> String {
    "–".to_owned()
}

/// Who has the least and the largest share.
fn ends(name: &str, level: &SharesReport, words: Words<'_>) -> Vec<String> {
    let Some(spread) = &level.spread else { return Vec::new() };
    let (least, largest) = (words.pick("lägst", "least"), words.pick("högst", "largest"));
    let told = [(least, &spread.least), (largest, &spread.largest)];
    told.map(|(which, end)| format!("{name}, {which} {}: {}.", words.share(&end.share), named(end, words))).to_vec()
}

fn named(end: &EndReport, words: Words<'_>) -> String {
    let names: Vec<&str> = end.whose.iter().take(MOST_NAMED).map(|party| party.name.as_str()).collect();
    let more = end.whose.len() - names.len();
    match (more, words.lang) {
        (0, _) => names.join("; "),
        (_, Lang::Sv) => format!("{}; och {} till", names.join("; "), words.counted_within(more)),
        (_, Lang::En) => format!("{}; and {} more", names.join("; "), words.counted_within(more)),
    }
}

/// Theil's index and its parts; by area where there are any.
fn parts(theil: &TheilReport, has_areas: bool, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Aktiviteternas andelar, grupperade efter", "Shares of activities, grouped by")),
        Column::numbers(words.pick("Mellan grupper", "Between groups")),
        Column::numbers(words.pick("Inom grupper", "Within groups")),
        Column::numbers(words.pick("Sammanlagt (Theil)", "In all (Theil)")),
    ];
    let row = |name: &str, split: &TheilSplitReport| {
        let number = |number: f64| words.number(&format!("{number:.4}"));
        let numbers = [split.between, split.within, split.total].map(number);
        let [between, within, total] = numbers;
        Row::new(RowKind::Alone, [name.to_owned(), between, within, total])
    };
    let mut rows = vec![row(words.pick("sökande", "applicant"), &theil.applicants)];
    rows.extend(has_areas.then(|| row(words.pick("område", "area"), &theil.areas)));
    Grid { columns, rows }
}

fn parts_explained(has_areas: bool, words: Words<'_>) -> String {
    let theil = words.pick(
        "Theil: 0 när alla har samma andel; kan delas upp i det som skiljer mellan grupper och det som skiljer inom dem.",
        "Theil: 0 when all have the same share; can be split into what sets groups apart and what differs within them.",
    );
    let areas = words.pick(
        " Aktiviteter i flera områden grupperas med dem som har just samma områden, så att ingen räknas två gånger.",
        " Activities in several areas are grouped with those of just the same areas, so that none counts twice.",
    );
    format!("{theil}{}", if has_areas { areas } else { "" })
}
