//! What is said of how two allocations or decisions differ.

use fordela_model::Party;

use crate::{Lang, Words, quoted};

/// What is compared, and what amounts are in.
#[must_use]
pub fn headline(words: Words<'_>) -> String {
    let name = words.currency_name();
    match words.lang {
        Lang::Sv => format!("Två fördelningar jämförda; skillnaden är B minus A. Belopp i {name}."),
        Lang::En => format!("Two allocations compared; the difference is B less A. Amounts in {name}."),
    }
}

/// A side that is what is suggested.
#[must_use]
pub fn suggestion(words: Words<'_>) -> &'static str {
    words.pick("förslaget för utlysningen", "the suggestion for the call")
}

/// A side that is a scenario, by its name and what it changes.
#[must_use]
pub fn scenario(name: &str, changes: &str, words: Words<'_>) -> String {
    format!("{} {}: {changes}", words.pick("scenariot", "the scenario"), quoted(name, words.lang))
}

/// A side that is a file, by its name and on whose ids it was matched.
#[must_use]
pub fn file(name: &str, matched_on: Party, words: Words<'_>) -> String {
    let on = match matched_on {
        Party::Activity => words.pick("matchade på aktiviteternas id", "matched on ids of activities"),
        Party::Applicant => words.pick("matchade på de sökandes id", "matched on ids of applicants"),
    };
    format!("{name} ({} {on})", words.pick("belopp", "sums"))
}

/// That sums of applicants say nothing of their activities.
#[must_use]
pub fn unknown(words: Words<'_>) -> &'static str {
    words.pick(
        "En fil med belopp per sökande anger inte hur de delas mellan aktiviteter. Uppgifter som därför saknas visas med –.",
        "A file with sums by applicant does not say how they are split over activities. What does not follow from it \
         stands as –.",
    )
}

/// That a side, by its letter, grants more than the budget.
#[must_use]
pub fn above_budget(side: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("{side} beviljar mer än budgeten."),
        Lang::En => format!("{side} grants more than the budget."),
    }
}

/// That a side, by its letter, grants more than was asked for to these, with commas between.
#[must_use]
pub fn above_asked(side: &str, names: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("{side} beviljar mer än vad som söks: {names}."),
        Lang::En => format!("{side} grants more than was asked for: {names}."),
    }
}

/// Rules that are broken, or bind on one side only.
#[must_use]
pub fn rules(words: Words<'_>) -> &'static str {
    words.pick(
        "Regler som bryts, eller som bara påverkar den ena fördelningen",
        "Rules that are broken, or bind on one side only",
    )
}

/// That the same rules bind, and none is broken.
#[must_use]
pub fn same_rules(words: Words<'_>) -> &'static str {
    words.pick(
        "Såvitt det är känt bryts ingen regel, och samma regler påverkar båda fördelningarna.",
        "No rule is broken, and the same rules bind on both sides, as far as is known.",
    )
}

/// How a rule stands.
#[must_use]
pub fn standing(holds: bool, binding: bool, words: Words<'_>) -> &'static str {
    match (holds, binding) {
        (false, _) => words.pick("bryts", "broken"),
        (true, true) => words.pick("påverkar", "binds"),
        (true, false) => words.pick("följs", "kept"),
    }
}
