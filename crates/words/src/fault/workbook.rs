//! Workbooks and their cells.

use fordela_fault::{SheetCellFault, WorkbookFault};
use fordela_model::characters::short;

use crate::both::{Both, both};
use crate::said::listed;

/// What is wrong.
pub(super) fn what(fault: &WorkbookFault) -> Both {
    match fault {
        WorkbookFault::LockedOrOld => both(
            "arbetsboken är låst med lösenord eller sparad i det äldre formatet .xls",
            "the workbook is locked with a password, or saved in the old format .xls",
        ),
        WorkbookFault::OtherKind => both(
            "arbetsboken är sparad i ett annat format än .xlsx",
            "the workbook is saved in another format than .xlsx",
        ),
        WorkbookFault::NotAWorkbook => {
            both("filen är ett arkiv, men ingen arbetsbok", "the file is an archive, but no workbook")
        }
        WorkbookFault::Damaged => both("arbetsboken är skadad eller avklippt", "the workbook is damaged or cut short"),
        WorkbookFault::Odd => both(
            "arbetsboken innehåller något som inget kalkylprogram skriver",
            "the workbook holds something that no spreadsheet program writes",
        ),
        WorkbookFault::TooLarge => {
            both("arbetsboken innehåller mer än vad som läses", "the workbook holds more than is read")
        }
        WorkbookFault::NoSuchSheet { sheet, .. } => both(
            format!("det finns inget blad som heter `{}`", short(sheet)),
            format!("there is no sheet `{}`", short(sheet)),
        ),
        WorkbookFault::WhichSheet { sheets } => both(
            format!("arbetsboken har flera blad som kan vara det rätta: {}", listed(sheets)),
            format!("several sheets of the workbook may be the right one: {}", listed(sheets)),
        ),
        WorkbookFault::NothingInIt => both("arbetsboken är tom", "the workbook is empty"),
        WorkbookFault::ActivitiesTwice => both(
            "arbetsboken har ett eget blad med aktiviteter, men nämner också en fil med aktiviteter",
            "the workbook has a sheet of activities of its own, but names a file of activities too",
        ),
        WorkbookFault::NoCells { sheet } => both(
            format!("bladet `{}` är ett diagram och har inga celler", short(sheet)),
            format!("the sheet `{}` is a chart and has no cells", short(sheet)),
        ),
    }
}

/// What to do.
pub(super) fn help(fault: &WorkbookFault) -> Both {
    match fault {
        WorkbookFault::LockedOrOld => both(
            "spara den utan lösenord som Excel-arbetsbok (.xlsx)",
            "save it without a password as an Excel workbook (.xlsx)",
        ),
        WorkbookFault::OtherKind | WorkbookFault::Damaged | WorkbookFault::Odd => both(
            "öppna den i ett kalkylprogram och spara den som Excel-arbetsbok (.xlsx)",
            "open it in a spreadsheet program, and save it as an Excel workbook (.xlsx)",
        ),
        WorkbookFault::NotAWorkbook => {
            both("ange en arbetsbok (.xlsx) eller en CSV-fil", "name a workbook (.xlsx) or a CSV file")
        }
        WorkbookFault::TooLarge => both(
            "spara bladet med tabellen i en egen arbetsbok, eller som CSV",
            "save the sheet with the table in a workbook of its own, or as CSV",
        ),
        WorkbookFault::NoSuchSheet { sheets, .. } => both(
            format!("ange ett av bladen: {}", listed(sheets)),
            format!("name one of the sheets: {}", listed(sheets)),
        ),
        WorkbookFault::WhichSheet { sheets } => {
            let sheet = sheets.first().map_or("Blad1", String::as_str);
            both(
                format!("ange bladet efter filens namn: `ansokningar.xlsx#{}`", short(sheet)),
                format!("name the sheet after the name of the file: `applications.xlsx#{}`", short(sheet)),
            )
        }
        WorkbookFault::NothingInIt => both("skriv tabellen på ett av bladen", "write the table on one of the sheets"),
        WorkbookFault::ActivitiesTwice => both(
            "töm cellen med filens namn, eller ta bort bladet",
            "empty the cell with the name of the file, or remove the sheet",
        ),
        WorkbookFault::NoCells { .. } => both("ange bladet med tabellen", "name the sheet with the table"),
    }
}

/// What is wrong with a cell.
pub(super) fn cell(fault: &SheetCellFault) -> Both {
    match fault {
        SheetCellFault::NotCalculated => {
            both("cellen har en formel som inte är beräknad", "the cell has a formula that has not been calculated")
        }
        SheetCellFault::Error { code } => both(
            format!("cellens formel ger felet `{}`", short(code)),
            format!("the formula of the cell gives the error `{}`", short(code)),
        ),
        SheetCellFault::TooManyDigits { about } => both(
            format!("talet i cellen har fler siffror än vad som visas: {}…", short(about)),
            format!("the number of the cell has more digits than are shown: {}…", short(about)),
        ),
        SheetCellFault::TooLargeOrSmall => {
            both("talet i cellen är för stort eller för litet", "the number of the cell is too large or too small")
        }
        SheetCellFault::Scaled => both(
            "talet i cellen visas i tusental eller miljoner men är större än vad som syns",
            "the number of the cell is shown in thousands or millions, but is larger than what is seen",
        ),
        SheetCellFault::TimeOfDay => both("cellen innehåller ett klockslag", "the cell holds a time of day"),
        SheetCellFault::NoDate => {
            both("cellen visas som ett datum men är inget", "the cell is shown as a date but is none")
        }
    }
}

/// What to do about a cell.
pub(super) fn cell_help(fault: &SheetCellFault) -> Both {
    match fault {
        SheetCellFault::NotCalculated => both(
            "öppna arbetsboken i ett kalkylprogram och spara den, så att formlerna beräknas",
            "open the workbook in a spreadsheet program and save it, so that its formulas are calculated",
        ),
        SheetCellFault::Error { .. } => {
            both("rätta formeln, eller skriv värdet", "mend the formula, or write the value")
        }
        SheetCellFault::TooManyDigits { .. } => both(
            "avrunda i formeln: `=AVRUNDA(…;2)`, eller skriv talet",
            "round in the formula: `=ROUND(…,2)`, or write the number",
        ),
        SheetCellFault::TooLargeOrSmall => both("kontrollera antalet siffror", "check the number of digits"),
        SheetCellFault::Scaled => both(
            "ge kolumnen ett vanligt talformat, så att det syns vad cellerna innehåller",
            "give the column a plain number format, so that it is seen what its cells hold",
        ),
        SheetCellFault::TimeOfDay | SheetCellFault::NoDate => both(
            "ändra cellens format, eller skriv värdet som text",
            "change the format of the cell, or write the value as text",
        ),
    }
}
