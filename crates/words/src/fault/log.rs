//! Logs of decisions.

use fordela_fault::LogFault;
use fordela_model::characters::short;

use crate::both::{Both, both};

/// What is wrong.
pub(super) fn what(fault: &LogFault) -> Both {
    match fault {
        LogFault::Edited { entry } => both(
            format!("post {entry} i loggen är inte som den skrevs"),
            format!("entry {entry} of the log is not as it was written"),
        ),
        LogFault::Gap { entry } => both(
            format!("post {entry} i loggen följer inte på posten före, som den gjorde när den skrevs"),
            format!("entry {entry} of the log does not follow on the entry before it, as it did when written"),
        ),
        LogFault::After { entry } => both(
            format!("efter post {entry} i loggen står något som inte är en post"),
            format!("there is something after entry {entry} of the log that is no entry"),
        ),
        LogFault::NotACount { text } => both(
            format!("`{}` är inget nummer på en post", short(text)),
            format!("`{}` is no number of an entry", short(text)),
        ),
    }
}

/// What to do.
pub(super) fn help(fault: &LogFault) -> Both {
    match fault {
        LogFault::Edited { .. } | LogFault::Gap { .. } | LogFault::After { .. } => both(
            "poster läggs bara till, av `fordela record`; återställ loggen från en kopia",
            "entries are only ever added, by `fordela record`; bring the log back as it was, from a copy",
        ),
        LogFault::NotACount { .. } => both("skriv det nummer som posten hade", "write the number that the entry had"),
    }
}
