//! What the budget, the grants and the value become.

use fordela::written;
use fordela_words::report::differences::sums as told;
use fordela_words::report::head::Head;

use super::grants::row;
use super::{Beside, letter};
use crate::document::{Column, Grid, Row, RowKind};
use crate::{AmountChange, DifferenceReport, RiskChange, SumChange, TotalsChange};

/// One of the sums of risk.
type OfRisk = fn(&RiskChange) -> &SumChange;

pub(super) fn grid(beside: Beside<'_>) -> Grid {
    let words = beside.words;
    let mut columns = vec![Column::words(told::in_all(words))];
    columns.extend(beside.columns());
    let amounts = |name: &str, of: fn(&TotalsChange) -> &AmountChange| {
        let changes = beside.differences.iter().map(|difference| of(&difference.totals));
        row(RowKind::Alone, name.to_owned(), beside.amounts(changes))
    };
    let mut rows = vec![
        amounts(words.head(Head::Budget), |totals| &totals.budget),
        amounts(told::asked_for(words), |totals| &totals.asked),
        amounts(told::granted(words), |totals| &totals.granted),
        amounts(told::left_over(words), |totals| &totals.unallocated),
        row(RowKind::Alone, words.head(Head::Value).to_owned(), beside.values()),
    ];
    rows.extend(risk_rows(beside));
    Grid { columns, rows }
}

/// Which values are not compared, and what they are.
pub(super) fn unlike_values(beside: Beside<'_>) -> Option<String> {
    let words = beside.words;
    let unlike = |(n, one): (usize, &&DifferenceReport)| {
        let value = one.value.new.as_ref().filter(|_| !one.valued_alike && one.value.old.is_some())?;
        Some(format!("{} ({})", letter(beside.before + n), words.number(&written::half_even(value, 2))))
    };
    let unlike: Vec<String> = beside.differences.iter().enumerate().filter_map(unlike).collect();
    let of = if beside.is_one() { &[][..] } else { &unlike };
    (!unlike.is_empty()).then(|| told::values_not_compared(of, words))
}

/// What stays unspent and is repaid, where that is anything.
fn risk_rows(beside: Beside<'_>) -> Vec<Row> {
    let words = beside.words;
    let all: [(&str, OfRisk); 4] = [
        (words.head(Head::ExpectedUnspent), |risk| &risk.expected_unspent),
        (words.head(Head::UnspentAtWorst), |risk| &risk.worst_unspent),
        (told::expected_repaid(words), |risk| &risk.expected_repaid),
        (told::repaid_at_worst(words), |risk| &risk.worst_repaid),
    ];
    let cells = |of: OfRisk| {
        let changes = beside.differences.iter().map(|one| one.risk.as_ref().map(of));
        let is_any = changes.clone().flatten().any(|change| !is_nothing(change));
        is_any.then(|| beside.sums(changes))
    };
    let row = |(name, of): (&str, OfRisk)| cells(of).map(|cells| row(RowKind::Alone, name.to_owned(), cells));
    all.into_iter().filter_map(row).collect()
}

fn is_nothing(change: &SumChange) -> bool {
    [&change.old, &change.new].into_iter().flatten().all(fordela::Rational::is_zero)
}
