//! No other division gives people more on average, counted in parts of what they have.

use fordela_lp::Rational;

use super::vessel::Stage;
use super::{Claims, awards};

/// Nash: the product of awards is as large as can be, `Σ ln x[i]`; with weights `p`, `Σ p[i]·ln x[i]`.
///
/// It is the one division for which no other has a mean of relative changes `Σ p[i]·(z[i] − x[i])/x[i]` above zero
/// (proportional fairness, Kelly 1997). Claims of weight zero get something only when all others can get no more. On
/// one amount it is [equal awards](super::equal_awards); under caps and floors that cross, it is not. Sources: Nash
/// (1950); Kelly, *Charging and rate control for elastic traffic* (1997).
#[must_use]
pub fn nash(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    claims.fill(&stages(claims), amount)
}

/// On one amount, awards per weight are equal.
pub(super) fn stages(claims: &Claims) -> Vec<Stage> {
    awards::stages(claims)
}

/// What one more for a claim counts: `p/x`. Without bound where nothing is awarded: then `None`.
pub(super) fn slope(claims: &Claims, claim: usize, award: &Rational) -> Option<Rational> {
    let weight = &claims.weights()[claim];
    let weight = if weight.is_zero() { &Rational::ONE } else { weight };
    award.is_positive().then(|| weight / award)
}

/// Where the curve is cut: at one unit, and then each time a fifth of the way is behind, so that what one more counts
/// in the middle is near what it counts along the way. The first unit counts 2, as much as a grant that is seven times as
/// large, so that choices leave few with nothing.
pub(super) fn ends(ask: &Rational) -> Vec<Rational> {
    let mut ends = vec![Rational::ZERO];
    let (mut end, more) = (Rational::ONE, Rational::new(5, 4).unwrap_or_default());
    while end < *ask {
        ends.push(end.clone());
        end = (&end * &more).ceil();
    }
    ends.push(ask.clone());
    ends
}
