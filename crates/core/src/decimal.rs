//! Decimal numbers as people write them, and as exact fractions.

use fordela_lp::Rational;
use rust_decimal::Decimal;

use crate::money::MoneyError;

/// The decimal as an exact fraction.
pub(crate) fn rational(number: Decimal) -> Rational {
    // A scale is at most 28, so that the power fits; it is never zero.
    let denominator = 10_i128.pow(number.scale());
    Rational::new(number.mantissa(), denominator).unwrap_or_default()
}

/// The decimal that is just this number, or `None` when it has more digits than a decimal holds.
pub(crate) fn exactly(number: &Rational) -> Option<Decimal> {
    let ten = Rational::from(10_i64);
    let mut scaled = number.clone();
    for scale in 0..=Decimal::MAX_SCALE {
        if scaled.is_integer() {
            return Decimal::try_from_i128_with_scale(scaled.to_i128()?, scale).ok();
        }
        scaled = &scaled * &ten;
    }
    None
}

/// Reads a plain number: digits, perhaps parted by `_`, with a decimal comma or point and no sign.
pub(crate) fn parse_number(text: &str) -> Option<Decimal> {
    let plain: String = text.trim().chars().filter(|c| *c != '_').map(|c| if c == ',' { '.' } else { c }).collect();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (all_digits(whole) && all_digits(decimals)).then(|| Decimal::from_str_exact(&plain).ok())?
}

/// The whole number of steps of `10^-decimals` in a number, rounded down.
pub(crate) fn steps_below(number: Decimal, decimals: u32) -> Option<i128> {
    (rational(number) * Rational::from(10_i128.checked_pow(decimals)?)).floor().to_i128()
}

/// Reads an amount of money: digits in groups parted by spaces, hard spaces, `_`, points or commas,
/// a decimal comma or point, an optional sign, and `kr`, `:-` or `SEK` before or after.
pub(crate) fn parse_money(text: &str) -> Result<Decimal, MoneyError> {
    let bare = without_currency(text.trim());
    if bare.is_empty() {
        return Err(MoneyError::Empty);
    }
    let (sign, digits) = match bare.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", bare.strip_prefix('+').unwrap_or(bare).trim_start()),
    };
    let plain = plain_digits(digits)?;
    format!("{sign}{plain}").parse().map_err(|_| MoneyError::TooLarge)
}

/// The amount without `kr` and its like before or after it.
pub(crate) fn without_currency(text: &str) -> &str {
    const MARKS: [&str; 6] = ["kronor", "kr", "SEK", "Kr", "KR", ":-"];
    for mark in MARKS {
        if let Some(rest) = text.strip_suffix(mark).or_else(|| text.strip_prefix(mark)) {
            return rest.trim();
        }
    }
    text
}

/// Digits with at most one decimal point, from digits with groups.
fn plain_digits(text: &str) -> Result<String, MoneyError> {
    let spaced = |c: char| c == '_' || c == '\'' || c.is_whitespace();
    let ends_in_digits = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit());
    if !ends_in_digits || !text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',' || spaced(c)) {
        return Err(MoneyError::NotANumber);
    }
    let (whole, decimals) = split_decimals(text)?;
    let group_mark = |c: char| !c.is_ascii_digit();
    let groups: Vec<&str> = whole.split(group_mark).collect();
    // An underscore may stand anywhere between digits, as in TOML; every other mark parts thousands.
    let thousands = groups.iter().skip(1).all(|group| group.len() == 3)
        && groups.first().is_some_and(|g| !g.is_empty() && g.len() <= 3);
    let only_underscores =
        whole.chars().all(|c| c.is_ascii_digit() || c == '_') && groups.iter().all(|g| !g.is_empty());
    if groups.len() > 1 && !thousands && !only_underscores {
        return Err(MoneyError::NotANumber);
    }
    let mut plain: String = groups.concat();
    if let Some(decimals) = decimals {
        if !decimals.chars().all(|c| c.is_ascii_digit()) {
            return Err(MoneyError::NotANumber);
        }
        plain.push('.');
        plain.push_str(decimals);
    }
    Ok(plain)
}

/// The part before and after the decimal mark, if there is one.
fn split_decimals(text: &str) -> Result<(&str, Option<&str>), MoneyError> {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| *c == '.' || *c == ',').collect();
    let Some(&(last, mark)) = marks.last() else {
        return Ok((text, None));
    };
    let same = marks.iter().filter(|(_, c)| *c == mark).count();
    let (whole, decimals) = (&text[..last], &text[last + 1..]);
    if same > 1 {
        // A repeated mark parts thousands, and then nothing else may.
        return if same == marks.len() { Ok((text, None)) } else { Err(MoneyError::NotANumber) };
    }
    let lone = marks.len() == 1 && whole.chars().all(|c| c.is_ascii_digit());
    if lone && decimals.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0" {
        return Err(MoneyError::Ambiguous);
    }
    Ok((whole, Some(decimals)))
}
