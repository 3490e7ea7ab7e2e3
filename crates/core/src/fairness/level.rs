//! Water that fills vessels to a level.

use std::cmp::Ordering;

use fordela_lp::Rational;

/// A vessel: it takes `width` for every unit of the level until it is full.
#[derive(Debug, Clone)]
pub(super) struct Vessel {
    pub(super) full: Rational,
    pub(super) width: Rational,
}

/// Fills the vessels with an amount: `x[i] = min(full[i], λ·width[i])` with the `λ` for which they add up to the amount.
///
/// Vessels without width take nothing until all others are full, and then share equally. What does not fit is left
/// over; an amount below zero counts as zero.
pub(super) fn fill(vessels: &[Vessel], amount: &Rational) -> Vec<Rational> {
    let mut filled = vec![Rational::ZERO; vessels.len()];
    let (wide, narrow): (Vec<usize>, Vec<usize>) = (0..vessels.len()).partition(|&i| vessels[i].width.is_positive());
    let left = fill_some(vessels, &wide, |i| vessels[i].width.clone(), amount.clone(), &mut filled);
    fill_some(vessels, &narrow, |_| Rational::ONE, left, &mut filled);
    filled
}

/// Fills some of the vessels, and returns what is left over.
fn fill_some(
    vessels: &[Vessel],
    some: &[usize],
    width: impl Fn(usize) -> Rational,
    mut left: Rational,
    filled: &mut [Rational],
) -> Rational {
    let mut order: Vec<(Rational, usize)> = some.iter().map(|&i| (&vessels[i].full / &width(i), i)).collect();
    order.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut open: Rational = some.iter().map(|&i| width(i)).sum();
    let mut rest = order.into_iter();
    while let Some((full_at, i)) = rest.next() {
        // The level that the rest reaches together, if none of them is full before.
        let level = &left.clone().max(Rational::ZERO) / &open;
        if level.cmp(&full_at) == Ordering::Less {
            filled[i] = &level * &width(i);
            for (_, i) in rest {
                filled[i] = &level * &width(i);
            }
            return Rational::ZERO;
        }
        filled[i] = vessels[i].full.clone();
        left -= &vessels[i].full;
        open -= &width(i);
    }
    left
}
