//! Decisions on several levels.

pub mod board;
pub mod price;

use crate::{Lang, Words};

/// That the first call is impossible, and none under it has been decided.
#[must_use]
pub fn undecided(words: Words<'_>) -> &'static str {
    words.pick(
        "Den första utlysningen går inte att genomföra, och ingen under den har beslutats.",
        "The first call is impossible, and none under it has been decided.",
    )
}

/// On how many levels is decided, how many applicants split their sums themselves, and by which file sums were decided.
#[must_use]
pub fn headline(levels: usize, own: usize, sums: Option<&str>, words: Words<'_>) -> String {
    let what = decided(levels, own, words);
    let currency = words.currency_name();
    let what = match words.lang {
        Lang::Sv => format!("{what} Belopp i {currency}."),
        Lang::En => format!("{what} Amounts in {currency}."),
    };
    match (sums, words.lang) {
        (None, _) => what,
        (Some(file), Lang::Sv) => format!("{what} Summorna är de som är beslutade, enligt {file}."),
        (Some(file), Lang::En) => format!("{what} The sums are those that were decided, by {file}."),
    }
}

fn decided(levels: usize, own: usize, words: Words<'_>) -> String {
    let count = words.counted_within(levels);
    match (own, words.lang) {
        (0, Lang::Sv) => "Beslut på en nivå: ingen sökande fördelar själv.".to_owned(),
        (0, Lang::En) => "Decisions on one level: no applicant decides itself.".to_owned(),
        (1, Lang::Sv) => format!("Beslut på {count} nivåer: en av de sökande fördelar själv sin summa."),
        (1, Lang::En) => format!("Decisions on {count} levels: one of the applicants splits its sum itself."),
        (own, Lang::Sv) => {
            let own = words.counted_within(own);
            format!("Beslut på {count} nivåer: {own} av de sökande fördelar själva sin summa.")
        }
        (own, Lang::En) => {
            let own = words.counted_within(own);
            format!("Decisions on {count} levels: {own} of the applicants split their sums themselves.")
        }
    }
}

/// The head of the call by which an applicant splits its sum.
#[must_use]
pub fn split_by(words: Words<'_>) -> &'static str {
    words.pick("Fördelas enligt", "Split by")
}
