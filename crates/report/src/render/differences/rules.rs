//! Rules that come to bind or cease to, and how sure it is that nothing is better.

use fordela::compare::CaseMove;
use fordela::{Lang, written};
use fordela_words::Words;

use super::super::{limit, rules};
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::{Answered, RuleChange, ScenarioReport, StandingReport};

pub(in super::super) fn blocks(scenario: &ScenarioReport, words: Words<'_>) -> Vec<Block> {
    let difference = &scenario.difference;
    let mut blocks = Vec::new();
    let moved: Vec<&RuleChange> = difference.rules.iter().filter(|rule| rule.change != CaseMove::Unmoved).collect();
    if !moved.is_empty() {
        let heading =
            words.pick("Regler som börjar eller slutar påverka förslaget", "Rules that come to bind or cease to");
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::Grid(grid(&moved, words)));
    } else if !difference.rules.is_empty() && difference.value.old.is_some() {
        let same = words
            .pick("Samma regler påverkar förslaget som utan ändringen.", "The same rules bind as without the change.");
        blocks.push(Block::Paragraph(same.to_owned()));
    }
    blocks.extend(unproven(scenario, words).map(Block::Paragraph));
    blocks
}

/// That the allocation need not be the best, where it is told to be within a gap.
fn unproven(scenario: &ScenarioReport, words: Words<'_>) -> Option<String> {
    let Answered::WithinGap = scenario.answered else { return None };
    let gap = scenario.difference.gap.new.as_ref().filter(|gap| !gap.is_zero());
    Some(match (gap.map(|gap| words.number(&written::rounded_up(gap, 2))), words.lang) {
        (Some(gap), Lang::Sv) => {
            format!("Det är inte bevisat att fördelningen är bäst: en bättre kan vara värd högst {gap} mer.")
        }
        (Some(gap), Lang::En) => {
            format!("The allocation is not proven best: a better one can be worth at most {gap} more.")
        }
        (None, Lang::Sv) => "Det är inte bevisat att ingen annan fördelning är rättvisare.".to_owned(),
        (None, Lang::En) => "It is not proven that no other allocation is fairer.".to_owned(),
    })
}

/// Each rule with those that it came or ceased to bind for under it.
fn grid(moved: &[&RuleChange], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Regel, och för vem", "Rule, and for whom")),
        Column::numbers(words.pick("Gräns", "Limit")),
        Column::words(words.pick("Ändring", "Change")),
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

fn change(rule: &RuleChange, words: Words<'_>) -> &'static str {
    let binds = |standing: &Option<StandingReport>| standing.as_ref().map(|standing| standing.binding);
    match rule.change {
        CaseMove::CameToBind => words.pick("börjar påverka", "comes to bind"),
        CaseMove::CeasedToBind => words.pick("slutar påverka", "ceases to bind"),
        CaseMove::New => match binds(&rule.new) {
            Some(true) => words.pick("ny, påverkar", "new, binds"),
            Some(false) => words.pick("ny, påverkar inte", "new, does not bind"),
            None => words.pick("ny", "new"),
        },
        CaseMove::Dropped => match binds(&rule.old) {
            Some(true) => words.pick("utgår, påverkade", "dropped, did bind"),
            Some(false) | None => words.pick("utgår", "dropped"),
        },
        CaseMove::Unmoved => words.pick("som förut", "as before"),
    }
}
