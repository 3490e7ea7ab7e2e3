//! What a decision breaks.

use fordela_words::report::audit::{decision as told, named};
use fordela_words::{Words, link};

use super::super::{impossible::whom, limit};
use super::complaints::node;
use crate::CaseReport;
use crate::audit::{BreachReport, BreachesReport, SettledReport};
use crate::document::Block;

/// Of more rules than this, only the first are named.
const MOST_NAMED: usize = 8;

pub(in super::super) fn breaches(breaches: &BreachesReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned())];
    if breaches.broken.is_empty() {
        blocks.push(Block::Paragraph(told::breaks_none(words).to_owned()));
    } else {
        blocks.push(Block::Paragraph(told::breaks(words).to_owned()));
        blocks.push(Block::Items(breaches.broken.iter().map(|breach| broken(breach, words)).collect()));
    }
    if !breaches.unknown.is_empty() {
        blocks.push(Block::Paragraph(told::unknown(&rules(&breaches.unknown, words), words)));
    }
    blocks.extend(settled(&breaches.settled, words).map(Block::Paragraph));
    blocks
}

/// `golvet ”X” för Y`, each; of many, the first and how many more.
fn rules(cases: &[CaseReport], words: Words<'_>) -> String {
    let first: Vec<String> =
        cases.iter().take(MOST_NAMED).map(|case| format!("{}{}", case.name, whom(case, words))).collect();
    named(&first, cases.len() - first.len(), words)
}

fn settled(settled: &SettledReport, words: Words<'_>) -> Option<String> {
    match settled {
        SettledReport::Known => None,
        SettledReport::Possible => Some(told::can_be_settled(words).to_owned()),
        SettledReport::Impossible { rules: together } if together.is_empty() => {
            Some(told::cannot_be_settled(words).to_owned())
        }
        SettledReport::Impossible { rules: together } => Some(told::cannot_be_kept(&rules(together, words), words)),
        SettledReport::Unknown => Some(told::not_tried(words).to_owned()),
    }
}

fn broken(breach: &BreachReport, words: Words<'_>) -> String {
    match breach {
        BreachReport::Rule { case, sum, limit } => {
            let limit = limit::in_money(case.kind, limit, words);
            told::rule(&format!("{}{}", case.name, whom(case, words)), &limit, *sum, words)
        }
        BreachReport::AboveAsk { to, amount } => told::above_ask(&to.name, *amount, words),
        BreachReport::BetweenUnits { to, amount } => told::between_units(&to.name, *amount, words),
        BreachReport::Funding { to, amount: Some(amount) } => told::not_grantable(&to.name, *amount, words),
        BreachReport::Funding { to, amount: None } => told::no_such_lines(&to.name, words),
        BreachReport::Link { kind, from, to } => link::told(&node(from), *kind, &node(to), words),
        BreachReport::Funds { lacking } => told::funds_lack(lacking, words),
    }
}
