//! No other division gives people more on average, counted in parts of what they have.

use fordela_num::Rational;

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

/// Logarithms are counted in parts of this.
const LN_PARTS: i128 = 1_000_000_000_000_000_000;

/// Sums of logarithms that differ by no more than this are the same: what is left of computing them is far less.
pub(super) fn tolerance() -> Rational {
    Rational::new(1, 1_000_000_000_000).unwrap_or_default()
}

/// What a claim counts on average between two whole awards, to far below the [`tolerance`]; between nothing and one unit
/// it counts 2. `None` where an award is not whole.
pub(super) fn secant(claims: &Claims, claim: usize, from: &Rational, to: &Rational) -> Option<Rational> {
    let weight = &claims.weights()[claim];
    let weight = if weight.is_zero() { &Rational::ONE } else { weight };
    let start = if from.is_zero() { -2 * LN_PARTS } else { ln(from)? };
    let rise = Rational::from(ln(to)? - start) / Rational::from(LN_PARTS);
    Some(weight * &rise / (to - from))
}

/// The logarithm of a whole number of at least one, in [`LN_PARTS`]: that of the power of two below it, and
/// `2·atanh((m − 1)/(m + 1))` of the rest `m`.
fn ln(number: &Rational) -> Option<i128> {
    let number = Some(number).filter(|number| number.is_integer())?.to_i128().filter(|&number| number > 0)?;
    let doublings = number.ilog2();
    let power = 1_i128 << doublings;
    let rest = atanh_twice(number - power, number.checked_add(power)?)?;
    Some(rest + i128::from(doublings) * atanh_twice(1, 3)?)
}

/// `2·atanh(z)` of a fraction of at most a third, by its series.
fn atanh_twice(numerator: i128, denominator: i128) -> Option<i128> {
    let z = (Rational::from(LN_PARTS) * Rational::new(numerator, denominator)?).floor().to_i128()?;
    let square = z * z / LN_PARTS;
    let (mut sum, mut power, mut odd) = (0, z, 1);
    while power > 0 {
        sum += power / odd;
        power = power * square / LN_PARTS;
        odd += 2;
    }
    Some(2 * sum)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_of_products_are_sums() {
        let of = |number: i64| ln(&Rational::from(number)).unwrap_or_default();
        let apart = |one: i128, other: i128| Rational::from((one - other).abs()) / Rational::from(LN_PARTS);
        assert_eq!(of(1), 0);
        // ln 2 and ln 10, to eighteen decimals.
        assert!(apart(of(2), 693_147_180_559_945_309) < tolerance());
        assert!(apart(of(10), 2_302_585_092_994_045_684) < tolerance());
        for (one, other) in [(4, 9), (6, 6), (7, 11), (1_000_003, 999_983), (12_345_678, 87_654_321)] {
            assert!(apart(of(one) + of(other), of(one * other)) < tolerance(), "{one}·{other}");
        }
        assert_eq!(ln(&Rational::ZERO), None);
    }
}
