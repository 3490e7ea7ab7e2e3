//! What is said of what scenarios change.

use crate::Words;

/// What stands beside the call, and what amounts are in.
#[must_use]
pub fn headline(scenarios: usize, words: Words<'_>) -> String {
    let what = match scenarios {
        1 => words.pick(
            "Utlysningen i dag jämförd med den ändrade utlysningen.",
            "The call as it is beside the same call changed.",
        ),
        _ => words.pick(
            "Utlysningen i dag, och hur mycket varje scenario skiljer sig från den.",
            "The call as it is, and by how much each scenario differs from it.",
        ),
    };
    format!("{what} {} {}.", words.pick("Belopp i", "Amounts in"), words.currency_name())
}

/// Without changes.
#[must_use]
pub fn without_changes(words: Words<'_>) -> &'static str {
    words.pick("Utan ändringar", "Without changes")
}

/// Unchanged: the head of the call as it is.
#[must_use]
pub fn unchanged(words: Words<'_>) -> &'static str {
    words.pick("Utan ändring", "Unchanged")
}

/// Changed: the head of the call as it is changed.
#[must_use]
pub fn changed(words: Words<'_>) -> &'static str {
    words.pick("Med ändring", "Changed")
}
