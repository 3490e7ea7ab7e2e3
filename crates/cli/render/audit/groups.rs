//! Groups that get less than their proportional part.

use fordela::Lang;
use fordela_io::report::audit::{AuditFound, GroupReport, GroupWord};
use fordela_io::report::decimals;

use super::shares::dash;
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::lang::Words;

pub(super) fn blocks(found: &AuditFound, words: Words<'_>) -> Vec<Block> {
    let below: Vec<&GroupReport> = found.groups.iter().filter(|group| group.lacks.is_some()).collect();
    let heading = words.pick("Mindre än sin proportionella del", "Less than their proportional part");
    let mut blocks = vec![Block::Heading(heading.to_owned())];
    if below.is_empty() {
        let none = words.pick(
            "Ingen sökande, inget område och ingen tagg får mindre än sin del av det som söks, såvitt det är känt.",
            "No applicant, area or tag gets less than its part of what is asked for, as far as is known.",
        );
        blocks.push(Block::Paragraph(none.to_owned()));
    } else {
        blocks.push(Block::Grid(grid(&below, words)));
        let explained = words.pick(
            "Proportionell del: gruppens del av allt som söks, av det som beviljas. En aktivitet med flera områden eller \
             taggar räknas i alla.",
            "Proportional part: the group's part of all that is asked for, of what is granted. An activity with several \
             areas or tags counts in each.",
        );
        blocks.push(Block::Paragraph(explained.to_owned()));
    }
    blocks.extend(unknown(found, words).map(Block::Paragraph));
    blocks
}

fn unknown(found: &AuditFound, words: Words<'_>) -> Option<String> {
    let names: Vec<&str> =
        found.groups.iter().filter(|group| group.granted.is_none()).map(|group| group.name.as_str()).collect();
    (!names.is_empty()).then(|| match words.lang {
        Lang::Sv => format!("Vad som går till {} är inte känt.", names.join(", ")),
        Lang::En => format!("What goes to {} is not known.", names.join(", ")),
    })
}

fn grid(below: &[&GroupReport], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Sökande, område eller tagg", "Applicant, area or tag")),
        Column::numbers(words.pick("Sökt", "Asked")),
        Column::numbers(words.pick("Beviljat", "Granted")),
        Column::numbers(words.pick("Proportionell del", "Proportional part")),
        Column::numbers(words.pick("Saknas", "Lacks")),
    ];
    let mut rows = Vec::new();
    let mut last = None;
    for group in below {
        if last != Some(group.kind) {
            rows.push(Row::new(RowKind::Group, [kind(group.kind, words).to_owned()]));
        }
        last = Some(group.kind);
        let whole = |number: &Option<fordela::Rational>| {
            number.as_ref().map_or_else(dash, |number| words.number(&decimals::half_even(number, 0)))
        };
        let granted = group.granted.map_or_else(dash, |granted| words.amount(granted));
        let cells = [group.name.clone(), words.amount(group.asked), granted, whole(&group.due), whole(&group.lacks)];
        rows.push(Row::new(RowKind::Item, cells));
    }
    Grid { columns, rows }
}

fn kind(kind: GroupWord, words: Words<'_>) -> &'static str {
    match kind {
        GroupWord::Applicant => words.pick("Sökande", "Applicants"),
        GroupWord::Area => words.pick("Områden", "Areas"),
        GroupWord::Tag => words.pick("Taggar", "Tags"),
    }
}
