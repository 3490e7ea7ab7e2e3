//! What stands in a workbook that holds a call, beside what keys are called.

use std::path::Path;

use fordela_model::call::draft::Activity;
use fordela_model::call::{CallDraft, Limit};
use fordela_model::keys::{Form, Key, LeftOut, Part};

use crate::label::Label;
use crate::{Lang, Words, base, begin};

fn pick<T>(lang: Lang, sv: T, en: T) -> T {
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}

/// What the sheet of the call as a whole is called. A workbook with such a sheet holds a call.
#[must_use]
pub fn call_sheet(lang: Lang) -> &'static str {
    pick(lang, "Utlysning", "Call")
}

/// The heads of the columns of that sheet: what is told, how it is, and what it means.
#[must_use]
pub fn call_heads(lang: Lang) -> [&'static str; 3] {
    pick(lang, ["Uppgift", "Värde", "Förklaring"], ["Item", "Value", "Meaning"])
}

/// What the sheet is called that says what each column means, also of those that are not in use.
#[must_use]
pub fn columns_sheet(lang: Lang) -> &'static str {
    pick(lang, "Kolumner", "Columns")
}

/// The heads of the columns of that sheet: the sheet, the column, and what it means.
#[must_use]
pub fn columns_heads(lang: Lang) -> [&'static str; 3] {
    pick(lang, ["Blad", "Kolumn", "Förklaring"], ["Sheet", "Column", "Meaning"])
}

/// What stands for the name of each criterion, which is the head of a column of scores.
#[must_use]
pub fn each_criterion(lang: Lang) -> &'static str {
    pick(lang, "(namnet på ett kriterium)", "(the name of a criterion)")
}

/// What stands beside the sum of what is asked for, above the activities.
#[must_use]
pub fn asked_in_all(lang: Lang) -> &'static str {
    pick(lang, "Sökt totalt", "Asked in all")
}

/// What is told of a cell in which something stands that is not allowed there.
#[must_use]
pub fn not_allowed(form: Form, lang: Lang) -> &'static str {
    match form {
        Form::Word(_) | Form::YesOrNo => {
            pick(lang, "Välj ett av orden i listan.", "Choose one of the words of the list.")
        }
        Form::Scores => pick(
            lang,
            "Skriv ett tal från 0 till kriteriets högsta poäng.",
            "Write a number from 0 to the best score of the criterion.",
        ),
        _ => pick(lang, "Skriv ett tal som är 0 eller större.", "Write a number that is 0 or more."),
    }
}

/// Yes or no, as it is written in a cell.
#[must_use]
pub fn yes_or_no(yes: bool, lang: Lang) -> &'static str {
    if yes { pick(lang, "ja", "yes") } else { pick(lang, "nej", "no") }
}

/// What a cell says that is yes or no, in either language or as a spreadsheet program writes it.
#[must_use]
pub fn said(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "ja" | "yes" | "true" | "sant" => Some(true),
        "nej" | "no" | "false" | "falskt" => Some(false),
        _ => None,
    }
}

/// A limit, as it is read in either language.
#[must_use]
pub fn limit(limit: Limit, lang: Lang) -> String {
    match (limit, lang) {
        (Limit::Percent(percent, base), Lang::Sv) => format!("{percent} {}", base::of(base, lang)),
        (limit, _) => limit.to_string(),
    }
}

/// What a column or a row means, how its cells are written where that needs to be told, and what it means that one is empty.
#[must_use]
pub fn meaning(key: &Key, lang: Lang) -> String {
    let mut parts = vec![lang.meaning(key.means).to_owned()];
    parts.extend(written(key.form, lang));
    parts.extend(match key.left_out {
        LeftOut::Never => None,
        LeftOut::Is(value) => {
            Some(pick(lang, format!("Tom: {}.", cell(key, value, lang)), format!("Empty: {}.", cell(key, value, lang))))
        }
        LeftOut::Means(meaning) => Some(pick(lang, format!("Tom: {}.", meaning.sv), format!("Empty: {}.", meaning.en))),
    });
    in_names(&parts.join(" "), lang)
}

/// A text in which keys and words that stand between backticks are called as people see them in the workbook.
fn in_names(text: &str, lang: Lang) -> String {
    let called = |name: &str| {
        let key = Part::ALL.into_iter().find_map(|part| part.key(name));
        let words = Part::ALL.into_iter().flat_map(Part::keys);
        let word = words.map(|key| word(key.form, name, lang)).find(|word| *word != name).unwrap_or(name);
        // What is both is a word where it is said what a key is used with.
        let called = key.map(|key| lang.meaning(key.called)).filter(|_| word == name).unwrap_or(word);
        format!("”{called}”")
    };
    let parts = text.split('`').enumerate();
    parts.map(|(n, part)| if n % 2 == 1 { called(part) } else { part.to_owned() }).collect()
}

/// A value as it is written in a cell, of the form that it has in TOML.
fn cell(key: &Key, value: &str, lang: Lang) -> String {
    match (key.form, value) {
        (Form::YesOrNo, _) => yes_or_no(value == "true", lang).to_owned(),
        _ => word(key.form, value.trim_matches('"'), lang).to_owned(),
    }
}

/// One of the words of a key, or any other text as it is.
#[must_use]
pub fn word(form: Form, text: &str, lang: Lang) -> &str {
    match (form, lang) {
        (Form::Word(words), Lang::Sv) => words.iter().find(|one| one.word == text).map_or(text, |one| one.sv),
        _ => text,
    }
}

/// How a cell is written, where people may wonder.
fn written(form: Form, lang: Lang) -> Option<String> {
    let example = match form {
        Form::Texts | Form::TextOrTexts | Form::Amounts => {
            pick(lang, "Flera skrivs med | emellan.", "Several are written with | between them.")
        }
        Form::Percent => pick(lang, "Skrivs som 50 %.", "Written as 50 %."),
        Form::SpendRate => pick(lang, "Skrivs som 70–90 %.", "Written as 70–90 %."),
        Form::Limit => pick(
            lang,
            "Skrivs som ett belopp, eller som 50 % av sökt belopp, av budgeten, av det som beviljas eller av det egna beviljade beloppet.",
            "Written as an amount, or as 50 % of asked, of budget, of granted or of own grant.",
        ),
        Form::Period => pick(
            lang,
            "Skrivs som 2026, 2026-H1, 2026-03 eller 2026-03--2026-11.",
            "Written as 2026, 2026-H1, 2026-03 or 2026-03--2026-11.",
        ),
        Form::Date => pick(lang, "Skrivs som 2026-12-31.", "Written as 2026-12-31."),
        Form::Word(words) => {
            let all = words.iter().map(|one| format!("{}: {}", word(form, one.word, lang), lang.meaning(one.means)));
            return Some(format!("{}.", all.collect::<Vec<_>>().join("; ")));
        }
        Form::Id
        | Form::Text
        | Form::Money
        | Form::Number
        | Form::YesOrNo
        | Form::FileName
        | Form::Scores
        | Form::Table(_)
        | Form::Tables(_) => return None,
    };
    Some(example.to_owned())
}

/// That comments are not written.
#[must_use]
pub fn without_comments(words: Words<'_>) -> String {
    let note = Label::Note.told(words.lang);
    format!(
        "{note}: {}",
        words.pick("kommentarerna i utlysningen följer inte med", "the comments of the call are not kept")
    )
}

/// That the calls of applicants are looked for elsewhere than before.
#[must_use]
pub fn own_calls_elsewhere(words: Words<'_>) -> String {
    let note = Label::Note.told(words.lang);
    let what = words.pick(
        "de sökandes egna utlysningar söks nu från den nya filens mapp; kopiera dem dit, eller ändra sökvägarna",
        "the applicants' own calls are now looked for from the folder of the new file; copy them, or change their paths",
    );
    format!("{note}: {what}")
}

/// What is told once a call is written.
#[must_use]
pub fn converted(draft: &CallDraft, path: &Path, words: Words<'_>) -> String {
    let of_lines = |activity: &Activity| activity.lines.iter().map(|line| line.cost).sum();
    let asked = draft.activities.iter().map(|one| one.ask.unwrap_or_else(|| of_lines(one))).sum();
    let counted = begin::in_all(draft.activities.len(), draft.applicants.len(), asked, words);
    format!("{} {}: {counted}.\n", words.pick("Skrev", "Wrote"), path.display())
}
