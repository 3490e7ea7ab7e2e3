//! What only ids settled, in sentences.

use fordela::Lang;
use fordela_words::Words;

use super::{Names, listed};
use crate::document::Block;
use crate::explain::SettledReport;

/// What is told of ties and odd units, where there are any.
pub(super) fn blocks(settled: Option<&[SettledReport]>, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let Some(settled) = settled else {
        let spent = words.pick(
            "Tiden eller beräkningarna tog slut innan det var klart om något avgjordes enbart av id.",
            "Time or effort was spent before it was found whether anything was settled by ids alone.",
        );
        return vec![Block::Paragraph(spent.to_owned())];
    };
    if settled.is_empty() {
        return Vec::new();
    }
    let heading = words.pick("Avgjort av id", "Settled by id");
    let told = settled.iter().map(|one| sentence(one, names, words)).collect();
    vec![Block::Heading(heading.to_owned()), Block::Items(told)]
}

fn sentence(settled: &SettledReport, names: &Names<'_>, words: Words<'_>) -> String {
    let named = |ids: &[String]| listed(words, &ids.iter().map(|id| names.activity(id).to_owned()).collect::<Vec<_>>());
    let (more, less) = (named(&settled.more), named(&settled.less));
    let is_odd_unit = settled.kind == "odd-unit";
    match (is_odd_unit, words.lang) {
        (true, Lang::Sv) => format!(
            "Udda belopp: {more} får ett jämnt belopp mer, och {less} ett mindre, bara för att deras id kommer i den \
             ordningen. Med andra id hade det blivit tvärtom, med samma värde och samma summa."
        ),
        (true, Lang::En) => format!(
            "An odd unit: {more} gets one more, and {less} one less, only because their ids come in that order. With other \
             ids it would be the other way round, with the same value and the same sum."
        ),
        (false, Lang::Sv) => format!(
            "Oavgjort: {more} får mer, och {less} mindre, bara för att deras id kommer i den ordningen. Med andra id hade \
             det blivit tvärtom, med samma värde och samma summa."
        ),
        (false, Lang::En) => format!(
            "A tie: {more} gets more, and {less} less, only because their ids come in that order. With other ids it would \
             be the other way round, with the same value and the same sum."
        ),
    }
}
