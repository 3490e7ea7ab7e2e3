//! Faults of files that are written. In English the library tells them itself.

use std::io::ErrorKind;

use fordela::Lang;
use fordela_file::{JournalError, WriteError, WriteStep};
use fordela_words::Problem;
use fordela_words::usage::system;

/// Why a file cannot be written.
pub(super) fn write(error: &WriteError, lang: Lang) -> Problem {
    match lang {
        Lang::Sv => unwritten(error),
        Lang::En => Problem { what: error.to_string(), help: error.help().map(str::to_owned) },
    }
}

/// Why what an earlier run has left cannot be used.
pub(super) fn journal(error: &JournalError, lang: Lang) -> Problem {
    match lang {
        Lang::Sv => unusable(error),
        Lang::En => Problem { what: error.to_string(), help: error.help() },
    }
}

fn unwritten(error: &WriteError) -> Problem {
    let (path, kind) = (error.path.display(), error.source.kind());
    let says = system(&error.source.to_string(), Lang::Sv);
    let what = match (error.step, kind) {
        (WriteStep::Keep, _) => {
            format!("`{path}` är skriven men kanske inte kvar efter ett strömavbrott: {says}")
        }
        (WriteStep::Remove, _) => format!("`{path}` kan inte tas bort: {says}"),
        (_, ErrorKind::NotFound) => format!("mappen för `{path}` finns inte"),
        (_, ErrorKind::PermissionDenied) => format!("du har inte rätt att skriva filen `{path}`"),
        (_, ErrorKind::StorageFull) => format!("det finns inte plats på disken för `{path}`"),
        (_, ErrorKind::IsADirectory) => format!("`{path}` är en mapp och ingen fil"),
        (_, ErrorKind::WouldBlock) => format!("en annan körning skriver `{path}`"),
        (_, ErrorKind::TooManyLinks) => {
            format!("`{path}` har andra namn (hårda länkar), och de skulle inte följa med")
        }
        (_, ErrorKind::InvalidInput) => format!("`{path}` är ingen vanlig fil"),
        (_, ErrorKind::Unsupported) => {
            format!("filen `{path}` kan inte låsas, så två skulle kunna skriva den samtidigt")
        }
        _ => format!("filen `{path}` kan inte skrivas: {says}"),
    };
    let help = match kind {
        ErrorKind::WouldBlock => Some("försök igen när den är klar"),
        ErrorKind::TooManyLinks => Some("behåll ett av namnen och gör de andra till symboliska länkar"),
        ErrorKind::InvalidInput => Some("ange namnet på en vanlig fil"),
        ErrorKind::AlreadyExists => Some("flytta det som har den tillfälliga filens namn bredvid: `.fordela-….tmp`"),
        ErrorKind::Unsupported => Some("skriv till en annan disk"),
        _ => None,
    };
    Problem { what, help: help.map(str::to_owned) }
}

fn unusable(error: &JournalError) -> Problem {
    match error {
        JournalError::Other { path } => {
            let path = path.display();
            Problem::new(
                format!("`{path}` är kvar efter en körning med en annan utlysning eller andra flaggor"),
                format!(
                    "ange den körningens utlysning och flaggor för att fortsätta; ta bort `{path}` för att börja om"
                ),
            )
        }
        JournalError::NoFile { path } => {
            let path = path.display();
            Problem::new(
                format!("rader ska sparas i `{path}`, som inte är en vanlig fil"),
                format!("flytta `{path}`, eller skriv till en annan fil"),
            )
        }
        JournalError::Read { path, source } => {
            let says = system(&source.to_string(), Lang::Sv);
            Problem::bare(format!("filen `{}` kan inte läsas: {says}", path.display()))
        }
        JournalError::Write(error) => unwritten(error),
    }
}
