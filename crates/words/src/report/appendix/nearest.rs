//! What is said of what would change the suggestion.

use crate::{Lang, Words};

/// What would change the suggestion.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Vad som skulle ändra förslaget", "What would change the suggestion")
}

/// What counts as a change, before those that are nearest.
#[must_use]
pub fn lead(words: Words<'_>) -> &'static str {
    words.pick(
        "Förslaget räknas som ett annat när en aktivitet får hela beloppet, en del eller inget och inte fick det förut, eller \
         när en regel börjar eller slutar påverka det. De närmaste ändringar som hittades:",
        "The suggestion counts as another one when an activity gets all, a part or nothing and did not before, or when a rule \
         comes to bind or ceases to. The nearest changes that were found:",
    )
}

/// That none of the values that were tried changes the suggestion.
#[must_use]
pub fn nowhere(words: Words<'_>) -> &'static str {
    words.pick(
        "Vid alla värden som prövades får samma aktiviteter hela beloppet, en del eller inget, och samma regler påverkar \
         förslaget.",
        "At all values that were tried the same activities get all, a part or nothing, and the same rules bind.",
    )
}

/// That time or effort was spent before.
#[must_use]
pub fn unknown(words: Words<'_>) -> &'static str {
    words.pick(
        "Tiden eller beräkningarna tog slut innan det var klart vad som skulle ändra förslaget.",
        "Time or effort was spent before it was found what would change the suggestion.",
    )
}

/// A change of something to a value, how far that is from now, and what becomes of it.
#[must_use]
pub fn item(
    name: &str,
    [now, then]: [&str; 2],
    (distance, is_higher): (&str, bool),
    becomes: &str,
    words: Words<'_>,
) -> String {
    match (words.lang, is_higher) {
        (Lang::Sv, true) => format!("{name} {then} i stället för {now}, {distance} högre: {becomes}."),
        (Lang::Sv, false) => format!("{name} {then} i stället för {now}, {distance} lägre: {becomes}."),
        (Lang::En, true) => format!("{name} {then} instead of {now}, {distance} higher: {becomes}."),
        (Lang::En, false) => format!("{name} {then} instead of {now}, {distance} lower: {becomes}."),
    }
}

/// The heads of what is varied, of what it is, and of the nearest lower and higher values that change the suggestion.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 4] {
    words.pick_each([
        ("Budget eller vikt", "Budget or weight"),
        ("Nu", "Now"),
        ("Annat förslag från, nedåt", "Another from, downwards"),
        ("Annat förslag från, uppåt", "Another from, upwards"),
    ])
}

/// What was tried, and what a dash means.
#[must_use]
pub fn explained(words: Words<'_>) -> &'static str {
    words.pick(
        "Budgeten har prövats tio procent nedåt och uppåt i steg om en procent, och varje vikt hälften nedåt och uppåt i steg om \
         fem procent, de andra oförändrade; mellan två steg har det närmaste värdet sökts genom halvering. Ett streck betyder \
         att inget annat förslag hittades.",
        "The budget was tried ten per cent down and up in steps of one per cent, and each weight a half down and up in steps of \
         five per cent, the others as they are; between two steps the nearest value was looked for by halving. A dash means \
         that no other suggestion was found.",
    )
}
