//! Money: exact amounts in the currency of the call.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::Rational;
use rust_decimal::Decimal;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::decimal;

/// The hundredths of one.
const HUNDREDTHS: i128 = 100;
const HUNDREDTHS_64: i64 = 100;

/// The most hundredths that a sum may be of: as many as a decimal holds.
const MOST: i128 = (1 << 96) - 1;

/// Room for the text of any sum: a sign, the digits of 128 bits and a point.
const LENGTH: usize = 41;

/// An exact amount of money, in whole and parts of the currency's main unit (kronor and öre).
///
/// ```
/// use fordela_num::Money;
///
/// let asked: Money = "1 550 000,50 kr".parse()?;
/// assert_eq!(asked, "1550000.50".parse()?);
/// assert_eq!(asked.to_string(), "1550000.50");
/// # Ok::<(), fordela_num::MoneyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        into = "String",
        try_from = "String",
        description = "An exact amount of money in the currency's main unit: a decimal number as text.",
        extend("pattern" = r"^-?[0-9]+(\.[0-9]+)?$")
    )
)]
pub struct Money(
    /// A whole number of hundredths, as bytes: as a number of 128 bits it would make whatever holds an amount larger, as these
    /// must stand at every sixteenth byte.
    [u8; 16],
);

/// Why a text is no amount of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoneyError {
    /// The text is empty.
    Empty,
    /// The text holds something else than a number and a currency.
    NotANumber,
    /// It is marked as an amount in another currency than that of the call.
    OtherCurrency,
    /// It cannot be told whether the comma or point parts thousands or decimals.
    Ambiguous,
    /// There are more than two decimals.
    FinerThanHundredths,
    /// The amount is above [`Money::LARGEST`] or below its negative.
    TooLarge,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the amount is empty",
            Self::NotANumber => "this is not an amount of money",
            Self::OtherCurrency => "the amount is in another currency than the call",
            Self::Ambiguous => "it is unclear whether the separator parts thousands or decimals",
            Self::FinerThanHundredths => "an amount has at most two decimals",
            Self::TooLarge => "the amount is larger than 1 000 000 000 000 000",
        })
    }
}

impl std::error::Error for MoneyError {}

impl Money {
    /// No money.
    pub const ZERO: Self = Self::of_hundredths(0);
    /// The smallest amount above nothing.
    pub const HUNDREDTH: Self = Self::of_hundredths(1);
    /// The largest amount a call may hold: 10¹⁵. Sums of a hundred million such amounts are exact.
    pub const LARGEST: Self = Self::of_hundredths(HUNDREDTHS * 1_000_000_000_000_000);

    /// The amount in whole units of the currency.
    #[must_use]
    pub fn new(whole: i64) -> Self {
        Self::of_hundredths(i128::from(whole) * HUNDREDTHS)
    }

    const fn of_hundredths(hundredths: i128) -> Self {
        Self(hundredths.to_ne_bytes())
    }

    const fn hundredths(self) -> i128 {
        i128::from_ne_bytes(self.0)
    }

    /// Reads an amount as people write it, exactly. It may be marked by the code of the currency, and by what people
    /// write for it: `kr`, `kronor` and `:-` for crowns, `€` and `euro` for euros; and be told in thousands or millions:
    /// `tkr`, `mnkr` and `Mkr`, or by a word before the currency.
    ///
    /// ```
    /// use fordela_num::{Money, MoneyError};
    ///
    /// assert_eq!(Money::parse_in("55 000 EUR", "EUR"), Ok(Money::new(55_000)));
    /// assert_eq!(Money::parse_in("1,35 mnkr", "SEK"), Ok(Money::new(1_350_000)));
    /// assert_eq!(Money::parse_in("55 000 kr", "EUR"), Err(MoneyError::OtherCurrency));
    /// assert_eq!(Money::parse_in("1 350,000", "SEK"), Err(MoneyError::Ambiguous));
    /// ```
    ///
    /// # Errors
    ///
    /// When it is no amount, or may be several: see [`MoneyError`].
    pub fn parse_in(text: &str, currency: &str) -> Result<Self, MoneyError> {
        // Most amounts are nothing but digits.
        match text.trim().parse::<u64>() {
            Ok(whole) => Self::of_hundredths(i128::from(whole) * HUNDREDTHS).as_amount(),
            Err(_) => decimal::parse_money(text, currency)?.try_into(),
        }
    }

    /// The sum as one amount, which it may be too large for.
    fn as_amount(self) -> Result<Self, MoneyError> {
        if self.hundredths().unsigned_abs() <= Self::LARGEST.hundredths().unsigned_abs() {
            Ok(self)
        } else {
            Err(MoneyError::TooLarge)
        }
    }

    /// The amount as a decimal number.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(self.hundredths(), 2).normalize()
    }

    /// The amount as an exact fraction.
    #[must_use]
    pub fn rational(self) -> Rational {
        match i64::try_from(self.hundredths()) {
            Ok(hundredths) if hundredths % HUNDREDTHS_64 == 0 => Rational::from(hundredths / HUNDREDTHS_64),
            _ => Rational::new(self.hundredths(), HUNDREDTHS).unwrap_or_default(),
        }
    }

    /// The exact amount rounded to hundredths (öre), a tie to the even one: 0.125 is 0.12, and 0.135 is 0.14.
    ///
    /// # Errors
    ///
    /// When the amount is larger than an amount may be.
    pub fn rounded_half_even(amount: &Rational) -> Result<Self, MoneyError> {
        Self::amount_of(&(amount * &Rational::from(100_i64)).half_even())
    }

    /// The exact amount rounded up to hundredths (öre).
    ///
    /// # Errors
    ///
    /// When the amount is larger than an amount may be.
    pub fn rounded_up(amount: &Rational) -> Result<Self, MoneyError> {
        Self::amount_of(&(amount * &Rational::from(100_i64)).ceil())
    }

    /// A whole number of hundredths as one amount, which it may be too large for.
    fn amount_of(hundredths: &Rational) -> Result<Self, MoneyError> {
        Self::of_hundredths(hundredths.to_i128().ok_or(MoneyError::TooLarge)?).as_amount()
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.hundredths() < 0
    }

    /// Whether the amount is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0 == [0; 16]
    }

    /// Whether the amount is a whole multiple of `unit`; `unit` is above zero.
    #[must_use]
    pub fn is_multiple_of(self, unit: Self) -> bool {
        self.hundredths() % unit.hundredths() == 0
    }

    /// How many units the amount is, exactly; `unit` is above zero.
    #[must_use]
    pub fn in_units(self, unit: Self) -> Rational {
        let (own, unit) = (self.hundredths(), unit.hundredths());
        match own.checked_rem(unit) {
            Some(0) => Rational::from(own / unit),
            _ => Rational::new(own, unit).unwrap_or_default(),
        }
    }

    /// How many whole units the amount holds, rounded down; `unit` is above zero.
    pub fn whole_units(self, unit: Self) -> i128 {
        self.hundredths().div_euclid(unit.hundredths())
    }

    /// `units` times `unit`, or `None` when that is no amount a [`Money`] can hold.
    #[must_use]
    pub fn of_units(units: i128, unit: Self) -> Option<Self> {
        units.checked_mul(unit.hundredths()).filter(|sum| (-MOST..=MOST).contains(sum)).map(Self::of_hundredths)
    }
}

impl Ord for Money {
    fn cmp(&self, other: &Self) -> Ordering {
        self.hundredths().cmp(&other.hundredths())
    }
}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Money {
    fn from(whole: i64) -> Self {
        Self::new(whole)
    }
}

/// The amount as it stands; limits on size and decimals are those of the text form.
impl TryFrom<Decimal> for Money {
    type Error = MoneyError;

    fn try_from(amount: Decimal) -> Result<Self, MoneyError> {
        let amount = amount.normalize();
        let finer = 2_u32.checked_sub(amount.scale()).ok_or(MoneyError::FinerThanHundredths)?;
        // A decimal has at most 96 bits, so that there is room for two digits more.
        Self::of_hundredths(amount.mantissa() * 10_i128.pow(finer)).as_amount()
    }
}

/// Reads `1_550_000`, `1550000.50`, `1 550 000,50 kr`, `1.550.000,50` and their like, exactly, as kronor.
impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        Self::parse_in(text, "SEK")
    }
}

impl TryFrom<String> for Money {
    type Error = MoneyError;

    fn try_from(text: String) -> Result<Self, MoneyError> {
        text.parse()
    }
}

impl From<Money> for String {
    fn from(money: Money) -> Self {
        money.to_string()
    }
}

/// As text, in the form of [`fmt::Display`].
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.written(&mut [0; LENGTH]))
    }
}

/// From any form in which an amount is read.
impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Money;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Money, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Text)
    }
}

/// Plain: `1550000`, or `1550000.50` where there are hundredths.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written(&mut [0; LENGTH]))
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Money({self})")
    }
}

impl Money {
    /// The plain text of the amount, in the room that is given for it, from its end.
    fn written(self, room: &mut [u8; LENGTH]) -> &str {
        let mut from = room.len();
        let mut put = |byte: u8| {
            from -= 1;
            room[from] = byte;
        };
        let mut rest = self.hundredths().unsigned_abs();
        let mut digit = || {
            // Divisions of 64 bits are far quicker.
            let (tens, digit) = match u64::try_from(rest) {
                Ok(rest) => (u128::from(rest / 10), rest % 10),
                Err(_) => (rest / 10, u64::try_from(rest % 10).unwrap_or_default()),
            };
            rest = tens;
            (b'0' + u8::try_from(digit).unwrap_or_default(), tens == 0)
        };
        let (hundredths, tenths) = (digit().0, digit().0);
        if (tenths, hundredths) != (b'0', b'0') {
            [hundredths, tenths, b'.'].into_iter().for_each(&mut put);
        }
        loop {
            let (digit, is_last) = digit();
            put(digit);
            if is_last {
                break;
            }
        }
        if self.is_negative() {
            put(b'-');
        }
        str::from_utf8(&room[from..]).unwrap_or_default()
    }
}

/// Sums of amounts that are within [`Money::LARGEST`] each cannot leave the range of a decimal.
impl std::ops::Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::of_hundredths(self.hundredths() + other.hundredths())
    }
}

impl std::ops::Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::of_hundredths(self.hundredths() - other.hundredths())
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| sum + amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The oracle is the text of a decimal number.
    #[test]
    fn is_written_as_a_decimal_number() {
        for hundredths in [0, 5, 10, 100, 12_345, 1_000_050, 10_i128.pow(17), 7 * 10_i128.pow(24) + 30] {
            for hundredths in [hundredths, -hundredths] {
                let decimal = Decimal::from_i128_with_scale(hundredths, 2).normalize();
                let text = if decimal.scale() == 0 { decimal.to_string() } else { format!("{decimal:.2}") };
                let money = Money::of_hundredths(hundredths);
                assert_eq!(money.to_string(), text);
                assert_eq!((money.decimal(), money.rational()), (decimal, decimal.into()));
            }
        }
    }
}
