//! What became of granted money, as a document.

mod accounts;
mod csv;
mod sums;

use fordela::Lang;
use fordela_words::Words;

use crate::document::{Block, Document};
use crate::follow_up::FollowUpReport;

pub(super) use csv::csv;

/// The report as a document; `shown` are the findings as they are shown in what was reported.
pub(super) fn document(report: &FollowUpReport, shown: &[String], words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Paragraph(headline(report, words))];
    blocks.push(Block::Grid(accounts::grid(report, words)));
    blocks.extend(accounts::notes(report, words));
    blocks.push(Block::Heading(words.pick("Finansieringskällor", "Funds").to_owned()));
    blocks.push(Block::Grid(accounts::funds(report, words)));
    blocks.extend(sums::blocks(report, words));
    blocks.push(Block::Heading(found(report.findings.len(), words)));
    blocks.extend(shown.iter().map(|shown| Block::Verbatim(shown.clone())));
    Document(blocks)
}

fn headline(report: &FollowUpReport, words: Words<'_>) -> String {
    let totals = &report.totals;
    let (granted, spent) = (words.money(totals.granted), words.money(totals.outcome));
    let name = words.currency_name();
    match words.lang {
        Lang::Sv => format!(
            "Uppföljning av beslutet i {} med utfallet i {}: {granted} beviljades och {spent} har förbrukats. Belopp i {name}.",
            report.decision, report.outcome
        ),
        Lang::En => format!(
            "Follow-up of the decision in {} by the outcome in {}: {granted} was granted, and {spent} was spent. Amounts in {name}.",
            report.decision, report.outcome
        ),
    }
}

fn found(findings: usize, words: Words<'_>) -> String {
    match (findings, words.lang) {
        (0, Lang::Sv) => "Inget behöver ses över.".to_owned(),
        (0, Lang::En) => "Nothing needs to be looked at.".to_owned(),
        (1, Lang::Sv) => "En uppgift behöver ses över:".to_owned(),
        (1, Lang::En) => "One thing needs to be looked at:".to_owned(),
        (n, Lang::Sv) => format!("{} uppgifter behöver ses över:", words.counted(n)),
        (n, Lang::En) => format!("{} things need to be looked at:", words.counted(n)),
    }
}
