//! How values are read that are no plain text.

use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use fordela::call::Percent;
use fordela::{Lang, Rational};
use fordela_lp::Backend;
use fordela_words::usage::ValueFault;

/// A language by its code.
pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["sv", "en"]).try_map(|code: String| code.parse::<Lang>())
}

/// How an answer is found, by its name.
pub(super) fn backend() -> impl TypedValueParser<Value = Backend> {
    PossibleValuesParser::new(Backend::ALL.iter().map(|backend| backend.name()))
        .try_map(|name: String| name.parse::<Backend>())
}

/// A part of a whole.
pub(super) fn within(text: &str) -> Result<Percent, ValueFault> {
    percent_up_to(1, text)
}

/// All the money elsewhere counts twice.
pub(super) fn apart(text: &str) -> Result<Percent, ValueFault> {
    percent_up_to(2, text)
}

fn percent_up_to(most: i64, text: &str) -> Result<Percent, ValueFault> {
    let percent: Percent = text.parse().map_err(|_| ValueFault::NotAPercentage)?;
    let part = percent.part();
    let is_outside = part.is_negative() || part > Rational::from(most);
    if is_outside { Err(ValueFault::PercentageAbove { most: 100 * most }) } else { Ok(percent) }
}

/// The longest time that can be asked for, in seconds: a year.
const LONGEST: f64 = 365.0 * 24.0 * 3600.0;

pub(super) fn seconds(text: &str) -> Result<Duration, ValueFault> {
    let seconds: f64 = text.replace(',', ".").parse().map_err(|_| ValueFault::NotSeconds)?;
    if !(seconds > 0.0 && seconds <= LONGEST) {
        return Err(ValueFault::NoSuchTime);
    }
    Duration::try_from_secs_f64(seconds).map_err(|_| ValueFault::NoSuchTime)
}

/// A whole number.
pub(super) fn number(text: &str) -> Result<usize, ValueFault> {
    text.parse().map_err(|_| ValueFault::NotANumber)
}

/// A whole number from one to another.
pub(super) fn whole(least: u16, most: u16) -> impl Fn(&str) -> Result<u16, ValueFault> + Clone {
    move |text| match text.parse() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(ValueFault::Outside { least: least.into(), most: most.into() }),
    }
}

/// A path and a value.
pub(super) fn setting(text: &str) -> Result<(String, String), ValueFault> {
    let (path, value) = text.split_once('=').ok_or(ValueFault::NotAChange)?;
    Ok((path.trim().to_owned(), value.trim().to_owned()))
}
