//! What follows from several limits on yes-or-no columns together, by rounding.
//!
//! Limits are weighed and added up, as `Σ c·x + Σ n·s = b`, where `s ≥ 0` is what each of them leaves. Of whole `x ≥ 0` follows
//! `Σ F(c)·x + Σ min(n, 0)/(1 − f)·s ≤ ⌊b⌋`, with `f = b − ⌊b⌋` and `F(c) = ⌊c⌋ + max(0, c − ⌊c⌋ − f)/(1 − f)` (mixed-integer
//! rounding: Nemhauser & Wolsey 1990). Some columns stand for one less what they are (Marchand & Wolsey 2001).

use std::collections::BTreeMap;

use fordela_num::Rational;

use super::Knapsack;
use crate::{ColumnId, Program, Row};

/// Limits that are weighed and rounded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rounding {
    /// Some of the limits, each with its weight.
    pub multipliers: Vec<(usize, Rational)>,
    /// The columns that stand for one less what they are.
    pub flipped: Vec<ColumnId>,
}

impl Rounding {
    /// What follows; `None` where the sum has nothing to round.
    pub(super) fn row(&self, program: &Program, knapsacks: &[Knapsack]) -> Option<Row> {
        let mut sum: BTreeMap<ColumnId, Rational> = BTreeMap::new();
        let mut limit = Rational::ZERO;
        for (row, weight) in self.rows(program, knapsacks) {
            add(&mut sum, row, weight);
            limit = limit.plus_product(weight, bound(row)?);
        }
        let mut rounded = limit;
        for column in &self.flipped {
            rounded -= sum.get(column)?;
        }
        let part = &rounded - &rounded.floor();
        let whole = Rational::ONE - &part;
        let round = |c: &Rational| {
            let floor = c.floor();
            let over = c - &floor - &part;
            if over.is_positive() { floor + over / &whole } else { floor }
        };
        let mut most = rounded.floor();
        for (column, c) in &mut sum {
            if self.flipped.binary_search(column).is_ok() {
                let one = round(&-&*c);
                most -= &one;
                *c = -one;
            } else {
                *c = round(c);
            }
        }
        for (row, weight) in self.rows(program, knapsacks) {
            // What a cap leaves has the sign of its weight, and what goes beyond a floor the other.
            if weight.is_negative() == row.at_most.is_some() {
                let each = -(weight / &whole);
                add(&mut sum, row, &each);
                most = most.plus_product(&each, bound(row)?);
            }
        }
        let terms = sum.into_iter().filter(|(_, c)| !c.is_zero()).collect();
        (!part.is_zero()).then(|| Row::at_most("cut", terms, most))
    }

    fn rows<'r>(
        &'r self,
        program: &'r Program,
        knapsacks: &'r [Knapsack],
    ) -> impl Iterator<Item = (&'r Row, &'r Rational)> {
        self.multipliers.iter().filter_map(|(at, weight)| Some((&program.rows()[knapsacks[*at].row?], weight)))
    }
}

/// The limit of a row that has one.
pub(super) fn bound(row: &Row) -> Option<&Rational> {
    row.at_most.as_ref().or(row.at_least.as_ref())
}

fn add(sum: &mut BTreeMap<ColumnId, Rational>, row: &Row, weight: &Rational) {
    for (column, a) in &row.terms {
        let c = sum.entry(*column).or_insert(Rational::ZERO);
        *c = c.plus_product(weight, a);
    }
}
