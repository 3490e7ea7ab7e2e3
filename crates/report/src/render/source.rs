//! Where the figures come from.

use fordela_words::Words;
use fordela_words::report::appendix::source as told;

use crate::Provenance;
use crate::appendix::AppendixReport;
use crate::document::Block;

/// By what an answer was made, of which call.
pub(super) fn of_call(made: &Provenance, words: Words<'_>) -> [Block; 2] {
    section(items(made, words), words)
}

/// The same of an appendix, of which decision, and how it can be made again.
pub(super) fn of_appendix(report: &AppendixReport, words: Words<'_>) -> [Block; 2] {
    let mut items = items(&report.suggestion.provenance, words);
    if let Some(sha256) = &report.decision_sha256 {
        items.push(told::decision(&report.granted_by.name, sha256, words));
    }
    items.push(told::again(report.is_decided(), words).to_owned());
    section(items, words)
}

fn items(made: &Provenance, words: Words<'_>) -> Vec<String> {
    vec![told::calculated(&made.fordela, &made.backend, words), told::call(&made.call_sha256, words)]
}

fn section(items: Vec<String>, words: Words<'_>) -> [Block; 2] {
    [Block::Heading(told::heading(words).to_owned()), Block::Items(items)]
}
