//! Sums of many numbers.

use std::collections::BTreeMap;

use super::{Rational, Repr, WHOLE};

/// A sum of many numbers. Those of one denominator are added up by themselves, so that only as many sums of fractions are
/// made as there are denominators, however many numbers there are.
///
/// ```
/// use fordela_num::{Rational, Total};
///
/// let part = |n, d| Rational::new(n, d).unwrap();
/// let mut total = Total::default();
/// [part(1, 3), part(1, 2), part(4, 3)].iter().for_each(|number| total.add(number));
/// total.add_product(&part(2, 1), &part(3, 1));
/// assert_eq!(total.sum(), part(49, 6));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Total {
    whole: i128,
    /// Sums of numerators, by denominator.
    parts: BTreeMap<u64, i128>,
    /// What is beyond these.
    rest: Rational,
}

impl Total {
    /// Adds a number.
    #[inline]
    pub fn add(&mut self, number: &Rational) {
        let Repr::Small(n, d) = number.0 else { return self.rest += number };
        let sum = if d == WHOLE { &mut self.whole } else { self.parts.entry(d.get()).or_default() };
        match sum.checked_add(i128::from(n)) {
            Some(more) => *sum = more,
            None => self.rest += number,
        }
    }

    /// Adds a product.
    #[inline]
    pub fn add_product(&mut self, factor: &Rational, other: &Rational) {
        self.add(&(factor * other));
    }

    /// All that was added. What fits a larger denominator is counted in it, and neighbours are added first, so that large
    /// numbers are made of large ones.
    #[must_use]
    pub fn sum(&self) -> Rational {
        let mut parts: Vec<(u64, i128)> = Vec::new();
        for (&d, &n) in self.parts.iter().rev() {
            let fits = parts.iter_mut().find(|(large, _)| large.is_multiple_of(d));
            let together = fits.and_then(|(large, sum)| {
                let more = n.checked_mul(i128::from(*large / d))?;
                sum.checked_add(more).map(|more| *sum = more)
            });
            if together.is_none() {
                parts.push((d, n));
            }
        }
        let mut terms: Vec<Rational> = parts.into_iter().map(|(d, n)| Rational::reduced(n, i128::from(d))).collect();
        while terms.len() > 1 {
            terms = terms.chunks(2).map(|pair| pair.iter().sum()).collect();
        }
        terms.into_iter().chain([Rational::from(self.whole)]).fold(self.rest.clone(), |sum, term| sum + term)
    }
}
