//! The operators of [`Rational`].

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use super::divisor::{gcd, gcd64};
use super::{Rational, Repr, WHOLE};

/// Knuth, The Art of Computer Programming 4.5.1: sums and products of reduced fractions need only
/// divisors of 64 bits.
impl Add for &Rational {
    type Output = Rational;
    #[inline]
    fn add(self, other: &Rational) -> Rational {
        match (&self.0, &other.0) {
            (Repr::Small(a, WHOLE), Repr::Small(c, WHOLE)) => {
                let sum = a.checked_add(*c).and_then(Rational::whole);
                sum.unwrap_or_else(|| Rational::from(i128::from(*a) + i128::from(*c)))
            }
            (Repr::Small(0, _), _) => other.clone(),
            (_, Repr::Small(0, _)) => self.clone(),
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                let (b, d) = (b.get(), d.get());
                let common = gcd64(b, d);
                let (b_rest, d_rest) = (u128::from(b / common), u128::from(d / common));
                // Products of two 63-bit numbers leave room for one addition.
                let sum = i128::from(*a) * d_rest.cast_signed() + i128::from(*c) * b_rest.cast_signed();
                // Wide divisions are dear.
                let divisor = match u128::from(common) {
                    1 => 1,
                    common => gcd(common, sum.unsigned_abs() % common),
                };
                if divisor == 1 {
                    return Rational::of_reduced(sum < 0, sum.unsigned_abs(), b_rest * u128::from(d));
                }
                let denominator = b_rest * (u128::from(d) / divisor);
                Rational::of_reduced(sum < 0, sum.unsigned_abs() / divisor, denominator)
            }
            _ => Rational::from_big(self.to_big() + other.to_big()),
        }
    }
}

impl Mul for &Rational {
    type Output = Rational;
    #[inline]
    fn mul(self, other: &Rational) -> Rational {
        match (&self.0, &other.0) {
            (Repr::Small(a, WHOLE), Repr::Small(c, WHOLE)) => {
                let product = a.checked_mul(*c).and_then(Rational::whole);
                product.unwrap_or_else(|| Rational::from(i128::from(*a) * i128::from(*c)))
            }
            (Repr::Small(1, WHOLE), _) => other.clone(),
            (_, Repr::Small(1, WHOLE)) => self.clone(),
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                let (one, other) = ((a.unsigned_abs(), b.get()), (c.unsigned_abs(), d.get()));
                Rational::product((*a < 0) != (*c < 0), one, other)
            }
            _ => Rational::from_big(self.to_big() * other.to_big()),
        }
    }
}

impl Neg for &Rational {
    type Output = Rational;
    #[inline]
    fn neg(self) -> Rational {
        match &self.0 {
            Repr::Small(n, d) => Rational(Repr::Small(-n, *d)),
            Repr::Big(b) => Rational::from_big(-(**b).clone()),
        }
    }
}

impl Sub for &Rational {
    type Output = Rational;
    #[inline]
    fn sub(self, other: &Rational) -> Rational {
        self + &-other
    }
}

/// Division; dividing by zero is a fault of the caller and panics, as for every number in Rust.
impl Div for &Rational {
    type Output = Rational;
    #[inline]
    fn div(self, other: &Rational) -> Rational {
        match (&self.0, &other.0) {
            (_, Repr::Small(1, WHOLE)) => self.clone(),
            (_, Repr::Small(-1, WHOLE)) => -self,
            (Repr::Small(a, b), Repr::Small(c, d)) if *c != 0 => {
                let (one, other) = ((a.unsigned_abs(), b.get()), (d.get(), c.unsigned_abs()));
                Rational::product((*a < 0) != (*c < 0), one, other)
            }
            _ => Rational::from_big(self.to_big() / other.to_big()),
        }
    }
}

macro_rules! owned_operators {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait for Rational {
            type Output = Rational;
            #[inline]
            fn $method(self, other: Rational) -> Rational {
                (&self).$method(&other)
            }
        }
        impl $trait<&Rational> for Rational {
            type Output = Rational;
            #[inline]
            fn $method(self, other: &Rational) -> Rational {
                (&self).$method(other)
            }
        }
    )*};
}
owned_operators!(Add add, Sub sub, Mul mul, Div div);

impl Neg for Rational {
    type Output = Rational;
    fn neg(self) -> Rational {
        -&self
    }
}

impl AddAssign<&Rational> for Rational {
    #[inline]
    fn add_assign(&mut self, other: &Rational) {
        *self = &*self + other;
    }
}

impl SubAssign<&Rational> for Rational {
    #[inline]
    fn sub_assign(&mut self, other: &Rational) {
        *self = &*self - other;
    }
}

impl std::iter::Sum for Rational {
    fn sum<I: Iterator<Item = Rational>>(terms: I) -> Rational {
        terms.fold(Rational::ZERO, |sum, term| sum + term)
    }
}

impl<'a> std::iter::Sum<&'a Rational> for Rational {
    fn sum<I: Iterator<Item = &'a Rational>>(terms: I) -> Rational {
        terms.fold(Rational::ZERO, |sum, term| sum + term)
    }
}
