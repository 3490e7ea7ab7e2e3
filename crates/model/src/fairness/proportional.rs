//! Everybody gets the same part of the claim.

use fordela_num::Rational;

use super::vessel::Stage;
use super::{Claims, leximin};

/// The proportional rule: `x[i] = λ·c[i]`, with the `λ` for which the awards add up to the amount `B`.
///
/// With weights `p`, `x[i] = min(c[i], λ·p[i]·c[i])`: the part grows with the weight until the claim is met. Claims of
/// weight zero get something only when all others are met. Under caps and floors the squares of what lacks are least,
/// `Σ (q·c[i]·p[i] − x[i])²/(c[i]·p[i])` with `q` one over the smallest weight; where all money is granted, it is
/// `Σ x[i]²/(c[i]·p[i])` that is least. Source: Thomson (2019), section 2.
#[must_use]
pub fn proportional(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    claims.fill(&stages(claims), amount)
}

/// On one amount, shares per weight are equal, as with leximin.
pub(super) fn stages(claims: &Claims) -> Vec<Stage> {
    leximin::stages(claims)
}

/// What one more for a claim counts: `q − x/(c·p)`, with `q` the largest of `1/p`, so that it falls to zero for none
/// before its claim is met.
pub(super) fn slope(claims: &Claims, claim: usize, award: &Rational) -> Rational {
    let (ask, weight) = (&claims.asks()[claim], &claims.weights()[claim]);
    if ask.is_zero() {
        return Rational::ZERO;
    }
    if weight.is_zero() {
        return Rational::ONE - award / ask;
    }
    let least = claims.weights().iter().filter(|weight| weight.is_positive()).min();
    least.map_or(Rational::ZERO, |least| Rational::ONE / least) - award / &(ask * weight)
}

/// Into so many stretches of one width the curve is cut.
const STRETCHES: i64 = 32;

/// Where the curve is cut; the squares are exact at these amounts.
pub(super) fn ends(ask: &Rational) -> Vec<Rational> {
    (0..=STRETCHES).map(|n| ask * &Rational::from(n) / Rational::from(STRETCHES)).collect()
}
