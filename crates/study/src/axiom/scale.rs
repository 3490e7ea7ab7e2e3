//! The units in which money and scores are counted do not count.

use fordela_num::{Rational, decimal};
use rust_decimal::Decimal;

use super::Concern;
use super::change::Change;
use super::definition::Definition;
use super::probe::{After, Probe};

/// `x(λ·call) = λ·x(call)` for `λ > 0`.
pub(super) const MONEY_SCALE: Definition = Definition {
    name: "money-scale",
    source: "Thomson (2019) (homogeneity)",
    trial: |probe| {
        let factors = [Decimal::ONE_HUNDRED, Decimal::new(1, 1)];
        probe.changes(factors.map(Change::MoneyTimes).to_vec(), |after| rescaled(probe, after))
    },
};

/// `x` is the same when the scores of a criterion and their maximum, or all weights, are multiplied by `λ > 0`.
pub(super) const SCORE_SCALE: Definition = Definition {
    name: "score-scale",
    source: "Faliszewski & Talmon (2018); after Thomson (2019) (homogeneity)",
    trial: |probe| {
        let ten = Decimal::TEN;
        let changes =
            vec![Change::ScoresTimes(ten), Change::ScoresTimes(Decimal::new(5, 1)), Change::WeightsTimes(ten)];
        probe.changes(changes, |after| probe.unless(after, |was, is| was == is))
    },
};

fn rescaled(probe: &Probe, after: &After) -> Vec<Concern> {
    let Change::MoneyTimes(factor) = after.change else { return Vec::new() };
    let factor = decimal::rational(*factor);
    let expected = |was: &Rational| was * &factor;
    let mut concerned = probe.unless(after, |was, is| expected(was) == *is);
    for concern in &mut concerned {
        concern.instead_of = concern.instead_of.as_ref().map(expected);
    }
    concerned
}
