//! Values as people write them: a new one, or a change of the old one.

use std::str::FromStr;

use fordela_num::{Money, MoneyError, Rational, decimal};
use rust_decimal::Decimal;
use serde_json::Value;

use super::fault::ValueCause;
use crate::alike::nearest;
use crate::call::{Base, Limit, Percent, SpendRate};
use crate::keys::{Form, Key, Word};

/// What a quantity becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Becomes {
    /// This.
    To(Rational),
    /// This more, or less, than it was.
    By(Rational),
    /// This part of what it was.
    Part(Rational),
}

impl Becomes {
    /// The quantity, if it is not below zero.
    fn from(self, was: &Rational) -> Result<Rational, ValueCause> {
        let now = match self {
            Self::To(now) => now,
            Self::By(change) => was + &change,
            Self::Part(part) => was * &part,
        };
        if now.is_negative() { Err(ValueCause::BelowZero) } else { Ok(now) }
    }
}

/// What the value of a key becomes, as it is serialised; `None` where it is taken away.
pub(super) fn of_key(key: &Key, text: &str, was: &Value, currency: &str) -> Result<Option<Value>, ValueCause> {
    match key.form {
        Form::Money => money(text, read(was).unwrap_or_default(), currency).map(String::from).map(of_text),
        Form::Number if key.has_always_a_value() => {
            number(text, read(was).unwrap_or_default()).map(|now| of_text(now.to_string()))
        }
        Form::Number => Ok(number_or_none(text, read(was))?.and_then(|now| of_text(now.to_string()))),
        Form::Percent => Ok(share(text, read(was))?.map(String::from).and_then(of_text)),
        Form::SpendRate => Ok(spend_rate(text, read(was))?.map(String::from).and_then(of_text)),
        Form::Limit => Ok(limit(text, read(was), currency)?.map(String::from).and_then(of_text)),
        Form::YesOrNo => yes_or_no(text).map(|yes| Some(Value::Bool(yes))),
        Form::Word(words) => word(text, words).map(of_text),
        Form::Id | Form::Text | Form::Date | Form::Period | Form::FileName => Ok(of_text(text.trim().to_owned())),
        Form::Amounts | Form::Texts | Form::TextOrTexts | Form::Scores | Form::Table(_) | Form::Tables(_) => {
            Err(ValueCause::NotOfItsForm)
        }
    }
}

fn of_text(text: String) -> Option<Value> {
    Some(Value::String(text))
}

/// What a value was, where there was one.
fn read<T: FromStr>(was: &Value) -> Option<T> {
    was.as_str()?.parse().ok()
}

/// One of the words of a key.
fn word(text: &str, words: &'static [Word]) -> Result<String, ValueCause> {
    let text = text.trim();
    if words.iter().any(|known| known.word == text) {
        return Ok(text.to_owned());
    }
    let words: Vec<&'static str> = words.iter().map(|known| known.word).collect();
    Err(ValueCause::NotOneOf { nearest: nearest(text, words.iter().copied()), words })
}

/// An amount of money: `1_550_000`, `1 550 000,50 kr`, `30M` or `500k`; with a sign, that much more or less; with a
/// percent sign, a part of what it was, or with both signs that part more or less. A part is rounded to hundredths by
/// [`Money::rounded_half_even`].
pub(super) fn money(text: &str, was: Money, currency: &str) -> Result<Money, ValueCause> {
    let becomes = quantity(text, |text| Ok(plain_money(text, currency).map_err(ValueCause::Money)?.rational()))?;
    Money::rounded_half_even(&becomes.from(&was.rational())?).map_err(ValueCause::Money)
}

/// A number: `2.5`; or a change of what it was, as for money. Never rounded.
pub(super) fn number(text: &str, was: Decimal) -> Result<Decimal, ValueCause> {
    let whole = |text: &str| decimal::parse_number(text).map(decimal::rational).ok_or(ValueCause::NotANumber);
    exact(&quantity(text, whole)?.from(&decimal::rational(was))?)
}

/// A number, as above; `none` takes it away.
pub(super) fn number_or_none(text: &str, was: Option<Decimal>) -> Result<Option<Decimal>, ValueCause> {
    if is_none(text) {
        return Ok(None);
    }
    let is_change = signed(text).0.is_some() || text.trim().ends_with('%');
    match was {
        None if is_change => Err(ValueCause::NothingToChange),
        _ => number(text, was.unwrap_or_default()).map(Some),
    }
}

/// A percentage: `50%`; with a sign, so many percentage points more or less. `none` takes it away.
pub(super) fn share(text: &str, was: Option<Percent>) -> Result<Option<Percent>, ValueCause> {
    if is_none(text) {
        return Ok(None);
    }
    let (sign, rest) = signed(text);
    let percent: Percent = rest.parse().map_err(|_| ValueCause::NotAPercentage)?;
    match sign {
        None => Ok(Some(percent)),
        Some(sign) => points(was.ok_or(ValueCause::NothingToChange)?, sign, percent).map(Some),
    }
}

/// A percentage, or two that it lies between: `85 %` or `70–90 %`; with a sign, so many percentage points more or less of
/// both. `none` takes it away.
pub(super) fn spend_rate(text: &str, was: Option<SpendRate>) -> Result<Option<SpendRate>, ValueCause> {
    if is_none(text) {
        return Ok(None);
    }
    let (sign, rest) = signed(text);
    let Some(sign) = sign else { return rest.parse().map(Some).map_err(|_| ValueCause::NotASpendRate) };
    let by: Percent = rest.parse().map_err(|_| ValueCause::NotAPercentage)?;
    let was = was.ok_or(ValueCause::NothingToChange)?;
    Ok(Some(SpendRate::between(points(was.least(), sign, by)?, points(was.most(), sign, by)?)))
}

/// `true` or `false`.
pub(super) fn yes_or_no(text: &str) -> Result<bool, ValueCause> {
    text.trim().parse().map_err(|_| ValueCause::NotOneOf { words: vec!["true", "false"], nearest: None })
}

/// The limit of a rule: `500_000` or `50 % of asked`. A percentage of nothing is one of what the limit is a percentage
/// of. With a sign, a sum is changed by a sum or by a part of itself, and a percentage by percentage points. `none`
/// takes the limit away.
pub(super) fn limit(text: &str, was: Option<Limit>, currency: &str) -> Result<Option<Limit>, ValueCause> {
    if is_none(text) {
        return Ok(None);
    }
    let (sign, rest) = signed(text);
    let is_percentage = rest.contains('%') || rest.contains(" of ");
    let Some(sign) = sign else {
        return if is_percentage { percentage_of(rest, was.map(base)) } else { sum(rest, currency) }.map(Some);
    };
    let now = match was.ok_or(ValueCause::NothingToChange)? {
        Limit::Money(was) if rest.contains(" of ") => return Err(ValueCause::LimitIsASum { was }),
        Limit::Money(was) => Limit::Money(money(text, was, currency)?),
        Limit::Percent(was, of) if is_percentage => match percentage_of(rest, Some(Some(of)))? {
            Limit::Percent(by, same) if same == of => Limit::Percent(points(was, sign, by)?, of),
            _ => return Err(ValueCause::LimitIsAPercentage { was, of }),
        },
        Limit::Percent(was, of) => return Err(ValueCause::LimitIsAPercentage { was, of }),
    };
    Ok(Some(now))
}

/// The least that an activity is to get: an amount, or a percentage of its ask.
pub(super) fn least(text: &str, currency: &str) -> Result<Limit, ValueCause> {
    match signed(text) {
        (Some(_), _) => Err(ValueCause::NotALimit),
        (None, rest) if rest.contains('%') || rest.contains(" of ") => percentage_of(rest, Some(Some(Base::Asked))),
        (None, rest) => sum(rest, currency),
    }
}

fn is_none(text: &str) -> bool {
    text.trim() == "none"
}

fn sum(text: &str, currency: &str) -> Result<Limit, ValueCause> {
    plain_money(text, currency).map(Limit::Money).map_err(ValueCause::Money)
}

fn base(limit: Limit) -> Option<Base> {
    match limit {
        Limit::Money(_) => None,
        Limit::Percent(_, base) => Some(base),
    }
}

/// A percentage, of `default` where it does not say of what.
fn percentage_of(text: &str, default: Option<Option<Base>>) -> Result<Limit, ValueCause> {
    if text.contains(" of ") {
        return text.parse().map_err(|_| ValueCause::NotALimit);
    }
    let percent = text.parse().map_err(|_| ValueCause::NotALimit)?;
    default.flatten().map(|base| Limit::Percent(percent, base)).ok_or(ValueCause::PercentOfWhat { percent })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
}

impl Sign {
    fn of(self, size: Rational) -> Rational {
        match self {
            Self::Plus => size,
            Self::Minus => -size,
        }
    }
}

fn signed(text: &str) -> (Option<Sign>, &str) {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix('+') {
        return (Some(Sign::Plus), rest.trim_start());
    }
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (Some(Sign::Minus), rest.trim_start()),
        None => (None, text),
    }
}

fn quantity(text: &str, whole: impl Fn(&str) -> Result<Rational, ValueCause>) -> Result<Becomes, ValueCause> {
    let (sign, rest) = signed(text);
    if rest.ends_with('%') {
        let percent: Percent = unsigned(rest)?.parse().map_err(|_| ValueCause::NotAPercentage)?;
        return Ok(Becomes::Part(match sign {
            None => percent.part(),
            Some(sign) => &Rational::ONE + &sign.of(percent.part()),
        }));
    }
    let size = whole(unsigned(rest)?)?;
    Ok(match sign {
        None => Becomes::To(size),
        Some(sign) => Becomes::By(sign.of(size)),
    })
}

/// What follows a sign has none of its own.
fn unsigned(text: &str) -> Result<&str, ValueCause> {
    if text.starts_with(['+', '-', '\u{2212}']) { Err(ValueCause::NotANumber) } else { Ok(text) }
}

fn points(was: Percent, sign: Sign, by: Percent) -> Result<Percent, ValueCause> {
    let now = Becomes::By(sign.of(decimal::rational(by.number()))).from(&decimal::rational(was.number()))?;
    exact(&now).map(Percent::new)
}

fn exact(number: &Rational) -> Result<Decimal, ValueCause> {
    decimal::exactly(number).ok_or(ValueCause::TooManyDigits)
}

/// An amount as in a call file, or in thousands (`500k`) or millions (`30M`).
///
/// # Errors
///
/// When the text is no such amount.
pub fn plain_money(text: &str, currency: &str) -> Result<Money, MoneyError> {
    let bare = decimal::without_currency(text.trim(), currency);
    let in_millions = bare.strip_suffix('M').map(|number| (number, 1_000_000_i64));
    let Some((number, times)) = in_millions.or_else(|| bare.strip_suffix('k').map(|number| (number, 1_000))) else {
        return Money::parse_in(text, currency);
    };
    let number = decimal::rational(decimal::parse_money(number, "")?);
    decimal::exactly(&(&number * &Rational::from(times))).ok_or(MoneyError::TooLarge)?.try_into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kronor(text: &str) -> Money {
        text.parse().expect("money")
    }

    #[test]
    fn money_is_set_or_changed() {
        for (text, now) in [
            ("30M", "30000000"),
            ("1,5M", "1500000"),
            ("500k", "500000"),
            ("500 k kr", "500000"),
            ("0.333M", "333000"),
            ("1 550 000,50 kr", "1550000.50"),
            ("+5%", "1050"),
            ("-10 %", "900"),
            ("\u{2212}10%", "900"),
            ("90%", "900"),
            ("+200", "1200"),
            ("-1k", "0"),
            ("33,333%", "333.33"),
        ] {
            assert_eq!(money(text, Money::new(1_000), "SEK"), Ok(kronor(now)), "{text}");
        }
        assert_eq!(money("50%", kronor("0.25"), "SEK"), Ok(kronor("0.12")));
        assert_eq!(money("-1_001", Money::new(1_000), "SEK"), Err(ValueCause::BelowZero));
        assert_eq!(money("-101%", Money::new(1_000), "SEK"), Err(ValueCause::BelowZero));
        assert_eq!(money("1.500", Money::ZERO, "SEK"), Err(ValueCause::Money(MoneyError::Ambiguous)));
        assert_eq!(money("+-5", Money::ZERO, "SEK"), Err(ValueCause::NotANumber));
        assert!(money("1.0000000000000000000000000001M", Money::ZERO, "SEK").is_err());
    }

    #[test]
    fn numbers_are_never_rounded() {
        let (was, two) = (Decimal::new(15, 1), Decimal::TWO);
        assert_eq!(number("+0.5", was).map(|now| now.normalize()), Ok(two));
        assert_eq!(number("2,0", was).map(|now| now.normalize()), Ok(two));
        assert_eq!(number("90%", was), Ok(Decimal::new(135, 2)));
        assert_eq!(number("-2", was), Err(ValueCause::BelowZero));
        let long = Decimal::from_str_exact("0.1234567890123456789012345678").expect("28 digits");
        assert_eq!(number("33.3%", long), Err(ValueCause::TooManyDigits));
    }

    #[test]
    fn shares_are_changed_by_points() {
        let percent = |number: i64| Percent::new(number.into());
        assert_eq!(share("40%", None), Ok(Some(percent(40))));
        assert_eq!(share("+10%", Some(percent(50))), Ok(Some(percent(60))));
        assert_eq!(share("-10%", Some(percent(50))), Ok(Some(percent(40))));
        assert_eq!(share("none", Some(percent(50))), Ok(None));
        assert_eq!(share("+10%", None), Err(ValueCause::NothingToChange));
        assert_eq!(share("0.5", None), Err(ValueCause::NotAPercentage));
    }

    #[test]
    fn spend_rates_are_one_percentage_or_two() {
        let of = |text: &str| Some(text.parse::<SpendRate>().expect("a spend rate"));
        for (text, was, now) in [
            ("85%", None, "85 %"),
            ("70-90 %", of("85 %"), "70–90 %"),
            ("+5%", of("70–90 %"), "75–95 %"),
            ("-70 %", of("70–90 %"), "0–20 %"),
        ] {
            assert_eq!(spend_rate(text, was), Ok(of(now)), "{text}");
        }
        assert_eq!(spend_rate("none", of("85 %")), Ok(None));
        assert_eq!(spend_rate("+5%", None), Err(ValueCause::NothingToChange));
        assert_eq!(spend_rate("-71%", of("70–90 %")), Err(ValueCause::BelowZero));
        assert_eq!(spend_rate("+5–10%", of("70–90 %")), Err(ValueCause::NotAPercentage));
        assert_eq!(spend_rate("0.85", None), Err(ValueCause::NotASpendRate));
        assert_eq!(spend_rate("90–70 %", None), Err(ValueCause::NotASpendRate));
    }

    #[test]
    fn a_number_that_may_be_left_out() {
        let two = Some(Decimal::TWO);
        assert_eq!(number_or_none("2", None), Ok(two));
        assert_eq!(number_or_none("+1", Some(Decimal::ONE)), Ok(two));
        assert_eq!(number_or_none("200%", Some(Decimal::ONE)), Ok(two));
        assert_eq!(number_or_none("none", two), Ok(None));
        assert_eq!(number_or_none("+1", None), Err(ValueCause::NothingToChange));
        assert_eq!(number_or_none("90%", None), Err(ValueCause::NothingToChange));
        assert_eq!(number_or_none("-3", two), Err(ValueCause::BelowZero));
    }

    #[test]
    fn limits_are_sums_or_percentages() {
        let of = |text: &str| Some(text.parse::<Limit>().expect("a limit"));
        for (text, was, now) in [
            ("500k", None, "500000"),
            ("50 % of asked", of("7"), "50 % of asked"),
            ("50%", of("95 % of budget"), "50 % of budget"),
            ("-5%", of("95 % of granted"), "90 % of granted"),
            ("+5 % of granted", of("90 % of granted"), "95 % of granted"),
            ("+10%", of("1000"), "1100"),
            ("-100", of("1000"), "900"),
        ] {
            assert_eq!(limit(text, was, "SEK"), Ok(of(now)), "{text}");
        }
        assert_eq!(limit("none", of("7"), "SEK"), Ok(None));
        assert!(matches!(limit("50%", of("7"), "SEK"), Err(ValueCause::PercentOfWhat { .. })));
        assert!(matches!(limit("+100", of("50 % of asked"), "SEK"), Err(ValueCause::LimitIsAPercentage { .. })));
        assert!(matches!(
            limit("+5 % of budget", of("50 % of asked"), "SEK"),
            Err(ValueCause::LimitIsAPercentage { .. })
        ));
        assert!(matches!(limit("+5 % of budget", of("50"), "SEK"), Err(ValueCause::LimitIsASum { .. })));
        assert_eq!(limit("+5%", None, "SEK"), Err(ValueCause::NothingToChange));
    }
}
