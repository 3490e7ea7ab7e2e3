//! What every budget is worth.

pub mod own;
pub mod tried;

use fordela_num::Money;

use crate::{Lang, Words, capital};

/// Which budgets are told of.
#[must_use]
pub fn headline(from: Money, to: Money, words: Words<'_>) -> String {
    let (from, to, name) = (words.amount(from), words.amount(to), words.currency_name());
    match words.lang {
        Lang::Sv => format!(
            "Vad varje budget från {from} till {to} är värd, och vilka som får pengarna på vägen. Belopp i {name}."
        ),
        Lang::En => {
            format!(
                "What each budget from {from} to {to} is worth, and who gets the money on the way. Amounts in {name}."
            )
        }
    }
}

/// The heads of a budget with who gets it.
#[must_use]
pub fn head(words: Words<'_>) -> &'static str {
    words.pick("Budget, och vem som får pengarna", "Budget, and who gets the money")
}

/// The head of what one more is worth.
#[must_use]
pub fn one_more(words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("{}\u{a0}till är\u{a0}värd", capital(&words.one())),
        Lang::En => "One more is worth".to_owned(),
    }
}

/// On what amounts value is counted.
#[must_use]
pub fn without_rounding(words: Words<'_>) -> &'static str {
    words.pick(
        "Värdet är här beräknat på belopp som kan delas fritt, utan avrundning till hela enheter.",
        "Value is counted here on amounts that can be divided at will, without rounding to whole units.",
    )
}

/// That the value moves in steps.
#[must_use]
pub fn in_steps(words: Words<'_>) -> &'static str {
    words.pick(
        "Vissa aktiviteter beviljas helt eller inte alls, och därför ändras värdet i steg. För varje steg visas skillnaden mot steget före.",
        "The call has choices that are made in whole or not at all, so that the value moves in steps. Each step shows the difference from the step before.",
    )
}

/// From which budget a step is.
#[must_use]
pub fn from(budget: Money, words: Words<'_>) -> String {
    format!("{} {}", words.pick("från", "from"), words.amount(budget))
}

/// How many more steps are alike, and from which budget the last is.
#[must_use]
pub fn more_alike(count: usize, last: Money, words: Words<'_>) -> String {
    let last = words.amount(last);
    match words.lang {
        Lang::Sv => format!("… {count} likadana steg till, det sista från {last}"),
        Lang::En => format!("… {count} more steps alike, the last from {last}"),
    }
}

/// Budgets with which not all rules can be kept.
#[must_use]
pub fn hole(from: Money, to: Money, words: Words<'_>) -> String {
    let (from, to) = (words.amount(from), words.amount(to));
    let budgets = if from == to { from } else { format!("{from}–{to}") };
    format!("{budgets}: {}", words.pick("alla regler kan inte följas", "not all rules can be kept"))
}

/// Who gets less.
#[must_use]
pub fn loses(words: Words<'_>) -> &'static str {
    words.pick("får mindre", "loses")
}

/// Who begins to get money.
#[must_use]
pub fn enters(words: Words<'_>) -> &'static str {
    words.pick("får medel", "enters")
}

/// That no budget keeps all rules.
#[must_use]
pub fn none(from: Money, to: Money, words: Words<'_>) -> String {
    let is_one = from == to;
    let (from, to) = (words.money(from), words.money(to));
    match (is_one, words.lang) {
        (true, Lang::Sv) => format!("Med budgeten {to} kan inte alla regler följas."),
        (true, Lang::En) => format!("With the budget {to} not all rules can be kept."),
        (false, Lang::Sv) => format!("Med ingen budget från {from} till {to} kan alla regler följas."),
        (false, Lang::En) => format!("With no budget from {from} to {to} can all rules be kept."),
    }
}

/// What stands above what hinders with a budget.
#[must_use]
pub fn hinders(budget: Money, words: Words<'_>) -> String {
    let budget = words.money(budget);
    match words.lang {
        Lang::Sv => format!("Det här hindrar med {budget}:"),
        Lang::En => format!("This is what hinders with {budget}:"),
    }
}
