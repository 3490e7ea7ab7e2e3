//! Words and numbers as a language writes them, with the currency of a call.

use fordela_num::{Money, Rational, written};

use crate::numerals::HARD_SPACE;
use crate::{Lang, numerals};

/// Counts in words, of things of common gender.
const SWEDISH_COUNTS: [&str; 13] =
    ["ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

const ENGLISH_COUNTS: [&str; 13] =
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A text that begins with a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// A share as a plain decimal of percent with one decimal, `85.5`, or none where it is whole. What is not quite all never reads
/// as all, and what is not quite nothing never as nothing.
#[must_use]
pub fn share_in_percent(share: &Rational) -> String {
    let percent = |part: &Rational, places| written::half_even(&(part * &Rational::from(100_i64)), places);
    if share.is_integer() {
        return percent(share, 0);
    }
    let thousandth = |n: i128| Rational::new(n, 1000).unwrap_or(Rational::ZERO);
    let (least, most) = (thousandth(1), thousandth(999));
    let within = if share < &Rational::ONE { share.clone().clamp(least, most) } else { share.clone() };
    percent(&within, 1)
}

/// Words and numbers in a language.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The language.
    pub lang: Lang,
    /// The currency of all money, an ISO 4217 code.
    pub currency: &'a str,
}

impl Words<'_> {
    /// The one of two texts that is in the language.
    #[must_use]
    pub(crate) fn pick(&self, swedish: &'static str, english: &'static str) -> &'static str {
        match self.lang {
            Lang::Sv => swedish,
            Lang::En => english,
        }
    }

    /// The same of each of several pairs.
    pub(crate) fn pick_each<const N: usize>(&self, pairs: [(&'static str, &'static str); N]) -> [&'static str; N] {
        pairs.map(|(swedish, english)| self.pick(swedish, english))
    }

    /// Those of two texts, each of some lines, that are in the language.
    pub(crate) fn pick_lines<const N: usize>(
        &self,
        swedish: &'static [&'static str; N],
        english: &'static [&'static str; N],
    ) -> &'static [&'static str; N] {
        match self.lang {
            Lang::Sv => swedish,
            Lang::En => english,
        }
    }

    /// What stands after an amount.
    #[must_use]
    pub fn mark(&self) -> &str {
        numerals::mark(self.currency)
    }

    /// What amounts are in.
    #[must_use]
    pub fn currency_name(&self) -> &str {
        numerals::currency_name(self.currency)
    }

    /// The currency of one of it: `krona`, or its code.
    #[must_use]
    pub fn one_currency(&self) -> &str {
        if self.currency == "SEK" { "krona" } else { self.currency }
    }

    /// In Swedish one of the currency: `en krona` or `1 EUR`.
    #[must_use]
    pub fn one(&self) -> String {
        if self.currency == "SEK" { "en krona".to_owned() } else { format!("1{HARD_SPACE}{}", self.currency) }
    }

    /// A count at the start of a sentence, in words up to twelve: `Två` or `13`.
    #[must_use]
    pub fn counted(&self, count: usize) -> String {
        capital(&self.counted_within(count))
    }

    /// A count within a sentence, in words up to twelve: `två` or `13`.
    #[must_use]
    pub fn counted_within(&self, count: usize) -> String {
        let known = match self.lang {
            Lang::Sv => SWEDISH_COUNTS,
            Lang::En => ENGLISH_COUNTS,
        };
        known.get(count).map_or_else(|| self.number(&count.to_string()), |word| (*word).to_owned())
    }

    /// The same of things of neuter gender: `inget`, `ett` or `två`.
    #[must_use]
    pub fn counted_neuter(&self, count: usize) -> String {
        match (self.lang, count) {
            (Lang::Sv, 0) => "inget".to_owned(),
            (Lang::Sv, 1) => "ett".to_owned(),
            (Lang::Sv | Lang::En, count) => self.counted_within(count),
        }
    }

    /// `1 350 000 kr` or `1,350,000 kr`.
    #[must_use]
    pub fn money(&self, money: Money) -> String {
        numerals::money(money, self.currency, self.lang)
    }

    /// `1 350 000` or `1,350,000`.
    #[must_use]
    pub fn amount(&self, money: Money) -> String {
        self.number(&money.to_string())
    }

    /// An exact sum that need not be a whole number of hundredths.
    #[must_use]
    pub fn sum(&self, sum: &Rational) -> String {
        format!("{}{HARD_SPACE}{}", self.number(&written::exact(sum)), self.mark())
    }

    /// A plain decimal with its thousands parted and the decimal mark of the language.
    #[must_use]
    pub fn number(&self, plain: &str) -> String {
        numerals::grouped(plain, self.lang)
    }

    /// A plain decimal with its sign, `+1 000` or `−1 000`; just `0` when it is nothing.
    #[must_use]
    pub fn signed(&self, plain: &str) -> String {
        if plain.chars().all(|c| c == '0' || c == '.') {
            return "0".to_owned();
        }
        let number = self.number(plain);
        if plain.starts_with('-') { number } else { format!("+{number}") }
    }

    /// A share with one decimal, `85,5 %` or `85.5%`, as [`share_in_percent`] rounds it.
    #[must_use]
    pub fn share(&self, share: &Rational) -> String {
        self.with_sign(&share_in_percent(share))
    }

    /// A part of one as a percentage, rounded up to two decimals.
    #[must_use]
    pub fn percent_up(&self, part: &Rational) -> String {
        self.with_sign(&written::rounded_up(&(part * &Rational::from(100_i64)), 2))
    }

    /// A plain decimal with the sign of percent.
    #[must_use]
    pub fn with_sign(&self, plain: &str) -> String {
        numerals::percent(plain, self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SV: Words<'_> = Words { lang: Lang::Sv, currency: "SEK" };
    const EN: Words<'_> = Words { lang: Lang::En, currency: "SEK" };

    fn fraction(numerator: i128, denominator: i128) -> Rational {
        Rational::new(numerator, denominator).expect("a denominator")
    }

    #[test]
    fn writes_money_as_the_language_does() {
        let money: Money = "1350000.50".parse().expect("money");
        assert_eq!(SV.money(money), "1\u{a0}350\u{a0}000,50\u{a0}kr");
        assert_eq!(EN.money(money), "1,350,000.50\u{a0}kr");
        assert_eq!(Words { currency: "EUR", ..EN }.money(Money::new(999)), "999\u{a0}EUR");
        assert_eq!(SV.number("-1000"), "\u{2212}1\u{a0}000");
        assert_eq!(SV.number("0"), "0");
        assert_eq!(SV.signed("1000"), "+1\u{a0}000");
        assert_eq!(EN.signed("-0.50"), "\u{2212}0.50");
        assert_eq!(SV.signed("0.00"), "0");
    }

    #[test]
    fn counts_in_words_up_to_twelve() {
        assert_eq!([1, 2, 12, 13].map(|count| SV.counted(count)), ["En", "Två", "Tolv", "13"]);
        assert_eq!([0, 2, 1_300].map(|count| EN.counted_within(count)), ["none", "two", "1,300"]);
        assert_eq!([0, 1, 2, 13].map(|count| SV.counted_neuter(count)), ["inget", "ett", "två", "13"]);
        assert_eq!([0, 1].map(|count| EN.counted_neuter(count)), ["none", "one"]);
        assert_eq!((SV.one(), Words { currency: "EUR", ..SV }.one()), ("en krona".to_owned(), "1\u{a0}EUR".to_owned()));
    }

    #[test]
    fn never_says_all_of_what_is_less() {
        assert_eq!(SV.share(&fraction(171, 200)), "85,5\u{a0}%");
        assert_eq!(SV.share(&Rational::ONE), "100\u{a0}%");
        assert_eq!(EN.share(&fraction(99_999, 100_000)), "99.9%");
        assert_eq!(EN.share(&fraction(1, 100_000)), "0.1%");
        assert_eq!(EN.share(&fraction(243, 200)), "121.5%");
        assert_eq!(EN.percent_up(&fraction(1, 100_000)), "0.01%");
    }
}
