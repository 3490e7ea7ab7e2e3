//! What is said while a command runs, and in what it writes beside an answer.

use std::time::Duration;

use crate::label::Label;
use crate::numerals::HARD_SPACE;
use crate::{Lang, numerals};

/// That something is being computed.
#[must_use]
pub fn allocating(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "fördelar",
        Lang::En => "allocating",
    }
}

/// How long something took, in seconds.
#[must_use]
pub fn elapsed(took: Duration, lang: Lang) -> String {
    format!("{}{HARD_SPACE}s", numerals::decimal(&format!("{:.3}", took.as_secs_f64()), lang))
}

/// That rows of a sweep need not be computed again.
#[must_use]
pub fn found_rows(rows: usize, points: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{rows} av {points} rader fanns kvar från en tidigare körning"),
        Lang::En => format!("{rows} of {points} rows were left by an earlier run"),
    }
}

/// What may be a mistake, in a line of a file.
#[must_use]
pub fn warning(at: &str, message: &str, lang: Lang) -> String {
    format!("{}: {at}: {message}", Label::Warning.told(lang))
}

/// That more was found than is shown.
#[must_use]
pub fn left_out(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("… och {more} till av samma slag"),
        Lang::En => format!("… and {more} more of the same kind"),
    }
}

/// What the floor is called that a scenario holds an activity up by.
#[must_use]
pub fn requirement(activity: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Kravet på {activity}"),
        Lang::En => format!("The requirement on {activity}"),
    }
}

/// What the cap is called by which a scenario keeps money from an activity.
#[must_use]
pub fn nothing_for(activity: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Inget till {activity}"),
        Lang::En => format!("Nothing for {activity}"),
    }
}

/// What people have to know who open a log, in lines.
#[must_use]
pub fn log_head(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Sv => [
            "Logg över beslut. `fordela record` lägger till poster sist; det som står här ändras aldrig.",
            "`seal` är SHA-256 för posten, och `previous` den föregående postens `seal`.",
            "`fordela reproduce` prövar loggen och räknar fram förslagen på nytt.",
        ],
        Lang::En => [
            "A log of decisions. `fordela record` adds entries at the end; nothing here is ever changed.",
            "`seal` is the SHA-256 of the entry, and `previous` the `seal` of the entry before it.",
            "`fordela reproduce` tries the log and finds the suggestions anew.",
        ],
    }
}

/// What the operating system, or another library, says of what went wrong: it speaks English.
#[must_use]
pub fn system(says: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("systemet svarar `{says}`"),
        Lang::En => says.to_owned(),
    }
}
