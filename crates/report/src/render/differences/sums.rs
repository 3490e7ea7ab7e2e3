//! What the budget, the grants and the value become.

use fordela::{Lang, written};

use super::grants::row;
use super::{Beside, letter};
use crate::document::{Column, Grid, Row, RowKind};
use crate::{AmountChange, DifferenceReport, RiskChange, SumChange, TotalsChange};

/// One of the sums of risk.
type OfRisk = fn(&RiskChange) -> &SumChange;

pub(super) fn grid(beside: Beside<'_>) -> Grid {
    let words = beside.words;
    let mut columns = vec![Column::words(words.pick("Totalt", "In all"))];
    columns.extend(beside.columns());
    let amounts = |name: &str, of: fn(&TotalsChange) -> &AmountChange| {
        let changes = beside.differences.iter().map(|difference| of(&difference.totals));
        row(RowKind::Alone, name.to_owned(), beside.amounts(changes))
    };
    let mut rows = vec![
        amounts("Budget", |totals| &totals.budget),
        amounts(words.pick("Sökt belopp", "Asked for"), |totals| &totals.asked),
        amounts(words.pick("Beviljas", "Granted"), |totals| &totals.granted),
        amounts(words.pick("Blir över", "Left over"), |totals| &totals.unallocated),
        row(RowKind::Alone, words.pick("Värde", "Value").to_owned(), beside.values()),
    ];
    rows.extend(risk_rows(beside));
    Grid { columns, rows }
}

/// Which values are not compared, and what they are.
pub(super) fn unlike_values(beside: Beside<'_>) -> Option<String> {
    let words = beside.words;
    let told = |(n, one): (usize, &&DifferenceReport)| {
        let value = one.value.new.as_ref().filter(|_| !one.valued_alike && one.value.old.is_some())?;
        Some(format!("{} ({})", letter(beside.before + n), words.number(&written::half_even(value, 2))))
    };
    let unlike: Vec<String> = beside.differences.iter().enumerate().filter_map(told).collect();
    let of = match (unlike.is_empty(), beside.is_one()) {
        (true, _) => return None,
        (false, true) => String::new(),
        (false, false) => format!(" {} {}", words.pick("för", "for"), unlike.join(", ")),
    };
    Some(match words.lang {
        Lang::Sv => format!(
            "Värdet jämförs inte{of}: prioriteterna är ändrade, så att samma belopp är värda olika mycket före och efter."
        ),
        Lang::En => {
            format!("Values are not compared{of}: priorities differ, so that the same grants are worth more or less.")
        }
    })
}

/// What stays unspent and is repaid, where that is anything.
fn risk_rows(beside: Beside<'_>) -> Vec<Row> {
    let words = beside.words;
    let all: [(&str, OfRisk); 4] = [
        (words.pick("Väntas bli oförbrukat", "Expected unspent"), |risk| &risk.expected_unspent),
        (words.pick("Oförbrukat i värsta fall", "Unspent at worst"), |risk| &risk.worst_unspent),
        (words.pick("Väntas återbetalas", "Expected to be repaid"), |risk| &risk.expected_repaid),
        (words.pick("Återbetalas i värsta fall", "Repaid at worst"), |risk| &risk.worst_repaid),
    ];
    let told = |of: OfRisk| {
        let changes = beside.differences.iter().map(|one| one.risk.as_ref().map(of));
        let is_any = changes.clone().flatten().any(|change| !is_nothing(change));
        is_any.then(|| beside.sums(changes))
    };
    let row = |(name, of): (&str, OfRisk)| told(of).map(|cells| row(RowKind::Alone, name.to_owned(), cells));
    all.into_iter().filter_map(row).collect()
}

fn is_nothing(change: &SumChange) -> bool {
    [&change.old, &change.new].into_iter().flatten().all(fordela::Rational::is_zero)
}
