//! Keys, and the kind of value a key holds.

use fordela_fault::{Expected, Format, Got, Part, ShapeFault};
use fordela_model::characters::{listed, short};
use fordela_model::keys;

use super::csv::meant;
use super::decision::nothing;
use super::example::assigned;
use super::part::{part, whole};
use super::toml::twice;
use crate::both::{Both, both};

/// What is wrong.
pub(super) fn what(fault: &ShapeFault) -> Both {
    match fault {
        ShapeFault::Empty => nothing(),
        ShapeFault::NotATable { part, got } => {
            let ((part_sv, part_en), (sv, en)) = (whole(*part), self::got(*got));
            both(
                format!("{part_sv} är en tabell, men detta är {sv}"),
                format!("{part_en} is a table, but this is {en}"),
            )
        }
        ShapeFault::UnknownKey { key, part: of, .. } => {
            let (sv, en) = part(*of);
            both(format!("{sv} har ingen nyckel `{}`", short(key)), format!("{en} has no key `{}`", short(key)))
        }
        ShapeFault::MissingKey { key, part: of, .. } => {
            let (sv, en) = part(*of);
            both(format!("{sv} måste ha nyckeln `{key}`"), format!("{en} must have the key `{key}`"))
        }
        ShapeFault::DuplicateKey { key } => twice(key),
        ShapeFault::WrongKind { expected: Expected::YesOrNo, format: Format::Xlsx, .. } => {
            both("här kan bara stå `ja` eller `nej`", "only `yes` or `no` can stand here")
        }
        ShapeFault::WrongKind { key, expected, got, .. } => {
            let (key, (must_sv, must_en), (sv, en)) = (short(key), self::expected(*expected), self::got(*got));
            both(
                format!("`{key}` måste vara {must_sv}, men är {sv}"),
                format!("`{key}` must be {must_en}, but is {en}"),
            )
        }
    }
}

/// What a key should hold, in Swedish and in English.
fn expected(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Table(_) => ("en tabell", "a table"),
        Expected::Tables(_) => ("en lista med tabeller", "a list of tables"),
        Expected::Text => ("en text", "a text"),
        Expected::TextOrTexts => ("en text eller en lista med texter", "a text or a list of texts"),
        Expected::Texts => ("en lista med texter", "a list of texts"),
        Expected::Money => ("ett belopp", "an amount of money"),
        Expected::Amounts => ("en lista med belopp", "a list of amounts"),
        Expected::Number => ("ett tal", "a number"),
        Expected::Percent => ("en procentsats", "a percentage"),
        Expected::Limit => ("ett belopp eller en procentandel av något", "an amount or a percentage of something"),
        Expected::Date => ("ett datum", "a date"),
        Expected::Period => ("en period", "a period"),
        Expected::FileName => ("namnet på en CSV-fil", "the name of a CSV file"),
        Expected::Settings => ("en tabell med sökvägar och värden", "a table of paths and values"),
        Expected::YesOrNo => ("`true` eller `false`", "`true` or `false`"),
    }
}

/// What a key holds, in Swedish and in English.
fn got(got: Got) -> (&'static str, &'static str) {
    match got {
        Got::Table => ("en tabell", "a table"),
        Got::List => ("en lista", "a list"),
        Got::Text => ("en text", "a text"),
        Got::Number => ("ett tal", "a number"),
        Got::Date => ("ett datum", "a date"),
        Got::Bool => ("`true` eller `false`", "`true` or `false`"),
        Got::Null => ("ingenting (`null`)", "nothing (`null`)"),
    }
}

/// What to do.
pub(super) fn help(fault: &ShapeFault) -> Both {
    match fault {
        ShapeFault::Empty => both(
            "kontrollera att det är rätt fil och att den är sparad",
            "check that it is the right file, and that it was saved",
        ),
        ShapeFault::NotATable { part: Part::Call(keys::Part::Call), .. } => {
            both("skriv utlysningen mellan `{` och `}`", "write the call between `{` and `}`")
        }
        ShapeFault::NotATable { .. } => both("skriv innehållet mellan `{` och `}`", "write it between `{` and `}`"),
        ShapeFault::UnknownKey { nearest: Some(nearest), .. } => meant(nearest),
        ShapeFault::UnknownKey { part: of, nearest: None, .. } => {
            let ((sv, en), keys) = (part(*of), of.keys());
            both(
                format!("ta bort den; {sv} har {}", quoted(&keys, "och")),
                format!("remove it; {en} has {}", quoted(&keys, "and")),
            )
        }
        ShapeFault::MissingKey { key, part: Part::Call(of), format: Format::Xlsx, .. } => fill_in(*of, key),
        ShapeFault::MissingKey { key, expected, format, .. } => {
            let assigned = assigned(key, *expected, *format);
            both(format!("lägg till {assigned}"), format!("add {assigned}"))
        }
        ShapeFault::DuplicateKey { .. } => {
            both("behåll en av dem och ta bort den andra", "keep one of the two, and remove the other")
        }
        ShapeFault::WrongKind { key, expected, got, format } => wrong_kind(&short(key), *expected, *got, *format),
    }
}

/// To write something in the column of a key.
fn fill_in(part: keys::Part, key: &'static str) -> Both {
    let (sv, en) = part.key(key).map_or((key, key), |key| (key.called.sv, key.called.en));
    both(format!("fyll i en cell under `{sv}`"), format!("fill in a cell under `{en}`"))
}

fn wrong_kind(key: &str, expected: Expected, got: Got, format: Format) -> Both {
    match (expected, got, format) {
        (Expected::YesOrNo, _, Format::Xlsx) => both("skriv `ja` eller `nej`", "write `yes` or `no`"),
        (_, Got::Null, _) => both("skriv ett värde, eller ta bort nyckeln", "write a value, or remove the key"),
        (Expected::Tables(_), Got::Table, Format::Toml) => both(
            format!("skriv den med två hakparenteser: `[[{key}]]`"),
            format!("write it with two brackets: `[[{key}]]`"),
        ),
        (Expected::FileName, Got::List | Got::Table, Format::Toml) => {
            both("skriv `[[activity]]` före varje aktivitet", "write `[[activity]]` before each activity")
        }
        (Expected::FileName, Got::List | Got::Table, Format::Json | Format::Xlsx) => {
            both("kalla listan med aktiviteter `\"activity\"`", "name the list of activities `\"activity\"`")
        }
        (Expected::Text, Got::Number | Got::Date | Got::Bool, _) => {
            both("sätt citattecken runt: `\"…\"`", "put it in quotation marks: `\"…\"`")
        }
        _ => {
            let assigned = assigned(key, expected, format);
            both(format!("skriv så här: {assigned}"), format!("write it as {assigned}"))
        }
    }
}

/// `a`, `b` and `c`.
pub(super) fn quoted(words: &[&str], and: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    listed(&quoted, and)
}
