//! Faults of files that are written, in Swedish; in English the library tells them itself.

use std::io::ErrorKind;

use fordela_file::{JournalError, WriteError, WriteStep};
use fordela_words::Problem;

pub(super) fn write(error: &WriteError) -> Problem {
    let (path, kind) = (error.path.display(), error.source.kind());
    let what = match (error.step, kind) {
        (WriteStep::Keep, _) => {
            format!("`{path}` är skriven men kanske inte kvar efter ett strömavbrott: {}", error.source)
        }
        (WriteStep::Remove, _) => format!("`{path}` kan inte tas bort: {}", error.source),
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
        _ => format!("filen `{path}` kan inte skrivas: {}", error.source),
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

pub(super) fn journal(error: &JournalError) -> Problem {
    match error {
        JournalError::Other { path } => {
            let path = path.display();
            Problem::new(
                format!("`{path}` är kvar efter en körning med en annan utlysning eller andra val"),
                format!("ange den körningens utlysning och val för att fortsätta; ta bort `{path}` för att börja om"),
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
            Problem { what: format!("filen `{}` kan inte läsas: {source}", path.display()), help: None }
        }
        JournalError::Write(error) => write(error),
    }
}
