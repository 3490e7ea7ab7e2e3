//! Everybody gets the same part of the claim.

use fordela_lp::Rational;

use super::Claims;
use super::level::{Vessel, fill};

/// The proportional rule: `x[i] = λ·c[i]`, with the `λ` for which the awards add up to the amount `B`.
///
/// With weights `p`, `x[i] = min(c[i], λ·p[i]·c[i])`: the part grows with the weight until the claim is met. Claims of
/// weight zero get something only when all others are met. Source: Thomson (2019), section 2.
#[must_use]
pub fn proportional(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    let vessel = |(full, weight): (&Rational, &Rational)| Vessel { full: full.clone(), width: full * weight };
    fill(&claims.asks().iter().zip(claims.weights()).map(vessel).collect::<Vec<_>>(), amount)
}
