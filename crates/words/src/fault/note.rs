//! What is said of a file besides its faults.

use crate::Lang;
use crate::both::both;

/// That a file was read as Windows-1252, and what to do about it.
#[must_use]
pub fn windows_1252(lang: Lang) -> (String, String) {
    let what = both(
        "filen har lästs som Windows-1252 och bör sparas som UTF-8",
        "the file was read as Windows-1252; it should be saved as UTF-8",
    );
    let help = both(
        "spara den som UTF-8 (i kalkylprogram: CSV UTF-8) och kontrollera att å, ä och ö är rätt",
        "save it as UTF-8 (in a spreadsheet: CSV UTF-8), and look whether its letters are right",
    );
    (what.in_lang(lang), help.in_lang(lang))
}

/// That there are more faults than are shown.
#[must_use]
pub fn more(count: usize, lang: Lang) -> String {
    match count {
        1 => both("och ett fel till, som inte visas", "and 1 more fault, not shown"),
        _ => both(format!("och {count} fel till, som inte visas"), format!("and {count} more faults, not shown")),
    }
    .in_lang(lang)
}
