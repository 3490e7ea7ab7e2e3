//! A run that was asked rightly came to no answer, or not to all of it.

use std::error::Error;
use std::path::Path;

use super::super::system;
use super::told;
use crate::both::{Both, both};
use crate::{Lang, Problem};

/// That some points of a sweep have no answer.
#[must_use]
pub fn unanswered(unanswered: usize, all: usize, lang: Lang) -> Problem {
    told(
        both(
            format!("{unanswered} av {all} punkter fick inget svar i tid; de anges som `unanswered`"),
            format!(
                "{unanswered} of {all} points got no answer within the effort or time; they are told as unanswered"
            ),
        ),
        both(
            "ge mer tid med --time-limit, eller låt färre aktiviteter beviljas helt eller inte alls",
            "give more time with --time-limit, or make fewer activities a choice",
        ),
        lang,
    )
}

/// That reading took all the time that was given.
#[must_use]
pub fn time_to_read(lang: Lang) -> Problem {
    told(
        both(
            "all tid gick åt till att läsa utlysningen, så att ingen fördelning hann hittas; det betyder inte att utlysningen \
             inte går att genomföra",
            "all the time was taken by reading the call, so that no allocation could be found; this does not mean that the call \
             is impossible",
        ),
        both("ge mer tid med --time-limit", "give more time with --time-limit"),
        lang,
    )
}

/// That no allocation was found in time.
#[must_use]
pub fn effort_spent(lang: Lang) -> Problem {
    told(
        both(
            "tiden tog slut innan någon fördelning hittades; det betyder inte att utlysningen inte går att genomföra",
            "the effort or time was spent before any allocation was found; this does not mean that the call is \
             impossible",
        ),
        both(
            "ge mer tid med --time-limit, eller gör färre aktiviteter till val",
            "give more time with --time-limit, or make fewer activities a choice",
        ),
        lang,
    )
}

/// That standard input cannot be read.
#[must_use]
pub fn no_input(error: &dyn Error, lang: Lang) -> Problem {
    stopped(both("standard in kan inte läsas", "standard input cannot be read"), error, lang)
}

/// That standard output cannot be written.
#[must_use]
pub fn no_output(error: &dyn Error, lang: Lang) -> Problem {
    stopped(both("standard ut kan inte skrivas", "standard output cannot be written"), error, lang)
}

/// That an answer cannot be written as JSON.
#[must_use]
pub fn no_json(error: &dyn Error, lang: Lang) -> Problem {
    stopped(both("svaret kan inte skrivas som JSON", "the answer cannot be written as JSON"), error, lang)
}

/// That an answer cannot be written as DOCX.
#[must_use]
pub fn no_docx(error: &dyn Error, lang: Lang) -> Problem {
    stopped(both("svaret kan inte skrivas för Word", "the answer cannot be written for Word"), error, lang)
}

/// That an answer cannot be written as XLSX.
#[must_use]
pub fn no_xlsx(error: &dyn Error, lang: Lang) -> Problem {
    stopped(both("svaret kan inte skrivas för Excel", "the answer cannot be written for Excel"), error, lang)
}

fn stopped(what: Both, error: &dyn Error, lang: Lang) -> Problem {
    Problem::bare(format!("{}: {}", what.in_lang(lang), system(&error.to_string(), lang)))
}

/// What went wrong, as it is told, after an entry was added to a log: that it is there.
#[must_use]
pub fn added(number: usize, log: &Path, then: &str, lang: Lang) -> String {
    let log = log.display();
    let note = both(
        format!("OBS: beslutet är loggat, som post {number} i `{log}`; logga det inte igen"),
        format!("note: the decision is logged, as entry {number} of `{log}`; do not record it again"),
    );
    format!("{then}\n  {}", note.in_lang(lang))
}

/// That the program is at fault, as it is told; how is in the words of the program itself.
#[must_use]
pub fn faulty(what: &str, lang: Lang) -> String {
    both(
        format!("fel i programmet, inte i utlysningen: {what}\n  tips: rapportera det gärna med filen"),
        format!("a fault of the program, not of the call: {what}\n  help: please report it with the file"),
    )
    .in_lang(lang)
}
