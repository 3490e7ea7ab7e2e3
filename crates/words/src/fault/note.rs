//! What is said of a file besides its faults.

use fordela_model::characters::short;
use fordela_num::Money;

use crate::both::both;
use crate::{Lang, numerals};

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

/// That a column of a table is not read, and what to do about it.
#[must_use]
pub fn passed_column(column: &str, lang: Lang) -> (String, String) {
    let column = short(column);
    let what = both(format!("kolumnen `{column}` läses inte"), format!("the column `{column}` is not read"));
    let help = both(
        "om den ska läsas, ge den namnet på ett kriterium eller på det den innehåller: `sökande`, `aktivitet`, `sökt belopp`",
        "if it should be, name it after a criterion or after what it holds: `applicant`, `activity`, `asked`",
    );
    (what.in_lang(lang), help.in_lang(lang))
}

/// That a row below a table is not read, and what to do about it.
#[must_use]
pub fn passed_row(lang: Lang) -> (String, String) {
    let what = both(
        "raden läses inte, eftersom den står under tabellen och har en enda cell",
        "the row is not read, as it stands below the table and has a single cell",
    );
    let help = both("om den är en aktivitet, fyll i raden", "if it is an activity, fill in the row");
    (what.in_lang(lang), help.in_lang(lang))
}

/// That a sheet of a workbook with a call is not read, and what to do about it.
#[must_use]
pub fn passed_sheet(sheet: &str, lang: Lang) -> (String, String) {
    let what = both(
        format!("bladet `{}` läses inte, eftersom inget blad i en utlysning heter så", short(sheet)),
        format!("the sheet `{}` is not read, as no sheet of a call is called so", short(sheet)),
    );
    let help = both(
        "om det hör till utlysningen, ge det namnet på ett av utlysningens blad",
        "if it belongs to the call, give it the name of one of the sheets of a call",
    );
    (what.in_lang(lang), help.in_lang(lang))
}

/// That a sheet of a call is hidden and read all the same, and what to do about it.
#[must_use]
pub fn hidden_sheet(sheet: &str, lang: Lang) -> (String, String) {
    let what = both(
        format!("bladet `{}` är dolt i arbetsboken men läses också", short(sheet)),
        format!("the sheet `{}` is hidden in the workbook, but is read too", short(sheet)),
    );
    let help = both(
        "visa bladet, eller ta bort det om det inte ska gälla",
        "show the sheet, or remove it if it is not to hold",
    );
    (what.in_lang(lang), help.in_lang(lang))
}

/// That rows of a sheet are hidden and read all the same, and what to do about it.
#[must_use]
pub fn hidden_rows(count: usize, lang: Lang) -> (String, String) {
    let number = numerals::grouped(&count.to_string(), lang);
    let what = match count {
        1 => both("en rad som är dold i arbetsboken läses också", "a row that is hidden in the workbook is read too"),
        _ => both(
            format!("{number} rader som är dolda i arbetsboken läses också"),
            format!("{number} rows that are hidden in the workbook are read too"),
        ),
    };
    let help = both(
        "ta bort raderna om de inte ska vara med, eller visa dem",
        "remove the rows if they are not to count, or show them",
    );
    (what.in_lang(lang), help.in_lang(lang))
}

/// That columns of a sheet are hidden and read all the same, and what to do about it.
#[must_use]
pub fn hidden_columns(count: usize, lang: Lang) -> (String, String) {
    let number = numerals::grouped(&count.to_string(), lang);
    let what = match count {
        1 => both(
            "en kolumn som är dold i arbetsboken läses också",
            "a column that is hidden in the workbook is read too",
        ),
        _ => both(
            format!("{number} kolumner som är dolda i arbetsboken läses också"),
            format!("{number} columns that are hidden in the workbook are read too"),
        ),
    };
    let help = both(
        "ta bort kolumnerna om de inte ska vara med, eller visa dem",
        "remove the columns if they are not to count, or show them",
    );
    (what.in_lang(lang), help.in_lang(lang))
}

/// That a sum in a table is another than that of its rows, and what to do about it.
#[must_use]
pub fn sum_differs(written: Money, sum: Money, lang: Lang) -> (String, String) {
    let [written, sum] = [written, sum].map(|amount| numerals::grouped(&amount.to_string(), lang));
    let what = both(
        format!("här står summan {written}, men raderna ovanför blir tillsammans {sum}"),
        format!("the sum that stands here is {written}, but the rows above it add up to {sum}"),
    );
    let help = both(
        "kontrollera summan och raderna; det är raderna som räknas",
        "check the sum and the rows; the rows are what counts",
    );
    (what.in_lang(lang), help.in_lang(lang))
}

/// What is wrong with a cell, and that it is wrong with more cells of the table.
#[must_use]
pub fn also_in(what: &str, cells: usize, lang: Lang) -> String {
    let count = numerals::grouped(&cells.to_string(), lang);
    both(
        format!("{what}; detsamma gäller {count} andra celler i tabellen"),
        format!("{what}; so it is in {count} other cells of the table too"),
    )
    .in_lang(lang)
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
