//! A decision that was added to a log, as a document and as CSV.

use fordela::{Party, written};
use fordela_words::Words;
use fordela_words::report::field::Field;
use fordela_words::report::head::Head;
use fordela_words::report::log::record as told;

use super::super::rows::{Rows, guarded};
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::log::{CostReport, DeviationReport, RecordReport};

/// The report as a document.
pub(in super::super) fn document(report: &RecordReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Paragraph(headline(report, words))];
    blocks.push(Block::Paragraph(told::for_reason(&report.reason, words)));
    match &report.cost {
        None => blocks.push(Block::Paragraph(told::impossible(words).to_owned())),
        Some(_) if report.deviations.is_empty() => {
            blocks.push(Block::Paragraph(told::as_suggested(words).to_owned()));
        }
        Some(cost) => {
            blocks.push(Block::Grid(grid(report, cost, words)));
            blocks.push(Block::Paragraph(told::moved(cost.raised, cost.lowered, words)));
            blocks.push(Block::Paragraph(lost(cost, words)));
        }
    }
    blocks.push(Block::Paragraph(told::sealed(&report.seal, words)));
    Document(blocks)
}

fn headline(report: &RecordReport, words: Words<'_>) -> String {
    let date = report.date.map(|date| date.to_string());
    told::headline(report.entry, &report.log, &report.role, date.as_deref(), words)
}

fn grid(report: &RecordReport, cost: &CostReport, words: Words<'_>) -> Grid {
    let whom = match report.by {
        Party::Activity => words.head(Head::Activity),
        Party::Applicant => words.head(Head::Applicant),
    };
    let has_reasons = report.deviations.iter().any(|one| one.reason.is_some());
    let [suggested, decided] = told::heads(words);
    let mut columns = vec![Column::words(whom)];
    columns.extend([suggested, decided, words.head(Head::Difference)].map(Column::numbers));
    if has_reasons {
        columns.push(Column::words(told::reason(words)));
    }
    let cells = |name: &str, suggested, decided, difference: fordela::Money, reason: &str| {
        let amounts = [words.amount(suggested), words.amount(decided), words.signed(&difference.to_string())];
        let mut cells = vec![name.to_owned()];
        cells.extend(amounts);
        cells.extend(has_reasons.then(|| reason.to_owned()));
        cells.into_iter().map(crate::document::Cell::new).collect()
    };
    let row = |one: &DeviationReport| Row {
        kind: RowKind::Alone,
        cells: cells(&one.name, one.suggested, one.decided, one.difference, one.reason.as_deref().unwrap_or_default()),
    };
    let mut rows: Vec<Row> = report.deviations.iter().map(row).collect();
    let all = told::all(words);
    rows.push(Row { kind: RowKind::Total, cells: cells(all, cost.suggested, cost.decided, cost.difference, "") });
    Grid { columns, rows }
}

fn lost(cost: &CostReport, words: Words<'_>) -> String {
    let known = cost.value_suggested.as_ref().zip(cost.value_decided.as_ref()).zip(cost.value_lost.as_ref());
    if let Some(((suggested, decided), lost)) = known {
        return told::lost(lost, suggested, decided, words);
    }
    let bound = cost.value_suggested.as_ref().zip(cost.value_decided_at_most.as_ref());
    let lost = cost.value_lost_at_least.as_ref().filter(|lost| lost.is_positive());
    match bound.zip(lost) {
        Some(((suggested, most), lost)) => told::lost_at_least(lost, suggested, most, words),
        None => told::lost_unknown(words).to_owned(),
    }
}

/// What a row is told by.
const FIELDS: [Field; 12] = [
    Field::Level,
    Field::Entry,
    Field::Date,
    Field::Role,
    Field::Id,
    Field::Name,
    Field::Suggested,
    Field::Decided,
    Field::Difference,
    Field::ValueLost,
    Field::Motive,
    Field::Seal,
];

/// One row a deviation, and one for all together, told apart by their level.
pub(in super::super) fn csv(report: &RecordReport) -> Rows {
    let head = |level: &str| {
        let date = report.date.map(|date| date.to_string()).unwrap_or_default();
        vec![level.to_owned(), report.entry.to_string(), date, guarded(&report.role)]
    };
    let mut rows = Vec::new();
    rows.extend(report.deviations.iter().map(|one| {
        let amounts = [one.suggested, one.decided, one.difference].map(|amount| amount.to_string());
        let reason = guarded(one.reason.as_deref().unwrap_or_default());
        let named = [one.id.clone(), guarded(&one.name)];
        [head("deviation"), named.to_vec(), amounts.to_vec(), vec![String::new(), reason, String::new()]].concat()
    }));
    let amounts = report.cost.as_ref().map(|cost| [cost.suggested, cost.decided, cost.difference]);
    let amounts = amounts.map(|amounts| amounts.map(|amount| amount.to_string())).unwrap_or_default();
    let lost = report.cost.as_ref().and_then(|cost| cost.value_lost.as_ref());
    let lost = lost.map(|lost| written::half_even(lost, 2)).unwrap_or_default();
    let tail = vec![lost, guarded(&report.reason), report.seal.clone()];
    rows.push([head("all"), vec![String::new(); 2], amounts.to_vec(), tail].concat());
    Rows::under(FIELDS).with(rows)
}
