//! The cuts of a proof that follow from the limits of a call.

use std::collections::BTreeMap;

use fordela_model::Call;
use fordela_model::call::{CaseLimit, Kind, RuleCase};
use fordela_model::prices::{Cut, Limit};
use fordela_num::Rational;

use super::best::Best;

/// No cut is looked at whose weights may come to more.
const HEAVIEST: usize = 1 << 20;

/// A cut that follows from its limits: the weights of the activities that get money come to at most a number.
pub(super) struct Holding {
    /// The activities, each with its weight.
    pub(super) weights: Vec<(usize, Rational)>,
    pub(super) most: Rational,
}

/// The limits of a call, as cuts follow from them.
pub(super) struct Limits<'l, 'c> {
    pub(super) call: &'c Call,
    pub(super) best: &'l Best<'c>,
    pub(super) cases: &'l [&'c RuleCase],
    /// What every fund lets through.
    pub(super) funds: &'l [Rational],
    /// What every case lets through, where that is fixed beforehand.
    pub(super) reached: &'l [Rational],
}

impl Limits<'_, '_> {
    /// A cut as it holds; `None` where it does not follow.
    pub(super) fn holding(&self, cut: &Cut) -> Option<Holding> {
        match cut {
            Cut::Cover { of, weights, most } => self.cover(&self.limited(of)?, weights, *most),
            Cut::Rounding { of, flipped } => self.rounding(of, flipped),
        }
    }

    fn cover(&self, limited: &Limited, weights: &[(usize, usize)], most: usize) -> Option<Holding> {
        let takes = |&(a, weight): &(usize, usize)| (weight, self.takes(limited, a));
        let items: Vec<(usize, i128)> = weights.iter().map(takes).collect();
        if Rational::from(lightest(&items, most.checked_add(1)?)?) <= self.room(limited) {
            return None;
        }
        let number = |n: usize| Some(Rational::from(i128::try_from(n).ok()?));
        let sign = |weight: Rational| if limited.kind == Kind::AtMost { weight } else { -weight };
        let weights: Vec<(usize, Rational)> =
            weights.iter().map(|&(a, weight)| Some((a, sign(number(weight)?)))).collect::<Option<_>>()?;
        let most = match limited.kind {
            Kind::AtMost => number(most)?,
            Kind::AtLeast => weights.iter().fold(number(most)?, |most, (_, weight)| most + weight),
        };
        Some(Holding { weights, most })
    }

    /// The units of those that count come to at most this; above a floor, of those that get nothing.
    fn room(&self, limited: &Limited) -> Rational {
        match limited.kind {
            Kind::AtMost => limited.units.clone(),
            Kind::AtLeast => {
                Rational::from(limited.counted.iter().map(|&a| self.best.most[a]).sum::<i128>()) - &limited.units
            }
        }
    }

    /// The units that an activity takes of the room at least, if it counts.
    fn takes(&self, limited: &Limited, a: usize) -> i128 {
        match (limited.counted.binary_search(&a), limited.kind) {
            (Err(_), _) => 0,
            (Ok(_), Kind::AtMost) => self.best.least(a),
            (Ok(_), Kind::AtLeast) => self.best.most[a],
        }
    }

    fn rounding(&self, of: &[(Limit, Rational)], flipped: &[usize]) -> Option<Holding> {
        let limits: Vec<(Limited, Rational)> = of
            .iter()
            .map(|(limit, weight)| Some((self.limited(limit)?, weight * &self.call.unit().rational())))
            .collect::<Option<_>>()?;
        let mut sum = Sum::default();
        for (limited, weight) in &limits {
            sum.add(self, limited, weight)?;
        }
        let mut rounded = sum.rounded(flipped)?;
        for (limited, weight) in &limits {
            if weight.is_negative() == (limited.kind == Kind::AtMost) {
                rounded.sum.add(self, limited, &-(weight / &rounded.whole))?;
            }
        }
        Some(Holding { weights: rounded.sum.weights.into_iter().collect(), most: rounded.sum.most })
    }

    fn limited(&self, limit: &Limit) -> Option<Limited> {
        let in_units = |amount: &Rational| amount / &self.call.unit().rational();
        match limit {
            Limit::Funds(funds) => {
                let held = funds.iter().map(|&f| self.funds.get(f)).sum::<Option<Rational>>()?;
                let claims = self.call.claims().iter().enumerate();
                let paid = claims.filter(|(_, claim)| claim.payers().iter().all(|f| funds.contains(f)));
                let counted = paid.map(|(a, _)| a).collect();
                Some(Limited { kind: Kind::AtMost, counted, units: in_units(&held).floor() })
            }
            Limit::Case(case) => {
                let (case, reached) = (self.cases.get(*case)?, &self.reached[*case]);
                let is_fixed = matches!(case.limit, CaseLimit::Fixed(_)) && case.counts_grants();
                is_fixed.then(|| Limited {
                    kind: case.kind,
                    counted: case.activities.clone(),
                    units: in_units(reached),
                })
            }
        }
    }
}

/// A limit on what some activities are granted.
struct Limited {
    kind: Kind,
    /// The activities whose grants count, in order.
    counted: Vec<usize>,
    units: Rational,
}

/// A weighted sum of limits: a weight for what is granted at all, and what the weights come to at most.
#[derive(Default)]
struct Sum {
    weights: BTreeMap<usize, Rational>,
    most: Rational,
}

/// A sum that is rounded.
struct Rounded {
    sum: Sum,
    /// One less the part that was rounded off.
    whole: Rational,
}

impl Sum {
    /// Adds a limit so many times; `None` where it counts what is not granted whole or not.
    fn add(&mut self, limits: &Limits, limited: &Limited, times: &Rational) -> Option<()> {
        for &a in &limited.counted {
            let weight = self.weights.entry(a).or_insert(Rational::ZERO);
            *weight = weight.plus_product(&Rational::from(limits.best.whole(a)?), times);
        }
        self.most = self.most.plus_product(&limited.units, times);
        Some(())
    }

    /// The sum with its weights rounded, as if nothing were left of the limits; `None` where there is nothing to round.
    fn rounded(mut self, flipped: &[usize]) -> Option<Rounded> {
        for a in flipped {
            self.most -= self.weights.get(a)?;
        }
        let floor = self.most.floor();
        let part = &self.most - &floor;
        let whole = Rational::ONE - &part;
        let round = |weight: &Rational| {
            let floor = weight.floor();
            let over = (weight - &floor - &part).max(Rational::ZERO);
            floor + over / &whole
        };
        self.most = floor;
        for (a, weight) in &mut self.weights {
            *weight = match flipped.binary_search(a) {
                Err(_) => round(weight),
                Ok(_) => -round(&-&*weight),
            };
        }
        for a in flipped {
            self.most += self.weights.get(a)?;
        }
        (!part.is_zero()).then_some(Rounded { sum: self, whole })
    }
}

/// The least that items take whose weights come to a number or more, where each has a weight and takes so much. `None` where
/// the number is too large.
fn lightest(items: &[(usize, i128)], number: usize) -> Option<i128> {
    let mut least = vec![i128::MAX; if number > HEAVIEST { return None } else { number + 1 }];
    least[0] = 0;
    for &(weight, takes) in items.iter().filter(|(weight, _)| *weight > 0) {
        for sum in (1..=number).rev() {
            let with = least[sum.saturating_sub(weight)].saturating_add(takes);
            least[sum] = least[sum].min(with);
        }
    }
    least.pop()
}
