//! Money: exact amounts in the currency of the call.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::Rational;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::decimal;
use crate::units::whole_units;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        description = "An exact amount of money in the currency's main unit: a decimal number as text.",
        extend("pattern" = r"^-?[0-9]+(\.[0-9]+)?$")
    )
)]
#[serde(try_from = "String", into = "String")]
pub struct Money(Decimal);

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
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The largest amount a call may hold: 10¹⁵. Sums of a hundred million such amounts are exact.
    pub const LARGEST: Self = Self(Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0));

    /// The amount in whole units of the currency.
    #[must_use]
    pub fn new(whole: i64) -> Self {
        Self(Decimal::from(whole))
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
        decimal::parse_money(text, currency)?.try_into()
    }

    /// The amount as a decimal number.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// The amount as an exact fraction.
    #[must_use]
    pub fn rational(self) -> Rational {
        decimal::rational(self.0)
    }

    /// The exact amount rounded to hundredths (öre), a tie to the even one: 0.125 is 0.12, and 0.135 is 0.14.
    ///
    /// # Errors
    ///
    /// When the amount is larger than an amount may be.
    pub fn rounded_half_even(amount: &Rational) -> Result<Self, MoneyError> {
        let hundredths = amount * &Rational::from(100_i64);
        let below = hundredths.floor();
        let two = Rational::from(2_i64);
        let is_odd = !(&below / &two).is_integer();
        let up = match (&(&hundredths - &below) * &two).cmp(&Rational::ONE) {
            Ordering::Less => false,
            Ordering::Equal => is_odd,
            Ordering::Greater => true,
        };
        let whole = if up { &below + &Rational::ONE } else { below };
        let whole = whole.to_i128().ok_or(MoneyError::TooLarge)?;
        Decimal::try_from_i128_with_scale(whole, 2).map_err(|_| MoneyError::TooLarge)?.try_into()
    }

    /// The exact amount rounded up to hundredths (öre).
    ///
    /// # Errors
    ///
    /// When the amount is larger than an amount may be.
    pub fn rounded_up(amount: &Rational) -> Result<Self, MoneyError> {
        let hundredths = (amount * &Rational::from(100_i64)).ceil().to_i128().ok_or(MoneyError::TooLarge)?;
        Decimal::try_from_i128_with_scale(hundredths, 2).map_err(|_| MoneyError::TooLarge)?.try_into()
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < Decimal::ZERO
    }

    /// Whether the amount is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether the amount is a whole multiple of `unit`; `unit` is above zero.
    #[must_use]
    pub fn is_multiple_of(self, unit: Self) -> bool {
        (self.0 % unit.0).is_zero()
    }

    /// How many whole units the amount holds, rounded down; `unit` is above zero.
    pub fn whole_units(self, unit: Self) -> i128 {
        let scale = self.0.scale().max(unit.0.scale());
        let scaled = |amount: Decimal| {
            let factor = 10_i128.checked_pow(scale - amount.scale())?;
            amount.mantissa().checked_mul(factor)
        };
        match (scaled(self.0), scaled(unit.0)) {
            (Some(amount), Some(unit @ 1..)) => amount.div_euclid(unit),
            _ => whole_units(&self.rational(), unit),
        }
    }

    /// A sum of amounts, which may be larger than one amount can be.
    pub fn sum_of(sum: Decimal) -> Self {
        Self(sum.normalize())
    }

    /// `units` times `unit`, or `None` when that is no amount a [`Money`] can hold.
    #[must_use]
    pub fn of_units(units: i128, unit: Self) -> Option<Self> {
        let units = Decimal::try_from_i128_with_scale(units, 0).ok()?;
        units.checked_mul(unit.0).map(Self)
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
        if amount.scale() > 2 {
            return Err(MoneyError::FinerThanHundredths);
        }
        if amount.abs() > Self::LARGEST.0 {
            return Err(MoneyError::TooLarge);
        }
        Ok(Self(amount))
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

/// Plain: `1550000`, or `1550000.50` where there are hundredths.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.0.normalize();
        if plain.scale() == 0 { write!(f, "{plain}") } else { write!(f, "{plain:.2}") }
    }
}

/// Sums of amounts that are within [`Money::LARGEST`] each cannot leave the range of a decimal.
impl std::ops::Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| sum + amount)
    }
}
