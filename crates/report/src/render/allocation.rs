//! An allocation as a document.

use std::collections::HashMap;

use fordela::{Lang, Money, Rational, written};
use fordela_words::Words;

use super::why::{self, Titles};
use super::{impossible, money_by_fund, risk, rules, sharing};
use crate::document::{Block, Cell, Column, ColumnKind, Document, Grid, Row, RowKind, bar};
use crate::{ActivityReport, Allocated, ApplicantReport, Found, Report};

/// The report as a document.
pub(super) fn document(report: &Report, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone())];
    match &report.found {
        Found::Infeasible(infeasible) => blocks.extend(impossible::blocks(infeasible, words)),
        Found::Optimal(allocated) | Found::WithinGap(allocated) => {
            blocks.push(Block::Paragraph(headline(report, allocated, words)));
            blocks.extend(allocated.sharing.iter().map(|how| Block::Paragraph(sharing::headline(how, words))));
            blocks.push(Block::Grid(grid(allocated, words)));
            blocks.extend(money_by_fund::blocks(allocated, words));
            blocks.extend(allocated.risk.iter().flat_map(|risk| risk::blocks(risk, words)));
            blocks.extend(rules::blocks(allocated, words));
            blocks.push(Block::Heading(words.pick("Bevis", "Proof").to_owned()));
            blocks.push(Block::Paragraph(proven(allocated, words)));
        }
    }
    Document(blocks)
}

fn headline(report: &Report, allocated: &Allocated, words: Words<'_>) -> String {
    let (asked, budget) = (words.money(allocated.totals.asked), words.money(allocated.totals.budget));
    let units = units(report.unit, words);
    match words.lang {
        Lang::Sv => {
            format!(
                "Förslag till fördelning: budgeten är {budget} och sökta belopp uppgår till {asked}. Belopp i {units}."
            )
        }
        Lang::En => {
            format!("Suggested allocation: the budget is {budget} and {asked} is asked for. Amounts in {units}.")
        }
    }
}

/// What amounts are in: `hela kronor`, `jämna tusental kronor`.
fn units(unit: Money, words: Words<'_>) -> String {
    const ROUND: [(i64, &str); 5] =
        [(10, "tiotal"), (100, "hundratal"), (1_000, "tusental"), (10_000, "tiotusental"), (100_000, "hundratusental")];
    let (each, currency) = (words.money(unit), words.currency_name());
    let round = ROUND.into_iter().find(|(size, _)| unit == Money::new(*size));
    match (words.lang, round) {
        (Lang::Sv, _) if unit == Money::new(1) => format!("hela {currency}"),
        (Lang::Sv, Some((_, word))) => format!("jämna {word} {currency}"),
        (Lang::Sv, None) => format!("{currency}, i steg om {each}"),
        (Lang::En, _) if unit == Money::new(1) => format!("whole {currency}"),
        (Lang::En, _) => format!("{currency}, multiples of {each}"),
    }
}

fn grid(allocated: &Allocated, words: Words<'_>) -> Grid {
    let columns = columns(words);
    let mut rows = Vec::new();
    let mut by_applicant: HashMap<&str, Vec<&ActivityReport>> = HashMap::new();
    let titles: Titles<'_> = allocated.activities.iter().map(|one| (one.id.as_str(), one.title.as_str())).collect();
    for activity in &allocated.activities {
        by_applicant.entry(&activity.applicant).or_default().push(activity);
    }
    for applicant in &allocated.applicants {
        let own = by_applicant.remove(applicant.id.as_str()).unwrap_or_default();
        match own[..] {
            [activity] if activity.title == applicant.name => {
                rows.extend(activity_rows(activity, RowKind::Alone, &titles, words));
            }
            _ => {
                rows.push(applicant_row(applicant, own.len(), words));
                rows.extend(own.iter().flat_map(|activity| activity_rows(activity, RowKind::Item, &titles, words)));
            }
        }
    }
    rows.push(total_row(allocated, words));
    Grid { columns, rows }
}

fn columns(words: Words<'_>) -> Vec<Column> {
    vec![
        Column::words(words.pick("Sökande och aktivitet", "Applicant and activity")),
        Column::numbers(words.pick("Sökt", "Asked")),
        Column::numbers(words.pick("Föreslås", "Granted")),
        Column::numbers(words.pick("Andel", "Share")),
        Column::drawing(),
        Column {
            head: Cell::or(words.pick("Prioritet", "Priority"), words.pick("Prio", "Prio")),
            kind: ColumnKind::Numbers,
        },
        Column::words(words.pick("Varför", "Why")),
    ]
}

fn total_row(allocated: &Allocated, words: Words<'_>) -> Row {
    let totals = &allocated.totals;
    let share = totals.share.as_ref();
    let sum = words.pick("Summa", "Total").to_owned();
    let (asked, granted) = (words.amount(totals.asked), words.amount(totals.granted));
    Row::new(RowKind::Total, [sum, asked, granted, share_text(share, words), share_bar(share)])
}

/// The name of an applicant; with sums, unless those of its one activity follow at once.
fn applicant_row(applicant: &ApplicantReport, activities: usize, words: Words<'_>) -> Row {
    let name = applicant.name.clone();
    if activities == 1 {
        return Row::new(RowKind::Group, [name]);
    }
    let share = applicant.share.as_ref();
    let (asked, granted) = (words.amount(applicant.asked), words.amount(applicant.granted));
    Row::new(RowKind::Group, [name, asked, granted, share_text(share, words), share_bar(share)])
}

fn activity_rows(activity: &ActivityReport, kind: RowKind, titles: &Titles<'_>, words: Words<'_>) -> Vec<Row> {
    let share = activity.share.as_ref();
    let mut row = Row::new(
        kind,
        [
            activity.title.clone(),
            words.amount(activity.asked),
            words.amount(activity.granted),
            share_text(share, words),
            share_bar(share),
            words.number(&written::half_even(&activity.priority, 2)),
        ],
    );
    row.cells.push(why::cell(&activity.id, &activity.reason, titles, words));
    let lines = activity.lines.iter().map(|line| {
        let granted = if line.granted { words.amount(line.paid) } else { "–".to_owned() };
        Row::new(RowKind::Detail, [line.title.clone(), words.amount(line.cost), granted])
    });
    std::iter::once(row).chain(lines).collect()
}

pub(super) fn share_text(share: Option<&Rational>, words: Words<'_>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| words.share(share))
}

pub(super) fn share_bar(share: Option<&Rational>) -> String {
    share.map(bar).unwrap_or_default()
}

/// What is proven of an allocation, by the objective of its call.
pub(super) fn proven(allocated: &Allocated, words: Words<'_>) -> String {
    match &allocated.sharing {
        Some(how) => sharing::proof(allocated, how, words),
        None => proof(allocated, words),
    }
}

fn proof(allocated: &Allocated, words: Words<'_>) -> String {
    let value = words.number(&written::value(&allocated.value));
    let bound = words.number(&written::bound(&allocated.bound));
    let gap = words.percent_up(&allocated.gap_share);
    match (allocated.gap.is_zero(), words.lang) {
        (true, Lang::Sv) => format!(
            "Bevisat bäst: fördelningen har värdet {value} enligt prioriteringen, och ingen fördelning som följer \
             reglerna har ett högre värde."
        ),
        (true, Lang::En) => format!(
            "Proven best: the allocation is worth {value} by the priorities, and none that keeps the rules is worth \
             more."
        ),
        (false, Lang::Sv) => format!(
            "Högst {gap} från det bästa: fördelningen har värdet {value} enligt prioriteringen, och ingen fördelning \
             som följer reglerna har ett högre värde än {bound}."
        ),
        (false, Lang::En) => format!(
            "At most {gap} from the best: the allocation is worth {value} by the priorities, and none that keeps the \
             rules is worth more than {bound}."
        ),
    }
}
