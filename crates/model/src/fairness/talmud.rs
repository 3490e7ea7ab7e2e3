//! Equal awards up to half of the claims, equal losses beyond.

use fordela_num::Rational;

use super::vessel::Stage;
use super::{Claims, awards, losses};

/// The rule of the Talmud: with at most half of all claims, `B ≤ Σc/2`, equal awards of the halves `c[i]/2`; with more,
/// the halves, and equal losses of the other halves for the rest.
///
/// It is the one rule that shares between any two as the contested garment is shared between them (Aumann & Maschler,
/// 1985). With weights `p` both parts are weighted. Under caps and floors first the halves are shared, as far as they
/// can be, by the leximin of awards, and then the rest by the leximin of losses below zero.
#[must_use]
pub fn talmud(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    claims.fill(&stages(claims), amount)
}

/// The halves, and then the other halves.
pub(super) fn stages(claims: &Claims) -> Vec<Stage> {
    let halves = claims.halved();
    awards::stages(&halves).into_iter().chain(losses::stages(&halves)).collect()
}
