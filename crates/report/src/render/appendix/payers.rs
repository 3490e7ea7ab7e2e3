//! Who pays what was decided.

use fordela::payers::PayersBy;
use fordela::{Call, Money};
use fordela_words::Words;
use fordela_words::report::follow_up;
use fordela_words::report::head::Head;
use fordela_words::report::money_by_fund as told;

use super::pictures;
use crate::appendix::{AppendixApplicant, AppendixReport};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};

pub(super) fn blocks(by: PayersBy, report: &AppendixReport, call: &Call, words: Words<'_>) -> Vec<Block> {
    if call.draft().funds.len() < 2 {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(told::who_pays(words).to_owned())];
    if matches!(by, PayersBy::Decision | PayersBy::Rules) {
        blocks.push(Block::Grid(grid(report, call, words)));
    }
    blocks.extend(follow_up::payers(by, words).map(|said| Block::Paragraph(said.to_owned())));
    if matches!(by, PayersBy::Decision | PayersBy::Rules) {
        blocks.extend(pictures::who_pays(report, call, words));
    }
    blocks
}

/// What each fund pays each applicant.
fn grid(report: &AppendixReport, call: &Call, words: Words<'_>) -> Grid {
    let funds = &call.draft().funds;
    let mut columns = vec![Column::words(words.head(Head::Applicant))];
    columns.extend(funds.iter().map(|fund| Column::numbers(call.called(fund))));
    let row = |applicant: &AppendixApplicant| {
        let paid = funds.iter().map(|fund| applicant.funds.get(&fund.id));
        let paid = paid.map(|sum| Cell::or_dash(sum.map(|sum| Cell::amount(*sum, words))));
        Row { kind: RowKind::Alone, cells: std::iter::once(Cell::new(applicant.name.as_str())).chain(paid).collect() }
    };
    let mut rows: Vec<Row> = report.applicants.iter().map(row).collect();
    let sums = funds.iter().map(|fund| {
        let sum: Money = report.applicants.iter().filter_map(|one| one.funds.get(&fund.id).copied()).sum();
        Cell::amount(sum, words)
    });
    let cells = std::iter::once(Cell::new(words.head(Head::Total))).chain(sums).collect();
    rows.push(Row { kind: RowKind::Total, cells });
    Grid { columns, rows }
}
