//! What is said of how far the budget can move before anything happens.
//!
//! `open` says what was not tried, where not all was; `then` what happens with another budget.

use fordela_num::Money;

use crate::{Lang, Words};

/// The nearest steps of the budget.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Budgetens närmaste steg", "The nearest steps of the budget")
}

/// Why there are steps.
#[must_use]
pub fn explained(words: Words<'_>) -> &'static str {
    words.pick(
        "Vissa aktiviteter beviljas i steg eller är beroende av andra. Därför ändras värdet i steg när budgeten ändras, \
         och en krona mer eller mindre har inget bestämt värde.",
        "Some activities are granted in steps or are linked to others. The value then moves in steps as the budget does, \
         and one krona more or less has no fixed worth.",
    )
}

/// How much smaller the budget can be with the same value.
#[must_use]
pub fn spare(spare: Money, open: Option<&str>, words: Words<'_>) -> String {
    let spare = words.money(spare);
    let open = open.map(|open| format!("; {open}")).unwrap_or_default();
    match words.lang {
        Lang::Sv => format!("Budgeten kan vara upp till {spare} mindre med samma värde{open}."),
        Lang::En => format!("The budget can be up to {spare} smaller with the same value{open}."),
    }
}

/// That a smaller budget is impossible.
#[must_use]
pub fn impossible(budget: Money, words: Words<'_>) -> String {
    let budget = words.money(budget);
    match words.lang {
        Lang::Sv => format!("Med en budget på {budget} följer ingen fördelning alla regler."),
        Lang::En => format!("With a budget of {budget}, no allocation keeps all rules."),
    }
}

/// What happens with a smaller budget.
#[must_use]
pub fn below(budget: Money, then: &str, words: Words<'_>) -> String {
    let budget = words.money(budget);
    match words.lang {
        Lang::Sv => format!("Med en budget på {budget}: {then}"),
        Lang::En => format!("With a budget of {budget}: {then}"),
    }
}

/// That no larger budget up to this one is worth more, or that none was found.
#[must_use]
pub fn none_above(to: Money, open: Option<&str>, words: Words<'_>) -> String {
    let to = words.money(to);
    match (open, words.lang) {
        (None, Lang::Sv) => format!("Ingen större budget upp till {to} ger ett högre värde."),
        (None, Lang::En) => format!("No larger budget up to {to} gives a higher value."),
        (Some(open), Lang::Sv) => format!("Ingen större budget upp till {to} med ett högre värde har hittats; {open}."),
        (Some(open), Lang::En) => format!("No larger budget up to {to} with a higher value was found; {open}."),
    }
}

/// What happens with a larger budget, and how much larger it is.
#[must_use]
pub fn above(budget: Money, more: Money, open: Option<&str>, then: &str, words: Words<'_>) -> String {
    let (budget, more) = (words.money(budget), words.money(more));
    match (open, words.lang) {
        (None, Lang::Sv) => format!("Värdet stiger först med en budget på {budget}, {more} mer än i dag: {then}"),
        (None, Lang::En) => format!("The value first rises with {more} more, a budget of {budget}: {then}"),
        (Some(open), Lang::Sv) => format!(
            "Värdet stiger med en budget på {budget}, {more} mer än i dag, den minsta som hittats; {open}: {then}"
        ),
        (Some(open), Lang::En) => {
            format!("The value rises with {more} more, a budget of {budget}, the smallest found; {open}: {then}")
        }
    }
}
