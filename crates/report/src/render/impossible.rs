//! Why a call is impossible.

use fordela_words::report::head::Head;
use fordela_words::report::impossible as report;
use fordela_words::{Phrases, Words, impossible as told};

use super::{limit, rules, way_out};
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::{CaseReport, Clash, Conflicting, Infeasible};

pub(super) fn blocks(infeasible: &Infeasible, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading(words.verdict()),
        Block::Heading(told::heading(infeasible.conflict.len(), words).to_owned()),
        Block::Grid(conflict(&infeasible.conflict, words)),
        Block::Paragraph(clash(infeasible, words) + &proven(infeasible, words)),
    ];
    blocks.extend(way_out::blocks(infeasible, words));
    blocks
}

fn conflict(conflict: &[Conflicting], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.head(Head::RuleAndForWhom)),
        Column::words(words.head(Head::Limit)),
        Column::numbers(words.head(Head::Amount)),
    ];
    let mut rows = Vec::new();
    let mut last = None;
    for Conflicting { case, limit } in conflict {
        if last != Some(&case.id) {
            rows.push(Row::new(RowKind::Group, [rules::rule_name(case)]));
        }
        last = Some(&case.id);
        let amount = limit.as_ref().map_or_else(|| "–".to_owned(), |limit| words.sum(limit));
        let subject = limit::subject(case, words).to_owned();
        rows.push(Row::new(RowKind::Item, [subject, limit::written(case, words), amount]));
    }
    Grid { columns, rows }
}

fn clash(infeasible: &Infeasible, words: Words<'_>) -> String {
    match &infeasible.clash {
        Clash::FloorAboveAsked { floor, asked } => report::floor_above_asked(floor, *asked, words),
        Clash::FloorAboveFunds { floor, funds } => report::floor_above_funds(floor, *funds, words),
        Clash::FloorsAboveFunds { floors, funds } => report::floors_above_funds(floors, *funds, words),
        Clash::FloorsAboveBudget { floors, budget } => report::floors_above_budget(floors, *budget, words),
        Clash::FloorsAboveCap { floors, cap } => report::floors_above_cap(floors, cap, words),
        Clash::Together => words.together(&infeasible.conditions),
    }
}

/// What else is known of the conflict.
fn proven(infeasible: &Infeasible, words: Words<'_>) -> String {
    if infeasible.conflict.len() < 2 { String::new() } else { report::proven(infeasible.conflict_is, words) }
}

pub(super) fn whom(case: &CaseReport, words: Words<'_>) -> String {
    told::whom(case.subject.as_ref().map(|_| limit::subject(case, words)), words)
}
