//! Groups that get less than their proportional part.

use fordela::written;
use fordela_words::Words;
use fordela_words::report::audit::groups::{self as told, Kinds};
use fordela_words::report::head::Head;

use crate::audit::{AuditFound, GroupReport, GroupWord};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};

pub(super) fn blocks(found: &AuditFound, words: Words<'_>) -> Vec<Block> {
    let below: Vec<&GroupReport> = found.groups.iter().filter(|group| group.lacks.is_some()).collect();
    let kinds = kinds(found);
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned())];
    if below.is_empty() {
        blocks.push(Block::Paragraph(kinds.none(words)));
    } else {
        blocks.push(Block::Grid(grid(&below, kinds, words)));
        blocks.push(Block::Paragraph(kinds.explained(words)));
    }
    blocks.extend(unknown(found, words).map(Block::Paragraph));
    blocks
}

fn unknown(found: &AuditFound, words: Words<'_>) -> Option<String> {
    let names: Vec<&str> =
        found.groups.iter().filter(|group| group.granted.is_none()).map(|group| group.name.as_str()).collect();
    (!names.is_empty()).then(|| told::unknown(&names, words))
}

fn kinds(found: &AuditFound) -> Kinds {
    let has = |kind| found.groups.iter().any(|group| group.kind == kind);
    Kinds { areas: has(GroupWord::Area), tags: has(GroupWord::Tag) }
}

fn grid(below: &[&GroupReport], kinds: Kinds, words: Words<'_>) -> Grid {
    let [due, lacks] = told::heads(words);
    let mut columns = vec![Column::words(kinds.head(words))];
    columns.extend([words.head(Head::Asked), words.head(Head::Granted), due, lacks].map(Column::numbers));
    let are_several = kinds.areas || kinds.tags;
    let mut rows = Vec::new();
    let mut last = None;
    for group in below {
        if are_several && last != Some(group.kind) {
            rows.push(Row::new(RowKind::Group, [kind(group.kind, words).to_owned()]));
        }
        last = Some(group.kind);
        let whole = |number: &Option<fordela::Rational>| {
            Cell::or_dash(number.as_ref().map(|number| Cell::amount_of(&written::half_even(number, 0), words)))
        };
        let granted = Cell::or_dash(group.granted.map(|granted| Cell::amount(granted, words)));
        let asked = Cell::amount(group.asked, words);
        let cells = [group.name.as_str().into(), asked, granted, whole(&group.due), whole(&group.lacks)];
        rows.push(Row::new(if are_several { RowKind::Item } else { RowKind::Alone }, cells));
    }
    Grid { columns, rows }
}

fn kind(kind: GroupWord, words: Words<'_>) -> &'static str {
    match kind {
        GroupWord::Applicant => words.head(Head::Applicants),
        GroupWord::Area => told::areas(words),
        GroupWord::Tag => told::tags(words),
    }
}
