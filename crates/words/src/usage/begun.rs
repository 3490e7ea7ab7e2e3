//! The arguments of what a call is begun with.

use super::Entry;
use super::asked::{FILE, TEXT};

pub(super) const INIT: &[Entry] = &[
    Entry::new(
        "table",
        [
            "Ansökningarna: en arbetsbok (.xlsx) eller en CSV-fil, med en rad för varje aktivitet; utelämnad ställs frågor",
            "The applications: a workbook (.xlsx) or a CSV file with a row for each activity; left out, questions are asked",
        ],
    )
    .more([
        "Bladet i en arbetsbok anges efter filens namn: `ansokningar.xlsx#Blad1`. Utan det läses det enda blad som har en tabell \
         med ansökningar.",
        "The sheet of a workbook is named after the file: `applications.xlsx#Sheet1`. Without it, the only sheet with a table of \
         applications is read.",
    ])
    .value(["TABELL", "TABLE"]),
    Entry::new("budget", ["Beloppet att fördela", "The money to be allocated"]).value(["BELOPP", "AMOUNT"]),
    Entry::new("currency", ["Valutan som alla belopp är i, som SEK eller EUR", "What all amounts are in, such as SEK or EUR"])
        .value(["KOD", "CODE"]),
    Entry::new(
        "title",
        ["Vad utlysningen heter; tabellens rubrik om den utelämnas", "What the call is called; the title of the table when left out"],
    )
    .value(TEXT),
    Entry::new(
        "output",
        [
            "Filen som utlysningen skrivs till; `utlysning.toml` i tabellens mapp om den utelämnas",
            "The file that the call is written to; `call.toml` in the folder of the table when left out",
        ],
    )
    .value(FILE),
];

pub(super) const TEMPLATE: &[Entry] = &[Entry::new(
    "output",
    [
        "Filen som utlysningen skrivs till; `mall.xlsx` om den utelämnas",
        "The file that the call is written to; `template.xlsx` when left out",
    ],
)
.more([
    "Filändelsen anger formatet: `.xlsx`, `.toml` eller `.json`. En fil som redan finns skrivs aldrig över.",
    "Its name says the format: `.xlsx`, `.toml` or `.json`. A file that is there already is never replaced.",
])
.value(FILE)];

pub(super) const CONVERT: &[Entry] = &[
    Entry::new("call", ["Utlysningen: en fil i TOML, JSON eller Excel", "The call: a file in TOML, JSON or Excel"])
        .value(["UTLYSNING", "CALL"]),
    Entry::new("output", ["Filen som den skrivs till", "The file that it is written to"])
        .more([
            "Filändelsen anger formatet: `.xlsx`, `.toml` eller `.json`. En fil som redan finns skrivs aldrig över.",
            "Its name says the format: `.xlsx`, `.toml` or `.json`. A file that is there already is never replaced.",
        ])
        .value(FILE),
];
