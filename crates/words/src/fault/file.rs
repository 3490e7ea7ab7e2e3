//! Files as such: that they cannot be opened, or are no plain text.

use std::io::ErrorKind;

use fordela_fault::{EncodingFault, FileFault, Unfit};
use fordela_model::characters::{Hidden, hidden, on_one_line};

use crate::Lang;
use crate::both::{Both, both};

/// What is wrong.
pub(super) fn what(fault: &FileFault) -> Both {
    let path = fault.path.display().to_string();
    let path = on_one_line(&path);
    match (fault.unfit, fault.kind) {
        (Some(Unfit::NotRegular), _) => both(
            format!("`{path}` är ett rör eller en enhet och ingen fil"),
            format!("`{path}` is a pipe or a device, not a file"),
        ),
        (Some(Unfit::Outside), _) => both(
            format!("`{path}` leder genom en länk ut ur den mapp som filen måste ligga i"),
            format!("`{path}` leads by a link out of the folder it must lie in"),
        ),
        (None, ErrorKind::NotFound) => {
            both(format!("det finns ingen fil `{path}`"), format!("there is no file `{path}`"))
        }
        (None, ErrorKind::PermissionDenied) => {
            both(format!("du har inte rätt att läsa filen `{path}`"), format!("you may not read the file `{path}`"))
        }
        (None, ErrorKind::IsADirectory) => {
            both(format!("`{path}` är en mapp och ingen fil"), format!("`{path}` is a folder, not a file"))
        }
        (None, kind) => {
            let why = why(kind);
            both(
                format!("filen `{path}` kan inte läsas: {}", why.0),
                format!("the file `{path}` cannot be read: {}", why.1),
            )
        }
    }
}

/// Why the system does not read a file. Of what it can say, most is not said of files that are read.
fn why(kind: ErrorKind) -> (String, String) {
    let swedish = match kind {
        ErrorKind::TimedOut => "det tog för lång tid",
        ErrorKind::Interrupted => "läsningen avbröts",
        ErrorKind::OutOfMemory => "minnet räcker inte",
        ErrorKind::InvalidInput | ErrorKind::InvalidFilename => "namnet kan inte vara namnet på en fil",
        ErrorKind::NotADirectory => "något i sökvägen är ingen mapp",
        ErrorKind::ResourceBusy => "den används av ett annat program",
        ErrorKind::StaleNetworkFileHandle | ErrorKind::NetworkDown | ErrorKind::HostUnreachable => {
            "nätverket svarar inte"
        }
        other => return (format!("felkod `{other:?}`"), other.to_string()),
    };
    (swedish.to_owned(), kind.to_string())
}

/// What to do.
pub(super) fn help(fault: &FileFault) -> Option<Both> {
    Some(match (fault.unfit, fault.kind) {
        (Some(Unfit::NotRegular), _) => both(
            "ange en fil; det som kommer genom ett rör läses från standard in, som `-`",
            "give a file; what comes through a pipe is read from standard input, as `-`",
        ),
        (Some(Unfit::Outside), _) => both(
            "lägg själva filen i mappen i stället för en länk",
            "put the file itself in the folder, rather than a link",
        ),
        (None, ErrorKind::NotFound) => both(
            "kontrollera stavningen och vilken mapp den ligger i",
            "check the spelling, and the folder it is looked for in",
        ),
        (None, ErrorKind::PermissionDenied) => both(
            "be om rätt att läsa den, eller kopiera den till en egen mapp",
            "ask for the right to read it, or copy it to a folder of yours",
        ),
        (None, ErrorKind::IsADirectory) => {
            both("ange en fil i den, till exempel `call.toml`", "name a file in it, such as `call.toml`")
        }
        (None, _) => return None,
    })
}

/// Why what is there is not read, though it could be, as the end of a sentence.
#[must_use]
pub fn unfit(unfit: Unfit, lang: Lang) -> String {
    match unfit {
        Unfit::NotRegular => both("det är ingen vanlig fil", "it is no regular file"),
        Unfit::Outside => both("en länk leder ut ur mappen", "a link leads out of the folder"),
    }
    .in_lang(lang)
}

/// What is wrong with how a file is written in bytes.
pub(super) fn encoding(fault: &EncodingFault) -> Both {
    match fault {
        EncodingFault::NotUtf8 => both(
            "filen är inte skriven i UTF-8; detta är det första tecknet som inte är det",
            "the file is not written in UTF-8; this is the first character that is not",
        ),
        EncodingFault::Utf16 => both(
            "filen är skriven i UTF-16, som inte läses här",
            "the file is written in UTF-16, which is not read here",
        ),
        EncodingFault::Spreadsheet => both(
            "detta är en arbetsbok från ett kalkylprogram, och ingen text",
            "this is a workbook of a spreadsheet program, and no text",
        ),
        EncodingFault::OddByte { byte, more: 0, .. } => both(
            format!("byten 0x{byte:02X} här är inte UTF-8, vilket resten av filen är"),
            format!("the byte 0x{byte:02X} here is no UTF-8, while the rest of the file is"),
        ),
        EncodingFault::OddByte { byte, more, .. } => both(
            format!("byten 0x{byte:02X} här och {more} till är inte UTF-8, vilket resten av filen är"),
            format!("the byte 0x{byte:02X} here and {more} more are no UTF-8, while the rest of the file is"),
        ),
        EncodingFault::Hidden { character } => {
            let (sv, en) = match hidden(*character) {
                Some(Hidden::Control) => {
                    ("här finns ett osynligt styrtecken", "there is an invisible control character here")
                }
                Some(Hidden::Direction) => (
                    "ett osynligt tecken här vänder textens riktning",
                    "an invisible character here turns the direction of the text",
                ),
                Some(Hidden::Invisible) | None => {
                    ("här finns ett osynligt tecken", "there is an invisible character here")
                }
            };
            let number = u32::from(*character);
            both(format!("{sv}, U+{number:04X}"), format!("{en}, U+{number:04X}"))
        }
    }
}

/// What to do about that.
pub(super) fn encoding_help(fault: &EncodingFault) -> Both {
    match fault {
        EncodingFault::NotUtf8 | EncodingFault::Utf16 => both(
            "spara filen på nytt med kodningen UTF-8; i ett kalkylprogram som `CSV UTF-8`",
            "save the file again with the encoding UTF-8; in a spreadsheet, as `CSV UTF-8`",
        ),
        EncodingFault::Spreadsheet => both(
            "är det en lista med ansökningar, gör en utlysning av den med `fordela init` och filens namn",
            "if it is a list of applications, make a call of it by `fordela init` and the name of the file",
        ),
        EncodingFault::OddByte { character: Some(character), .. } if hidden(*character).is_none() => both(
            format!("skriv om tecknet (kanske var det `{character}`) och spara filen som UTF-8"),
            format!("write the character anew (perhaps it was `{character}`), and save the file as UTF-8"),
        ),
        EncodingFault::OddByte { .. } => {
            both("skriv om tecknet och spara filen som UTF-8", "write the character anew, and save the file as UTF-8")
        }
        EncodingFault::Hidden { .. } => both(
            "ta bort tecknet; om det finns många är detta troligen fel fil",
            "remove the character; if there are many, this is probably not the right file",
        ),
    }
}
