//! The writing of TOML.

use fordela_fault::{TomlFault, Within};
use fordela_model::characters::short;

use crate::both::{Both, both};

/// What is wrong.
pub(super) fn what(fault: &TomlFault) -> Both {
    match fault {
        TomlFault::DuplicateKey { key } => twice(key),
        TomlFault::UnquotedText { text } => both(
            format!("`{}` är varken ett tal eller en text inom citattecken", short(text)),
            format!("`{}` is neither a number nor a text in quotation marks", short(text)),
        ),
        TomlFault::UnquotedKey { key } => both(
            format!("nyckeln `{}` har andra tecken än a–z, 0–9, `-` och `_`", short(key)),
            format!("the key `{}` has other characters than a–z, 0–9, `-` and `_`", short(key)),
        ),
        TomlFault::NoValue => no_value(),
        TomlFault::NoEquals => both(
            "detta är inte en nyckel, ett likhetstecken och ett värde",
            "this is not a key, an equals sign and a value",
        ),
        TomlFault::TwoEquals => both("det finns ett likhetstecken för mycket", "there is an equals sign too many"),
        TomlFault::OpenQuote => not_closed(),
        TomlFault::OpenBracket { close } => open_bracket(close),
        TomlFault::ExtraBracket => closes_nothing(),
        TomlFault::NoComma => no_comma(),
        TomlFault::ExtraComma => extra_comma(),
        TomlFault::AfterValue => {
            both("det står mer på raden efter värdet", "there is more on the line after the value")
        }
        TomlFault::LeadingZero => both("ett tal kan inte börja med 0", "a number cannot start with 0"),
        TomlFault::Underscore => both(
            "det finns ett understreck utanför talets siffror",
            "there is an underscore outside the digits of the number",
        ),
        TomlFault::Escape => no_escape(),
        TomlFault::NotATable { key } => both(
            format!("`{}` har redan ett värde som inte är en tabell", short(key)),
            format!("`{}` already has a value that is not a table", short(key)),
        ),
        TomlFault::Date { text } => not_a_date(text),
        TomlFault::TooDeep => both(
            "tabeller och listor ligger för djupt i varandra här",
            "tables and lists lie too deep in each other here",
        ),
        TomlFault::LineEnd => both(
            "raden slutar här med ett tecken som inte är ett radslut",
            "the line ends here with a character that is no line end",
        ),
        TomlFault::Unexpected { found, within } => unexpected(*found, *within),
    }
}

/// A key that stands twice.
pub(super) fn twice(key: &str) -> Both {
    both(format!("nyckeln `{}` förekommer två gånger", short(key)), format!("the key `{}` stands twice", short(key)))
}

/// No day of the calendar.
pub(super) fn not_a_date(text: &str) -> Both {
    both(format!("`{}` är inget datum", short(text)), format!("`{}` is not a date", short(text)))
}

/// How to write a day.
pub(super) fn as_a_date() -> Both {
    both("skriv datumet som `2023-12-31`", "write the date as `2023-12-31`")
}

pub(super) fn no_value() -> Both {
    both("nyckeln har inget värde", "the key has no value")
}

pub(super) fn not_closed() -> Both {
    both("det avslutande citattecknet saknas", "the quotation mark is never closed")
}

pub(super) fn open_bracket(close: &str) -> Both {
    both(format!("`{close}` saknas till det som öppnas här"), format!("`{close}` is missing for what opens here"))
}

pub(super) fn closes_nothing() -> Both {
    both("detta avslutar ingenting", "this closes nothing")
}

pub(super) fn remove_or_open() -> Both {
    both("ta bort det, eller lägg till det som det ska avsluta", "remove it, or add what it should close")
}

pub(super) fn no_comma() -> Both {
    both("ett kommatecken saknas", "a comma is missing")
}

pub(super) fn extra_comma() -> Both {
    both("det finns ett kommatecken för mycket", "there is a comma too many")
}

pub(super) fn no_escape() -> Both {
    both("omvänt snedstreck betyder ingenting här", "the backslash has no meaning here")
}

pub(super) fn twice_backslash() -> Both {
    both("skriv ett omvänt snedstreck två gånger: `\\\\`", "write a backslash twice: `\\\\`")
}

/// What cannot stand where it does.
fn unexpected(found: Option<char>, within: Within) -> Both {
    let (sv, en) = match within {
        Within::Header => ("i namnet på en tabell", "in the name of a table"),
        Within::Number => ("i ett tal eller ett datum", "in a number or a date"),
    };
    match found {
        Some(found) => {
            let found = short(&found.to_string());
            both(
                format!("detta är inte skrivet som TOML: `{found}` kan inte stå här {sv}"),
                format!("this is not written as TOML: `{found}` cannot stand here {en}"),
            )
        }
        None => both(
            format!("detta är inte skrivet som TOML: något saknas här {sv}"),
            format!("this is not written as TOML: something is missing here {en}"),
        ),
    }
}

/// What to do.
pub(super) fn help(fault: &TomlFault) -> Both {
    match fault {
        TomlFault::DuplicateKey { .. } => both(
            "behåll en av dem; för flera källor, aktiviteter och liknande skrivs `[[fund]]`, med två hakparenteser, före \
             var och en",
            "keep one of the two; for several funds, activities and the like, write `[[fund]]` with two brackets before \
             each",
        ),
        TomlFault::UnquotedText { text } => text_help(text),
        TomlFault::UnquotedKey { key } => in_quotes(key),
        TomlFault::NoValue => both(
            "skriv ett värde efter likhetstecknet, eller ta bort raden",
            "write a value after the equals sign, or remove the line",
        ),
        TomlFault::NoEquals => both(
            "skriv så här: `key = value`; en kommentar börjar med `#`",
            "write it as `key = value`; a comment starts with `#`",
        ),
        TomlFault::TwoEquals => both("skriv ett likhetstecken", "write one equals sign"),
        TomlFault::OpenQuote => both(
            "avsluta texten med ett citattecken på samma rad",
            "end the text with a quotation mark on the same line",
        ),
        TomlFault::OpenBracket { close } => {
            both(format!("lägg till `{close}` där det ska sluta"), format!("add `{close}` where it should end"))
        }
        TomlFault::ExtraBracket => remove_or_open(),
        TomlFault::NoComma => both("sätt ett kommatecken mellan värdena", "put a comma between the values"),
        TomlFault::ExtraComma => both("ta bort kommatecknet", "remove the comma"),
        TomlFault::AfterValue => both(
            "börja nästa nyckel på en ny rad; skriv belopp som `1_550_000` eller \"1 550 000 kr\"",
            "start a new line for the next key; write amounts as `1_550_000` or \"1 550 000 kr\"",
        ),
        TomlFault::LeadingZero => both(
            "ta bort nollan, eller sätt citattecken runt värdet",
            "remove the zero, or put the value in quotation marks",
        ),
        TomlFault::Underscore => both(
            "skriv understreck bara mellan siffror: `1_550_000`",
            "write underscores only between digits: `1_550_000`",
        ),
        TomlFault::Escape => twice_backslash(),
        TomlFault::Date { .. } => as_a_date(),
        TomlFault::NotATable { .. } => both(
            "välj en av de två formerna och ta bort den andra",
            "choose one of the two forms, and remove the other",
        ),
        TomlFault::TooDeep => super::limit::too_deep(),
        TomlFault::LineEnd => both(
            "spara filen med radslut som i Windows eller Linux",
            "save the file with the line ends of Windows or Linux",
        ),
        TomlFault::Unexpected { within: Within::Header, .. } => both(
            "skriv tabellens namn så här: `[objective]` eller `[[fund]]`",
            "write the name of the table as `[objective]` or `[[fund]]`",
        ),
        TomlFault::Unexpected { within: Within::Number, .. } => both(
            "skriv talet med siffrorna 0 till 9, eller sätt citattecken runt värdet",
            "write the number with the digits 0 to 9, or put the value in quotation marks",
        ),
    }
}

/// Amounts and percentages are the values most often written without quotation marks.
fn text_help(text: &str) -> Both {
    let text = text.trim();
    let digits = text.replace([',', ' '], "");
    let number = text.replace(',', ".");
    if text.contains(',') && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return both(
            format!("skriv en decimalpunkt, `{number}`, eller citattecken: `\"{text}\"`"),
            format!("write a decimal point, `{number}`, or quotation marks: `\"{text}\"`"),
        );
    }
    in_quotes(text)
}

fn in_quotes(text: &str) -> Both {
    let text = short(text);
    both(format!("sätt citattecken runt: `\"{text}\"`"), format!("put it in quotation marks: `\"{text}\"`"))
}
