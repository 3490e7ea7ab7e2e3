//! What is found when a log is gone through again, as a document and as CSV.

use fordela::{Lang, Money};
use fordela_words::Words;

use super::super::csv::{guarded, written};
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::log::{Difference, Grants, RegrantedReport, ReproduceReport, ReproducedEntry, Suggestion};

/// The report as a document.
pub(in super::super) fn document(report: &ReproduceReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.log.clone()), Block::Paragraph(headline(report, words))];
    if !report.entries.is_empty() {
        blocks.push(Block::Grid(entries(report, words)));
    }
    for entry in report.entries.iter().filter(|entry| !entry.differences.is_empty()) {
        blocks.push(Block::Heading(format!("{} {}", words.pick("Post", "Entry"), entry.entry)));
        blocks.push(Block::Items(entry.differences.iter().map(|one| told(one, words)).collect()));
        blocks.extend(entry.differences.iter().filter_map(|one| regranted(one, words)).map(Block::Grid));
    }
    if let Some(seal) = &report.seal {
        blocks.push(Block::Paragraph(match words.lang {
            Lang::Sv => format!("Loggens sigill är {seal}."),
            Lang::En => format!("The seal of the log is {seal}."),
        }));
    }
    Document(blocks)
}

fn headline(report: &ReproduceReport, words: Words<'_>) -> String {
    let differing = report.entries.iter().filter(|entry| !entry.same).count();
    let all = report.entries.len();
    match (differing, words.lang) {
        (_, Lang::Sv) if all == 0 => "Loggen har inga poster.".to_owned(),
        (_, Lang::En) if all == 0 => "The log has no entries.".to_owned(),
        (0, Lang::Sv) if all == 1 => "Den prövade posten kan återskapas: allt är som när den skrevs.".to_owned(),
        (0, Lang::En) if all == 1 => "The entry tried can be reproduced: all is as when it was written.".to_owned(),
        (0, Lang::Sv) => format!("Alla {all} prövade poster kan återskapas: allt är som när de skrevs."),
        (0, Lang::En) => format!("All entries tried, {all}, can be reproduced: all is as when they were written."),
        (_, Lang::Sv) if all == 1 => "Den prövade posten kan inte återskapas som den skrevs.".to_owned(),
        (_, Lang::En) if all == 1 => "The entry tried cannot be reproduced as it was written.".to_owned(),
        (n, Lang::Sv) => format!("{n} av {all} prövade poster kan inte återskapas som de skrevs."),
        (n, Lang::En) => format!("{n} of {all} entries tried cannot be reproduced as they were written."),
    }
}

fn entries(report: &ReproduceReport, words: Words<'_>) -> Grid {
    let heads = [("Datum", "Date"), ("Beslut av", "Decided by"), ("Förslaget", "The suggestion")];
    let mut columns = vec![Column::numbers(words.pick("Post", "Entry"))];
    columns.extend(heads.map(|(swedish, english)| Column::words(words.pick(swedish, english))));
    let row = |entry: &ReproducedEntry| {
        let date = entry.date.clone().unwrap_or_default();
        let cells = [entry.entry.to_string(), date, entry.role.clone(), suggestion(entry, words).to_owned()];
        Row::new(RowKind::Alone, cells)
    };
    Grid { columns, rows: report.entries.iter().map(row).collect() }
}

fn suggestion(entry: &ReproducedEntry, words: Words<'_>) -> &'static str {
    match (entry.suggestion, entry.grants) {
        (Suggestion::Same, _) => words.pick("samma", "the same"),
        (_, Grants::Same) => words.pick("samma belopp", "the same sums"),
        (_, Grants::Other) => words.pick("andra belopp", "other sums"),
        (_, Grants::Unknown) => words.pick("kan inte räknas fram", "cannot be found"),
    }
}

fn told(difference: &Difference, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => in_swedish(difference),
        Lang::En => in_english(difference),
    }
}

/// How a call was answered, by its word in JSON.
fn status(word: &str) -> &str {
    match word {
        "optimal" => "bevisat bäst",
        "within-gap" => "inte bevisat bäst",
        "infeasible" => "går inte att genomföra",
        other => other,
    }
}

fn in_swedish(difference: &Difference) -> String {
    match difference {
        Difference::Edited => "Posten är inte som den skrevs: något i den, eller före den, har ändrats.".to_owned(),
        Difference::Gap => {
            "Posten följer inte på samma post som när den skrevs: något har tagits bort, flyttats eller skjutits in."
                .to_owned()
        }
        Difference::After => "Efter posten står något som inte är en post.".to_owned(),
        Difference::CallMissing { path } => format!("Utlysningen {path} finns inte."),
        Difference::CallUnreadable { path, message } => format!("Utlysningen {path} kan inte läsas: {message}"),
        Difference::CallChanged { path, then, now } => {
            format!("Utlysningen {path} har ändrats. SHA-256 då: {then}, nu: {now}.")
        }
        Difference::DecisionMissing { path } => format!("Beslutet {path} finns inte."),
        Difference::DecisionUnreadable { path, message } => format!("Beslutet {path} kan inte läsas: {message}"),
        Difference::DecisionChanged { path, then, now } => {
            format!("Beslutet {path} har ändrats. SHA-256 då: {then}, nu: {now}.")
        }
        Difference::Version { then, now } => format!("Posten skrevs med fordela {then}; detta är {now}."),
        Difference::Status { then, now } => {
            format!("Svaret på utlysningen var ”{}” och är nu ”{}”.", status(then), status(now))
        }
        Difference::Grants { activities } => match activities.len() {
            1 => "Ett belopp föreslås annorlunda:".to_owned(),
            n => format!("{n} belopp föreslås annorlunda:"),
        },
        Difference::Suggestion { then, now } => format!(
            "Alla föreslås samma belopp, men värdet, gränsen för det eller vem som betalar är annorlunda. SHA-256 då: {then}, nu: {now}."
        ),
        Difference::Form { .. } => {
            "Förslaget sparades på ett sätt som denna version inte kan jämföra: bara svaret och beloppen är prövade."
                .to_owned()
        }
    }
}

fn in_english(difference: &Difference) -> String {
    match difference {
        Difference::Edited => "The entry is not as it was written: something in it, or before it, was changed.".to_owned(),
        Difference::Gap => {
            "The entry does not follow on the one before as when it was written: something was removed, moved or put in."
                .to_owned()
        }
        Difference::After => "Something stands after the entry that is no entry.".to_owned(),
        Difference::CallMissing { path } => format!("The call {path} is not there."),
        Difference::CallUnreadable { path, message } => format!("The call {path} cannot be read: {message}"),
        Difference::CallChanged { path, then, now } => {
            format!("The call {path} was changed. SHA-256 then: {then}, now: {now}.")
        }
        Difference::DecisionMissing { path } => format!("The decision {path} is not there."),
        Difference::DecisionUnreadable { path, message } => format!("The decision {path} cannot be read: {message}"),
        Difference::DecisionChanged { path, then, now } => {
            format!("The decision {path} was changed. SHA-256 then: {then}, now: {now}.")
        }
        Difference::Version { then, now } => format!("The entry was written by fordela {then}; this is {now}."),
        Difference::Status { then, now } => format!("The call was answered by {then}, and now by {now}."),
        Difference::Grants { activities } => match activities.len() {
            1 => "One sum is suggested otherwise:".to_owned(),
            n => format!("{n} sums are suggested otherwise:"),
        },
        Difference::Suggestion { then, now } => format!(
            "Everybody is suggested the same, but the value, its bound or who pays is another. SHA-256 then: {then}, now: \
             {now}."
        ),
        Difference::Form { .. } => {
            "The suggestion was kept in a form that this version cannot compare: only the answer and the sums were tried."
                .to_owned()
        }
    }
}

/// Who is suggested something else.
fn regranted(difference: &Difference, words: Words<'_>) -> Option<Grid> {
    let Difference::Grants { activities } = difference else { return None };
    let mut columns = vec![Column::words(words.pick("Aktivitet", "Activity"))];
    columns.extend(
        [("Då", "Then"), ("Nu", "Now")].map(|(swedish, english)| Column::numbers(words.pick(swedish, english))),
    );
    let amount = |amount: Option<Money>| amount.map_or_else(|| "–".to_owned(), |amount| words.amount(amount));
    let row = |one: &RegrantedReport| Row::new(RowKind::Alone, [one.id.clone(), amount(one.then), amount(one.now)]);
    Some(Grid { columns, rows: activities.iter().map(row).collect() })
}

/// One row a difference, and one for an entry without any.
pub(in super::super) fn csv(report: &ReproduceReport) -> String {
    let heads = ["entry", "date", "role", "same", "difference", "concerns", "then", "now"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for entry in &report.entries {
        let date = entry.date.clone().unwrap_or_default();
        let head = [entry.entry.to_string(), date, guarded(&entry.role), entry.same.to_string()];
        let differences: Vec<[String; 4]> = entry.differences.iter().flat_map(cells).collect();
        let tails = if differences.is_empty() { vec![[const { String::new() }; 4]] } else { differences };
        rows.extend(tails.into_iter().map(|tail| head.iter().cloned().chain(tail).collect()));
    }
    written(&rows)
}

/// What differs, in what, and how it was and is.
fn cells(difference: &Difference) -> Vec<[String; 4]> {
    let row = |kind: &str, concerns: &str, then: &str, now: &str| {
        vec![[kind.to_owned(), guarded(concerns), guarded(then), guarded(now)]]
    };
    match difference {
        Difference::Edited => row("edited", "", "", ""),
        Difference::Gap => row("gap", "", "", ""),
        Difference::After => row("after", "", "", ""),
        Difference::CallMissing { path } => row("call-missing", path, "", ""),
        Difference::CallUnreadable { path, message } => row("call-unreadable", path, "", message),
        Difference::CallChanged { path, then, now } => row("call-changed", path, then, now),
        Difference::DecisionMissing { path } => row("decision-missing", path, "", ""),
        Difference::DecisionUnreadable { path, message } => row("decision-unreadable", path, "", message),
        Difference::DecisionChanged { path, then, now } => row("decision-changed", path, then, now),
        Difference::Version { then, now } => row("version", "", then, now),
        Difference::Status { then, now } => row("status", "", then, now),
        Difference::Suggestion { then, now } => row("suggestion", "", then, now),
        Difference::Form { then, now } => {
            let then = then.map(|form| form.to_string()).unwrap_or_default();
            row("form", "", &then, &now.to_string())
        }
        Difference::Grants { activities } => {
            let text = |amount: Option<Money>| amount.map(|amount| amount.to_string()).unwrap_or_default();
            activities.iter().flat_map(|one| row("grants", &one.id, &text(one.then), &text(one.now))).collect()
        }
    }
}
