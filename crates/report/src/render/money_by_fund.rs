//! What each fund pays, and what is left.

use fordela::Money;
use fordela_words::Words;
use fordela_words::report::head::Head;
use fordela_words::report::money_by_fund as told;

use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::{ActivityReport, Allocated, LineReport, Preference};

/// With more funds than this, one column for each is too wide.
const FEW: usize = 4;

pub(super) fn blocks(allocated: &Allocated, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned()), Block::Grid(funds(allocated, words))];
    let left = allocated.totals.unallocated;
    if !left.is_zero() {
        blocks.push(Block::Paragraph(told::left_over(left, words)));
    }
    if allocated.funds.len() > 1 {
        let grid =
            if allocated.funds.len() <= FEW { side_by_side(allocated, words) } else { in_rows(allocated, words) };
        blocks.extend([Block::Heading(told::who_pays(words).to_owned()), Block::Grid(grid)]);
    }
    blocks.extend(preferred(&allocated.preferred, words).map(|told| Block::Paragraph(told.to_owned())));
    blocks
}

/// What settles who pays, where several funds could.
fn preferred(preferred: &[Preference], words: Words<'_>) -> Option<&'static str> {
    match preferred {
        [] => None,
        [Preference::SpendFirst] => Some(told::spend_first(words)),
        [Preference::LeastAtRisk] => Some(told::least_at_risk(words)),
        _ => Some(told::spend_first_then_least_at_risk(words)),
    }
}

fn funds(allocated: &Allocated, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.head(Head::Fund)),
        Column::numbers(words.head(Head::Budget)),
        Column::numbers(words.head(Head::Pays)),
        Column::numbers(told::left(words)),
    ];
    let row = |kind, name: &str, amount: Money, paid: Money, left: Money| {
        let [amount, paid, left] = [amount, paid, left].map(|sum| Cell::amount(sum, words));
        Row::new(kind, [name.into(), amount, paid, left])
    };
    let mut rows: Vec<Row> = Vec::new();
    for fund in &allocated.funds {
        rows.push(row(RowKind::Alone, &fund.name, fund.amount, fund.paid, fund.left));
        if let Some(later) = fund.carried_over.filter(|later| !later.is_zero()) {
            let name = told::for_later(words).into();
            rows.push(Row::new(RowKind::Detail, [name, Cell::default(), Cell::amount(later, words)]));
        }
    }
    if allocated.funds.len() > 1 {
        let totals = &allocated.totals;
        let sum = words.head(Head::Total);
        rows.push(row(RowKind::Total, sum, totals.budget, totals.granted, totals.unallocated));
    }
    Grid { columns, rows }
}

/// One column for each fund.
fn side_by_side(allocated: &Allocated, words: Words<'_>) -> Grid {
    let mut columns = vec![Column::words(words.head(Head::Activity))];
    columns.extend(allocated.funds.iter().map(|fund| Column::numbers(fund.name.as_str())));
    let mut rows = Vec::new();
    for activity in allocated.activities.iter().filter(|activity| !activity.granted.is_zero()) {
        let paid = allocated.funds.iter().map(|fund| activity.funds.get(&fund.id).copied());
        rows.push(across(RowKind::Alone, &activity.title, paid, words));
        rows.extend(lines_side_by_side(allocated, activity, words));
    }
    let sums = allocated.funds.iter().map(|fund| Some(fund.paid));
    rows.push(across(RowKind::Total, words.head(Head::Total), sums, words));
    Grid { columns, rows }
}

/// A row with what each fund pays, one after another; a dash where one pays nothing.
pub(super) fn across(kind: RowKind, name: &str, paid: impl Iterator<Item = Option<Money>>, words: Words<'_>) -> Row {
    let paid = paid.map(|sum| Cell::or_dash(sum.map(|sum| Cell::amount(sum, words))));
    Row { kind, cells: std::iter::once(Cell::new(name)).chain(paid).collect() }
}

/// A row for each line that money is granted for, where the funds do not pay alike for all.
fn lines_side_by_side(allocated: &Allocated, activity: &ActivityReport, words: Words<'_>) -> Vec<Row> {
    if activity.funds.len() < 2 {
        return Vec::new();
    }
    let row = |line: &LineReport| {
        let paid = allocated.funds.iter().map(|fund| line.funds.get(&fund.id).copied());
        across(RowKind::Item, &line.title, paid, words)
    };
    activity.lines.iter().filter(|line| line.granted).map(row).collect()
}

/// One row for each fund that pays.
fn in_rows(allocated: &Allocated, words: Words<'_>) -> Grid {
    let columns = vec![Column::words(told::activity_and_fund(words)), Column::numbers(words.head(Head::Pays))];
    let mut rows = Vec::new();
    for activity in allocated.activities.iter().filter(|activity| !activity.granted.is_zero()) {
        rows.push(Row::new(RowKind::Group, [activity.title.as_str().into(), Cell::amount(activity.granted, words)]));
        for (fund, paid) in allocated.funds.iter().filter_map(|fund| Some((fund, activity.funds.get(&fund.id)?))) {
            rows.push(Row::new(RowKind::Item, [fund.name.as_str().into(), Cell::amount(*paid, words)]));
        }
    }
    let granted = Cell::amount(allocated.totals.granted, words);
    rows.push(Row::new(RowKind::Total, [words.head(Head::Total).into(), granted]));
    Grid { columns, rows }
}
