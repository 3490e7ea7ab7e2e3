//! Which budgets do, and which were not tried.

use fordela_num::Money;

use crate::{Lang, Words};

/// That smaller budgets than the first do not do.
#[must_use]
pub fn too_small(first: Money, words: Words<'_>) -> String {
    let first = words.money(first);
    match words.lang {
        Lang::Sv => format!("Med en budget under {first} kan inte alla regler följas."),
        Lang::En => format!("With less than {first} not all rules can be kept."),
    }
}

/// That it is the smallest that was tried, where not all were.
#[must_use]
pub fn smallest(first: Money, words: Words<'_>) -> String {
    let first = words.money(first);
    match words.lang {
        Lang::Sv => format!("{first} är den minsta budget som prövades där alla regler kan följas."),
        Lang::En => format!("{first} is the smallest budget that was tried with which all rules can be kept."),
    }
}

/// That larger budgets than the last do not do.
#[must_use]
pub fn too_large(last: Money, words: Words<'_>) -> String {
    let last = words.money(last);
    match words.lang {
        Lang::Sv => format!("Med en budget över {last} kan inte alla regler följas."),
        Lang::En => format!("With more than {last} not all rules can be kept."),
    }
}

/// That it is the largest that was tried, where not all were.
#[must_use]
pub fn largest(last: Money, words: Words<'_>) -> String {
    let last = words.money(last);
    match words.lang {
        Lang::Sv => format!("{last} är den största budget som prövades där alla regler kan följas."),
        Lang::En => format!("{last} is the largest budget that was tried with which all rules can be kept."),
    }
}

/// That none that was tried is enough.
#[must_use]
pub fn none_found(words: Words<'_>) -> &'static str {
    words.pick(
        "Ingen av de budgetar som prövades räcker för att följa alla regler. Att ingen annan gör det är inte visat.",
        "None of the budgets that were tried is enough to keep all rules. That no other is has not been shown.",
    )
}

/// How many values are not proven to be the best.
#[must_use]
pub fn unproven(open: usize, all: usize, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!(
            "Värdena är de bästa som hittades. För {open} av {all} är det inte visat att inget bättre finns, eftersom tiden eller beräkningarna tog slut."
        ),
        Lang::En => format!(
            "The values are the best that were found. Of {open} in {all} it is not proven that there is no better, as time or effort was spent."
        ),
    }
}

/// How far apart budgets were tried, and how finer steps are shown.
#[must_use]
pub fn grain(grain: Money, words: Words<'_>) -> String {
    let grain = words.money(grain);
    match words.lang {
        Lang::Sv => format!(
            "Det finns fler steg än dessa: budgetarna har prövats med {grain} mellanrum. Ett kortare intervall (--from, --to) eller fler steg (--most) visar finare steg."
        ),
        Lang::En => format!(
            "There are more steps than these: budgets were tried {grain} apart. A shorter range (--from, --to) or more steps (--most) shows finer ones."
        ),
    }
}

/// Between which budgets not all were tried.
#[must_use]
pub fn untried(from: Money, to: Money, words: Words<'_>) -> String {
    let is_one = from == to;
    let (from, to) = (words.money(from), words.money(to));
    match (is_one, words.lang) {
        (true, Lang::Sv) => format!("För budgeten {to} hittades inget svar i tid."),
        (true, Lang::En) => format!("No answer was found in time for the budget {to}."),
        (false, Lang::Sv) => {
            format!("Mellan {from} och {to} prövades inte alla budgetar; där kan det finnas fler steg.")
        }
        (false, Lang::En) => {
            format!("Between {from} and {to} not all budgets were tried; there may be more steps.")
        }
    }
}

/// Above which budget none was tried.
#[must_use]
pub fn spent(reached: Money, words: Words<'_>) -> String {
    let reached = words.money(reached);
    match words.lang {
        Lang::Sv => format!("Tiden eller beräkningarna tog slut: större budgetar än {reached} prövades inte."),
        Lang::En => format!("Time or effort was spent: budgets above {reached} were not tried."),
    }
}
