//! What is said of what only ids settled.

use crate::{Lang, Words, listed};

/// That it is not known whether ids settled anything.
#[must_use]
pub fn unknown(words: Words<'_>) -> &'static str {
    words.pick(
        "Tiden eller beräkningarna tog slut innan det var klart om något avgjordes enbart av id.",
        "Time or effort was spent before it was found whether anything was settled by ids alone.",
    )
}

/// Settled by id.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Avgjort av id", "Settled by id")
}

/// Who gets an odd unit, and who gets one less.
#[must_use]
pub fn odd_unit(more: &[String], less: &[String], words: Words<'_>) -> String {
    let (more, less) = (listed(words, more), listed(words, less));
    match words.lang {
        Lang::Sv => format!(
            "Udda belopp: {more} får ett jämnt belopp mer, och {less} ett mindre, bara för att deras id kommer i den \
             ordningen. Med andra id hade det blivit tvärtom, med samma värde och samma summa."
        ),
        Lang::En => format!(
            "An odd unit: {more} gets one more, and {less} one less, only because their ids come in that order. With other \
             ids it would be the other way round, with the same value and the same sum."
        ),
    }
}

/// Who gets more, and who gets less, where both would be as good.
#[must_use]
pub fn tie(more: &[String], less: &[String], words: Words<'_>) -> String {
    let (more, less) = (listed(words, more), listed(words, less));
    match words.lang {
        Lang::Sv => format!(
            "Oavgjort: {more} får mer, och {less} mindre, bara för att deras id kommer i den ordningen. Med andra id hade \
             det blivit tvärtom, med samma värde och samma summa."
        ),
        Lang::En => format!(
            "A tie: {more} gets more, and {less} less, only because their ids come in that order. With other ids it would \
             be the other way round, with the same value and the same sum."
        ),
    }
}
