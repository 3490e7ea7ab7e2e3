//! Which axioms the settings of a call keep.

use fordela::Lang;
use fordela_words::Words;

use crate::audit::{AxiomReport, AxiomVerdict};
use crate::document::{Block, Column, Grid, Row, RowKind};

pub(super) fn blocks(axioms: &[AxiomReport], words: Words<'_>) -> Vec<Block> {
    let heading = words.pick("Principer som utlysningens regler uppfyller", "Principles that the call's settings keep");
    let mut blocks = vec![Block::Heading(heading.to_owned()), Block::Grid(grid(axioms, words))];
    blocks.push(Block::Paragraph(explained(words)));
    let broken: Vec<String> = axioms.iter().filter_map(|axiom| counterexample(axiom, words)).collect();
    if !broken.is_empty() {
        let heading =
            words.pick("Minsta exempel på principer som bryts", "Smallest examples of principles that are broken");
        blocks.extend([Block::Heading(heading.to_owned()), Block::Items(broken)]);
    }
    blocks
}

fn explained(words: Words<'_>) -> String {
    words
        .pick(
            "Reglerna prövas oavsett vad som har beslutats, dels på mindre utlysningar som är gjorda av denna med samma \
             finansiering, regler, poäng och etiketter, dels på utlysningen själv. Belopp jämförs före avrundning. Att en \
             princip uppfylls i alla försök bevisar inte att den alltid gör det; ett exempel där den bryts är däremot ett \
             bevis.",
            "The settings are tried, whatever was decided: on smaller calls made from this one, with the same funds, \
             rules, scores and tags, and on the call itself. Amounts are compared before rounding. That a principle \
             held in all tries is no proof that it always does; an example in which it is broken is one.",
        )
        .to_owned()
}

fn grid(axioms: &[AxiomReport], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Princip, och vad den betyder", "Principle, and what it means")),
        Column::words(words.pick("Utfall", "Outcome")),
    ];
    let row = |axiom: &AxiomReport| Row::new(RowKind::Alone, [axiom.for_a_city.to_owned(), outcome(axiom, words)]);
    Grid { columns, rows: axioms.iter().map(row).collect() }
}

fn outcome(axiom: &AxiomReport, words: Words<'_>) -> String {
    match (&axiom.verdict, words.lang) {
        (AxiomVerdict::Held { tries: 1 }, Lang::Sv) => "uppfylls i ett försök".to_owned(),
        (AxiomVerdict::Held { tries: 1 }, Lang::En) => "held on 1 try".to_owned(),
        (AxiomVerdict::Held { tries }, Lang::Sv) => format!("uppfylls i {tries} försök"),
        (AxiomVerdict::Held { tries }, Lang::En) => format!("held on {tries} tries"),
        (AxiomVerdict::Broken { .. }, _) => words.pick("bryts", "broken").to_owned(),
        (AxiomVerdict::Untried, _) => words.pick("kunde inte prövas", "could not be tried").to_owned(),
    }
}

fn counterexample(axiom: &AxiomReport, words: Words<'_>) -> Option<String> {
    let AxiomVerdict::Broken { call, sentence } = &axiom.verdict else { return None };
    let example = words.pick("Exempel", "Example");
    Some(format!("{} {example}: {call} {sentence}", axiom.statement))
}
