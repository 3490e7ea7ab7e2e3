//! A decision that was added to a log, as a document and as CSV.

use fordela::{Lang, Party, written};
use fordela_words::Words;

use super::super::csv::{guarded, written};
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::log::{CostReport, DeviationReport, RecordReport};

/// The report as a document.
pub(in super::super) fn document(report: &RecordReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Paragraph(headline(report, words))];
    blocks.push(Block::Paragraph(format!("{}: {}", words.pick("Skäl", "Reason"), report.reason)));
    match &report.cost {
        None => blocks.push(Block::Paragraph(
            words
                .pick(
                    "Utlysningen går inte att genomföra, så det finns inget förslag att avvika från.",
                    "The call is impossible, so that there is no suggestion to deviate from.",
                )
                .to_owned(),
        )),
        Some(_) if report.deviations.is_empty() => {
            let same = words.pick("Beslutet följer förslaget.", "The decision is as suggested.");
            blocks.push(Block::Paragraph(same.to_owned()));
        }
        Some(cost) => {
            blocks.push(Block::Grid(grid(report, cost, words)));
            blocks.push(Block::Paragraph(moved(cost, words)));
            blocks.push(Block::Paragraph(lost(cost, words)));
        }
    }
    blocks.push(Block::Paragraph(sealed(report, words)));
    Document(blocks)
}

fn headline(report: &RecordReport, words: Words<'_>) -> String {
    let RecordReport { log, entry, role, .. } = report;
    let date = report.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    let name = words.currency_name();
    match words.lang {
        Lang::Sv => format!("Post {entry} har lagts till i {log}. Beslut av {role}{date}. Belopp i {name}."),
        Lang::En => {
            format!("Entry {entry} was added to {log}. Decided by {role}{date}. Amounts in {name}.")
        }
    }
}

fn grid(report: &RecordReport, cost: &CostReport, words: Words<'_>) -> Grid {
    let whom = match report.by {
        Party::Activity => words.pick("Aktivitet", "Activity"),
        Party::Applicant => words.pick("Sökande", "Applicant"),
    };
    let has_reasons = report.deviations.iter().any(|one| one.reason.is_some());
    let numbers = [("Förslag", "Suggested"), ("Beslut", "Decided"), ("Skillnad", "Difference")];
    let mut columns = vec![Column::words(whom)];
    columns.extend(numbers.map(|(swedish, english)| Column::numbers(words.pick(swedish, english))));
    if has_reasons {
        columns.push(Column::words(words.pick("Skäl", "Reason")));
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
    let all = words.pick("Totalt, inklusive dem utan avvikelse", "Total, also without deviation");
    rows.push(Row { kind: RowKind::Total, cells: cells(all, cost.suggested, cost.decided, cost.difference, "") });
    Grid { columns, rows }
}

fn moved(cost: &CostReport, words: Words<'_>) -> String {
    let (raised, lowered) = (words.money(cost.raised), words.money(cost.lowered));
    match words.lang {
        Lang::Sv => format!("Jämfört med förslaget har sammanlagt {raised} lagts till och {lowered} dragits av."),
        Lang::En => format!("Compared with the suggestion, {raised} was added in all and {lowered} taken away."),
    }
}

fn lost(cost: &CostReport, words: Words<'_>) -> String {
    let number = |value: &fordela::Rational| words.number(&written::value(value));
    let known = cost.value_suggested.as_ref().zip(cost.value_decided.as_ref()).zip(cost.value_lost.as_ref());
    let Some(((suggested, decided), lost)) = known else { return lost_at_least(cost, words) };
    let (suggested, decided, by) =
        (number(suggested), number(decided), words.number(&written::half_even(&lost.abs(), 2)));
    match (lost.is_negative(), words.lang) {
        (false, Lang::Sv) => format!(
            "Det kostar {by} i värde: enligt prioriteringarna är förslaget värt {suggested} och beslutet {decided}."
        ),
        (false, Lang::En) => format!(
            "That costs {by} in value: by the priorities the suggestion is worth {suggested}, and the decision {decided}."
        ),
        (true, Lang::Sv) => format!(
            "Enligt prioriteringarna är beslutet värt {decided}, {by} mer än förslaget, {suggested}: det bryter mot en \
             regel, går utöver budgeten eller delar lika mindre än utlysningen anger."
        ),
        (true, Lang::En) => format!(
            "By the priorities the decision is worth {decided}, {by} more than the suggestion, {suggested}: it breaks a \
             rule, goes beyond the budget, or shares less equally than the call says."
        ),
    }
}

/// What it costs in value, where the decision does not say what every activity gets.
fn lost_at_least(cost: &CostReport, words: Words<'_>) -> String {
    let number = |value: &fordela::Rational| words.number(&written::value(value));
    let bound = cost.value_suggested.as_ref().zip(cost.value_decided_at_most.as_ref());
    let lost = cost.value_lost_at_least.as_ref().filter(|lost| lost.is_positive());
    let Some(((suggested, most), lost)) = bound.zip(lost) else {
        return words
            .pick(
                "Vad det kostar i värde är inte känt, eftersom beslutet inte anger vad varje aktivitet får.",
                "What that costs in value is not known, as the decision does not say what every activity gets.",
            )
            .to_owned();
    };
    let (suggested, most, lost) = (number(suggested), words.number(&written::bound(most)), number(lost));
    match words.lang {
        Lang::Sv => format!(
            "Det kostar minst {lost} i värde: enligt prioriteringarna är förslaget värt {suggested} och beslutet högst \
             {most}, oavsett hur summorna delas upp på aktiviteter."
        ),
        Lang::En => format!(
            "That costs at least {lost} in value: by the priorities the suggestion is worth {suggested}, and the decision \
             at most {most}, however the sums are parted over activities."
        ),
    }
}

fn sealed(report: &RecordReport, words: Words<'_>) -> String {
    let seal = &report.seal;
    match words.lang {
        Lang::Sv => {
            format!("Loggens sigill är nu {seal}. Om sigillet antecknas i protokollet syns senare ändringar i loggen.")
        }
        Lang::En => {
            format!("The seal of the log is now {seal}. If the minutes hold it, it shows if the log is written anew.")
        }
    }
}

/// One row a deviation, and one for all together, told apart by their level.
pub(in super::super) fn csv(report: &RecordReport) -> String {
    let heads = [
        "level",
        "entry",
        "date",
        "role",
        "id",
        "name",
        "suggested",
        "decided",
        "difference",
        "value_lost",
        "reason",
        "seal",
    ];
    let head = |level: &str| {
        let date = report.date.map(|date| date.to_string()).unwrap_or_default();
        vec![level.to_owned(), report.entry.to_string(), date, guarded(&report.role)]
    };
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
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
    written(&rows)
}
