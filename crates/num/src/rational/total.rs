//! Sums of many numbers.

use std::collections::BTreeMap;

use dashu_int::ops::DivEuclid;
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

use super::{Rational, Repr, WHOLE};

/// A denominator is tried to fit so many of the largest.
const TRIED: usize = 64;

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
    /// The same of what is beyond these.
    large: BTreeMap<UBig, IBig>,
}

impl Total {
    /// Adds a number.
    #[inline]
    pub fn add(&mut self, number: &Rational) {
        let Repr::Small(n, d) = number.0 else { return self.add_large(number.to_big()) };
        let sum = if d == WHOLE { &mut self.whole } else { self.parts.entry(d.get()).or_default() };
        match sum.checked_add(i128::from(n)) {
            Some(more) => *sum = more,
            None => self.add_large(number.to_big()),
        }
    }

    /// Adds a product.
    #[inline]
    pub fn add_product(&mut self, factor: &Rational, other: &Rational) {
        self.add(&(factor * other));
    }

    fn add_large(&mut self, number: RBig) {
        let (n, d) = number.into_parts();
        *self.large.entry(d).or_default() += n;
    }

    /// The largest whole number that is not above the sum, and the smallest that is not below it.
    #[must_use]
    pub fn around(&self) -> (Rational, Rational) {
        if let Some(whole) = self.beyond() {
            return (Rational::from(whole), Rational::from(whole + 1));
        }
        let sum = self.sum();
        (sum.floor(), sum.ceil())
    }

    /// Whether the sum is this number.
    #[must_use]
    pub fn is(&self, number: &Rational) -> bool {
        !(number.is_integer() && self.beyond().is_some()) && self.sum() == *number
    }

    /// The whole number that the sum is beyond, by less than one; `None` where it may be a whole number, as far as steps of
    /// 2⁻⁶⁴ for each denominator tell, or is too large to tell soon.
    fn beyond(&self) -> Option<i128> {
        let (mut whole, mut steps) = (self.whole, 0_u128);
        for (&d, n) in &self.parts {
            whole = whole.checked_add(n.div_euclid(i128::from(d)))?;
            // Denominators have 63 bits at most.
            let left = n.rem_euclid(i128::from(d)).unsigned_abs();
            steps = steps.checked_add((left << 64) / u128::from(d))?;
        }
        for (d, n) in &self.large {
            let counted = (n << 64).div_euclid(IBig::from(d.clone()));
            whole = whole.checked_add(i128::try_from(&counted >> 64).ok()?)?;
            steps = steps.checked_add(u128::try_from(counted & IBig::from(u64::MAX)).ok()?)?;
        }
        let (more, steps) = (steps >> 64, steps & u128::from(u64::MAX));
        // Each part is less than a step above what was counted.
        let most = steps + u128::try_from(self.parts.len() + self.large.len()).ok()?;
        if steps == 0 || most >> 64 > 0 {
            return None;
        }
        whole.checked_add_unsigned(more)
    }

    /// All that was added. What fits a larger denominator is counted in it, and neighbours are added first, so that large
    /// numbers are made of large ones.
    #[must_use]
    pub fn sum(&self) -> Rational {
        let mut parts: Vec<(UBig, IBig)> = Vec::new();
        let small = self.parts.iter().rev().map(|(d, n)| (UBig::from(*d), IBig::from(*n)));
        for (d, n) in self.large.iter().rev().map(|(d, n)| (d.clone(), n.clone())).chain(small) {
            match parts.iter_mut().take(TRIED).find(|(large, _)| (large % &d).is_zero()) {
                Some((large, sum)) => *sum += n * IBig::from(&*large / &d),
                None => parts.push((d, n)),
            }
        }
        let mut terms: Vec<RBig> = parts.into_iter().map(|(d, n)| RBig::from_parts(n, d)).collect();
        while terms.len() > 1 {
            terms = terms.chunks(2).map(|pair| pair.iter().fold(RBig::ZERO, |sum, term| sum + term)).collect();
        }
        terms.into_iter().fold(Rational::from(self.whole), |sum, term| sum + Rational::from_big(term))
    }
}

impl From<&Rational> for Total {
    fn from(number: &Rational) -> Self {
        let mut total = Self::default();
        total.add(number);
        total
    }
}
