//! Everybody gets the same sum, up to the claim.

use fordela_lp::Rational;

use super::Claims;
use super::level::{Vessel, fill};

/// Constrained equal awards: `x[i] = min(c[i], λ)`, with the `λ` for which the awards add up to the amount `B`.
///
/// With weights `p`, `x[i] = min(c[i], λ·p[i])`: awards are in proportion to weights until claims are met. Claims of
/// weight zero get something only when all others are met. Source: Thomson (2019), section 2 (Maimonides).
#[must_use]
pub fn equal_awards(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    let vessel = |(full, weight): (&Rational, &Rational)| Vessel { full: full.clone(), width: weight.clone() };
    fill(&claims.asks().iter().zip(claims.weights()).map(vessel).collect::<Vec<_>>(), amount)
}
