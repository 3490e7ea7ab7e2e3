//! Files that are written: that they cannot be, and that what an earlier run has left of them cannot be used.

use std::io::{self, ErrorKind};
use std::path::Path;

use fordela_fault::Format;

use crate::both::{Both, both};
use crate::usage::system;
use crate::{Lang, Problem};

/// That what stands at a place of a call, by ids, would be read otherwise than it is.
#[must_use]
pub fn unkept(at: &str, format: Format, lang: Lang) -> Problem {
    let (sv, en) = match format {
        Format::Toml => ("TOML", "TOML"),
        Format::Json => ("JSON", "JSON"),
        Format::Xlsx => ("en arbetsbok", "a workbook"),
    };
    let what = both(
        format!("`{at}` kan inte skrivas i {sv} så att det läses likadant"),
        format!("`{at}` cannot be written in {en} so that it is read as it is"),
    );
    let help = match format {
        Format::Toml | Format::Json => both("välj ett annat format", "choose another format"),
        Format::Xlsx => both(
            "ta bort mellanslag först och sist, tecknet `|` och ord som `Summa` ur texten, eller välj ett annat format",
            "take spaces at its ends, the sign `|` and words such as `Sum` out of the text, or choose another format",
        ),
    };
    Problem::new(what.in_lang(lang), help.in_lang(lang))
}

/// That a file cannot be written.
#[must_use]
pub fn not_written(path: &Path, source: &io::Error, lang: Lang) -> Problem {
    let path = path.display();
    let what = match source.kind() {
        ErrorKind::NotFound => {
            both(format!("mappen för `{path}` finns inte"), format!("the folder of `{path}` does not exist"))
        }
        ErrorKind::PermissionDenied => {
            both(format!("du har inte rätt att skriva filen `{path}`"), format!("you may not write the file `{path}`"))
        }
        ErrorKind::StorageFull => both(
            format!("det finns inte plats på disken för `{path}`"),
            format!("there is no room on the disk for `{path}`"),
        ),
        ErrorKind::IsADirectory => {
            both(format!("`{path}` är en mapp och ingen fil"), format!("`{path}` is a folder, not a file"))
        }
        ErrorKind::WouldBlock => {
            both(format!("en annan körning skriver `{path}`"), format!("another run is writing `{path}`"))
        }
        ErrorKind::TooManyLinks => both(
            format!("`{path}` har andra namn (hårda länkar), och de skulle inte följa med"),
            format!("`{path}` has other names (hard links), which would not be written"),
        ),
        ErrorKind::InvalidInput => both(format!("`{path}` är ingen vanlig fil"), format!("`{path}` is no plain file")),
        ErrorKind::Unsupported => both(
            format!("filen `{path}` kan inte låsas, så två skulle kunna skriva den samtidigt"),
            format!("the file `{path}` cannot be locked, so that two might write it at once"),
        ),
        _ => {
            let says = system(&source.to_string(), lang);
            both(
                format!("filen `{path}` kan inte skrivas: {says}"),
                format!("the file `{path}` cannot be written: {says}"),
            )
        }
    };
    unwritten(what, source, lang)
}

/// That a file is written, and may be lost all the same.
#[must_use]
pub fn not_kept(path: &Path, source: &io::Error, lang: Lang) -> Problem {
    let (path, says) = (path.display(), system(&source.to_string(), lang));
    let what = both(
        format!("`{path}` är skriven men kanske inte kvar efter ett strömavbrott: {says}"),
        format!("`{path}` is written, but may not outlive a power failure: {says}"),
    );
    unwritten(what, source, lang)
}

/// That a file cannot be taken away.
#[must_use]
pub fn not_removed(path: &Path, source: &io::Error, lang: Lang) -> Problem {
    let (path, says) = (path.display(), system(&source.to_string(), lang));
    let what = both(format!("`{path}` kan inte tas bort: {says}"), format!("`{path}` cannot be taken away: {says}"));
    unwritten(what, source, lang)
}

/// What is wrong, and what to do about it where that can be said.
fn unwritten(what: Both, source: &io::Error, lang: Lang) -> Problem {
    let help = match source.kind() {
        ErrorKind::WouldBlock => Some(both("försök igen när den är klar", "try again when that is done")),
        ErrorKind::TooManyLinks => Some(both(
            "behåll ett av namnen och gör de andra till symboliska länkar",
            "keep one of its names, and make symbolic links of the others",
        )),
        ErrorKind::InvalidInput => Some(both("ange namnet på en vanlig fil", "give the name of a plain file")),
        ErrorKind::AlreadyExists => Some(both(
            "flytta det som har den tillfälliga filens namn bredvid: `.fordela-….tmp`",
            "move what has the name of the file beside it: `.fordela-….tmp`",
        )),
        ErrorKind::Unsupported => Some(both("skriv till en annan disk", "write to another disk")),
        _ => None,
    };
    Problem { what: what.in_lang(lang), help: help.map(|help| help.in_lang(lang)) }
}

/// That a file was left by another run.
#[must_use]
pub fn of_another_run(path: &Path, lang: Lang) -> Problem {
    let path = path.display();
    let what = both(
        format!("`{path}` är kvar efter en körning med en annan utlysning eller andra flaggor"),
        format!("`{path}` was left by a run of another call, or with other options"),
    );
    let help = both(
        format!("ange den körningens utlysning och flaggor för att fortsätta; ta bort `{path}` för att börja om"),
        format!("to go on with that run, give its call and its options; to start anew, remove `{path}`"),
    );
    Problem::new(what.in_lang(lang), help.in_lang(lang))
}

/// That rows cannot be kept in what is no plain file.
#[must_use]
pub fn no_plain_file(path: &Path, lang: Lang) -> Problem {
    let path = path.display();
    let what = both(
        format!("rader ska sparas i `{path}`, som inte är en vanlig fil"),
        format!("rows are to be kept in `{path}`, which is no plain file"),
    );
    let help = both(
        format!("flytta `{path}`, eller skriv till en annan fil"),
        format!("move `{path}`, or write to another file"),
    );
    Problem::new(what.in_lang(lang), help.in_lang(lang))
}

/// That what an earlier run has left cannot be read.
#[must_use]
pub fn not_read(path: &Path, source: &io::Error, lang: Lang) -> Problem {
    let (path, says) = (path.display(), system(&source.to_string(), lang));
    let what =
        both(format!("filen `{path}` kan inte läsas: {says}"), format!("the file `{path}` cannot be read: {says}"));
    Problem::bare(what.in_lang(lang))
}
