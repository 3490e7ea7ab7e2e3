//! Decimal numbers as people write them, and as exact fractions.

use crate::Rational;
use rust_decimal::Decimal;

use crate::MoneyError;

/// The decimal as an exact fraction.
pub fn rational(number: Decimal) -> Rational {
    // A scale is at most 28, so that the power fits; it is never zero.
    let denominator = 10_i128.pow(number.scale());
    Rational::new(number.mantissa(), denominator).unwrap_or_default()
}

/// The decimal that is just this number, or `None` when it has more digits than a decimal holds.
pub fn exactly(number: &Rational) -> Option<Decimal> {
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
pub fn parse_number(text: &str) -> Option<Decimal> {
    let plain: String = text.trim().chars().filter(|c| *c != '_').map(|c| if c == ',' { '.' } else { c }).collect();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (all_digits(whole) && all_digits(decimals)).then(|| Decimal::from_str_exact(&plain).ok())?
}

/// The whole number of steps of `10^-decimals` in a number, rounded down.
pub fn steps_below(number: Decimal, decimals: u32) -> Option<i128> {
    (rational(number) * Rational::from(10_i128.checked_pow(decimals)?)).floor().to_i128()
}

/// Reads an amount of money: digits in groups parted by spaces, hard spaces, `_`, points or commas,
/// a decimal comma or point, an optional sign, and a mark of the currency before or after.
pub fn parse_money(text: &str, currency: &str) -> Result<Decimal, MoneyError> {
    let bare = without_currency(text.trim(), currency);
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

/// What amounts in crowns are marked by, apart from the code of the currency.
const CROWNS: [&str; 5] = ["kronor", "kr", "Kr", "KR", ":-"];

/// What amounts in euros are marked by, apart from the code of the currency.
const EUROS: [&str; 4] = ["euro", "Euro", "EURO", "€"];

/// What amounts in a currency are marked by, apart from its code.
fn marks(currency: &str) -> &'static [&'static str] {
    match currency {
        "SEK" | "NOK" | "DKK" | "ISK" => &CROWNS,
        "EUR" => &EUROS,
        _ => &[],
    }
}

/// The amount without the mark of its currency before or after it.
pub fn without_currency<'t>(text: &'t str, currency: &str) -> &'t str {
    // A code of letters alone is one; digits belong to the amount.
    let is_code = !currency.is_empty() && currency.chars().all(char::is_alphabetic);
    let code = is_code.then_some(currency);
    let bare = marks(currency).iter().copied().chain(code);
    let mut bare = bare.filter_map(|mark| text.strip_suffix(mark).or_else(|| text.strip_prefix(mark)));
    bare.next().map_or(text, str::trim)
}

/// Whether what is no amount in a currency is marked as one in another.
fn is_of_another(text: &str) -> bool {
    let is_code = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let digits = |c: char| !c.is_ascii_digit();
    let (before, after) = (text.trim_end_matches(digits), text.trim_start_matches(digits));
    let words = [text.strip_suffix(after).unwrap_or_default(), text.strip_prefix(before).unwrap_or_default()];
    text.contains(|c: char| c.is_ascii_digit())
        && words
            .iter()
            .map(|word| word.trim().trim_start_matches(['-', '+', '\u{2212}']))
            .any(|word| is_code(word) || CROWNS.contains(&word) || EUROS.contains(&word) || matches!(word, "$" | "£"))
}

/// Digits with at most one decimal point, from digits with groups.
fn plain_digits(text: &str) -> Result<String, MoneyError> {
    let spaced = |c: char| c == '_' || c == '\'' || c.is_whitespace();
    let ends_in_digits = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit());
    if !ends_in_digits || !text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',' || spaced(c)) {
        return Err(if is_of_another(text) { MoneyError::OtherCurrency } else { MoneyError::NotANumber });
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
    // Three digits may be thousands or decimals, whatever parts the digits before them; but nobody writes thousands of
    // nothing, and programs that write underscores write a decimal point.
    let may_be_thousands = decimals.len() == 3 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    if may_be_thousands && whole != "0" && !whole.contains('_') {
        return Err(MoneyError::Ambiguous);
    }
    Ok((whole, Some(decimals)))
}
