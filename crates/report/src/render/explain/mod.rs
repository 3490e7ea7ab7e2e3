//! Explanations as documents.

mod call;
mod csv;
mod limits;
mod needed;
mod ranking;
mod reason;
mod settled;
mod steps;
mod why_not;

use fordela::{Call, characters};
use fordela_words::Words;

use super::impossible;
use crate::document::{Block, Document};
use crate::explain::{ExplainReport, Explained};
use crate::names::Names;

pub(super) use csv::csv;

/// The report as a document.
pub(super) fn document(report: &ExplainReport, call: &Call, words: Words<'_>) -> Document {
    let names = Names::of(call);
    let mut blocks = vec![Block::Title(report.title.clone())];
    if let Some(infeasible) = report.answered.infeasible() {
        blocks.extend(impossible::blocks(infeasible, words));
    }
    match &report.explained {
        None => {}
        Some(Explained::Call(explained)) => blocks.extend(call::blocks(explained, &names, words)),
        Some(Explained::Activity(one)) => blocks.extend(needed::activity(one, &names, words)),
        Some(Explained::Applicant(one)) => blocks.extend(needed::applicant(one, &names, words)),
        Some(Explained::WhyNot(why_not)) => blocks.extend(why_not::blocks(why_not, &names, words)),
    }
    Document(blocks)
}

/// `a`, `a och b`, `a, b och c`; of many, the first and how many more.
fn listed(words: Words<'_>, all: &[String]) -> String {
    listed_of(words, all, all.len())
}

/// The same of some number, of which the first are known.
fn listed_of(words: Words<'_>, first: &[String], number: usize) -> String {
    const MOST: usize = 6;
    let and = words.pick("och", "and");
    if number <= MOST || first.is_empty() {
        return characters::listed(first, and);
    }
    let named = &first[..MOST.min(first.len())];
    format!("{} {and} {} {}", named.join(", "), number - named.len(), words.pick("andra", "others"))
}
