//! What is found when a log is gone through again, as a document and as CSV.

use fordela::Money;
use fordela_words::Words;
use fordela_words::report::field::Field;
use fordela_words::report::head::Head;
use fordela_words::report::log::{difference, reproduce as told};

use super::super::rows::{Rows, guarded};
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::log::{Difference, Grants, RegrantedReport, ReproduceReport, ReproducedEntry, Suggestion};

/// The report as a document.
pub(in super::super) fn document(report: &ReproduceReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.log.clone()), Block::Paragraph(headline(report, words))];
    if !report.entries.is_empty() {
        blocks.push(Block::Grid(entries(report, words)));
    }
    for entry in report.entries.iter().filter(|entry| !entry.differences.is_empty()) {
        blocks.push(Block::Heading(told::entry(entry.entry, words)));
        blocks.push(Block::Items(entry.differences.iter().map(|one| differs(one, words)).collect()));
        blocks.extend(entry.differences.iter().filter_map(|one| regranted(one, words)).map(Block::Grid));
    }
    if let Some(seal) = &report.seal {
        blocks.push(Block::Paragraph(told::seal(seal, words)));
    }
    Document(blocks)
}

fn headline(report: &ReproduceReport, words: Words<'_>) -> String {
    let differing = report.entries.iter().filter(|entry| !entry.same).count();
    match (differing, report.entries.len()) {
        (_, 0) => told::empty(words).to_owned(),
        (0, all) => told::same(all, words),
        (differing, all) => told::differing(differing, all, words),
    }
}

fn entries(report: &ReproduceReport, words: Words<'_>) -> Grid {
    let [entry, date, role, suggested] = told::heads(words);
    let mut columns = vec![Column::numbers(entry)];
    columns.extend([date, role, suggested].map(Column::words));
    let row = |entry: &ReproducedEntry| {
        let date = entry.date.clone().unwrap_or_default();
        let cells = [entry.entry.to_string(), date, entry.role.clone(), suggestion(entry, words).to_owned()];
        Row::new(RowKind::Alone, cells)
    };
    Grid { columns, rows: report.entries.iter().map(row).collect() }
}

fn suggestion(entry: &ReproducedEntry, words: Words<'_>) -> &'static str {
    match (entry.suggestion, entry.grants) {
        (Suggestion::Same, _) => told::same_suggestion(words),
        (_, Grants::Same) => told::same_sums(words),
        (_, Grants::Other) => told::other_sums(words),
        (_, Grants::Unknown) => told::no_suggestion(words),
    }
}

fn differs(difference: &Difference, words: Words<'_>) -> String {
    match difference {
        Difference::Edited => difference::edited(words).to_owned(),
        Difference::Gap => difference::gap(words).to_owned(),
        Difference::After => difference::after(words).to_owned(),
        Difference::CallMissing { path } => difference::call_missing(path, words),
        Difference::CallUnreadable { path, message } => difference::call_unreadable(path, message, words),
        Difference::CallChanged { path, then, now } => difference::call_changed(path, then, now, words),
        Difference::DecisionMissing { path } => difference::decision_missing(path, words),
        Difference::DecisionUnreadable { path, message } => difference::decision_unreadable(path, message, words),
        Difference::DecisionChanged { path, then, now } => difference::decision_changed(path, then, now, words),
        Difference::Version { then, now } => difference::version(then, now, words),
        Difference::Status { then, now } => difference::status(then, now, words),
        Difference::Grants { activities } => difference::sums(activities.len(), words),
        Difference::Suggestion { then, now } => difference::suggestion(then, now, words),
        Difference::Form { .. } => difference::form(words).to_owned(),
    }
}

/// Who is suggested something else.
fn regranted(difference: &Difference, words: Words<'_>) -> Option<Grid> {
    let Difference::Grants { activities } = difference else { return None };
    let mut columns = vec![Column::words(words.head(Head::Activity))];
    columns.extend(told::then_now(words).map(Column::numbers));
    let amount = |amount: Option<Money>| amount.map_or_else(|| "–".to_owned(), |amount| words.amount(amount));
    let row = |one: &RegrantedReport| Row::new(RowKind::Alone, [one.id.clone(), amount(one.then), amount(one.now)]);
    Some(Grid { columns, rows: activities.iter().map(row).collect() })
}

/// What a row is told by.
const FIELDS: [Field; 8] =
    [Field::Entry, Field::Date, Field::Role, Field::Same, Field::Difference, Field::Concerns, Field::Then, Field::Now];

/// One row a difference, and one for an entry without any.
pub(in super::super) fn csv(report: &ReproduceReport) -> Rows {
    let mut rows = Vec::new();
    for entry in &report.entries {
        let date = entry.date.clone().unwrap_or_default();
        let head = [entry.entry.to_string(), date, guarded(&entry.role), entry.same.to_string()];
        let differences: Vec<[String; 4]> = entry.differences.iter().flat_map(cells).collect();
        let tails = if differences.is_empty() { vec![[const { String::new() }; 4]] } else { differences };
        rows.extend(tails.into_iter().map(|tail| head.iter().cloned().chain(tail).collect()));
    }
    Rows::under(FIELDS).with(rows)
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
