//! What the budget, the grants and the value become.

use fordela_io::report::{AmountChange, TotalsChange};

use super::Beside;
use super::grants::row;
use crate::document::{Column, Grid, RowKind};

pub(super) fn grid(beside: Beside<'_>) -> Grid {
    let words = beside.words;
    let mut columns = vec![Column::words(words.pick("I allt", "In all"))];
    columns.extend(beside.columns());
    let amounts = |name: &str, of: fn(&TotalsChange) -> &AmountChange| {
        let changes = beside.differences.iter().map(|difference| of(&difference.totals));
        row(RowKind::Alone, name.to_owned(), beside.amounts(changes))
    };
    let rows = vec![
        amounts("Budget", |totals| &totals.budget),
        amounts(words.pick("Sökt belopp", "Asked for"), |totals| &totals.asked),
        amounts(words.pick("Föreslås beviljas", "Granted"), |totals| &totals.granted),
        amounts(words.pick("Blir över", "Left over"), |totals| &totals.unallocated),
        row(RowKind::Alone, words.pick("Värde", "Value").to_owned(), beside.values()),
    ];
    Grid { columns, rows }
}
