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

use fordela::Call;
use fordela_words::report::explain::untried;
use fordela_words::{Words, listed};

use super::impossible;
use crate::Range;
use crate::document::{Block, Document};
use crate::explain::{ExplainReport, Explained};
use crate::names::Names;

pub(super) use csv::csv;
pub(super) use reason::sentence;

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

/// That between two amounts not all were tried.
fn not_all_money(range: Range, words: Words<'_>) -> String {
    untried::not_all_money(range.from, range.to, words)
}
