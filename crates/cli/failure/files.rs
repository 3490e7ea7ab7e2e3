//! Faults of files that are named on the command line. In English the library tells them itself.

use std::io::ErrorKind;

use fordela::Lang;
use fordela_file::fault::{FileFault, ReadFault};
use fordela_file::{JournalError, ReadError, Unfit, WriteError, WriteStep};
use fordela_words::Problem;
use fordela_words::usage::system;

/// Why a file as a whole cannot be read, where that is all that is wrong and no line of another file names it.
pub(super) fn unread(error: &ReadError) -> Option<Problem> {
    let mut faults = error.faults();
    match (faults.next(), faults.next()) {
        (Some((at, ReadFault::File(fault))), None) if at.file == fault.path.display().to_string() => Some(file(fault)),
        _ => None,
    }
}

fn file(fault: &FileFault) -> Problem {
    let path = fault.path.display();
    let (what, help) = match (fault.unfit, fault.kind) {
        (Some(Unfit::NotRegular), _) => (
            format!("`{path}` är ett rör eller en enhet och ingen fil"),
            Some("ange en fil; det som kommer genom ett rör läses från standard in, som `-`"),
        ),
        (Some(Unfit::Outside), _) => (
            format!("`{path}` leder genom en länk ut ur den mapp som filen måste ligga i"),
            Some("lägg själva filen i mappen i stället för en länk"),
        ),
        (None, ErrorKind::NotFound) => {
            (format!("det finns ingen fil `{path}`"), Some("kontrollera stavningen och vilken mapp den ligger i"))
        }
        (None, ErrorKind::PermissionDenied) => (
            format!("du har inte rätt att läsa filen `{path}`"),
            Some("be om rätt att läsa den, eller kopiera den till en egen mapp"),
        ),
        (None, ErrorKind::IsADirectory) => {
            (format!("`{path}` är en mapp och ingen fil"), Some("ange en fil i den, till exempel `call.toml`"))
        }
        (None, kind) => (format!("filen `{path}` kan inte läsas: {}", system(&kind.to_string(), Lang::Sv)), None),
    };
    Problem { what, help: help.map(str::to_owned) }
}

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
