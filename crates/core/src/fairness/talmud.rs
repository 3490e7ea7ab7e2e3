//! Equal awards up to half of the claims, equal losses beyond.

use fordela_lp::Rational;

use super::{Claims, equal_awards, equal_losses};

/// The rule of the Talmud: with at most half of all claims, `B ≤ Σc/2`, equal awards of the halves `c[i]/2`; with more,
/// the halves, and equal losses of the other halves for the rest.
///
/// It is the one rule that shares between any two as the contested garment is shared between them (Aumann & Maschler,
/// 1985). With weights `p` both parts are weighted.
#[must_use]
pub fn talmud(claims: &Claims, amount: &Rational) -> Vec<Rational> {
    let halves = claims.halved();
    let half = halves.sum();
    if *amount <= half {
        return equal_awards(&halves, amount);
    }
    let rest = equal_losses(&halves, &(amount - &half));
    halves.asks().iter().zip(&rest).map(|(one, other)| one + other).collect()
}
