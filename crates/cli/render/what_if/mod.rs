//! What scenarios change, as a document.

mod grants;
mod rules;
mod sums;

use fordela_io::report::{AmountChange, ScenarioReport, WhatIfReport, decimals};

use super::impossible;
use crate::document::{Block, Column, Document};
use crate::lang::Words;

/// With more scenarios than this, one column for each is too wide, and there are several tables.
const FEW: usize = 5;

/// Scenarios that stand side by side, and what each is called in the head of its column.
#[derive(Clone, Copy)]
struct Beside<'r> {
    scenarios: &'r [ScenarioReport],
    /// How many scenarios stand in tables before this one.
    before: usize,
    words: Words<'r>,
}

/// The report as a document.
pub(super) fn document(report: &WhatIfReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Paragraph(headline(report, words))];
    let is_one = report.scenarios.len() == 1;
    blocks.push(Block::Items(report.scenarios.iter().enumerate().map(|(n, one)| legend(one, is_one, n)).collect()));
    if let Some(infeasible) = report.unchanged.infeasible() {
        let unchanged = words.pick("Utan ändringar", "Without changes");
        blocks.push(Block::Heading(unchanged.to_owned()));
        blocks.extend(impossible::blocks(infeasible, words));
    }
    for (n, scenarios) in report.scenarios.chunks(FEW).enumerate() {
        let beside = Beside { scenarios, before: n * FEW, words };
        blocks.extend(grants::blocks(beside));
        blocks.push(Block::Grid(sums::grid(beside)));
    }
    for (n, scenario) in report.scenarios.iter().enumerate() {
        if !is_one {
            blocks.push(Block::Heading(format!("{}. {}", letter(n), scenario.name)));
        }
        match scenario.answered.infeasible() {
            Some(infeasible) => blocks.extend(impossible::blocks(infeasible, words)),
            None => blocks.extend(rules::blocks(scenario, words)),
        }
    }
    Document(blocks)
}

fn headline(report: &WhatIfReport, words: Words<'_>) -> String {
    let what = if report.scenarios.len() == 1 {
        words.pick(
            "Utlysningen som den är jämförd med samma utlysning ändrad.",
            "The call as it is beside the same call changed.",
        )
    } else {
        words.pick(
            "Utlysningen som den är, och hur mycket varje scenario skiljer sig från den.",
            "The call as it is, and by how much each scenario differs from it.",
        )
    };
    format!("{what} {} {}.", words.pick("Belopp i", "Amounts in"), words.currency_name())
}

/// What a scenario is called and what it changes, unless it is called just that.
fn legend(scenario: &ScenarioReport, is_one: bool, n: usize) -> String {
    let changes = scenario.changes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let label = if is_one { String::new() } else { format!("{}. ", letter(n)) };
    if changes == scenario.name || changes.is_empty() {
        format!("{label}{}", scenario.name)
    } else {
        format!("{label}{}: {changes}", scenario.name)
    }
}

/// `A`, `B` … `Z`, and numbers after that.
fn letter(n: usize) -> String {
    let letter = u8::try_from(n).ok().filter(|n| *n < 26).map(|n| char::from(b'A' + n));
    letter.map_or_else(|| (n + 1).to_string(), String::from)
}

impl Beside<'_> {
    fn is_one(&self) -> bool {
        self.scenarios.len() == 1 && self.before == 0
    }

    /// The heads of the columns of numbers: old, new and difference; or old, and a difference for each scenario.
    fn columns(&self) -> Vec<Column> {
        let unchanged = self.words.pick("Oförändrad", "Unchanged");
        if self.is_one() {
            let heads = [unchanged, self.words.pick("Ändrad", "Changed"), self.words.pick("Skillnad", "Difference")];
            return heads.into_iter().map(Column::numbers).collect();
        }
        let letters = (0..self.scenarios.len()).map(|n| Column::numbers(letter(self.before + n)));
        std::iter::once(Column::numbers(unchanged)).chain(letters).collect()
    }

    /// The cells of those columns.
    fn amounts<'c>(&self, changes: impl Iterator<Item = &'c AmountChange>) -> Vec<String> {
        let amount = |money: Option<fordela::Money>| money.map(|money| self.words.amount(money));
        let signed = |money: Option<fordela::Money>| money.map(|money| self.words.signed(&money.to_string()));
        self.cells(changes.map(|change| (amount(change.old), amount(change.new), signed(change.difference))))
    }

    fn values(&self) -> Vec<String> {
        let two = |number: &fordela::Rational| decimals::half_even(number, 2);
        self.cells(self.scenarios.iter().map(|scenario| {
            let value = &scenario.value;
            let number = |value: &Option<fordela::Rational>| value.as_ref().map(|value| self.words.number(&two(value)));
            let difference = value.difference.as_ref().map(|difference| self.words.signed(&two(difference)));
            (number(&value.old), number(&value.new), difference)
        }))
    }

    fn cells(&self, changes: impl Iterator<Item = (Option<String>, Option<String>, Option<String>)>) -> Vec<String> {
        let text = |cell: Option<String>| cell.unwrap_or_else(|| "–".to_owned());
        let mut cells = Vec::new();
        for (n, (old, new, difference)) in changes.enumerate() {
            if n == 0 {
                cells.push(text(old));
            }
            if self.is_one() {
                cells.push(text(new));
            }
            cells.push(text(difference));
        }
        cells
    }
}
