//! Everybody gets the same sum, up to the claim.

use fordela_num::Rational;

use super::Claims;
use super::vessel::{Stage, Vessel};

/// Constrained equal awards: `x[i] = min(c[i], λ)`, with the `λ` for which the awards add up to the amount `B`.
///
/// With weights `p`, `x[i] = min(c[i], λ·p[i])`: awards are in proportion to weights until claims are met. Claims of
/// weight zero get something only when all others are met. Under caps and floors it is the leximin of awards. Source:
/// Thomson (2019), section 2 (Maimonides).
#[must_use]
pub fn equal_awards(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    claims.fill(&stages(claims), amount)
}

/// The level is the award per weight.
pub(super) fn stages(claims: &Claims) -> Vec<Stage> {
    let with_weight = claims.stage(|ask, weight| Vessel::standing(ask.clone(), weight.clone()));
    let without = claims.stage_without_weight(|ask| Vessel::standing(ask.clone(), Rational::ONE));
    with_weight.into_iter().chain(without).collect()
}
