//! Where the figures come from.

use fordela_words::Words;
use fordela_words::report::appendix::source as told;

use crate::appendix::AppendixReport;
use crate::document::Block;

pub(super) fn blocks(report: &AppendixReport, words: Words<'_>) -> [Block; 2] {
    let made = &report.suggestion.provenance;
    let mut items = vec![told::calculated(&made.fordela, &made.backend, words), told::call(&made.call_sha256, words)];
    if let Some(sha256) = &report.decision_sha256 {
        items.push(told::decision(&report.granted_by.name, sha256, words));
    }
    items.push(told::again(report.is_decided(), words).to_owned());
    [Block::Heading(told::heading(words).to_owned()), Block::Items(items)]
}
