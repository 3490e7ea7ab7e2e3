//! What was typed, or asked of a call or a log, has no answer.

use fordela_lint::PersonalData;
use fordela_model::characters::short;

use super::{Holder, told};
use crate::both::both;
use crate::{Lang, Problem, personal_data};

/// That what was typed holds a character that is not seen.
#[must_use]
pub fn hidden_character(argument: &str, character: char, lang: Lang) -> Problem {
    let (argument, number) = (short(argument), u32::from(character));
    told(
        both(
            format!("`{argument}` innehåller ett osynligt tecken, U+{number:04X}"),
            format!("`{argument}` holds an invisible character, U+{number:04X}"),
        ),
        both(
            "skriv det på nytt; byt namn på filen om tecknet finns i dess namn",
            "type it anew; rename a file that has it in its name",
        ),
        lang,
    )
}

/// That what was typed seems to hold personal data, and would be written to a file.
#[must_use]
pub fn personal(what: Holder, kind: PersonalData, lang: Lang) -> Problem {
    let (holder, kind) = (what.name(lang), personal_data::name(kind, lang));
    told(
        both(
            format!("{holder} tycks innehålla {kind}; personuppgifter hör inte hemma i en fil som sparas"),
            format!("{holder} seems to hold {kind}; personal data does not belong in a file that is kept"),
        ),
        both("ange vad det gäller och ingen person", "name what it is about, and no person"),
        lang,
    )
}

/// That a document is not written, as what it is made of seems to hold personal data, at these places.
#[must_use]
pub fn not_for_print(found: &[(String, PersonalData)], lang: Lang) -> Problem {
    let places = found.iter().map(|(place, kind)| format!("{place} ({})", personal_data::name(*kind, lang)));
    let places = places.collect::<Vec<_>>().join(", ");
    told(
        both(
            format!("bilagan skrevs inte, eftersom underlaget tycks innehålla personuppgifter: {places}"),
            format!("the appendix was not written, as what it is made of seems to hold personal data: {places}"),
        ),
        both(
            "ta bort dem, eller skriv en funktion eller nämnd i stället för en person",
            "remove it, or name a function or a board rather than a person",
        ),
        lang,
    )
}

/// That there is no table to begin a call with, and nobody to ask.
#[must_use]
pub fn nothing_to_begin(lang: Lang) -> Problem {
    told(
        both("det finns ingen tabell att göra en utlysning av", "there is no table to make a call of"),
        both(
            "ange en arbetsbok eller CSV-fil med ansökningar, kör kommandot i en terminal för att svara på frågor, eller fyll i \
             arbetsboken från `fordela template`",
            "name a workbook or CSV file of applications, run the command in a terminal to answer questions, or fill in the \
             workbook of `fordela template`",
        ),
        lang,
    )
}

/// That the smallest budget is above the largest.
#[must_use]
pub fn backwards(lang: Lang) -> Problem {
    told(
        both("den minsta budgeten är större än den största", "the smallest budget is above the largest"),
        both(
            "byt plats på --from och --to; utan --to är den största budgeten allt som söks",
            "give --from and --to the other way round; without --to the largest budget is all that is asked for",
        ),
        lang,
    )
}

/// That what is asked is about the most value, and the call shares its money.
#[must_use]
pub fn not_by_value(lang: Lang) -> Problem {
    told(
        both(
            "frågan gäller utlysningar som söker det största värdet, och den här delar sina medel",
            "this is asked of calls that look for the most value, and this one shares its money",
        ),
        both(
            "skriv `kind = \"priority\"` i en kopia av utlysningen; hur andelarna följer budgeten visar \
             `fordela sweep UTLYSNING --vary budget=…`",
            "write `kind = \"priority\"` in a copy of the call; how shares move with the budget is told by \
             `fordela sweep CALL --vary budget=…`",
        ),
        lang,
    )
}

/// That the call is impossible, and no decision says what was granted.
#[must_use]
pub fn nothing_granted(lang: Lang) -> Problem {
    told(
        both(
            "utlysningen går inte att genomföra, så inget föreslås",
            "the call is impossible, so that nothing is suggested",
        ),
        both("ange med --decision vad som har beviljats", "say by --decision what was granted"),
        lang,
    )
}

/// That what is to be compared is no file, where no scenarios were given.
#[must_use]
pub fn nothing_to_compare(name: &str, lang: Lang) -> Problem {
    told(
        both(format!("det finns ingen fil `{name}`"), format!("there is no file `{name}`")),
        both(
            "jämför filer, `suggestion` för utlysningens förslag, och scenarier i en fil som anges med --scenarios",
            "compare files, `suggestion` for the allocation of the call, and scenarios of a file that is given by \
             --scenarios",
        ),
        lang,
    )
}

/// That what is to be compared is neither a file nor one of the scenarios that were given.
#[must_use]
pub fn no_side(name: &str, scenarios: &[String], lang: Lang) -> Problem {
    let names = scenarios.join("`, `");
    told(
        both(
            format!("det finns inget scenario och ingen fil `{name}`"),
            format!("there is no scenario and no file `{name}`"),
        ),
        both(
            format!("scenarierna är `{names}`; `suggestion` är utlysningens förslag"),
            format!("the scenarios are `{names}`; `suggestion` is the allocation of the call"),
        ),
        lang,
    )
}

/// That a log has no entry of this number, and which the last is that it has.
#[must_use]
pub fn no_entry(number: usize, last: Option<usize>, lang: Lang) -> Problem {
    let what = both(format!("loggen har ingen post {number}"), format!("the log has no entry {number}"));
    match last {
        Some(last) => {
            told(what, both(format!("den sista posten är {last}"), format!("the last entry is {last}")), lang)
        }
        None => Problem::bare(format!("{}; {}", what.in_lang(lang), both("den är tom", "it has none").in_lang(lang))),
    }
}
