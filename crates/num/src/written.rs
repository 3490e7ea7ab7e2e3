//! Exact numbers as decimals in a text: every rounding has a name.

use crate::Rational;

/// The most decimals of a number that is printed exactly.
const EXACT: u32 = 12;

/// The decimals of a number that has no end.
const ENDLESS: u32 = 6;

/// The significant digits of a price.
const SIGNIFICANT: u32 = 4;

/// The number with this many decimals; a tie goes to the even digit.
#[must_use]
pub fn half_even(number: &Rational, places: u32) -> String {
    digits(&(number * &power(places)).half_even(), places)
}

/// The number with this many decimals, rounded down.
#[must_use]
pub fn rounded_down(number: &Rational, places: u32) -> String {
    digits(&(number * &power(places)).floor(), places)
}

/// What something is worth, with two decimals, rounded down: it is worth that much.
#[must_use]
pub fn value(number: &Rational) -> String {
    rounded_down(number, 2)
}

/// What nothing is worth more than, with two decimals, rounded up: nothing is worth more.
#[must_use]
pub fn bound(number: &Rational) -> String {
    digits(&(number * &power(2)).ceil(), 2)
}

/// The number with this many decimals, rounded up; `0` when it is zero.
#[must_use]
pub fn rounded_up(number: &Rational, places: u32) -> String {
    if number.is_zero() { "0".to_owned() } else { digits(&(number * &power(places)).ceil(), places) }
}

/// A part of one with this many decimals, a tie to the even digit. Just `0` and `1` stand for nothing and for all.
#[must_use]
pub fn part(number: &Rational, places: u32) -> String {
    if number.is_integer() { digits(number, 0) } else { half_even(number, places) }
}

/// The number as it is, up to twelve decimals; a number that needs more has six, a tie to the even digit.
#[must_use]
pub fn exact(number: &Rational) -> String {
    (0..=EXACT)
        .find(|&places| (number * &power(places)).is_integer())
        .map_or_else(|| half_even(number, ENDLESS), |places| digits(&(number * &power(places)), places))
}

/// An amount of money rounded to hundredths, a tie to the even one; without decimals where it is whole, as money is
/// written.
#[must_use]
pub fn amount(number: &Rational) -> String {
    let rounded = half_even(number, 2);
    rounded.strip_suffix(".00").map_or_else(|| rounded.clone(), str::to_owned)
}

/// The number with four significant digits, a tie to the even digit; `0` when it is zero.
#[must_use]
pub fn significant(number: &Rational) -> String {
    if number.is_zero() {
        return "0".to_owned();
    }
    let (mut size, ten) = (number.abs(), power(1));
    let mut places = SIGNIFICANT - 1;
    while size < Rational::ONE {
        size = &size * &ten;
        places += 1;
    }
    while size >= ten && places > 0 {
        size = &size / &ten;
        places -= 1;
    }
    half_even(number, places)
}

fn power(places: u32) -> Rational {
    10_i64
        .checked_pow(places)
        .map_or_else(|| (0..places).fold(Rational::ONE, |power, _| &power * &Rational::from(10_i64)), Rational::from)
}

/// A whole number with a point before its last digits.
fn digits(whole: &Rational, places: u32) -> String {
    let places = places as usize;
    let mut plain = whole.to_string();
    if places == 0 {
        return plain;
    }
    let sign = usize::from(whole.is_negative());
    let missing = (sign + places + 1).saturating_sub(plain.len());
    plain.insert_str(sign, &"0".repeat(missing));
    plain.insert(plain.len() - places, '.');
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(numerator: i128, denominator: i128) -> Rational {
        Rational::new(numerator, denominator).expect("a denominator")
    }

    #[test]
    fn rounds_ties_to_even() {
        assert_eq!(half_even(&fraction(1, 8), 2), "0.12");
        assert_eq!(half_even(&fraction(3, 8), 2), "0.38");
        assert_eq!(half_even(&fraction(2, 3), 2), "0.67");
        assert_eq!(half_even(&fraction(-1, 3), 2), "-0.33");
        assert_eq!(half_even(&fraction(-1, 8), 2), "-0.12");
        assert_eq!(half_even(&fraction(5, 2), 0), "2");
        // The same where numbers are beyond 64 bits.
        assert_eq!(half_even(&fraction(1_000_000_000_000_000_000_001, 2), 0), "500000000000000000000");
        assert_eq!(half_even(&fraction(1_000_000_000_000_000_000_003, 2), 0), "500000000000000000002");
        assert_eq!(half_even(&fraction(-1_000_000_000_000_000_000_001, 3), 0), "-333333333333333333334");
    }

    #[test]
    fn amounts_have_decimals_where_they_are_not_whole() {
        assert_eq!(amount(&Rational::ZERO), "0");
        assert_eq!(amount(&Rational::from(1_200_i64)), "1200");
        assert_eq!(amount(&fraction(3, 2)), "1.50");
        assert_eq!(amount(&fraction(1, 8)), "0.12");
        assert_eq!(amount(&fraction(1_999_999, 1_000_000)), "2");
    }

    #[test]
    fn rounds_a_gap_up() {
        assert_eq!(rounded_up(&Rational::ZERO, 2), "0");
        assert_eq!(rounded_up(&fraction(1, 1_000_000), 2), "0.01");
        assert_eq!(rounded_up(&fraction(3, 2), 2), "1.50");
    }

    #[test]
    fn a_value_is_never_told_above_what_it_is_nor_a_bound_below() {
        assert_eq!((value(&fraction(10, 3)), bound(&fraction(10, 3))), ("3.33".to_owned(), "3.34".to_owned()));
        assert_eq!((value(&fraction(5, 2)), bound(&fraction(5, 2))), ("2.50".to_owned(), "2.50".to_owned()));
        assert_eq!((value(&Rational::ZERO), bound(&Rational::ZERO)), ("0.00".to_owned(), "0.00".to_owned()));
        assert_eq!((value(&fraction(-1, 3)), bound(&fraction(-1, 3))), ("-0.34".to_owned(), "-0.33".to_owned()));
    }

    #[test]
    fn keeps_nothing_and_all_apart_from_nearly() {
        assert_eq!(part(&Rational::ZERO, 4), "0");
        assert_eq!(part(&Rational::ONE, 4), "1");
        assert_eq!(part(&fraction(99_999_999, 100_000_000), 4), "1.0000");
        assert_eq!(part(&fraction(1, 3), 4), "0.3333");
    }

    #[test]
    fn prints_what_ends_as_it_is() {
        assert_eq!(exact(&Rational::from(5_225_000_i64)), "5225000");
        assert_eq!(exact(&fraction(1, 400)), "0.0025");
        assert_eq!(exact(&fraction(1, 3)), "0.333333");
    }

    #[test]
    fn prints_prices_with_four_digits() {
        assert_eq!(significant(&Rational::ZERO), "0");
        assert_eq!(significant(&fraction(1, 3)), "0.3333");
        assert_eq!(significant(&fraction(-1, 300)), "-0.003333");
        assert_eq!(significant(&fraction(4, 3)), "1.333");
        assert_eq!(significant(&Rational::from(123_456_i64)), "123456");
    }
}
