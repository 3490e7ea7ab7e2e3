//! Reported sums beside their parts, results and kinds of cost.

use crate::{Lang, Words, capital};

/// How many reported sums are right.
#[must_use]
pub fn counted(right: usize, all: usize, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Redovisade summor: {right} av {all} stämmer med sina delar"),
        Lang::En => format!("Reported sums: {right} of {all} are what their parts add up to"),
    }
}

/// The heads of a sum, of its place, of what was reported, and of what its parts add up to.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 4] {
    words.pick_each([
        ("Summa", "Sum"),
        ("Rad:kolumn", "Line:column"),
        ("Redovisat", "Reported"),
        ("Delarnas summa", "Sum of parts"),
    ])
}

/// Results.
#[must_use]
pub fn results(words: Words<'_>) -> &'static str {
    words.pick("Resultat", "Results")
}

/// The heads of a result, of whose it is, and of its number.
#[must_use]
pub fn result_heads(words: Words<'_>) -> [&'static str; 3] {
    words.pick_each([("Resultat", "Result"), ("Vem", "Whose"), ("Antal", "Number")])
}

/// The head of what was spent for each.
#[must_use]
pub fn each(words: Words<'_>) -> String {
    let name = capital(words.currency_name());
    match words.lang {
        Lang::Sv => format!("{name} per enhet"),
        Lang::En => format!("{name} for each"),
    }
}

/// All, of a result.
#[must_use]
pub fn all(words: Words<'_>) -> &'static str {
    words.pick("Alla", "All")
}

/// Spent by kind of cost.
#[must_use]
pub fn kinds(words: Words<'_>) -> &'static str {
    words.pick("Utfall per kostnadsslag", "Spent by kind of cost")
}

/// Money that was spent and came back, of a kind of cost if that is told.
#[must_use]
pub fn refund(kind: Option<&str>, words: Words<'_>) -> String {
    let refund = words.pick("återfått", "refund");
    kind.map_or_else(|| refund.to_owned(), |kind| format!("{kind} ({refund})"))
}

/// The heads of who spent, and of a kind of cost.
#[must_use]
pub fn kind_heads(words: Words<'_>) -> [&'static str; 2] {
    words.pick_each([("Vem", "Who"), ("Kostnadsslag", "Kind of cost")])
}
