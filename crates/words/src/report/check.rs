//! What a call holds, and whether it is possible.

use crate::{Lang, Words};

/// That at least one allocation keeps all rules.
#[must_use]
pub fn possible(words: Words<'_>) -> &'static str {
    words.pick(
        "Utlysningen går att genomföra: minst en fördelning följer alla regler.",
        "The call is possible: at least one allocation keeps all rules.",
    )
}

/// The call.
#[must_use]
pub fn head(words: Words<'_>) -> &'static str {
    words.pick("Utlysningen", "The call")
}

/// Asked for.
#[must_use]
pub fn asked(words: Words<'_>) -> &'static str {
    words.pick("Sökt belopp", "Asked for")
}

/// Asked for in relation to the budget.
#[must_use]
pub fn pressure(words: Words<'_>) -> &'static str {
    words.pick("Sökt belopp i förhållande till budgeten", "Asked for in relation to the budget")
}

/// Criteria.
#[must_use]
pub fn criteria(words: Words<'_>) -> &'static str {
    words.pick("Kriterier", "Criteria")
}

/// Lines.
#[must_use]
pub fn lines(words: Words<'_>) -> &'static str {
    words.pick("Kostnadsposter", "Lines")
}

/// Rules.
#[must_use]
pub fn rules(words: Words<'_>) -> &'static str {
    words.pick("Regler", "Rules")
}

/// Caps and floors.
#[must_use]
pub fn cases(words: Words<'_>) -> &'static str {
    words.pick("Tak och golv", "Caps and floors")
}

/// Caps and floors, where rules are repeated for applicants alone.
#[must_use]
pub fn cases_by_applicant(words: Words<'_>) -> &'static str {
    words.pick("Tak och golv, ett per sökande", "Caps and floors, one an applicant")
}

/// Caps and floors, where rules are repeated for others too.
#[must_use]
pub fn cases_by_each(words: Words<'_>) -> &'static str {
    words.pick("Tak och golv, ett för var och en", "Caps and floors, one for each")
}

/// Links.
#[must_use]
pub fn links(words: Words<'_>) -> &'static str {
    words.pick("Beroenden", "Links")
}

/// How many things may be mistakes.
#[must_use]
pub fn found(findings: usize, words: Words<'_>) -> String {
    match (findings, words.lang) {
        (0, Lang::Sv) => "Inga oklarheter hittades i utlysningen.".to_owned(),
        (0, Lang::En) => "Nothing in it looks like a mistake.".to_owned(),
        (1, Lang::Sv) => "En uppgift bör kontrolleras:".to_owned(),
        (1, Lang::En) => "One thing may be a mistake:".to_owned(),
        (n, Lang::Sv) => format!("{} uppgifter bör kontrolleras:", words.counted(n)),
        (n, Lang::En) => format!("{} things may be mistakes:", words.counted(n)),
    }
}
