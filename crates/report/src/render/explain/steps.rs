//! How far the budget can move before anything happens.

use fordela_words::Words;
use fordela_words::report::explain::limits::value;
use fordela_words::report::explain::steps as told;

use super::{limits, not_all_money};
use crate::document::Block;
use crate::explain::{StepReport, StepsReport};

pub(super) fn blocks(steps: &StepsReport, words: Words<'_>) -> Vec<Block> {
    let items = vec![spare(steps, words), below(steps, words), above(steps, words)];
    vec![
        Block::Heading(told::heading(words).to_owned()),
        Block::Paragraph(told::explained(words).to_owned()),
        Block::Items(items.into_iter().flatten().collect()),
    ]
}

fn spare(steps: &StepsReport, words: Words<'_>) -> Option<String> {
    let open = steps.spare_untried.map(|range| not_all_money(range, words));
    (!steps.spare.is_zero()).then(|| told::spare(steps.spare, open.as_deref(), words))
}

fn below(steps: &StepsReport, words: Words<'_>) -> Option<String> {
    let Some(below) = &steps.below else {
        let is_known = steps.spare < steps.budget && steps.spare_untried.is_none();
        return is_known.then(|| told::impossible(steps.budget - steps.spare - steps.grain, words));
    };
    Some(told::below(below.budget, &step(below, words), words))
}

fn above(steps: &StepsReport, words: Words<'_>) -> Option<String> {
    let open = steps.above_untried.map(|range| not_all_money(range, words));
    let Some(above) = &steps.above else {
        return (steps.tried_to > steps.budget).then(|| told::none_above(steps.tried_to, open.as_deref(), words));
    };
    Some(told::above(above.budget, above.difference, open.as_deref(), &step(above, words), words))
}

fn step(step: &StepReport, words: Words<'_>) -> String {
    format!("{}. {}", limits::moves(&step.moves, words), value(&step.value, words))
}
