//! What is said in the tables of who gets what.

use fordela_num::Money;

use crate::{Lang, Words};

/// What each applicant gets.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Fördelning per sökande", "Grants by applicant")
}

/// What the activities get of applicants that have several.
#[must_use]
pub fn activities_heading(words: Words<'_>) -> &'static str {
    words.pick("Aktiviteter, där en sökande har flera", "Activities of applicants with several")
}

/// What the application is for: a head.
#[must_use]
pub fn asked_for(words: Words<'_>) -> &'static str {
    words.pick("Ansökan avser", "Asked for")
}

/// The sum asked for: a head.
#[must_use]
pub fn asked(words: Words<'_>) -> &'static str {
    words.pick("Sökt belopp", "Sum asked for")
}

/// The sum granted: a head.
#[must_use]
pub fn granted(is_decided: bool, words: Words<'_>) -> &'static str {
    if is_decided {
        words.pick("Beslutat bidrag", "Grant")
    } else {
        words.pick("Föreslaget bidrag", "Suggested grant")
    }
}

/// What is said of it: a head.
#[must_use]
pub fn comment(words: Words<'_>) -> &'static str {
    words.pick("Kommentar", "Comment")
}

/// How what was decided stands to what is suggested.
#[must_use]
pub fn beside_suggestion(decided: Money, suggested: Money, words: Words<'_>) -> String {
    let told = words.money(suggested);
    match (decided == suggested, words.lang) {
        (true, Lang::Sv) => "Lika med det beräknade förslaget.".to_owned(),
        (true, Lang::En) => "As the calculated suggestion.".to_owned(),
        (false, Lang::Sv) => format!("Det beräknade förslaget är {told}."),
        (false, Lang::En) => format!("The calculated suggestion is {told}."),
    }
}
