//! The number that a cell tells, beside its text.

use fordela::{Decimal, Money, Rational};
use fordela_words::{Words, share_in_percent};

use super::Cell;

/// Spreadsheets keep so many digits of a number.
const FLOAT_DIGITS: u32 = 15;

/// A number just as it is told, so that whoever reckons with it gets what is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// With as many decimals as are told.
    pub(crate) told: Decimal,
    pub(crate) kind: NumberKind,
}

/// What a number is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NumberKind {
    /// Money.
    Amount,
    /// Money, more or less than something else.
    Difference,
    /// A part of one; what is told is rounded, and this is not.
    Share(Rational),
    /// Anything else.
    Plain,
    /// Anything else, more or less than something else.
    Signed,
}

impl NumberKind {
    /// Whether several of them add up to one.
    pub(crate) fn adds_up(&self) -> bool {
        match self {
            Self::Amount | Self::Difference => true,
            Self::Share(_) | Self::Plain | Self::Signed => false,
        }
    }
}

impl Cell {
    /// `1 350 000`.
    pub(crate) fn amount(money: Money, words: Words<'_>) -> Self {
        Self::amount_of(&money.to_string(), words)
    }

    /// An amount that is rounded, as a plain decimal.
    pub(crate) fn amount_of(plain: &str, words: Words<'_>) -> Self {
        Self::told(words.number(plain), plain, NumberKind::Amount)
    }

    /// `+1 000` or `−1 000`, of an amount as a plain decimal.
    pub(crate) fn difference(plain: &str, words: Words<'_>) -> Self {
        Self::told(words.signed(plain), plain, NumberKind::Difference)
    }

    /// The same of what is no money.
    pub(crate) fn signed(plain: &str, words: Words<'_>) -> Self {
        Self::told(words.signed(plain), plain, NumberKind::Signed)
    }

    /// A plain decimal that is no money.
    pub(crate) fn number(plain: &str, words: Words<'_>) -> Self {
        Self::told(words.number(plain), plain, NumberKind::Plain)
    }

    /// `85,5 %`.
    pub(crate) fn share(share: &Rational, words: Words<'_>) -> Self {
        let hundredth = Decimal::new(1, 2);
        let told = share_in_percent(share).parse().ok().and_then(|percent: Decimal| percent.checked_mul(hundredth));
        let number = told.map(|told| Number { told, kind: NumberKind::Share(share.clone()) });
        Self { number, ..Self::new(words.share(share)) }
    }

    /// A whole number whose digits stand together, such as a place in a list.
    pub(crate) fn plain(digits: String) -> Self {
        let number = digits.parse().ok().map(|told| Number { told, kind: NumberKind::Plain });
        Self { number, ..Self::new(digits) }
    }

    /// A cell with nothing to say.
    pub(crate) fn dash() -> Self {
        Self::new("–")
    }

    /// A cell of what may be unknown.
    pub(crate) fn or_dash(cell: Option<Self>) -> Self {
        cell.unwrap_or_else(Self::dash)
    }

    /// A number that has more digits than a decimal holds is told as text alone.
    fn told(text: String, plain: &str, kind: NumberKind) -> Self {
        let number = Decimal::from_str_exact(plain).ok().map(|told| Number { told, kind });
        Self { number, ..Self::new(text) }
    }
}

impl Number {
    /// The number as spreadsheets keep it, unless it has more digits than they keep.
    pub(crate) fn float(&self) -> Option<f64> {
        let number = self.told.normalize();
        let fits = number.mantissa().unsigned_abs() < 10_u128.pow(FLOAT_DIGITS);
        fits.then(|| number.to_string().parse().ok())?
    }

    /// What is told, as a fraction.
    pub(crate) fn rational(&self) -> Rational {
        self.told.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordela::Lang;

    const SV: Words<'_> = Words { lang: Lang::Sv, currency: "SEK" };

    #[test]
    fn a_number_is_what_its_text_says() {
        let third = Rational::new(1, 3).unwrap_or_default();
        let nearly_all = Rational::new(99_999, 100_000).unwrap_or_default();
        for (cell, text, number) in [
            (Cell::amount(Money::new(1_350_000), SV), "1\u{a0}350\u{a0}000", "1350000"),
            (Cell::amount_of("1.50", SV), "1,50", "1.50"),
            (Cell::difference("-1000", SV), "\u{2212}1\u{a0}000", "-1000"),
            (Cell::signed("0.10", SV), "+0,10", "0.10"),
            (Cell::number("0.67", SV), "0,67", "0.67"),
            (Cell::plain("1024".to_owned()), "1024", "1024"),
            (Cell::share(&third, SV), "33,3\u{a0}%", "0.333"),
            (Cell::share(&nearly_all, SV), "99,9\u{a0}%", "0.999"),
            (Cell::share(&Rational::ONE, SV), "100\u{a0}%", "1.00"),
        ] {
            assert_eq!(cell.full, text);
            assert_eq!(cell.number.map(|number| number.told.to_string()).as_deref(), Some(number), "{text}");
        }
        assert_eq!(Cell::number(&"9".repeat(40), SV).number, None);
    }

    #[test]
    fn fifteen_digits_are_kept() {
        let float = |plain: &str| Cell::number(plain, SV).number.and_then(|number| number.float());
        assert_eq!(float("999999999999999").map(|float| float.to_string()).as_deref(), Some("999999999999999"));
        assert_eq!(float("9999999999999.99").map(|float| float.to_string()).as_deref(), Some("9999999999999.99"));
        assert!(float("1234567890123456").is_none() && float("0.1234567890123456").is_none());
    }
}
