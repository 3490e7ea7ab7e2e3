//! A range of values for one path.

use std::fmt;
use std::str::FromStr;

use fordela_model::call::{Base, Limit, Percent};
use fordela_model::keys::Form;
use fordela_model::scenario::value::plain_money;
use fordela_model::scenario::{Path, ValueCause};
use fordela_num::{Money, Rational, decimal};
use rust_decimal::Decimal;

use super::fault::MOST_POINTS;
use super::fault::{Bound, VaryCause, VaryError};

/// A range of values for something in a call, read from `PATH=FROM..TO:STEP`.
///
/// The values are exact: `FROM`, and a step further each as long as they are at most `TO`. They are written as in a
/// call file, amounts also as `500k` and `30M`; the percent sign, and what a percentage is of, may be written once.
///
/// ```
/// use fordela::sweep::Vary;
///
/// let vary: Vary = "rule.cap.at_most=10..20 % of asked:5".parse()?;
/// let values: Vec<String> = vary.values().iter().map(|value| vary.text(*value)).collect();
/// assert_eq!(values, ["10 % of asked", "15 % of asked", "20 % of asked"]);
/// # Ok::<(), fordela::sweep::VaryError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vary {
    path: Path,
    quantity: Quantity,
    to: Decimal,
    step: Decimal,
    /// Never empty.
    values: Vec<Decimal>,
}

/// What the numbers of a range are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quantity {
    Money,
    Number,
    /// Percentages of something; of what the limit was a percentage of where it is not said.
    Percent(Option<Base>),
}

impl Vary {
    /// Reads a range whose amounts may bear the mark of this currency, an ISO 4217 code, and of no other.
    ///
    /// ```
    /// use fordela::sweep::Vary;
    ///
    /// let vary = Vary::parse_in("budget=1000 EUR..2000 EUR:500 EUR", "EUR")?;
    /// assert_eq!(vary.values().len(), 3);
    /// assert!(Vary::parse_in("budget=1000 kr..2000 kr:500 kr", "EUR").is_err());
    /// # Ok::<(), fordela::sweep::VaryError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the text is no range, or names another currency.
    pub fn parse_in(text: &str, currency: &str) -> Result<Self, VaryError> {
        parsed(text.trim(), currency).map_err(|cause| VaryError { text: text.trim().to_owned(), cause })
    }

    /// What is varied.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The values, rising; at least one. Money in the currency, percentages as the number before the percent sign.
    #[must_use]
    pub fn values(&self) -> &[Decimal] {
        &self.values
    }

    /// Where the range ends, as the values are; the last value may lie before it.
    #[must_use]
    pub fn to(&self) -> Decimal {
        self.to
    }

    /// How far the values are from each other, as the values are.
    #[must_use]
    pub fn step(&self) -> Decimal {
        self.step
    }

    /// A value as it is written in a call file.
    #[must_use]
    pub fn text(&self, value: Decimal) -> String {
        match self.quantity {
            Quantity::Money => Money::try_from(value).map_or_else(|_| value.to_string(), |money| money.to_string()),
            Quantity::Number => value.normalize().to_string(),
            Quantity::Percent(None) => Percent::new(value).to_string(),
            Quantity::Percent(Some(base)) => Limit::Percent(Percent::new(value), base).to_string(),
        }
    }

    /// A value as an exact number, to be drawn.
    #[must_use]
    pub fn exact(value: Decimal) -> Rational {
        decimal::rational(value)
    }

    /// Whether the values are money.
    #[must_use]
    pub fn is_money(&self) -> bool {
        self.quantity == Quantity::Money
    }

    /// Whether the values are percentages.
    #[must_use]
    pub fn is_percentage(&self) -> bool {
        matches!(self.quantity, Quantity::Percent(_))
    }

    /// What the values are percentages of, where they are and it is said.
    #[must_use]
    pub fn base(&self) -> Option<Base> {
        match self.quantity {
            Quantity::Percent(base) => base,
            Quantity::Money | Quantity::Number => None,
        }
    }
}

/// In kronor; see [`Vary::parse_in`].
impl FromStr for Vary {
    type Err = VaryError;

    fn from_str(text: &str) -> Result<Self, VaryError> {
        Self::parse_in(text, "SEK")
    }
}

fn parsed(text: &str, currency: &str) -> Result<Vary, VaryCause> {
    let (path, range) = text.split_once('=').ok_or(VaryCause::NotARange)?;
    let (range, step) = range.rsplit_once(':').ok_or(VaryCause::NotARange)?;
    let (from, to) = range.split_once("..").ok_or(VaryCause::NotARange)?;
    let path: Path = path.parse().map_err(|_| VaryCause::NotAPath { path: path.trim().to_owned() })?;
    let texts = [from.trim(), to.trim(), step.trim()];
    if texts.contains(&"") {
        return Err(VaryCause::NotARange);
    }
    let quantity = quantity(&path, texts)?;
    let bounds = [Bound::From, Bound::To, Bound::Step];
    let mut numbers = [Decimal::ZERO; 3];
    for ((number, bound), value) in numbers.iter_mut().zip(bounds).zip(texts) {
        let read = read(value, quantity, currency).and_then(not_below_zero);
        *number = read.map_err(|cause| VaryCause::BadValue { bound, value: value.to_owned(), cause })?;
    }
    let [from, to, step] = numbers;
    let values = values(from, to, step, texts[2])?;
    Ok(Vary { path, quantity, to, step, values })
}

/// What the numbers are: a percent sign on one of them is meant for all, and so is what it is of.
fn quantity(path: &Path, texts: [&str; 3]) -> Result<Quantity, VaryCause> {
    match path.form() {
        Form::Number => Ok(Quantity::Number),
        Form::Percent | Form::SpendRate => Ok(Quantity::Percent(None)),
        Form::Limit if texts.iter().any(|text| text.contains('%')) => base(texts).map(Quantity::Percent),
        Form::Money | Form::Limit => Ok(Quantity::Money),
        Form::Id
        | Form::Text
        | Form::Amounts
        | Form::Date
        | Form::Period
        | Form::YesOrNo
        | Form::Word(_)
        | Form::Texts
        | Form::TextOrTexts
        | Form::FileName
        | Form::Scores
        | Form::Table(_)
        | Form::Tables(_) => Err(VaryCause::TakesWords { path: path.clone() }),
    }
}

fn base(texts: [&str; 3]) -> Result<Option<Base>, VaryCause> {
    let bases = texts.iter().filter_map(|text| match text.parse() {
        Ok(Limit::Percent(_, base)) => Some(base),
        _ => None,
    });
    let mut known = None;
    for base in bases {
        match known {
            Some(one) if one != base => return Err(VaryCause::OfDifferentThings { one, other: base }),
            _ => known = Some(base),
        }
    }
    Ok(known)
}

fn read(text: &str, quantity: Quantity, currency: &str) -> Result<Decimal, ValueCause> {
    match quantity {
        Quantity::Money => plain_money(text, currency).map(Money::decimal).map_err(ValueCause::Money),
        Quantity::Number => decimal::parse_number(text).ok_or(ValueCause::NotANumber),
        Quantity::Percent(base) if text.contains(" of ") => match text.parse() {
            Ok(Limit::Percent(percent, _)) if base.is_some() => Ok(percent.number()),
            _ => Err(ValueCause::NotAPercentage),
        },
        Quantity::Percent(_) => {
            let number = text.strip_suffix('%').unwrap_or(text);
            format!("{number}%").parse().map(Percent::number).map_err(|_| ValueCause::NotAPercentage)
        }
    }
}

fn not_below_zero(number: Decimal) -> Result<Decimal, ValueCause> {
    if number < Decimal::ZERO { Err(ValueCause::BelowZero) } else { Ok(number) }
}

fn values(from: Decimal, to: Decimal, step: Decimal, written: &str) -> Result<Vec<Decimal>, VaryCause> {
    if step <= Decimal::ZERO {
        return Err(VaryCause::NoStep);
    }
    if from > to {
        return Err(VaryCause::Backwards);
    }
    // Decimals divide with rounding; fractions do not.
    let (first, step) = (decimal::rational(from), decimal::rational(step));
    let steps = (&(&decimal::rational(to) - &first) / &step).floor().to_i128();
    let steps = steps.and_then(|steps| i64::try_from(steps).ok()).ok_or(VaryCause::TooManyPoints)?;
    if usize::try_from(steps).map_or(true, |steps| steps >= MOST_POINTS) {
        return Err(VaryCause::TooManyPoints);
    }
    let value = |k: i64| decimal::exactly(&(&first + &(&step * &Rational::from(k)))).map(|value| value.normalize());
    let values: Option<Vec<Decimal>> = (0..=steps).map(value).collect();
    let too_many_digits =
        || VaryCause::BadValue { bound: Bound::Step, value: written.to_owned(), cause: ValueCause::TooManyDigits };
    values.ok_or_else(too_many_digits)
}

/// As it is read, with amounts written out and what percentages are of said once.
impl fmt::Display for Vary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from = self.values.first().copied().unwrap_or_default();
        let bare = |value: Decimal| match self.quantity {
            Quantity::Percent(_) => value.normalize().to_string(),
            Quantity::Money | Quantity::Number => self.text(value),
        };
        write!(f, "{}={}..{}:{}", self.path, bare(from), self.text(self.to), bare(self.step))
    }
}
