//! What became of granted money, as a document.

mod accounts;
mod csv;
mod sums;

use fordela_words::Words;
use fordela_words::report::follow_up as told;
use fordela_words::report::head::Head;

use crate::document::{Block, Document};
use crate::follow_up::FollowUpReport;

pub(super) use csv::csv;

/// The report as a document; `shown` are the findings as they are shown in what was reported.
pub(super) fn document(report: &FollowUpReport, shown: &[String], words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Paragraph(headline(report, words))];
    blocks.extend(told::payers(report.payers, words).map(|told| Block::Paragraph(told.to_owned())));
    blocks.push(Block::Grid(accounts::grid(report, words)));
    blocks.extend(accounts::notes(report, words));
    blocks.push(Block::Heading(words.head(Head::Funds).to_owned()));
    blocks.push(Block::Grid(accounts::funds(report, words)));
    blocks.extend(sums::blocks(report, words));
    blocks.push(Block::Heading(told::found(report.findings.len(), words)));
    blocks.extend(shown.iter().map(|shown| Block::Verbatim(shown.clone())));
    Document(blocks)
}

fn headline(report: &FollowUpReport, words: Words<'_>) -> String {
    let totals = &report.totals;
    told::headline(&report.decision, &report.outcome, totals.granted, totals.outcome, words)
}
