//! How fair an allocation or a decision is.

pub mod axioms;
pub mod complaints;
pub mod decision;
pub mod distance;
pub mod groups;
pub mod manipulation;
pub mod shares;

use std::borrow::Borrow;

use fordela_num::Money;

use crate::{Lang, Words};

/// What is audited, the decision in a file or the suggested allocation, and its sums.
#[must_use]
pub fn headline(decision: Option<&str>, [granted, asked, budget]: [Money; 3], words: Words<'_>) -> String {
    let what = match (decision, words.lang) {
        (Some(name), Lang::Sv) => format!("Granskning av beslutet i {name}"),
        (Some(name), Lang::En) => format!("Audit of the decision in {name}"),
        (None, Lang::Sv) => "Granskning av förslaget till fördelning".to_owned(),
        (None, Lang::En) => "Audit of the suggested allocation".to_owned(),
    };
    let [granted, asked, budget] = [granted, asked, budget].map(|sum| words.money(sum));
    let name = words.currency_name();
    match words.lang {
        Lang::Sv => {
            format!("{what}: {granted} beviljas av {asked} som söks, och budgeten är {budget}. Belopp i {name}.")
        }
        Lang::En => {
            format!("{what}: {granted} is granted of {asked} asked for, and the budget is {budget}. Amounts in {name}.")
        }
    }
}

/// That a decision gives sums by applicant alone.
#[must_use]
pub fn by_applicant_alone(words: Words<'_>) -> &'static str {
    words.pick(
        "Beslutet anger belopp per sökande, inte hur de delas mellan aktiviteter. Bara det som följer av beloppen redovisas.",
        "The decision gives sums by applicant, not how they are split over activities. Only what follows from the sums is told.",
    )
}

/// Names with semicolons between, and how many more there are.
#[must_use]
pub fn named<S: Borrow<str>>(first: &[S], more: usize, words: Words<'_>) -> String {
    let names = first.join("; ");
    match (more, words.lang) {
        (0, _) => names,
        (_, Lang::Sv) => format!("{names}; och {} till", words.counted_within(more)),
        (_, Lang::En) => format!("{names}; and {} more", words.counted_within(more)),
    }
}
