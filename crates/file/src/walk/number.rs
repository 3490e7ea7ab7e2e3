//! The texts of numbers, exactly.

use rust_decimal::Decimal;

use crate::fault::NumberFault;

/// A number as TOML and JSON write it, or with a decimal comma.
pub(crate) fn decimal(text: &str) -> Result<Decimal, NumberFault> {
    let text = text.trim();
    // Most numbers are nothing but digits.
    if let Ok(whole) = text.parse::<u64>() {
        return Ok(Decimal::from(whole));
    }
    if let Some(fault) = unusual(text) {
        return Err(fault);
    }
    let may_be = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'_' | b',' | b'.');
    if !text.bytes().all(may_be) {
        return Err(NumberFault::NotANumber);
    }
    let plain: String = text.chars().filter(|c| *c != '_').map(|c| if c == ',' { '.' } else { c }).collect();
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(decimals) {
        return Err(NumberFault::NotANumber);
    }
    Decimal::from_str_exact(&plain).map_err(|_| NumberFault::TooManyDigits)
}

/// What TOML or JSON takes for a number and people do not write.
pub(super) fn unusual(text: &str) -> Option<NumberFault> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if ["0x", "0o", "0b"].iter().any(|mark| digits.starts_with(mark)) {
        return Some(NumberFault::Radix);
    }
    if ["inf", "nan"].iter().any(|word| digits.eq_ignore_ascii_case(word)) {
        return Some(NumberFault::NotFinite);
    }
    let (number, power) = digits.split_once(['e', 'E'])?;
    let numeric = |part: &str| part.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-');
    (numeric(number) && numeric(power)).then_some(NumberFault::Exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_exactly() {
        for (text, plain) in [("3", "3"), ("2.50", "2.50"), ("2,5", "2.5"), ("+1_000.5", "1000.5"), ("-0.1", "-0.1")] {
            assert_eq!(decimal(text).map(|number| number.to_string()), Ok(plain.to_owned()), "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let cases = [
            ("1e6", NumberFault::Exponent),
            ("-2.5E+3", NumberFault::Exponent),
            ("inf", NumberFault::NotFinite),
            ("-nan", NumberFault::NotFinite),
            ("0x10", NumberFault::Radix),
            ("three", NumberFault::NotANumber),
            ("", NumberFault::NotANumber),
            ("1.2.3", NumberFault::NotANumber),
            ("0.33333333333333333333333333333333", NumberFault::TooManyDigits),
        ];
        for (text, fault) in cases {
            assert_eq!(decimal(text), Err(fault), "{text}");
        }
    }
}
