//! Rules for sharing money among claims, and measures of how unequal shares are.
//!
//! A claims problem is an amount of money and claims on it that add up to more (Thomson, *How to Divide When There
//! Isn't Enough*, 2019). All rules here are one idea, water that fills vessels to a level: what differs is what a
//! vessel is, an award or a loss, and how wide it is. All are exact.

mod awards;
pub mod baseline;
mod inequality;
mod level;
mod losses;
mod proportional;
mod rule;
mod talmud;

pub use awards::equal_awards;
pub use inequality::{Theil, gini, jain, theil};
pub use losses::equal_losses;
pub use proportional::proportional;
pub use rule::{AllocationRule, OwnSettings};
pub use talmud::talmud;

use fordela_lp::Rational;

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

    fn sum(&self) -> Rational {
        self.asks.iter().sum()
    }

    /// The same claims, halved.
    fn halved(&self) -> Self {
        let half = |ask: &Rational| ask / &Rational::from(2_i64);
        Self { asks: self.asks.iter().map(half).collect(), weights: self.weights.clone() }
    }
}
