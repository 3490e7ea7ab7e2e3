//! Rows and columns.

use fordela_fault::CsvFault;
use fordela_model::characters::short;

use crate::both::{Both, both};

/// What a column is called in Swedish, by what programs know it by.
pub(super) fn heading(column: &str) -> &str {
    match column {
        "activity" | "title" => "aktivitet",
        "applicant" => "sökande",
        "ask" => "sökt belopp",
        "granted" => "beviljat",
        "spent" => "utfall",
        "unspent" => "överskott",
        "repaid" => "återbetalas",
        "carried_over" => "överförs",
        "returned" => "återlämnas",
        other => other,
    }
}

/// What is wrong.
pub(super) fn what(fault: &CsvFault) -> Both {
    match fault {
        CsvFault::PathNotRelative { path } => both(
            format!("`{}` ligger inte i utlysningens mapp", short(path)),
            format!("`{}` is not in the folder of the call", short(path)),
        ),
        CsvFault::PathLeavesFolder { path } => both(
            format!("`{}` leder ut ur utlysningens mapp", short(path)),
            format!("`{}` leads out of the folder of the call", short(path)),
        ),
        CsvFault::NoCall => both("detta är en tabell och ingen utlysning", "this is a table and no call"),
        CsvFault::Empty => both("CSV-filen har inga kolumner", "the CSV file has no columns"),
        CsvFault::NoHead => both(
            "ingen rad med kolumnernas namn hittas i tabellen",
            "no row with the names of the columns is found in the table",
        ),
        CsvFault::SameColumn { column, other, holds } => both(
            format!("både `{}` och `{}` kan vara `{}`", short(other), short(column), heading(holds)),
            format!("both `{}` and `{}` may be `{holds}`", short(other), short(column)),
        ),
        CsvFault::SumOrActivity => both(
            "raden börjar som en summa men stämmer inte med raderna ovanför, så den kan vara en aktivitet",
            "the row begins as a sum does but does not add up, so that it may be an activity",
        ),
        CsvFault::UnitAbove => both(
            "här tycks stå att beloppen är i tusental eller miljoner, men det står inte ovanför kolumnen med belopp",
            "this seems to say that amounts are in thousands or millions, but that does not stand above their column",
        ),
        CsvFault::LonelyCell => both(
            "raden har en enda ifylld cell, och det framgår inte om den är en rubrik, en anmärkning eller en aktivitet",
            "the row has a single cell filled in, and it is unclear whether it is a heading, a remark or an activity",
        ),
        CsvFault::UnknownColumn { column, .. } => no_column(column),
        CsvFault::UnnamedColumn => {
            both("cellen står i en kolumn utan namn", "this cell stands in a column without a name")
        }
        CsvFault::DuplicateColumn { column } => both(
            format!("kolumnen `{}` förekommer två gånger", short(column)),
            format!("the column `{}` stands twice", short(column)),
        ),
        CsvFault::MissingColumn { column } => {
            both(format!("kolumnen `{}` saknas", missing(column)), format!("the column `{column}` is missing"))
        }
        CsvFault::TornAmount { amount } => both(
            format!("`{}` blir två celler, eftersom kommatecken skiljer kolumnerna åt", short(amount)),
            format!("`{}` is two cells, as commas part the columns", short(amount)),
        ),
        CsvFault::Ragged { cells, columns } => ragged(*cells, *columns),
        CsvFault::OpenQuote => both(
            "texten inleds med ett citattecken här men avslutas aldrig",
            "the quotation mark that opens here is never closed",
        ),
        CsvFault::TextAfterQuote => {
            both("det står text efter det avslutande citattecknet", "there is text after the closing quotation mark")
        }
        CsvFault::EmptyCell { column } => both(
            format!("cellen i kolumnen `{}` är tom", heading(column)),
            format!("the cell of the column `{column}` is empty"),
        ),
        CsvFault::Disagrees { column, activity, first } => both(
            format!(
                "på den första raden för aktiviteten `{}` står `{}` i kolumnen `{column}`",
                short(activity),
                short(first)
            ),
            format!(
                "the first row of the activity `{}` says `{}` in the column `{column}`",
                short(activity),
                short(first)
            ),
        ),
        CsvFault::NoLine { column } => both(
            format!("`{column}` gäller en kostnadspost, men raden har ingen sådan"),
            format!("`{column}` belongs to a line, but the row has no line"),
        ),
    }
}

/// What a column is called in Swedish that is missing: an activity without an id is known by its name.
fn missing(column: &str) -> &str {
    if column == "id" { "aktivitet" } else { heading(column) }
}

/// A column that means nothing.
pub(super) fn no_column(column: &str) -> Both {
    both(
        format!("det finns ingen kolumn som heter `{}`", short(column)),
        format!("there is no column `{}`", short(column)),
    )
}

fn ragged(cells: usize, columns: usize) -> Both {
    let count = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    both(
        format!("raden har {}, men det finns {}", count(cells, "cell", "celler"), count(columns, "kolumn", "kolumner")),
        format!(
            "the row has {}, but there {} {}",
            count(cells, "cell", "cells"),
            if columns == 1 { "is" } else { "are" },
            count(columns, "column", "columns")
        ),
    )
}

/// What to do.
pub(super) fn help(fault: &CsvFault) -> Both {
    match fault {
        CsvFault::PathNotRelative { .. } | CsvFault::PathLeavesFolder { .. } => both(
            "lägg CSV-filen i utlysningens mapp och ange den så här: `activities = \"activities.csv\"`",
            "put the CSV file in the folder of the call, and name it `activities = \"activities.csv\"`",
        ),
        CsvFault::NoCall => both(
            "gör en utlysning av den med `fordela init` och filens namn",
            "make a call of it by `fordela init` and the name of the file",
        ),
        CsvFault::Empty => both(
            "skriv kolumnernas namn på första raden: Sökande, Aktivitet, Sökt belopp …",
            "write the names of the columns in the first row: id, applicant, title, ask …",
        ),
        CsvFault::NoHead => both(
            "skriv kolumnernas namn på en rad ovanför aktiviteterna: Sökande, Aktivitet, Sökt belopp och kriteriernas namn",
            "write the names of the columns in a row above the activities: Applicant, Activity, Asked and the names of the \
             criteria",
        ),
        CsvFault::SameColumn { .. } => both(
            "ge den kolumn som inte ska läsas ett annat namn, eller ta bort den",
            "give the column that is not to be read another name, or remove it",
        ),
        CsvFault::SumOrActivity => both(
            "rätta summan; om det är en aktivitet, låt namnet börja på ett annat sätt",
            "mend the sum; if it is an activity, let its name begin otherwise",
        ),
        CsvFault::UnitAbove => both(
            "skriv det i kolumnens namn, till exempel `Sökt belopp (tkr)` eller `Sökt belopp (kr)`",
            "write it in the name of the column, such as `Amount requested (SEK)` or `Sökt belopp (tkr)`",
        ),
        CsvFault::LonelyCell => both(
            "fyll i raden om den är en aktivitet; ta annars bort den, eller flytta den till nedanför tabellen",
            "fill in the row if it is an activity; else remove it, or move it below the table",
        ),
        CsvFault::UnknownColumn { nearest, .. } if nearest == "score." => both(
            "låt en kolumn med poäng heta som kriteriet: `score.samverkan`, eller kriteriets namn",
            "name a column of scores after its criterion: `score.samverkan`, or the name of the criterion",
        ),
        CsvFault::UnknownColumn { nearest, .. } => meant(nearest),
        CsvFault::UnnamedColumn => both(
            "ge kolumnen ett namn på första raden, eller töm dess celler",
            "name the column in the first row, or empty its cells",
        ),
        CsvFault::DuplicateColumn { .. } => both("ta bort en av dem", "remove one of the two"),
        CsvFault::MissingColumn { column } => both(
            format!("lägg till kolumnen `{}` på raden med kolumnernas namn och fyll i den", missing(column)),
            format!("add the column `{column}` to the first row, and fill it in"),
        ),
        CsvFault::TornAmount { amount } => {
            let plain = short(amount).replace(',', "");
            both(
                format!("skriv `{plain}`, eller sätt citattecken runt beloppet"),
                format!("write `{plain}`, or put quotation marks around the amount"),
            )
        }
        CsvFault::Ragged { .. } => both(
            "sätt citattecken runt värden som innehåller skiljetecknet, till exempel \"1,50\"",
            "put quotation marks around values that hold the separator, such as \"1,50\"",
        ),
        CsvFault::OpenQuote => both(
            "lägg till det avslutande citattecknet, eller ta bort det här",
            "add the closing quotation mark, or remove this one",
        ),
        CsvFault::TextAfterQuote => both(
            "skriv ett citattecken inne i ett värde två gånger: \"\"",
            "write a quotation mark inside a value twice: \"\"",
        ),
        CsvFault::EmptyCell { .. } => both("fyll i cellen", "fill in the cell"),
        CsvFault::Disagrees { .. } => both(
            "skriv samma sak på alla aktivitetens rader, eller bara på den första",
            "write the same in every row of the activity, or only in the first",
        ),
        CsvFault::NoLine { .. } => {
            both("fyll i kolumnen `line`, eller töm den här cellen", "fill in the column `line`, or empty this cell")
        }
    }
}

/// The word of the program that was probably meant.
pub(super) fn meant(nearest: &str) -> Both {
    both(format!("menade du `{nearest}`?"), format!("did you mean `{nearest}`?"))
}
