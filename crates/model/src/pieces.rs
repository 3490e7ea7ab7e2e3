//! What the units of an ask are worth.

use std::collections::HashSet;

use fordela_num::{Money, Rational};

use crate::call::draft::Funding;
use crate::call::{Call, Claim, ExactTier};

/// A stretch of an activity's ask in which every unit is worth the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// How many units it is long.
    pub width: i128,
    /// What a unit in it is worth; less than in the piece before.
    pub value: Rational,
}

/// An ask that is being cut into pieces, from its first unit on.
struct Cutting {
    pieces: Vec<Piece>,
    /// The units that have been cut.
    cut: i128,
    /// What a unit is worth where it counts whole.
    worth: Rational,
}

impl Cutting {
    fn cut(&mut self, width: i128, factor: &Rational) {
        if width > 0 {
            self.pieces.push(Piece { width, value: &self.worth * factor });
            self.cut += width;
        }
    }
}

impl Claim {
    /// The units of the ask, cut where their value changes. A unit in which it changes is a piece of its own, so that
    /// the pieces give the exact value of any whole number of units.
    pub(crate) fn cut(&self, unit: Money, tiers: &[ExactTier]) -> Vec<Piece> {
        let worth = self.priority() * &unit.rational();
        let mut cutting = Cutting { pieces: Vec::with_capacity(1 + 2 * tiers.len()), cut: 0, worth };
        if cutting.worth.is_zero() || tiers.is_empty() {
            cutting.cut(self.ask().whole_units(unit), &Rational::ONE);
            return cutting.pieces;
        }
        let ask = self.ask().in_units(unit);
        // Where the last tier ended, and what the unit that it ended in counts up to there.
        let (mut start, mut begun) = (Rational::ZERO, Rational::ZERO);
        for tier in tiers {
            let end = &ask * &tier.up_to;
            let whole = end.floor().to_i128().unwrap_or(i128::MAX);
            if start > Rational::from(cutting.cut) && whole > cutting.cut {
                let rest = Rational::from(cutting.cut + 1) - &start;
                cutting.cut(1, &begun.plus_product(&rest, &tier.factor));
                (start, begun) = (Rational::from(cutting.cut), Rational::ZERO);
            }
            if whole > cutting.cut {
                cutting.cut(whole - cutting.cut, &tier.factor);
                start = Rational::from(whole);
            }
            begun = begun.plus_product(&(&end - &start), &tier.factor);
            start = end;
        }
        cutting.pieces
    }
}

impl Call {
    /// The units of an activity's ask, cut where their value changes, so that the pieces give the exact value of any whole
    /// number of units.
    pub fn pieces(&self, activity: usize) -> &[Piece] {
        self.claims()[activity].pieces()
    }

    /// A number that the value of every allocation is a whole multiple of; `None` when all are worth
    /// nothing. A bound can be rounded down to it.
    pub fn grid(&self) -> Option<Rational> {
        let mut grid = Grid::default();
        for (a, activity) in self.draft().activities.iter().enumerate() {
            let pieces = self.pieces(a);
            match activity.funding {
                Funding::Whole => grid.hold(&self.value_of_units(a, self.ask_units(a))),
                Funding::Levels => {
                    for level in 0..activity.levels.len() {
                        grid.hold(&self.value_of_units(a, self.level_units(a, level)));
                    }
                }
                Funding::Lines if pieces.len() == 1 => {
                    for line in 0..activity.lines.len() {
                        grid.hold(&(&pieces[0].value * &Rational::from(self.line_units(a, line))));
                    }
                }
                Funding::Lines | Funding::Partial => pieces.iter().for_each(|piece| grid.hold(&piece.value)),
            }
        }
        (!grid.of.is_zero()).then_some(grid.of)
    }
}

/// The largest number that all numbers so far are whole multiples of.
#[derive(Default)]
struct Grid {
    of: Rational,
    /// Most values come many times.
    seen: HashSet<Rational>,
}

impl Grid {
    /// Takes in a number, at least zero.
    fn hold(&mut self, value: &Rational) {
        if self.seen.contains(value) {
            return;
        }
        self.seen.insert(value.clone());
        self.of = value.common_measure(&self.of);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::CallDraft;
    use crate::call::Percent;
    use crate::call::draft::{Activity, Applicant, Criterion};
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    /// A call of one activity with tiers that end at these per mille of the ask and have these factors.
    fn call(ask: i64, unit: i64, score: i64, ends: &[i64], factors: &[i64]) -> Call {
        let hundredths = |amount| Money::try_from(Decimal::new(amount, 2)).unwrap_or_default();
        let mut draft = CallDraft::new("pieces")
            .unit(hundredths(unit))
            .criterion(Criterion::new("need", 1, 3))
            .applicant(Applicant::new("one"))
            .activity(Activity::new("a", "one", hundredths(ask)).score("need", score));
        for (end, factor) in ends.iter().zip(factors) {
            draft = draft.diminishing(Percent::new(Decimal::new(*end, 1)), Decimal::new(*factor, 2));
        }
        draft.validate().unwrap_or_else(|faults| unreachable!("{faults:?}"))
    }

    fn tiers() -> impl Strategy<Value = (Vec<i64>, Vec<i64>)> {
        let ends = prop::collection::btree_set(1_i64..1000, 0..4);
        let factors = prop::collection::btree_set(0_i64..=100, 5);
        (ends, factors, any::<bool>()).prop_map(|(ends, factors, any)| {
            let ends = ends.into_iter().chain([1000]).filter(|_| any).collect();
            (ends, factors.into_iter().rev().collect())
        })
    }

    proptest! {
        #[test]
        fn pieces_are_the_values_of_single_units(
            ask in 0_i64..5_000, unit in 1_i64..400, score in 0_i64..=3, (ends, factors) in tiers()
        ) {
            let call = call(ask, unit, score, &ends, &factors);
            let mut each: Vec<Piece> = Vec::new();
            for units in 1..=call.ask_units(0) {
                let value = call.value_of_units(0, units) - call.value_of_units(0, units - 1);
                match each.last_mut().filter(|last| last.value == value) {
                    Some(last) => last.width += 1,
                    None => each.push(Piece { width: 1, value }),
                }
            }
            prop_assert_eq!(call.pieces(0), each);
        }
    }
}
