//! Rules that come to bind or cease to, and how sure it is that nothing is better.

use fordela::compare::CaseMove;
use fordela_words::Words;
use fordela_words::report::differences::rules as told;
use fordela_words::report::head::Head;

use super::super::{limit, rules};
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::{Answered, RuleChange, ScenarioReport};

pub(in super::super) fn blocks(scenario: &ScenarioReport, words: Words<'_>) -> Vec<Block> {
    let difference = &scenario.difference;
    let mut blocks = Vec::new();
    let moved: Vec<&RuleChange> = difference.rules.iter().filter(|rule| rule.change != CaseMove::Unmoved).collect();
    if !moved.is_empty() {
        blocks.push(Block::Heading(told::heading(words).to_owned()));
        blocks.push(Block::Grid(grid(&moved, words)));
    } else if !difference.rules.is_empty() && difference.value.old.is_some() {
        blocks.push(Block::Paragraph(told::same(words).to_owned()));
    }
    blocks.extend(unproven(scenario, words).map(Block::Paragraph));
    blocks
}

/// That the allocation need not be the best, where it is told to be within a gap.
fn unproven(scenario: &ScenarioReport, words: Words<'_>) -> Option<String> {
    let Answered::WithinGap = scenario.answered else { return None };
    let gap = scenario.difference.gap.new.as_ref().filter(|gap| !gap.is_zero());
    Some(match gap {
        Some(gap) => told::not_best(gap, words),
        None => told::not_fairest(words).to_owned(),
    })
}

/// Each rule with those that it came or ceased to bind for under it.
fn grid(moved: &[&RuleChange], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.head(Head::RuleAndForWhom)),
        Column::numbers(words.head(Head::Limit)),
        Column::words(words.head(Head::Change)),
    ];
    let mut rows = Vec::new();
    let mut last = None;
    for rule in moved {
        if last != Some(&rule.case.id) {
            rows.push(Row::new(RowKind::Group, [rules::rule_name(&rule.case)]));
        }
        last = Some(&rule.case.id);
        let subject = limit::subject(&rule.case, words).to_owned();
        rows.push(Row::new(RowKind::Item, [subject, limit(rule, words), change(rule, words).to_owned()]));
    }
    Grid { columns, rows }
}

fn limit(rule: &RuleChange, words: Words<'_>) -> String {
    match rule.new.as_ref().or(rule.old.as_ref()) {
        Some(standing) => limit::in_money(rule.case.kind, &standing.limit, words),
        None => limit::written(&rule.case, words),
    }
}

/// What became of a rule; of a new one or one that is dropped, whether it does or did bind.
fn change(rule: &RuleChange, words: Words<'_>) -> &'static str {
    let standing = if rule.change == CaseMove::New { &rule.new } else { &rule.old };
    told::change(rule.change, standing.as_ref().map(|standing| standing.binding), words)
}
