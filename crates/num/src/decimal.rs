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

impl From<Decimal> for Rational {
    fn from(number: Decimal) -> Self {
        rational(number)
    }
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
/// a decimal comma or point, an optional sign, a word for thousands or millions, and a mark of the currency before or
/// after.
pub fn parse_money(text: &str, currency: &str) -> Result<Decimal, MoneyError> {
    let text = text.trim();
    let (bare, times) = scaled(text, currency);
    if bare.is_empty() {
        return Err(MoneyError::Empty);
    }
    let number = parse_amount(bare)?;
    if times == 1 {
        return Ok(number);
    }
    exactly(&(rational(number) * Rational::from(times))).ok_or(MoneyError::TooLarge)
}

/// Reads digits in groups with a decimal mark and an optional sign.
fn parse_amount(bare: &str) -> Result<Decimal, MoneyError> {
    let (sign, digits) = match bare.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", bare.strip_prefix('+').unwrap_or(bare).trim_start()),
    };
    let plain = plain_digits(digits)?;
    format!("{sign}{plain}").parse().map_err(|_| MoneyError::TooLarge)
}

/// Abbreviations of thousands and millions of crowns, in lower case.
const MANY_CROWNS: [(&str, i64); 5] =
    [("mnkr", 1_000_000), ("mkr", 1_000_000), ("msek", 1_000_000), ("tkr", 1_000), ("tsek", 1_000)];

/// Abbreviations of thousands and millions of euros, in lower case.
const MANY_EUROS: [(&str, i64); 5] =
    [("m€", 1_000_000), ("meur", 1_000_000), ("t€", 1_000), ("k€", 1_000), ("teur", 1_000)];

/// Words for thousands and millions of whatever follows, in lower case.
const MANY: [(&str, i64); 8] = [
    ("miljoner", 1_000_000),
    ("miljon", 1_000_000),
    ("million", 1_000_000),
    ("milj.", 1_000_000),
    ("milj", 1_000_000),
    ("mn", 1_000_000),
    ("tusen", 1_000),
    ("thousand", 1_000),
];

/// An amount without the mark of its currency and without words for thousands or millions, and how many times it is meant.
fn scaled<'t>(text: &'t str, currency: &str) -> (&'t str, i64) {
    let many: &[(&str, i64)] = match currency {
        "SEK" => &MANY_CROWNS,
        "NOK" | "DKK" | "ISK" => &MANY_CROWNS[..2],
        "EUR" => &MANY_EUROS,
        _ => &[],
    };
    let after = |text: &'t str, words: &[(&str, i64)]| {
        let found = words.iter().find_map(|(word, times)| Some((without_end(text, word)?, *times)))?;
        // `5 mn` and `5mn` are amounts, `mn` is none.
        found.0.ends_with(|c: char| c.is_ascii_digit()).then_some(found)
    };
    let before = |text: &'t str, words: &[(&str, i64)]| {
        let found = words.iter().find_map(|(word, times)| Some((without_start(text, word)?, *times)))?;
        found.0.starts_with(|c: char| c.is_ascii_digit()).then_some(found)
    };
    if let Some(found) = after(text, many).or_else(|| before(text, many)) {
        return found;
    }
    let bare = without_currency(text, currency);
    after(bare, &MANY).unwrap_or((bare, 1))
}

/// A text without what it starts with, in any case, and without the spaces after that.
fn without_start<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let (first, rest) = text.split_at_checked(start.len())?;
    (first.to_lowercase() == start).then(|| rest.trim_start())
}

/// A text without what it ends in, in any case, and without the spaces before that.
fn without_end<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let start = text.len().checked_sub(end.len())?;
    let (rest, last) = text.split_at_checked(start)?;
    (last.to_lowercase() == end).then(|| rest.trim_end())
}

/// What amounts in crowns are marked by, apart from the code of the currency.
const CROWNS: [&str; 7] = ["kronor", "kroner", "kr.", "kr", "Kr", "KR", ":-"];

/// What amounts in euros are marked by, apart from the code of the currency.
const EUROS: [&str; 4] = ["euro", "Euro", "EURO", "€"];

/// What amounts in a currency are marked by, apart from its code.
fn marks(currency: &str) -> &'static [&'static str] {
    match currency {
        "SEK" | "NOK" | "DKK" | "ISK" => &CROWNS,
        "EUR" => &EUROS,
        "GBP" => &["£"],
        "USD" => &["$"],
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
    let is_many = |word: &str| {
        let word = word.to_lowercase();
        MANY_CROWNS.iter().chain(&MANY_EUROS).any(|(many, _)| *many == word)
    };
    text.contains(|c: char| c.is_ascii_digit())
        && words.iter().map(|word| word.trim().trim_start_matches(['-', '+', '\u{2212}'])).any(|word| {
            let is_mark = CROWNS.contains(&word) || EUROS.contains(&word) || matches!(word, "$" | "£");
            is_mark || is_code(word) || is_many(word)
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_thousands_and_millions() {
        let cases = [
            ("350 tkr", "350000"),
            ("tkr 350", "350000"),
            ("Mnkr 1,2", "1200000"),
            ("1,35 mnkr", "1350000"),
            ("2 Mkr", "2000000"),
            ("2MSEK", "2000000"),
            ("0,75 miljoner kronor", "750000"),
            ("1 miljon kr", "1000000"),
            ("-3 milj. SEK", "-3000000"),
            ("12 tusen", "12000"),
            ("1.350.000:-", "1350000"),
            ("1 350,5 tkr", "1350500"),
        ];
        for (text, plain) in cases {
            let read = parse_money(text, "SEK").map(|amount| amount.normalize().to_string());
            assert_eq!(read.as_deref(), Ok(plain), "{text}");
        }
        let read =
            |text: &str, currency: &str| parse_money(text, currency).map(|amount| amount.normalize().to_string());
        assert_eq!(read("1,2 M€", "EUR").as_deref(), Ok("1200000"));
        assert_eq!(read("40 thousand £", "GBP").as_deref(), Ok("40000"));
    }

    #[test]
    fn refuses_what_may_be_several_amounts() {
        assert_eq!(parse_money("1,350 mnkr", "SEK"), Err(MoneyError::Ambiguous));
        assert_eq!(parse_money("350 tkr", "EUR"), Err(MoneyError::OtherCurrency));
        assert_eq!(parse_money("1,2 M€", "SEK"), Err(MoneyError::OtherCurrency));
        for text in ["mnkr", "tkr tkr 350", "tkr 350 kr", "tkr 350 tkr", "350 tkr kr", "3 mn mn", "3 kr mn"] {
            assert!(parse_money(text, "SEK").is_err(), "{text}");
        }
    }
}
