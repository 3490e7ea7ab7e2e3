//! The rules that bind.

use fordela::written;
use fordela_words::Words;
use fordela_words::report::head::Head;
use fordela_words::report::rules as told;

use super::limit;
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::{Allocated, CaseReport, RuleReport};

pub(super) fn blocks(allocated: &Allocated, words: Words<'_>) -> Vec<Block> {
    if allocated.rules.is_empty() {
        return Vec::new();
    }
    let binding: Vec<&RuleReport> = allocated.rules.iter().filter(|rule| rule.binding).collect();
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned())];
    if binding.is_empty() {
        blocks.push(Block::Paragraph(told::none_binds(words).to_owned()));
        return blocks;
    }
    let priced = binding.iter().any(|rule| rule.shadow_price.as_ref().is_some_and(|price| !price.is_zero()));
    blocks.push(Block::Grid(grid(&binding, priced, words)));
    if priced {
        blocks.push(Block::Paragraph(told::shadow_price_explained(words)));
    }
    blocks
}

/// Each rule with those that it binds for under it.
fn grid(binding: &[&RuleReport], priced: bool, words: Words<'_>) -> Grid {
    let mut columns = vec![
        Column::words(words.head(Head::RuleAndForWhom)),
        Column::numbers(words.head(Head::Limit)),
        Column::numbers(told::sum(words)),
    ];
    if priced {
        columns.push(Column::numbers(told::shadow_price(words)));
    }
    let mut rows = Vec::new();
    let mut last = None;
    for rule in binding {
        if last != Some(&rule.case.id) {
            rows.push(Row::new(RowKind::Group, [rule_name(&rule.case)]));
        }
        last = Some(&rule.case.id);
        rows.push(row(rule, priced, words));
    }
    Grid { columns, rows }
}

/// The name of a rule, with the id by which the call has it; one that a scenario has made is in no call.
pub(super) fn rule_name(case: &CaseReport) -> String {
    let is_made = ["require-", "forbid-"].iter().any(|start| case.id.starts_with(start));
    if is_made || case.name == case.id || case.name.ends_with(&format!("({})", case.id)) {
        case.name.clone()
    } else {
        format!("{} ({})", case.name, case.id)
    }
}

fn row(rule: &RuleReport, priced: bool, words: Words<'_>) -> Row {
    let limit = limit::in_money(rule.case.kind, &rule.limit, words);
    let subject = limit::subject(&rule.case, words);
    let mut row = Row::new(RowKind::Item, [subject.into(), limit.into(), Cell::amount(rule.value, words)]);
    if priced {
        let price = rule.shadow_price.as_ref().map(|price| Cell::number(&written::significant(price), words));
        row.cells.push(Cell::or_dash(price));
    }
    row
}
