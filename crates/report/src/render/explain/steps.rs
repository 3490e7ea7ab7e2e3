//! How far the budget can move before anything happens.

use fordela::Lang;
use fordela_words::Words;

use super::limits;
use super::untried::not_all_money;
use crate::document::Block;
use crate::explain::{StepReport, StepsReport};

pub(super) fn blocks(steps: &StepsReport, words: Words<'_>) -> Vec<Block> {
    let why = words.pick(
        "Vissa aktiviteter beviljas i steg eller är beroende av andra. Därför ändras värdet i steg när budgeten ändras, \
         och en krona mer eller mindre har inget bestämt värde.",
        "Some activities are granted in steps or are linked to others. The value then moves in steps as the budget does, \
         and one krona more or less has no fixed worth.",
    );
    let items = vec![spare(steps, words), below(steps, words), above(steps, words)];
    vec![
        Block::Heading(words.pick("Budgetens närmaste steg", "The nearest steps of the budget").to_owned()),
        Block::Paragraph(why.to_owned()),
        Block::Items(items.into_iter().flatten().collect()),
    ]
}

fn spare(steps: &StepsReport, words: Words<'_>) -> Option<String> {
    let spare = words.money(steps.spare);
    let open = steps.spare_untried.map(|range| format!("; {}", not_all_money(range, words))).unwrap_or_default();
    (!steps.spare.is_zero()).then(|| match words.lang {
        Lang::Sv => format!("Budgeten kan vara upp till {spare} mindre med samma värde{open}."),
        Lang::En => format!("The budget can be up to {spare} smaller with the same value{open}."),
    })
}

fn below(steps: &StepsReport, words: Words<'_>) -> Option<String> {
    let Some(below) = &steps.below else {
        let budget = words.money(steps.budget - steps.spare - steps.grain);
        let is_known = steps.spare < steps.budget && steps.spare_untried.is_none();
        return is_known.then(|| match words.lang {
            Lang::Sv => format!("Med en budget på {budget} följer ingen fördelning alla regler."),
            Lang::En => format!("With a budget of {budget}, no allocation keeps all rules."),
        });
    };
    let budget = words.money(below.budget);
    let rest = step(below, words);
    Some(match words.lang {
        Lang::Sv => format!("Med en budget på {budget}: {rest}"),
        Lang::En => format!("With a budget of {budget}: {rest}"),
    })
}

fn above(steps: &StepsReport, words: Words<'_>) -> Option<String> {
    let open = steps.above_untried.map(|range| not_all_money(range, words));
    let Some(above) = &steps.above else {
        let to = words.money(steps.tried_to);
        return (steps.tried_to > steps.budget).then(|| match (open, words.lang) {
            (None, Lang::Sv) => format!("Ingen större budget upp till {to} ger ett högre värde."),
            (None, Lang::En) => format!("No larger budget up to {to} gives a higher value."),
            (Some(open), Lang::Sv) => {
                format!("Ingen större budget upp till {to} med ett högre värde har hittats; {open}.")
            }
            (Some(open), Lang::En) => format!("No larger budget up to {to} with a higher value was found; {open}."),
        });
    };
    let (budget, more) = (words.money(above.budget), words.money(above.difference));
    let rest = step(above, words);
    Some(match (open, words.lang) {
        (None, Lang::Sv) => format!("Värdet stiger först med en budget på {budget}, {more} mer än i dag: {rest}"),
        (None, Lang::En) => format!("The value first rises with {more} more, a budget of {budget}: {rest}"),
        (Some(open), Lang::Sv) => {
            format!(
                "Värdet stiger med en budget på {budget}, {more} mer än i dag, den minsta som hittats; {open}: {rest}"
            )
        }
        (Some(open), Lang::En) => {
            format!("The value rises with {more} more, a budget of {budget}, the smallest found; {open}: {rest}")
        }
    })
}

fn step(step: &StepReport, words: Words<'_>) -> String {
    let moves = limits::moves(&step.moves, words);
    format!("{moves}. {}", limits::value(&step.value, words))
}
