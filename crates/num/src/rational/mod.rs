//! Exact rational numbers with a fast path for small ones.

mod divisor;
mod ops;
mod total;

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU64;

use dashu_int::ops::BitTest;
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use serde::{Serialize, Serializer};

use divisor::{gcd, gcd64};
pub use total::Total;

/// An exact rational number.
///
/// Numbers whose reduced numerator and denominator fit 64 bits are kept in place; larger ones go to
/// the heap. The form is canonical, so that equality and hashing are those of the number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Rational(Repr);

/// No denominator is zero, so that the tag has its place there, and a number takes no more than its two halves.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    /// Reduced; neither half is beyond `i64::MAX`.
    Small(i64, NonZeroU64),
    /// Only what does not fit `Small`.
    Big(Box<RBig>),
}

/// As exact text, `n` or `n/d`.
impl Serialize for Rational {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How many times longer it takes at least to compute with a number on the heap, and after how many bits once more.
const BIG: usize = 16;
const BITS_A_STEP: usize = 16;

/// The denominator of whole numbers.
const WHOLE: NonZeroU64 = NonZeroU64::MIN;

/// The smallest numerator kept in place: `i64::MIN` has no negation in 64 bits.
const SMALLEST: i64 = -i64::MAX;

impl Rational {
    /// Zero.
    pub const ZERO: Self = Self(Repr::Small(0, WHOLE));
    /// One.
    pub const ONE: Self = Self(Repr::Small(1, WHOLE));

    /// `numerator / denominator`, or `None` when the denominator is zero.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        Some(Self::reduced(numerator, denominator))
    }

    /// Whether the number is zero.
    #[must_use]
    #[inline]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Repr::Small(0, _))
    }

    /// Whether the number is above zero.
    #[must_use]
    #[inline]
    pub fn is_positive(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n > 0,
            Repr::Big(b) => **b > RBig::ZERO,
        }
    }

    /// Whether the number is below zero.
    #[must_use]
    #[inline]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n < 0,
            Repr::Big(b) => **b < RBig::ZERO,
        }
    }

    /// Whether the number is whole.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Small(_, d) => *d == WHOLE,
            Repr::Big(b) => b.is_int(),
        }
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// How far from zero this number is, compared with another one.
    pub fn cmp_abs(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                let (up, other_up) = (u128::from(a.unsigned_abs()), u128::from(c.unsigned_abs()));
                (up * u128::from(d.get())).cmp(&(other_up * u128::from(b.get())))
            }
            _ => self.abs().cmp(&other.abs()),
        }
    }

    /// The largest whole number not above this one.
    #[must_use]
    pub fn floor(&self) -> Self {
        match &self.0 {
            Repr::Small(_, WHOLE) => self.clone(),
            Repr::Small(n, d) => Self(Repr::Small(n.div_euclid(d.get().cast_signed()), WHOLE)),
            Repr::Big(b) => Self::from_big(RBig::from(b.floor())),
        }
    }

    /// The smallest whole number not below this one.
    #[must_use]
    pub fn ceil(&self) -> Self {
        -&(-self).floor()
    }

    /// The nearest whole number; of two that are as near, the even one.
    #[must_use]
    pub fn half_even(&self) -> Self {
        if let Repr::Small(n, d) = self.0 {
            // No denominator is beyond what is signed.
            let d = d.get().cast_signed();
            let (below, rest) = (n.div_euclid(d), n.rem_euclid(d));
            let up = match rest.cmp(&(d - rest)) {
                Ordering::Less => 0,
                Ordering::Equal => below.rem_euclid(2),
                Ordering::Greater => 1,
            };
            return Self::from(below + up);
        }
        let (below, two) = (self.floor(), Self::from(2_i64));
        let up = match (&(self - &below) * &two).cmp(&Self::ONE) {
            Ordering::Less => false,
            Ordering::Equal => !(&below / &two).is_integer(),
            Ordering::Greater => true,
        };
        if up { &below + &Self::ONE } else { below }
    }

    /// The number as a whole `i128`, or `None` when it is broken or does not fit.
    #[must_use]
    pub fn to_i128(&self) -> Option<i128> {
        match &self.0 {
            Repr::Small(n, WHOLE) => Some(i128::from(*n)),
            Repr::Small(..) => None,
            Repr::Big(b) if b.is_int() => i128::try_from(b.numerator()).ok(),
            Repr::Big(_) => None,
        }
    }

    /// The number as a whole `i64`, or `None` when it is broken or does not fit.
    #[must_use]
    #[inline]
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Small(n, WHOLE) => Some(*n),
            Repr::Small(..) | Repr::Big(_) => None,
        }
    }

    /// How many times longer than with a small number it takes to compute with this one, about.
    pub fn size(&self) -> usize {
        match &self.0 {
            Repr::Small(..) => 1,
            Repr::Big(b) => BIG + (b.numerator().bit_len() + b.denominator().bit_len()) / BITS_A_STEP,
        }
    }

    /// The nearest `f64`, for a solver; never for money.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "the nearest float is what is asked for")]
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            Repr::Small(n, WHOLE) => *n as f64,
            Repr::Small(n, d) => *n as f64 / d.get() as f64,
            Repr::Big(b) => b.to_f64().value(),
        }
    }

    /// The float as an exact number, or `None` when it is not finite.
    #[must_use]
    pub fn from_f64(value: f64) -> Option<Self> {
        RBig::try_from(value).ok().map(Self::from_big)
    }

    /// A number above zero that makes all of these whole when it multiplies them; 1 where the least one
    /// is beyond 64 bits.
    pub fn common_denominator<'a>(numbers: impl Iterator<Item = &'a Self>) -> Self {
        let mut common: u64 = 1;
        for number in numbers {
            let Repr::Small(_, denominator) = number.0 else { return Self::ONE };
            let denominator = denominator.get();
            let Some(next) = common.checked_mul(denominator / gcd64(common, denominator)) else { return Self::ONE };
            common = next;
        }
        Self::from(i128::from(common))
    }

    /// The largest number that both are whole multiples of, at least zero: Euclid's algorithm.
    ///
    /// ```
    /// use fordela_num::Rational;
    ///
    /// let part = |n, d| Rational::new(n, d).unwrap();
    /// assert_eq!(part(3, 2).common_measure(&part(5, 3)), part(1, 6));
    /// assert_eq!(part(3, 2).common_measure(&Rational::ZERO), part(3, 2));
    /// ```
    #[must_use]
    pub fn common_measure(&self, other: &Self) -> Self {
        let (mut large, mut small) = (self.abs(), other.abs());
        while !small.is_zero() {
            let rest = &large - &((&large / &small).floor() * &small);
            (large, small) = (small, rest);
        }
        large
    }

    /// `self + factor * other`, the step of every elimination.
    #[must_use]
    #[inline]
    pub fn plus_product(&self, factor: &Self, other: &Self) -> Self {
        if factor.is_zero() || other.is_zero() {
            return self.clone();
        }
        self + &(factor * other)
    }

    fn reduced(n: i128, d: i128) -> Self {
        if d == 1 {
            return Self::from(n);
        }
        if n == 0 {
            return Self::ZERO;
        }
        let divisor = gcd(n.unsigned_abs(), d.unsigned_abs());
        Self::of_reduced((n < 0) != (d < 0), n.unsigned_abs() / divisor, d.unsigned_abs() / divisor)
    }

    /// A whole number in place, where it fits.
    #[inline]
    fn whole(n: i64) -> Option<Self> {
        (n >= SMALLEST).then_some(Self(Repr::Small(n, WHOLE)))
    }

    /// The product of two reduced fractions, from its sign and theirs.
    #[inline]
    fn product(negative: bool, (a, b): (u64, u64), (c, d): (u64, u64)) -> Self {
        if a == 0 || c == 0 {
            return Self::ZERO;
        }
        // Divisions are dear, and mostly there is nothing to divide by.
        let without = |a: u64, b: u64, shared: u64| if shared == 1 { (a, b) } else { (a / shared, b / shared) };
        let (a, d) = without(a, d, gcd64(a, d));
        let (c, b) = without(c, b, gcd64(c, b));
        Self::of_reduced(negative, u128::from(a) * u128::from(c), u128::from(b) * u128::from(d))
    }

    /// A fraction that is reduced already, from its sign and parts.
    #[inline]
    fn of_reduced(negative: bool, up: u128, down: u128) -> Self {
        match (i64::try_from(up), small_denominator(down)) {
            (Ok(up), Some(down)) => Self(Repr::Small(if negative { -up } else { up }, down)),
            _ => Self::of_large(negative, up, down),
        }
    }

    /// A reduced fraction that does not fit in place.
    #[cold]
    fn of_large(negative: bool, up: u128, down: u128) -> Self {
        let up = IBig::from(up);
        let up = if negative { -up } else { up };
        Self(Repr::Big(Box::new(RBig::from_parts(up, UBig::from(down)))))
    }

    fn from_big(big: RBig) -> Self {
        let down = u128::try_from(big.denominator()).ok().and_then(small_denominator);
        match (i64::try_from(big.numerator()), down) {
            (Ok(n @ SMALLEST..), Some(d)) => Self(Repr::Small(n, d)),
            _ => Self(Repr::Big(Box::new(big))),
        }
    }

    fn to_big(&self) -> RBig {
        match &self.0 {
            Repr::Small(n, d) => RBig::from_parts(IBig::from(*n), UBig::from(d.get())),
            Repr::Big(b) => (**b).clone(),
        }
    }
}

/// A denominator as it is kept in place, where it fits.
#[inline]
fn small_denominator(down: u128) -> Option<NonZeroU64> {
    u64::try_from(down).ok().filter(|down| *down <= i64::MAX.unsigned_abs()).and_then(NonZeroU64::new)
}

/// Zero.
impl Default for Rational {
    fn default() -> Self {
        Self::ZERO
    }
}

impl From<i64> for Rational {
    #[inline]
    fn from(value: i64) -> Self {
        Self::whole(value).unwrap_or_else(|| Self::of_large(true, u128::from(value.unsigned_abs()), 1))
    }
}

impl From<i128> for Rational {
    #[inline]
    fn from(value: i128) -> Self {
        let small = i64::try_from(value).ok().and_then(Self::whole);
        small.unwrap_or_else(|| Self::of_large(value < 0, value.unsigned_abs(), 1))
    }
}

impl Ord for Rational {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                if b == d {
                    a.cmp(c)
                } else {
                    (i128::from(*a) * i128::from(d.get())).cmp(&(i128::from(*c) * i128::from(b.get())))
                }
            }
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Rational {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// `n` or `n/d`, reduced.
impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Small(n, WHOLE) => write!(f, "{n}"),
            Repr::Small(n, d) => write!(f, "{n}/{d}"),
            Repr::Big(b) => write!(f, "{b}"),
        }
    }
}

impl fmt::Debug for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edge() -> impl Strategy<Value = i64> {
        prop_oneof![-9_i64..10, any::<i64>(), Just(i64::MIN), Just(i64::MAX), Just(1 << 62)]
    }

    fn rational() -> impl Strategy<Value = Rational> {
        (edge(), edge(), edge()).prop_map(|(n, d, m)| {
            let small = Rational::new(i128::from(n), i128::from(d)).unwrap_or(Rational::ONE);
            &small * &Rational::from(m)
        })
    }

    proptest! {
        // The oracle is dashu's own arithmetic on the numbers as they are.
        #[test]
        fn agrees_with_big_arithmetic(a in rational(), b in rational()) {
            let big = |r: RBig| Rational::from_big(r);
            prop_assert_eq!(&a + &b, big(a.to_big() + b.to_big()));
            prop_assert_eq!(&a - &b, big(a.to_big() - b.to_big()));
            prop_assert_eq!(&a * &b, big(a.to_big() * b.to_big()));
            prop_assert_eq!(a.cmp(&b), a.to_big().cmp(&b.to_big()));
            prop_assert_eq!(a.cmp_abs(&b), a.abs().cmp(&b.abs()));
            prop_assert_eq!(a.floor(), big(RBig::from(a.to_big().floor())));
            prop_assert_eq!(a.ceil(), big(RBig::from(a.to_big().ceil())));
            if !b.is_zero() {
                prop_assert_eq!(&a / &b, big(a.to_big() / b.to_big()));
            }
        }

        // The oracle is one sum after the other.
        #[test]
        fn adds_up_by_denominators(numbers in proptest::collection::vec(rational(), 0..20), factor in rational()) {
            let mut total = Total::default();
            numbers.iter().for_each(|number| total.add(number));
            numbers.iter().for_each(|number| total.add_product(&factor, number));
            let sum: Rational = numbers.iter().sum();
            let sum = &sum + &(&sum * &factor);
            prop_assert_eq!(total.around(), (sum.floor(), sum.ceil()));
            prop_assert!(total.is(&sum) && !total.is(&(&sum + &Rational::ONE)));
            prop_assert_eq!(total.is(&sum.floor()), sum.is_integer());
            prop_assert_eq!(total.sum(), sum);
        }

        #[test]
        fn what_fits_is_small(a in rational()) {
            let fits = i64::try_from(a.to_big().numerator()).is_ok_and(|n| n != i64::MIN)
                && i64::try_from(a.to_big().denominator()).is_ok();
            prop_assert_eq!(fits, matches!(a.0, Repr::Small(..)));
        }

        #[test]
        fn floats_are_taken_exactly(f in any::<f64>()) {
            match Rational::from_f64(f) {
                Some(r) => prop_assert_eq!(r.to_f64().to_bits(), (f + 0.0).to_bits()),
                None => prop_assert!(!f.is_finite()),
            }
        }
    }

    #[test]
    fn a_number_takes_no_more_than_its_halves() {
        assert_eq!(size_of::<Rational>(), 16);
    }

    #[test]
    fn zero_denominator_is_no_number() {
        assert_eq!(Rational::new(1, 0), None);
    }
}
