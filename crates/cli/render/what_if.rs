//! What scenarios change, as a document.

use fordela_io::report::{DifferenceReport, ScenarioReport, WhatIfReport};

use super::differences::{self, Heads, letter};
use super::impossible;
use crate::document::{Block, Document};
use crate::lang::Words;

/// The report as a document.
pub(super) fn document(report: &WhatIfReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Paragraph(headline(report, words))];
    let is_one = report.scenarios.len() == 1;
    blocks.push(Block::Items(report.scenarios.iter().enumerate().map(|(n, one)| legend(one, is_one, n)).collect()));
    if let Some(infeasible) = report.unchanged.infeasible() {
        let unchanged = words.pick("Utan ändringar", "Without changes");
        blocks.push(Block::Heading(unchanged.to_owned()));
        blocks.extend(impossible::blocks(infeasible, words));
    }
    let all: Vec<&DifferenceReport> = report.scenarios.iter().map(|scenario| &scenario.difference).collect();
    blocks.extend(differences::blocks(&all, heads(words), words));
    for (n, scenario) in report.scenarios.iter().enumerate() {
        if !is_one {
            blocks.push(Block::Heading(format!("{}. {}", letter(n), scenario.name)));
        }
        match scenario.answered.infeasible() {
            Some(infeasible) => blocks.extend(impossible::blocks(infeasible, words)),
            None => blocks.extend(differences::rules(&scenario.difference, words)),
        }
    }
    Document(blocks)
}

/// What one scenario changes: who gets more and less, the sums, and the rules.
pub(super) fn changes(scenario: &ScenarioReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = differences::blocks(&[&scenario.difference], heads(words), words);
    blocks.extend(differences::rules(&scenario.difference, words));
    blocks
}

fn heads(words: Words<'_>) -> Heads {
    Heads { old: words.pick("Oförändrad", "Unchanged"), new: words.pick("Ändrad", "Changed") }
}

fn headline(report: &WhatIfReport, words: Words<'_>) -> String {
    let what = if report.scenarios.len() == 1 {
        words.pick(
            "Utlysningen som den är jämförd med samma utlysning ändrad.",
            "The call as it is beside the same call changed.",
        )
    } else {
        words.pick(
            "Utlysningen som den är, och hur mycket varje scenario skiljer sig från den.",
            "The call as it is, and by how much each scenario differs from it.",
        )
    };
    format!("{what} {} {}.", words.pick("Belopp i", "Amounts in"), words.currency_name())
}

/// What a scenario is called and what it changes, unless it is called just that.
fn legend(scenario: &ScenarioReport, is_one: bool, n: usize) -> String {
    let changes = scenario.changes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let label = if is_one { String::new() } else { format!("{}. ", letter(n)) };
    if changes == scenario.name || changes.is_empty() {
        format!("{label}{}", scenario.name)
    } else {
        format!("{label}{}: {changes}", scenario.name)
    }
}
