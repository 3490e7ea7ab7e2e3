//! Reported sums beside their parts, results and kinds of cost.

use fordela::{Rational, written};
use fordela_words::Words;
use fordela_words::report::follow_up::{self, sums as told};
use fordela_words::report::head::Head;

use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::follow_up::{AchievedReport, FollowUpReport, SumReport};

/// More sums than this that add up are not listed.
const MOST: usize = 20;

pub(super) fn blocks(report: &FollowUpReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !report.sums.is_empty() {
        blocks.extend([Block::Heading(counted(report, words)), Block::Grid(sums(report, words))]);
    }
    if !report.results.is_empty() {
        let heading = told::results(words).to_owned();
        blocks.extend([Block::Heading(heading), Block::Grid(results(report, words))]);
    }
    if !report.kinds.is_empty() {
        let heading = told::kinds(words).to_owned();
        blocks.extend([Block::Heading(heading), Block::Grid(kinds(report, words))]);
    }
    blocks
}

fn counted(report: &FollowUpReport, words: Words<'_>) -> String {
    let (all, right) = (report.sums.len(), report.sums.iter().filter(|sum| sum.holds).count());
    told::counted(right, all, words)
}

fn sums(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let [figure_head, place, reported, parts] = told::heads(words);
    let mut columns = vec![Column::words(figure_head), Column::words(place)];
    columns.extend([reported, parts, words.head(Head::Difference)].map(Column::numbers));
    let all = report.sums.len() <= MOST;
    let row = |sum: &SumReport| {
        let is_result = sum.figure.starts_with("result.");
        let plain = |number: &Rational| if is_result { written::exact(number) } else { written::part(number, 2) };
        let number = |of: &Rational| {
            if is_result { Cell::number(&plain(of), words) } else { Cell::amount_of(&plain(of), words) }
        };
        let difference = plain(&sum.difference);
        let difference =
            if is_result { Cell::signed(&difference, words) } else { Cell::difference(&difference, words) };
        let cells = [
            figure(&sum.figure, words).into(),
            format!("{}:{}", sum.line, sum.column).into(),
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
        "granted" => words.head(Head::Granted),
        "spent" => follow_up::spent(words),
        "unspent" => follow_up::unspent(words),
        "repaid" => follow_up::repaid(words),
        "carried_over" => follow_up::carried_over(words),
        "returned" => follow_up::returned(words),
        result => result.strip_prefix("result.").unwrap_or(result),
    };
    known.to_owned()
}

fn results(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let [result, whose, number] = told::result_heads(words);
    let columns = vec![
        Column::words(result),
        Column::words(whose),
        Column::numbers(number),
        Column::numbers(follow_up::spent(words)),
        Column::numbers(told::each(words)),
    ];
    let row = |one: &AchievedReport| {
        let whose = one.of.as_ref().map_or(told::all(words), |party| party.name.as_str());
        let each = one.each.as_ref().map(|each| Cell::number(&written::half_even(each, 2), words));
        let cells = [
            one.name.as_str().into(),
            whose.into(),
            Cell::number(&written::exact(&one.result), words),
            Cell::amount(one.spent, words),
            Cell::or_dash(each),
        ];
        Row::new(RowKind::Alone, cells)
    };
    Grid { columns, rows: report.results.iter().map(row).collect() }
}

fn kinds(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let [who, kind] = told::kind_heads(words);
    let columns = vec![Column::words(who), Column::words(kind), Column::numbers(follow_up::spent(words))];
    let rows = report.kinds.iter();
    let rows = rows.map(|one| {
        let kind = one.kind.as_deref();
        let kind = if one.refund { told::refund(kind, words) } else { kind.unwrap_or_default().to_owned() };
        Row::new(RowKind::Alone, [one.of.name.as_str().into(), kind.into(), Cell::amount(one.spent, words)])
    });
    Grid { columns, rows: rows.collect() }
}
