//! Allocations side by side, as parts of a document.

mod grants;
mod rules;
mod sums;

use fordela::{Money, Rational, written};
use fordela_words::Words;
use fordela_words::report::head::Head;

use crate::document::{Block, Cell, Column};
use crate::{AmountChange, DifferenceReport, SumChange, ValueChange};

pub(super) use rules::blocks as rules;

/// With more than this, one column for each is too wide, and there are several tables.
const FEW: usize = 5;

/// What the columns of the two sides are called; of several, only the first is.
#[derive(Clone, Copy)]
pub(super) struct Heads {
    pub(super) old: &'static str,
    pub(super) new: &'static str,
}

/// Differences from the same old side that stand side by side.
#[derive(Clone, Copy)]
struct Beside<'r> {
    differences: &'r [&'r DifferenceReport],
    /// How many stand in tables before this one.
    before: usize,
    heads: Heads,
    words: Words<'r>,
}

/// Who gets more and who gets less, and the sums.
pub(super) fn blocks(differences: &[&DifferenceReport], heads: Heads, words: Words<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (n, differences) in differences.chunks(FEW).enumerate() {
        let beside = Beside { differences, before: n * FEW, heads, words };
        blocks.extend(grants::blocks(beside));
        blocks.push(Block::Grid(sums::grid(beside)));
        blocks.extend(sums::unlike_values(beside).map(Block::Paragraph));
    }
    blocks
}

/// `A`, `B` … `Z`, and numbers after that.
pub(super) fn letter(n: usize) -> String {
    let letter = u8::try_from(n).ok().filter(|n| *n < 26).map(|n| char::from(b'A' + n));
    letter.map_or_else(|| (n + 1).to_string(), String::from)
}

impl Beside<'_> {
    fn is_one(&self) -> bool {
        self.differences.len() == 1 && self.before == 0
    }

    /// The heads of the columns of numbers: old, new and difference; or old, and a difference for each scenario.
    fn columns(&self) -> Vec<Column> {
        if self.is_one() {
            let heads = [self.heads.old, self.heads.new, self.words.head(Head::Difference)];
            return heads.into_iter().map(Column::numbers).collect();
        }
        let letters = (0..self.differences.len()).map(|n| Column::numbers(letter(self.before + n)));
        std::iter::once(Column::numbers(self.heads.old)).chain(letters).collect()
    }

    /// The cells of those columns.
    fn amounts<'c>(&self, changes: impl Iterator<Item = &'c AmountChange>) -> Vec<Cell> {
        let amount = |money: Option<Money>| Some(Cell::amount(money?, self.words));
        let signed = |money: Option<Money>| Some(Cell::difference(&money?.to_string(), self.words));
        self.cells(changes.map(|change| (amount(change.old), amount(change.new), signed(change.difference))))
    }

    fn values(&self) -> Vec<Cell> {
        self.cells(self.differences.iter().map(|difference| {
            let ValueChange { old, new, difference } = &difference.value;
            let number = |value: &Option<Rational>| Some(Cell::number(&written::value(value.as_ref()?), self.words));
            let signed = difference.as_ref().map(|by| Cell::signed(&written::half_even(by, 2), self.words));
            (number(old), number(new), signed)
        }))
    }

    /// The cells of exact sums; where a difference has none, there is nothing on either side.
    fn sums<'c>(&self, changes: impl Iterator<Item = Option<&'c SumChange>>) -> Vec<Cell> {
        let zero = SumChange { old: Some(Rational::ZERO), new: Some(Rational::ZERO), difference: Some(Rational::ZERO) };
        self.cells(changes.map(|change| {
            let SumChange { old, new, difference } = change.unwrap_or(&zero);
            let number = |sum: &Option<Rational>| Some(Cell::amount_of(&written::amount(sum.as_ref()?), self.words));
            let signed = difference.as_ref().map(|by| Cell::difference(&written::amount(by), self.words));
            (number(old), number(new), signed)
        }))
    }

    fn cells(&self, changes: impl Iterator<Item = (Option<Cell>, Option<Cell>, Option<Cell>)>) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (n, (old, new, difference)) in changes.enumerate() {
            if n == 0 {
                cells.push(Cell::or_dash(old));
            }
            if self.is_one() {
                cells.push(Cell::or_dash(new));
            }
            cells.push(Cell::or_dash(difference));
        }
        cells
    }
}
