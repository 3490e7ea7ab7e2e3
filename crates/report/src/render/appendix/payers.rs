//! Who pays what was decided.

use fordela::Call;
use fordela::call::draft::Fund;
use fordela::payers::PayersBy;
use fordela_words::Words;
use fordela_words::report::follow_up;
use fordela_words::report::head::Head;
use fordela_words::report::money_by_fund as told;

use super::pictures;
use crate::appendix::{AppendixApplicant, AppendixReport};
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::render::money_by_fund::across;

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
        let paid = funds.iter().map(|fund| applicant.funds.get(&fund.id).copied());
        across(RowKind::Alone, &applicant.name, paid, words)
    };
    let mut rows: Vec<Row> = report.applicants.iter().map(row).collect();
    let of_all = |fund: &Fund| report.applicants.iter().filter_map(|one| one.funds.get(&fund.id).copied()).sum();
    rows.push(across(RowKind::Total, words.head(Head::Total), funds.iter().map(of_all).map(Some), words));
    Grid { columns, rows }
}
