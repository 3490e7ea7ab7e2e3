//! How far apart shares are, and how unequal.

use fordela_num::Rational;

use crate::Words;

/// The index of Gini.
pub const GINI: &str = "Gini";

/// The index of Jain.
pub const JAIN: &str = "Jain";

/// Share of what was asked for.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Andel av sökt belopp", "Share of what was asked for")
}

/// The heads of how many there are, of the least and the largest share, and of how far these are apart.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 4] {
    words.pick_each([("Antal", "Count"), ("Lägst", "Least"), ("Högst", "Largest"), ("Spridning", "Spread")])
}

/// What the columns mean.
#[must_use]
pub fn explained(words: Words<'_>) -> &'static str {
    words.pick(
        "Spridning: den högsta andelen minus den lägsta, i procentenheter. Gini: 0 när alla har samma andel, nära 1 när \
         en har allt. Jain: 1 när alla har samma andel, lägre ju ojämnare de är.",
        "Spread: the largest share less the least, in percentage points. Gini: 0 when all have the same share, near 1 \
         when one has everything. Jain: 1 when all have the same share, lower the more unequal they are.",
    )
}

/// Who has the least share of some.
#[must_use]
pub fn least(of: &str, share: &Rational, whose: &str, words: Words<'_>) -> String {
    format!("{of}, {} {}: {whose}.", words.pick("lägst", "least"), words.share(share))
}

/// Who has the largest share of some.
#[must_use]
pub fn largest(of: &str, share: &Rational, whose: &str, words: Words<'_>) -> String {
    format!("{of}, {} {}: {whose}.", words.pick("högst", "largest"), words.share(share))
}

/// Where the inequality is.
#[must_use]
pub fn parts(words: Words<'_>) -> &'static str {
    words.pick("Var ojämnheten finns", "Where the inequality is")
}

/// The heads of how shares are grouped, and of what is between groups, within them, and in all.
#[must_use]
pub fn parts_heads(words: Words<'_>) -> [&'static str; 4] {
    words.pick_each([
        ("Aktiviteternas andelar, grupperade efter", "Shares of activities, grouped by"),
        ("Mellan grupper", "Between groups"),
        ("Inom grupper", "Within groups"),
        ("Sammanlagt (Theil)", "In all (Theil)"),
    ])
}

/// By applicant.
#[must_use]
pub fn by_applicant(words: Words<'_>) -> &'static str {
    words.pick("sökande", "applicant")
}

/// By area.
#[must_use]
pub fn by_area(words: Words<'_>) -> &'static str {
    words.pick("område", "area")
}

/// What the index of Theil is, and how activities are grouped by area where there are any.
#[must_use]
pub fn parts_explained(has_areas: bool, words: Words<'_>) -> String {
    let theil = words.pick(
        "Theil: 0 när alla har samma andel; kan delas upp i det som skiljer mellan grupper och det som skiljer inom dem.",
        "Theil: 0 when all have the same share; can be split into what sets groups apart and what differs within them.",
    );
    let areas = words.pick(
        " Aktiviteter i flera områden grupperas med dem som har just samma områden, så att ingen räknas två gånger.",
        " Activities in several areas are grouped with those of just the same areas, so that none counts twice.",
    );
    format!("{theil}{}", if has_areas { areas } else { "" })
}
