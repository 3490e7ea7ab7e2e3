//! Reported sums beside their parts, results and kinds of cost.

use fordela::{Lang, Rational, written};
use fordela_words::{Words, capital};

use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::follow_up::{AchievedReport, FollowUpReport, SumReport};

/// More sums than this that add up are not listed.
const MOST: usize = 20;

pub(super) fn blocks(report: &FollowUpReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !report.sums.is_empty() {
        blocks.extend([Block::Heading(counted(report, words)), Block::Grid(sums(report, words))]);
    }
    if !report.results.is_empty() {
        let heading = words.pick("Resultat", "Results").to_owned();
        blocks.extend([Block::Heading(heading), Block::Grid(results(report, words))]);
    }
    if !report.kinds.is_empty() {
        let heading = words.pick("Utfall per kostnadsslag", "Spent by kind of cost").to_owned();
        blocks.extend([Block::Heading(heading), Block::Grid(kinds(report, words))]);
    }
    blocks
}

fn counted(report: &FollowUpReport, words: Words<'_>) -> String {
    let (all, right) = (report.sums.len(), report.sums.iter().filter(|sum| sum.holds).count());
    match words.lang {
        Lang::Sv => format!("Redovisade summor: {right} av {all} stämmer med sina delar"),
        Lang::En => format!("Reported sums: {right} of {all} are what their parts add up to"),
    }
}

fn sums(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Summa", "Sum")),
        Column::words(words.pick("Rad:kolumn", "Line:column")),
        Column::numbers(words.pick("Redovisat", "Reported")),
        Column::numbers(words.pick("Delarnas summa", "Sum of parts")),
        Column::numbers(words.pick("Skillnad", "Difference")),
    ];
    let all = report.sums.len() <= MOST;
    let row = |sum: &SumReport| {
        let is_result = sum.figure.starts_with("result.");
        let plain = |number: &Rational| if is_result { written::exact(number) } else { written::part(number, 2) };
        let number = |of: &Rational| words.number(&plain(of));
        let difference = words.signed(&plain(&sum.difference));
        let cells = [
            figure(&sum.figure, words),
            format!("{}:{}", sum.line, sum.column),
            number(&sum.reported),
            number(&sum.sum),
            difference,
        ];
        Row::new(RowKind::Alone, cells)
    };
    Grid { columns, rows: report.sums.iter().filter(|sum| all || !sum.holds).map(row).collect() }
}

/// What a reported figure is called.
fn figure(column: &str, words: Words<'_>) -> String {
    let known = match column {
        "granted" => words.pick("Beviljat", "Granted"),
        "spent" => words.pick("Utfall", "Spent"),
        "unspent" => words.pick("Ej förbrukat", "Unspent"),
        "repaid" => words.pick("Återbetalas", "Repaid"),
        "carried_over" => words.pick("Överförs", "Carried over"),
        "returned" => words.pick("Återlämnas", "Returned"),
        result => result.strip_prefix("result.").unwrap_or(result),
    };
    known.to_owned()
}

fn results(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let each = match words.lang {
        Lang::Sv => format!("{} per enhet", capital(words.currency_name())),
        Lang::En => format!("{} for each", capital(words.currency_name())),
    };
    let columns = vec![
        Column::words(words.pick("Resultat", "Result")),
        Column::words(words.pick("Vem", "Whose")),
        Column::numbers(words.pick("Antal", "Number")),
        Column::numbers(words.pick("Utfall", "Spent")),
        Column::numbers(each),
    ];
    let row = |one: &AchievedReport| {
        let whose = one.of.as_ref().map_or(words.pick("Alla", "All"), |party| party.name.as_str());
        let each = one.each.as_ref().map(|each| words.number(&written::half_even(each, 2)));
        let cells = [
            one.name.clone(),
            whose.to_owned(),
            words.number(&written::exact(&one.result)),
            words.amount(one.spent),
            each.unwrap_or_else(|| "–".to_owned()),
        ];
        Row::new(RowKind::Alone, cells)
    };
    Grid { columns, rows: report.results.iter().map(row).collect() }
}

fn kinds(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Vem", "Who")),
        Column::words(words.pick("Kostnadsslag", "Kind of cost")),
        Column::numbers(words.pick("Utfall", "Spent")),
    ];
    let rows = report.kinds.iter();
    let rows =
        rows.map(|one| Row::new(RowKind::Alone, [one.of.name.clone(), one.kind.clone(), words.amount(one.spent)]));
    Grid { columns, rows: rows.collect() }
}
