//! What scenarios change, as a document.

use fordela::Call;
use fordela_words::report::what_if as told;
use fordela_words::{Words, capital, scenario};

use super::differences::{self, Heads, letter};
use super::impossible;
use crate::document::{Block, Document};
use crate::{DifferenceReport, ScenarioReport, WhatIfReport};

/// The report as a document.
pub(super) fn document(report: &WhatIfReport, call: &Call, words: Words<'_>) -> Document {
    let mut blocks =
        vec![Block::Title(report.title.clone()), Block::Paragraph(told::headline(report.scenarios.len(), words))];
    let is_one = report.scenarios.len() == 1;
    let legends = report.scenarios.iter().enumerate().map(|(n, one)| {
        let label = if is_one { String::new() } else { format!("{}. ", letter(n)) };
        label + &legend(one, call, words)
    });
    blocks.push(Block::Items(legends.collect()));
    if let Some(infeasible) = report.unchanged.infeasible() {
        blocks.push(Block::Heading(told::without_changes(words).to_owned()));
        blocks.extend(impossible::blocks(infeasible, words));
    }
    let all: Vec<&DifferenceReport> = report.scenarios.iter().map(|scenario| &scenario.difference).collect();
    blocks.extend(differences::blocks(&all, heads(words), words));
    for (n, scenario) in report.scenarios.iter().enumerate() {
        if !is_one {
            blocks.push(Block::Heading(format!("{}. {}", letter(n), name(scenario, call, words))));
        }
        match scenario.answered.infeasible() {
            Some(infeasible) => blocks.extend(impossible::blocks(infeasible, words)),
            None => blocks.extend(differences::rules(scenario, words)),
        }
    }
    Document(blocks)
}

/// What one scenario changes: who gets more and less, the sums, and the rules.
pub(super) fn differences(scenario: &ScenarioReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = differences::blocks(&[&scenario.difference], heads(words), words);
    blocks.extend(differences::rules(scenario, words));
    blocks
}

fn heads(words: Words<'_>) -> Heads {
    Heads { old: told::unchanged(words), new: told::changed(words) }
}

/// Whether a scenario is called just what it changes, as that is typed.
fn is_typed(scenario: &ScenarioReport) -> bool {
    scenario.name == scenario.changes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// What a scenario changes.
fn changes(one: &ScenarioReport, call: &Call, words: Words<'_>) -> String {
    scenario::changes(&one.changes, call, words)
}

/// What a scenario is called, or what it changes.
fn name(scenario: &ScenarioReport, call: &Call, words: Words<'_>) -> String {
    if is_typed(scenario) { capital(&changes(scenario, call, words)) } else { scenario.name.clone() }
}

/// What a scenario is called and what it changes, unless it is called just that.
fn legend(scenario: &ScenarioReport, call: &Call, words: Words<'_>) -> String {
    let name = name(scenario, call, words);
    if is_typed(scenario) || scenario.changes.is_empty() {
        name
    } else {
        format!("{name}: {}", changes(scenario, call, words))
    }
}
