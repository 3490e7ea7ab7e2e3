//! Numbers as they were typed.
//!
//! A spreadsheet keeps numbers as floats of 64 bits, and writes 1.1 as `1.1000000000000001`. Of all decimals with at most 15
//! significant digits one at most is nearest to a float; if it is, that was typed.

use crate::limits::{DIGITS, PLACES};
use crate::value::Unfit;

/// The number of the text of a cell, if it is one.
pub(crate) fn float(text: &str) -> Option<f64> {
    // What a float may be called in Rust is wider: `inf`, `nan`.
    let is_plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    if is_plain { text.parse().ok() } else { None }
}

/// The plain decimal that was typed for a number.
pub(crate) fn typed(number: f64) -> Result<String, Unfit> {
    if !number.is_finite() {
        return Err(Unfit::TooLargeOrSmall);
    }
    let rounded = format!("{number:.*e}", DIGITS - 1);
    let (mantissa, exponent) = rounded.split_once('e').unwrap_or((&rounded, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |mantissa| ("-", mantissa));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Ok("0".to_owned());
    }
    // The digits are a dozen or so.
    let places = i32::try_from(digits.len()).unwrap_or(i32::MAX) - 1 - exponent;
    if exponent >= PLACES || places > PLACES {
        return Err(Unfit::TooLargeOrSmall);
    }
    if rounded.parse() != Ok(number) {
        return Err(Unfit::TooManyDigits { about: number.to_string() });
    }
    Ok(format!("{sign}{}", plain(digits, exponent)))
}

/// Digits with the decimal point after the first, moved to the right by the exponent.
fn plain(digits: &str, exponent: i32) -> String {
    let Ok(exponent) = usize::try_from(exponent) else {
        let zeros = usize::try_from(exponent.unsigned_abs()).unwrap_or_default().saturating_sub(1);
        return format!("0.{}{digits}", "0".repeat(zeros));
    };
    match digits.split_at_checked(exponent + 1) {
        Some((whole, "")) => whole.to_owned(),
        Some((whole, part)) => format!("{whole}.{part}"),
        None => format!("{digits:0<width$}", width = exponent + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Unfit> {
        typed(float(text).unwrap())
    }

    #[test]
    fn what_was_typed_comes_back() {
        for (written, digits) in [
            ("4675000.05", "4675000.05"),
            ("0.1", "0.1"),
            ("1350000", "1350000"),
            ("1.1000000000000001", "1.1"),
            ("4.6750000499999998E6", "4675000.05"),
            ("1.35E6", "1350000"),
            ("1E+3", "1000"),
            ("-0.5", "-0.5"),
            ("0", "0"),
            ("-0", "0"),
            ("0.00", "0"),
            ("-12.50", "-12.5"),
            ("999999999999999", "999999999999999"),
            ("0.00000123", "0.00000123"),
            ("100000000000000000000", "100000000000000000000"),
            ("9e27", "9000000000000000000000000000"),
            ("1e-28", "0.0000000000000000000000000001"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(digits), "{written}");
        }
    }

    #[test]
    fn what_has_more_digits_is_not_rounded() {
        for (written, about) in [
            ("0.30000000000000004", "0.30000000000000004"),
            ("0.33333333333333331", "0.3333333333333333"),
            ("1234567890123456", "1234567890123456"),
            ("9007199254740993", "9007199254740992"),
        ] {
            assert_eq!(read(written), Err(Unfit::TooManyDigits { about: about.to_owned() }), "{written}");
        }
    }

    #[test]
    fn what_is_too_large_or_small_is_no_amount() {
        for written in ["1e28", "1e308", "1e400", "1e-29", "5e-324", "-1e28"] {
            assert_eq!(read(written), Err(Unfit::TooLargeOrSmall), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for written in ["", "inf", "nan", "infinity", "1,5", "1 000", "0x10", "e", ".", "1e", "--1", "NaN"] {
            assert_eq!(float(written), None, "{written}");
        }
    }
}
