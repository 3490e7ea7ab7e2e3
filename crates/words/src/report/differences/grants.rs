//! What is said of who gets more and who gets less.

use crate::{Lang, Words};

/// That no activity gets more or less.
#[must_use]
pub fn none_moved(words: Words<'_>) -> &'static str {
    words.pick("Ingen aktivitet påverkas.", "All activities stand unchanged.")
}

/// How many other activities get neither more nor less.
#[must_use]
pub fn unmoved(count: usize, words: Words<'_>) -> String {
    match (count, words.lang) {
        (1, Lang::Sv) => "En aktivitet påverkas inte.".to_owned(),
        (1, Lang::En) => "One activity stands unchanged.".to_owned(),
        (n, Lang::Sv) => format!("{} aktiviteter påverkas inte.", words.counted(n)),
        (n, Lang::En) => format!("{} activities stand unchanged.", words.counted(n)),
    }
}

/// An activity that is no longer in the call.
#[must_use]
pub fn dropped(title: &str, words: Words<'_>) -> String {
    format!("{title} ({})", words.pick("utgår", "dropped"))
}

/// Asked for: beside what an activity asks for, below what it gets.
#[must_use]
pub fn asked_for(words: Words<'_>) -> &'static str {
    words.pick("sökt belopp", "asked for")
}
