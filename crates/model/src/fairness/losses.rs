//! Everybody loses the same sum, down to nothing.

use fordela_num::Rational;

use super::Claims;
use super::vessel::{Stage, Vessel};

/// Constrained equal losses: `x[i] = max(0, c[i] − λ)`, with the `λ` for which the awards add up to the amount `B`.
///
/// With weights `p`, losses times weights are equal, `x[i] = max(0, c[i] − λ/p[i])`: who counts twice as much loses half
/// as much. Claims of weight zero lose first. Under caps and floors it is the leximin of losses below zero. Source:
/// Thomson (2019), section 2 (Maimonides).
#[must_use]
pub fn equal_losses(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    claims.fill(&stages(claims), amount)
}

/// The level is how far the loss times the weight is below the largest that can be.
pub(super) fn stages(claims: &Claims) -> Vec<Stage> {
    let counted = claims.asks().iter().zip(claims.weights()).map(|(ask, weight)| ask * weight);
    let largest = counted.max().unwrap_or_default();
    let most = claims.asks().iter().max().cloned().unwrap_or_default();
    let with_weight = claims.stage(|ask, weight| Vessel {
        full: ask.clone(),
        width: Rational::ONE / weight,
        bottom: &largest - &(ask * weight),
    });
    let without =
        claims.stage_without_weight(|ask| Vessel { full: ask.clone(), width: Rational::ONE, bottom: &most - ask });
    with_weight.into_iter().chain(without).collect()
}
