//! Which axioms the settings of a call keep.

use fordela_words::Words;
use fordela_words::report::audit::axioms as told;

use crate::audit::{AxiomReport, AxiomVerdict};
use crate::document::{Block, Column, Grid, Row, RowKind};

pub(super) fn blocks(axioms: &[AxiomReport], words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned()), Block::Grid(grid(axioms, words))];
    blocks.push(Block::Paragraph(told::explained(words).to_owned()));
    let broken: Vec<String> = axioms.iter().filter_map(|axiom| counterexample(axiom, words)).collect();
    if !broken.is_empty() {
        blocks.extend([Block::Heading(told::examples(words).to_owned()), Block::Items(broken)]);
    }
    blocks
}

fn grid(axioms: &[AxiomReport], words: Words<'_>) -> Grid {
    let columns = told::heads(words).map(Column::words).to_vec();
    let row = |axiom: &AxiomReport| Row::new(RowKind::Alone, [axiom.for_a_city.to_owned(), outcome(axiom, words)]);
    Grid { columns, rows: axioms.iter().map(row).collect() }
}

fn outcome(axiom: &AxiomReport, words: Words<'_>) -> String {
    match &axiom.verdict {
        AxiomVerdict::Held { tries } => told::held(*tries, words),
        AxiomVerdict::Broken { .. } => told::broken(words).to_owned(),
        AxiomVerdict::Untried => told::untried(words).to_owned(),
    }
}

fn counterexample(axiom: &AxiomReport, words: Words<'_>) -> Option<String> {
    let AxiomVerdict::Broken { call, sentence } = &axiom.verdict else { return None };
    Some(told::example(axiom.statement, call, sentence, words))
}
