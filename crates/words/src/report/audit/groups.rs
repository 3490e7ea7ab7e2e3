//! Groups that get less than their proportional part.

use super::super::head::Head;
use crate::{Lang, Words};

/// Less than their proportional part.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Mindre än sin proportionella del", "Less than their proportional part")
}

/// The heads of the proportional part and of what lacks in it.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 2] {
    words.pick_each([("Proportionell del", "Proportional part"), ("Saknas", "Lacks")])
}

/// Areas.
#[must_use]
pub fn areas(words: Words<'_>) -> &'static str {
    words.pick("Områden", "Areas")
}

/// Tags.
#[must_use]
pub fn tags(words: Words<'_>) -> &'static str {
    words.pick("Etiketter", "Tags")
}

/// What goes to whom is not known.
#[must_use]
pub fn unknown(names: &[&str], words: Words<'_>) -> String {
    let names = names.join(", ");
    match words.lang {
        Lang::Sv => format!("Vad som går till {names} är inte känt."),
        Lang::En => format!("What goes to {names} is not known."),
    }
}

/// Which groups a call has, beside applicants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds {
    /// Whether it has areas.
    pub areas: bool,
    /// Whether it has tags.
    pub tags: bool,
}

impl Kinds {
    /// The head of the groups.
    #[must_use]
    pub fn head(self, words: Words<'_>) -> &'static str {
        match (self.areas, self.tags) {
            (true, true) => words.pick("Sökande, område eller etikett", "Applicant, area or tag"),
            (true, false) => words.pick("Sökande eller område", "Applicant or area"),
            (false, true) => words.pick("Sökande eller etikett", "Applicant or tag"),
            (false, false) => words.head(Head::Applicant),
        }
    }

    /// That no group gets less than its part.
    #[must_use]
    pub fn none(self, words: Words<'_>) -> String {
        let who = match (self.areas, self.tags) {
            (true, true) => words.pick("ingen sökande, inget område och ingen etikett", "applicant, area or tag"),
            (true, false) => words.pick("ingen sökande och inget område", "applicant or area"),
            (false, true) => words.pick("ingen sökande och ingen etikett", "applicant or tag"),
            (false, false) => words.pick("ingen sökande", "applicant"),
        };
        match words.lang {
            Lang::Sv => format!("Såvitt det är känt får {who} mindre än sin del av det som söks."),
            Lang::En => format!("No {who} gets less than its part of what is asked for, as far as is known."),
        }
    }

    /// What the proportional part is, and that activities may count in several groups.
    #[must_use]
    pub fn explained(self, words: Words<'_>) -> String {
        let part = words.pick(
            "Proportionell del: en lika stor del av det som beviljas som gruppen har av allt som söks.",
            "Proportional part: the group's part of all that is asked for, of what is granted.",
        );
        let several = match (self.areas, self.tags) {
            (true, true) => words.pick("områden eller etiketter", "areas or tags"),
            (true, false) => words.pick("områden", "areas"),
            (false, true) => words.pick("etiketter", "tags"),
            (false, false) => return part.to_owned(),
        };
        match words.lang {
            Lang::Sv => format!("{part} En aktivitet med flera {several} räknas i alla."),
            Lang::En => format!("{part} An activity with several {several} counts in each."),
        }
    }
}
