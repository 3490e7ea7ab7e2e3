//! What is said of who would pay for an activity that is granted after all.

use fordela_model::call::Kind;
use fordela_num::Money;

use crate::{Lang, Words, limit, listed, scenario};

/// If an activity must get at least something, as [`at_least`] and [`all`] have it.
#[must_use]
pub fn heading(title: &str, least: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Om {title} måste få {least}"),
        Lang::En => format!("If {title} must get {least}"),
    }
}

/// What an activity must get, as it was asked: `minst 50 %`.
#[must_use]
pub fn at_least(typed: &str, words: Words<'_>) -> String {
    format!("{} {}", limit::kind(Kind::AtLeast, words), scenario::least(typed, words))
}

/// That an activity must get all that can be granted.
#[must_use]
pub fn all(words: Words<'_>) -> &'static str {
    words.pick("allt som går att bevilja", "all that can be granted")
}

/// What the activity gets now, as [`super::call::of`] has it, and why.
#[must_use]
pub fn now(granted: &str, why: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Nu föreslås {granted}. {why}"),
        Lang::En => format!("Now {granted} is granted. {why}"),
    }
}

/// That the other rules do not allow it.
#[must_use]
pub fn impossible(words: Words<'_>) -> &'static str {
    words.pick(
        "Kravet går inte att förena med övriga regler:",
        "The requirement cannot be kept together with the other rules:",
    )
}

/// That the activity gets that much already.
#[must_use]
pub fn already(words: Words<'_>) -> &'static str {
    words.pick("Det får aktiviteten redan.", "It already does.")
}

/// What the activity would get, and how much more that is.
#[must_use]
pub fn would_get(granted: Money, more: Money, words: Words<'_>) -> String {
    let (granted, more) = (words.money(granted), words.money(more));
    match words.lang {
        Lang::Sv => format!("Med kravet får aktiviteten {granted}, {more} mer."),
        Lang::En => format!("With the requirement it gets {granted}, {more} more."),
    }
}

/// From whom the money is taken.
#[must_use]
pub fn taken_from(all: &[String], words: Words<'_>) -> String {
    format!("{} {}.", words.pick("Pengarna tas från", "The money is taken from"), listed(words, all))
}

/// Who else gets more.
#[must_use]
pub fn more_to(all: &[String], words: Words<'_>) -> String {
    format!("{} {}.", words.pick("Mer får också", "More goes to"), listed(words, all))
}

/// That less is left over.
#[must_use]
pub fn less_left(by: Money, words: Words<'_>) -> String {
    format!("{} {}.", words.pick("Det som blir över minskar med", "What is left over falls by"), words.money(by))
}

/// That more is left over.
#[must_use]
pub fn more_left(by: Money, words: Words<'_>) -> String {
    format!("{} {}.", words.pick("Det som blir över ökar med", "What is left over rises by"), words.money(by))
}
