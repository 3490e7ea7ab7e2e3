//! What is found when a log is gone through again.

use crate::{Lang, Words};

/// That the log has no entries.
#[must_use]
pub fn empty(words: Words<'_>) -> &'static str {
    words.pick("Loggen har inga poster.", "The log has no entries.")
}

/// That all entries tried can be reproduced.
#[must_use]
pub fn same(all: usize, words: Words<'_>) -> String {
    match (all, words.lang) {
        (1, Lang::Sv) => "Den prövade posten kan återskapas: allt är som när den skrevs.".to_owned(),
        (1, Lang::En) => "The entry tried can be reproduced: all is as when it was written.".to_owned(),
        (_, Lang::Sv) => format!("Alla {all} prövade poster kan återskapas: allt är som när de skrevs."),
        (_, Lang::En) => format!("All entries tried, {all}, can be reproduced: all is as when they were written."),
    }
}

/// How many of the entries tried cannot be reproduced.
#[must_use]
pub fn differing(differing: usize, all: usize, words: Words<'_>) -> String {
    match (all, words.lang) {
        (1, Lang::Sv) => "Den prövade posten kan inte återskapas som den skrevs.".to_owned(),
        (1, Lang::En) => "The entry tried cannot be reproduced as it was written.".to_owned(),
        (_, Lang::Sv) => format!("{differing} av {all} prövade poster kan inte återskapas som de skrevs."),
        (_, Lang::En) => format!("{differing} of {all} entries tried cannot be reproduced as they were written."),
    }
}

/// The heads of an entry, of when and by whom it was decided, and of the suggestion.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 4] {
    words.pick_each([
        ("Post", "Entry"),
        ("Datum", "Date"),
        ("Beslut av", "Decided by"),
        ("Förslaget", "The suggestion"),
    ])
}

/// Entry 3.
#[must_use]
pub fn entry(entry: usize, words: Words<'_>) -> String {
    format!("{} {entry}", words.pick("Post", "Entry"))
}

/// The seal of the log.
#[must_use]
pub fn seal(seal: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Loggens sigill är {seal}."),
        Lang::En => format!("The seal of the log is {seal}."),
    }
}

/// That the suggestion is the same.
#[must_use]
pub fn same_suggestion(words: Words<'_>) -> &'static str {
    words.pick("samma", "the same")
}

/// That the sums suggested are the same, though the suggestion is not.
#[must_use]
pub fn same_sums(words: Words<'_>) -> &'static str {
    words.pick("samma belopp", "the same sums")
}

/// That other sums are suggested.
#[must_use]
pub fn other_sums(words: Words<'_>) -> &'static str {
    words.pick("andra belopp", "other sums")
}

/// That the suggestion cannot be found.
#[must_use]
pub fn no_suggestion(words: Words<'_>) -> &'static str {
    words.pick("kan inte räknas fram", "cannot be found")
}

/// The heads of what was suggested then, and what is now.
#[must_use]
pub fn then_now(words: Words<'_>) -> [&'static str; 2] {
    words.pick_each([("Då", "Then"), ("Nu", "Now")])
}
