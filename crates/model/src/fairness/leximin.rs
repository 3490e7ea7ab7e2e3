//! Nobody's share can be raised without lowering that of somebody whose share is no higher.

use fordela_num::Rational;

use super::Claims;
use super::vessel::{Stage, Vessel};

/// Leximin of shares: the lowest share `y[i] = x[i]/c[i]` is as high as can be, then the next lowest, and so on.
///
/// With weights `p`, of `y[i]/p[i]`: shares are in proportion to weights until claims are met. Claims of weight zero get
/// something only when all others are met. On one amount it is the [proportional](super::proportional) rule; under
/// caps and floors that cross, it is not. Sources: Rawls (1971) for the idea; Ogryczak & Śliwiński (2003) for the order.
#[must_use]
pub fn leximin(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    claims.fill(&stages(claims), amount)
}

/// The level is the share per weight.
pub(super) fn stages(claims: &Claims) -> Vec<Stage> {
    let with_weight = claims.stage(|ask, weight| Vessel::standing(ask.clone(), ask * weight));
    let without = claims.stage_without_weight(|ask| Vessel::standing(ask.clone(), ask.clone()));
    with_weight.into_iter().chain(without).collect()
}
