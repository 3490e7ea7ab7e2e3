//! What only ids settled, in sentences.

use fordela_words::Words;
use fordela_words::report::explain::settled as told;

use super::Names;
use crate::document::Block;
use crate::explain::SettledReport;

/// What is told of ties and odd units, where there are any.
pub(super) fn blocks(settled: Option<&[SettledReport]>, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let Some(settled) = settled else {
        return vec![Block::Paragraph(told::unknown(words).to_owned())];
    };
    if settled.is_empty() {
        return Vec::new();
    }
    let all = settled.iter().map(|one| sentence(one, names, words)).collect();
    vec![Block::Heading(told::heading(words).to_owned()), Block::Items(all)]
}

fn sentence(settled: &SettledReport, names: &Names<'_>, words: Words<'_>) -> String {
    let named = |ids: &[String]| ids.iter().map(|id| names.activity(id).to_owned()).collect::<Vec<_>>();
    let (more, less) = (named(&settled.more), named(&settled.less));
    match settled.kind {
        "odd-unit" => told::odd_unit(&more, &less, words),
        _ => told::tie(&more, &less, words),
    }
}
