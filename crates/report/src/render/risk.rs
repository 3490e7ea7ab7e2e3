//! What may stay unspent and be repaid.

use fordela::{Rational, written};
use fordela_words::report::head::Head;
use fordela_words::report::risk as told;
use fordela_words::{Words, unspent};

use crate::document::{Block, Cell, Column, ColumnKind, Grid, Row, RowKind};
use crate::{FundRiskReport, OutlookReport, RiskReport, UnluckyReport};

/// How many unlucky activities are named at most, those that cost most.
const NAMED: usize = 10;

pub(super) fn blocks(risk: &RiskReport, words: Words<'_>) -> Vec<Block> {
    let heading = if risk.is_repaid() { told::of_repayment(words) } else { told::unspent_money(words) };
    let mut blocks = vec![Block::Heading(heading.to_owned()), Block::Grid(grid(risk, words))];
    if risk.is_repaid() {
        let repay = &risk.repay;
        let repaid = told::repaid(&repay.expected, repay.outlook.not_granted, &repay.worst, words);
        blocks.push(Block::Paragraph(repaid));
    }
    let unlucky = if risk.is_repaid() { &risk.repay.outlook.unlucky } else { &risk.total.unlucky };
    if !unlucky.is_empty() {
        blocks.push(Block::Paragraph(told::worst(risk.bad_luck.as_ref(), words)));
        blocks.push(Block::Items(items(unlucky, words)));
    }
    if risk.repay.worst_apart != risk.repay.worst {
        blocks.push(Block::Paragraph(told::apart(&risk.repay.worst_apart, words)));
    }
    blocks
}

fn amount(sum: &Rational, words: Words<'_>) -> Cell {
    Cell::amount_of(&written::amount(sum), words)
}

fn grid(risk: &RiskReport, words: Words<'_>) -> Grid {
    let numbers = |full, short| Column { head: Cell::or(full, short), kind: ColumnKind::Numbers };
    let [not_granted, spent, becomes] = told::heads(words);
    let [spent_short, unspent_short, worst_short] = told::short_heads(words);
    let columns = vec![
        Column::words(words.head(Head::Fund)),
        Column::numbers(not_granted),
        Column::numbers(words.head(Head::Suggested)),
        numbers(spent, spent_short),
        numbers(words.head(Head::ExpectedUnspent), unspent_short),
        numbers(words.head(Head::UnspentAtWorst), worst_short),
        Column::words(becomes),
    ];
    let mut rows: Vec<Row> = risk.funds.iter().map(|fund| fund_row(fund, words)).collect();
    if rows.len() > 1 {
        let sum = words.head(Head::Total).to_owned();
        rows.push(Row { kind: RowKind::Total, cells: cells(sum, &risk.total, String::new(), words) });
    }
    Grid { columns, rows }
}

fn fund_row(fund: &FundRiskReport, words: Words<'_>) -> Row {
    let becomes = match fund.unspent {
        Some(unspent) => unspent::becomes(unspent, words),
        None => told::not_stated(words),
    };
    Row { kind: RowKind::Alone, cells: cells(fund.name.clone(), &fund.outlook, becomes.to_owned(), words) }
}

fn cells(name: String, outlook: &OutlookReport, becomes: String, words: Words<'_>) -> Vec<Cell> {
    vec![
        Cell::new(name),
        Cell::amount(outlook.not_granted, words),
        Cell::amount(outlook.granted, words),
        amount(&outlook.expected_spent, words),
        amount(&outlook.expected_unspent, words),
        amount(&outlook.worst_unspent, words),
        Cell::new(becomes),
    ]
}

/// Who has bad luck, who costs most first.
fn items(unlucky: &[UnluckyReport], words: Words<'_>) -> Vec<String> {
    let mut ranked: Vec<&UnluckyReport> = unlucky.iter().collect();
    ranked.sort_by(|one, other| other.more.cmp(&one.more).then_with(|| one.id.cmp(&other.id)));
    let mut items: Vec<String> =
        ranked.iter().take(NAMED).map(|one| told::unlucky(&one.title, &one.part, &one.more, words)).collect();
    let others: Rational = ranked.iter().skip(NAMED).map(|one| &one.more).sum();
    if ranked.len() > NAMED {
        items.push(told::others(ranked.len() - NAMED, &others, words));
    }
    items
}
