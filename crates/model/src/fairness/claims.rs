//! Claims on an amount of money.

use fordela_num::Rational;

use super::vessel::{Stage, Vessel, fill, stage};

/// Claims on an amount of money.
///
/// ```
/// use fordela::Rational;
/// use fordela::fairness::{Claims, equal_awards};
///
/// let claims = Claims::plain([2, 4, 7, 8].map(|claim| Rational::from(claim as i64)).to_vec());
/// let awards = equal_awards(&claims, &Rational::from(10_i64));
/// assert_eq!(awards[0].to_string(), "2");
/// assert_eq!(awards[1].to_string(), "8/3");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    asks: Vec<Rational>,
    weights: Vec<Rational>,
}

impl Claims {
    /// Claims that count alike. A claim below zero counts as zero.
    #[must_use]
    pub fn plain(asks: Vec<Rational>) -> Self {
        let weights = vec![Rational::ONE; asks.len()];
        Self::weighted(asks, weights)
    }

    /// Claims that count by a weight each, such as a priority. Claims and weights below zero count as zero, and so does
    /// a weight that is missing.
    #[must_use]
    pub fn weighted(asks: Vec<Rational>, mut weights: Vec<Rational>) -> Self {
        weights.resize(asks.len(), Rational::ZERO);
        let at_least_zero = |numbers: Vec<Rational>| numbers.into_iter().map(|n| n.max(Rational::ZERO)).collect();
        Self { asks: at_least_zero(asks), weights: at_least_zero(weights) }
    }

    /// The claims.
    #[must_use]
    pub fn asks(&self) -> &[Rational] {
        &self.asks
    }

    /// How much each counts.
    #[must_use]
    pub fn weights(&self) -> &[Rational] {
        &self.weights
    }

    /// What each holds when stage after stage is filled with an amount.
    pub(super) fn fill(&self, stages: &[Stage], amount: &Rational) -> Vec<Rational> {
        fill(self.asks.len(), stages, amount)
    }

    /// The same claims, halved.
    pub(super) fn halved(&self) -> Self {
        let half = |ask: &Rational| ask / &Rational::from(2_i64);
        Self { asks: self.asks.iter().map(half).collect(), weights: self.weights.clone() }
    }

    /// A stage for the claims that have a weight, if there are any.
    pub(super) fn stage(&self, vessel: impl Fn(&Rational, &Rational) -> Vessel) -> Option<Stage> {
        self.stage_of(|ask, weight| weight.is_positive().then(|| vessel(ask, weight)))
    }

    /// A stage for the claims that have none, if there are any.
    pub(super) fn stage_without_weight(&self, vessel: impl Fn(&Rational) -> Vessel) -> Option<Stage> {
        self.stage_of(|ask, weight| weight.is_zero().then(|| vessel(ask)))
    }

    /// Claims of nothing stay out of every stage.
    fn stage_of(&self, vessel: impl Fn(&Rational, &Rational) -> Option<Vessel>) -> Option<Stage> {
        let claims: Vec<(&Rational, &Rational)> = self.asks.iter().zip(&self.weights).collect();
        stage(claims.iter(), |(ask, weight)| if ask.is_zero() { None } else { vessel(ask, weight) })
    }
}
