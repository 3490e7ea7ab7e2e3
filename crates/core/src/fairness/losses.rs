//! Everybody loses the same sum, down to nothing.

use fordela_lp::Rational;

use super::Claims;
use super::level::{Vessel, fill};

/// Constrained equal losses: `x[i] = max(0, c[i] − λ)`, with the `λ` for which the awards add up to the amount `B`.
///
/// With weights `p`, losses times weights are equal, `x[i] = max(0, c[i] − λ/p[i])`: who counts twice as much loses half
/// as much. Claims of weight zero lose first. Source: Thomson (2019), section 2 (Maimonides).
#[must_use]
pub fn equal_losses(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    let mut loss = claims.sum() - amount;
    let weightless: Vec<Vessel> = vessels(claims, |weight| weight.is_zero().then_some(Rational::ONE));
    let first = fill(&weightless, &loss);
    loss -= &first.iter().sum::<Rational>();
    let then = fill(&vessels(claims, |weight| (!weight.is_zero()).then(|| Rational::ONE / weight)), &loss);
    let losses = first.iter().zip(&then).map(|(first, then)| first + then);
    claims.asks().iter().zip(losses).map(|(ask, loss)| ask - &loss).collect()
}

/// A vessel for every loss; those without a width are too small to take anything.
fn vessels(claims: &Claims, width: impl Fn(&Rational) -> Option<Rational>) -> Vec<Vessel> {
    let vessel = |(ask, weight): (&Rational, &Rational)| match width(weight) {
        Some(width) => Vessel { full: ask.clone(), width },
        None => Vessel { full: Rational::ZERO, width: Rational::ONE },
    };
    claims.asks().iter().zip(claims.weights()).map(vessel).collect()
}
