//! Who was granted what, and what became of it.

use crate::Words;

/// The head of what was spent above a grant.
#[must_use]
pub fn above(words: Words<'_>) -> &'static str {
    words.pick("Över beviljat", "Above")
}

/// The head of what it is not settled of what becomes.
#[must_use]
pub fn unsettled_head(words: Words<'_>) -> &'static str {
    words.pick("Ej avgjort", "Unsettled")
}

/// Of spending without a period.
#[must_use]
pub fn no_period(words: Words<'_>) -> &'static str {
    words.pick("utan period", "no period")
}

/// A fund that is not known.
#[must_use]
pub fn unknown_fund(words: Words<'_>) -> &'static str {
    words.pick("okänd källa", "unknown fund")
}

/// What the dash means.
#[must_use]
pub fn no_report(words: Words<'_>) -> &'static str {
    words.pick(
        "–: redovisning saknas. Vad som händer med medlen är inte avgjort.",
        "–: no report. What becomes of that money is not settled.",
    )
}

/// That what is above a grant is not set off.
#[must_use]
pub fn not_set_off(words: Words<'_>) -> &'static str {
    words.pick(
        "Det som överstiger det beviljade beloppet kvittas inte mot det som är kvar hos andra.",
        "What is above a grant is not set off against what others have left.",
    )
}

/// What is granted in a period.
#[must_use]
pub fn in_periods(words: Words<'_>) -> &'static str {
    words.pick(
        "Beviljat i en period är det som återstår från tidigare perioder.",
        "In a period, what is granted is what earlier periods have left.",
    )
}

/// The heads of what becomes of what is left, and by when it is to be used and reported.
#[must_use]
pub fn fund_heads(words: Words<'_>) -> [&'static str; 3] {
    words.pick_each([("Hantering", "Becomes"), ("Används senast", "Use by"), ("Redovisas senast", "Report by")])
}

/// That it is not settled what becomes of a part of it.
#[must_use]
pub fn partly_unsettled(words: Words<'_>) -> &'static str {
    words.pick("delvis ej avgjort", "partly unsettled")
}

/// That it is not settled what becomes of it.
#[must_use]
pub fn unsettled(words: Words<'_>) -> &'static str {
    words.pick("ej avgjort", "unsettled")
}

/// That it is told above what becomes of it.
#[must_use]
pub fn see_above(words: Words<'_>) -> &'static str {
    words.pick("se ovan", "see above")
}
