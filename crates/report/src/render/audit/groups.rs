//! Groups that get less than their proportional part.

use fordela::{Lang, written};
use fordela_words::Words;

use super::shares::dash;
use crate::audit::{AuditFound, GroupReport, GroupWord};
use crate::document::{Block, Column, Grid, Row, RowKind};

pub(super) fn blocks(found: &AuditFound, words: Words<'_>) -> Vec<Block> {
    let below: Vec<&GroupReport> = found.groups.iter().filter(|group| group.lacks.is_some()).collect();
    let kinds = Kinds::of(found);
    let heading = words.pick("Mindre än sin proportionella del", "Less than their proportional part");
    let mut blocks = vec![Block::Heading(heading.to_owned())];
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
    (!names.is_empty()).then(|| match words.lang {
        Lang::Sv => format!("Vad som går till {} är inte känt.", names.join(", ")),
        Lang::En => format!("What goes to {} is not known.", names.join(", ")),
    })
}

/// Which groups a call has, beside applicants.
#[derive(Clone, Copy)]
struct Kinds {
    areas: bool,
    tags: bool,
}

impl Kinds {
    fn of(found: &AuditFound) -> Self {
        let has = |kind| found.groups.iter().any(|group| group.kind == kind);
        Self { areas: has(GroupWord::Area), tags: has(GroupWord::Tag) }
    }

    /// Whether there are groups beside applicants.
    fn are_several(self) -> bool {
        self.areas || self.tags
    }

    fn head(self, words: Words<'_>) -> &'static str {
        match (self.areas, self.tags) {
            (true, true) => words.pick("Sökande, område eller etikett", "Applicant, area or tag"),
            (true, false) => words.pick("Sökande eller område", "Applicant or area"),
            (false, true) => words.pick("Sökande eller etikett", "Applicant or tag"),
            (false, false) => words.pick("Sökande", "Applicant"),
        }
    }

    fn none(self, words: Words<'_>) -> String {
        let who = match (self.areas, self.tags) {
            (true, true) => words.pick("ingen sökande, inget område och ingen etikett", "applicant, area or tag"),
            (true, false) => words.pick("ingen sökande och inget område", "applicant or area"),
            (false, true) => words.pick("ingen sökande och ingen etikett", "applicant or tag"),
            (false, false) => words.pick("ingen sökande", "applicant"),
        };
        match words.lang {
            Lang::Sv => format!("Såvitt det är känt får {who} mindre än sin del av det som söks."),
            Lang::En => format!("No {who} gets less than its part of what is asked for, as far as is known."),
        }
    }

    fn explained(self, words: Words<'_>) -> String {
        let part = words.pick(
            "Proportionell del: en lika stor del av det som beviljas som gruppen har av allt som söks.",
            "Proportional part: the group's part of all that is asked for, of what is granted.",
        );
        let several = match (self.areas, self.tags) {
            (true, true) => words.pick("områden eller etiketter", "areas or tags"),
            (true, false) => words.pick("områden", "areas"),
            (false, true) => words.pick("etiketter", "tags"),
            (false, false) => return part.to_owned(),
        };
        match words.lang {
            Lang::Sv => format!("{part} En aktivitet med flera {several} räknas i alla."),
            Lang::En => format!("{part} An activity with several {several} counts in each."),
        }
    }
}

fn grid(below: &[&GroupReport], kinds: Kinds, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(kinds.head(words)),
        Column::numbers(words.pick("Sökt", "Asked")),
        Column::numbers(words.pick("Beviljat", "Granted")),
        Column::numbers(words.pick("Proportionell del", "Proportional part")),
        Column::numbers(words.pick("Saknas", "Lacks")),
    ];
    let mut rows = Vec::new();
    let mut last = None;
    for group in below {
        if kinds.are_several() && last != Some(group.kind) {
            rows.push(Row::new(RowKind::Group, [kind(group.kind, words).to_owned()]));
        }
        last = Some(group.kind);
        let whole = |number: &Option<fordela::Rational>| {
            number.as_ref().map_or_else(dash, |number| words.number(&written::half_even(number, 0)))
        };
        let granted = group.granted.map_or_else(dash, |granted| words.amount(granted));
        let cells = [group.name.clone(), words.amount(group.asked), granted, whole(&group.due), whole(&group.lacks)];
        rows.push(Row::new(if kinds.are_several() { RowKind::Item } else { RowKind::Alone }, cells));
    }
    Grid { columns, rows }
}

fn kind(kind: GroupWord, words: Words<'_>) -> &'static str {
    match kind {
        GroupWord::Applicant => words.pick("Sökande", "Applicants"),
        GroupWord::Area => words.pick("Områden", "Areas"),
        GroupWord::Tag => words.pick("Etiketter", "Tags"),
    }
}
