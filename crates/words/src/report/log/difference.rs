//! What in an entry of a log, or in what it is of, is not as it was.

use crate::{Lang, Words};

/// The entry was edited.
#[must_use]
pub fn edited(words: Words<'_>) -> &'static str {
    words.pick(
        "Posten är inte som den skrevs: något i den, eller före den, har ändrats.",
        "The entry is not as it was written: something in it, or before it, was changed.",
    )
}

/// The entry does not follow on the same.
#[must_use]
pub fn gap(words: Words<'_>) -> &'static str {
    words.pick(
        "Posten följer inte på samma post som när den skrevs: något har tagits bort, flyttats eller skjutits in.",
        "The entry does not follow on the one before as when it was written: something was removed, moved or put in.",
    )
}

/// Something that is no entry stands after it.
#[must_use]
pub fn after(words: Words<'_>) -> &'static str {
    words.pick("Efter posten står något som inte är en post.", "Something stands after the entry that is no entry.")
}

/// The call is not there.
#[must_use]
pub fn call_missing(path: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Utlysningen {path} finns inte."),
        Lang::En => format!("The call {path} is not there."),
    }
}

/// The call cannot be read.
#[must_use]
pub fn call_unreadable(path: &str, message: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Utlysningen {path} kan inte läsas: {message}"),
        Lang::En => format!("The call {path} cannot be read: {message}"),
    }
}

/// The call was changed.
#[must_use]
pub fn call_changed(path: &str, then: &str, now: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Utlysningen {path} har ändrats. SHA-256 då: {then}, nu: {now}."),
        Lang::En => format!("The call {path} was changed. SHA-256 then: {then}, now: {now}."),
    }
}

/// The decision is not there.
#[must_use]
pub fn decision_missing(path: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Beslutet {path} finns inte."),
        Lang::En => format!("The decision {path} is not there."),
    }
}

/// The decision cannot be read.
#[must_use]
pub fn decision_unreadable(path: &str, message: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Beslutet {path} kan inte läsas: {message}"),
        Lang::En => format!("The decision {path} cannot be read: {message}"),
    }
}

/// The decision was changed.
#[must_use]
pub fn decision_changed(path: &str, then: &str, now: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Beslutet {path} har ändrats. SHA-256 då: {then}, nu: {now}."),
        Lang::En => format!("The decision {path} was changed. SHA-256 then: {then}, now: {now}."),
    }
}

/// Another version wrote the entry.
#[must_use]
pub fn version(then: &str, now: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Posten skrevs med fordela {then}; detta är {now}."),
        Lang::En => format!("The entry was written by fordela {then}; this is {now}."),
    }
}

/// The call was answered otherwise; statuses are those of JSON.
#[must_use]
pub fn status(then: &str, now: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => {
            format!("Svaret på utlysningen var ”{}” och är nu ”{}”.", swedish_status(then), swedish_status(now))
        }
        Lang::En => format!("The call was answered by {then}, and now by {now}."),
    }
}

/// How a call was answered, by its word in JSON.
fn swedish_status(word: &str) -> &str {
    match word {
        "optimal" => "bevisat bäst",
        "within-gap" => "inte bevisat bäst",
        "infeasible" => "går inte att genomföra",
        other => other,
    }
}

/// So many sums are suggested otherwise.
#[must_use]
pub fn sums(count: usize, words: Words<'_>) -> String {
    match (count, words.lang) {
        (1, Lang::Sv) => "Ett belopp föreslås annorlunda:".to_owned(),
        (1, Lang::En) => "One sum is suggested otherwise:".to_owned(),
        (_, Lang::Sv) => format!("{count} belopp föreslås annorlunda:"),
        (_, Lang::En) => format!("{count} sums are suggested otherwise:"),
    }
}

/// The sums are the same, and the suggestion is another.
#[must_use]
pub fn suggestion(then: &str, now: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!(
            "Alla föreslås samma belopp, men värdet, gränsen för det eller vem som betalar är annorlunda. SHA-256 då: {then}, \
             nu: {now}."
        ),
        Lang::En => format!(
            "Everybody is suggested the same, but the value, its bound or who pays is another. SHA-256 then: {then}, now: \
             {now}."
        ),
    }
}

/// The suggestion was kept in a form that cannot be compared.
#[must_use]
pub fn form(words: Words<'_>) -> &'static str {
    words.pick(
        "Förslaget sparades på ett sätt som denna version inte kan jämföra: bara svaret och beloppen är prövade.",
        "The suggestion was kept in a form that this version cannot compare: only the answer and the sums were tried.",
    )
}
