//! How cells look.

use fordela::keys::Form;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// The head of a column.
pub(super) fn head(form: Form) -> Format {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Bottom);
    let head = if is_number(form) { head.set_align(FormatAlign::Right) } else { apart(head) };
    head.set_background_color("D9DEE4").set_border_bottom(FormatBorder::Thin)
}

/// What is not read, or is not to be changed.
pub(super) fn aside() -> Format {
    apart(Format::new().set_font_color("52565C").set_text_wrap().set_align(FormatAlign::Top))
}

/// What something is called.
pub(super) fn label() -> Format {
    apart(Format::new().set_bold().set_align(FormatAlign::Top))
}

/// A cell for a value of a form: an amount with its currency, a number, a day, or else a text, so that no program makes
/// a day of `2026-03` or a part of one of `50 %`.
pub(super) fn value(form: Form, currency: &str, has_hundredths: bool) -> Format {
    let value = Format::new().set_align(FormatAlign::Top);
    match form {
        Form::Money => value.set_num_format(amount(currency, has_hundredths)).set_align(FormatAlign::Right),
        Form::Number | Form::Scores => value.set_align(FormatAlign::Right),
        Form::Date => apart(value.set_num_format("yyyy-mm-dd")),
        _ => apart(value.set_num_format("@")),
    }
}

/// To the left, but not next to a number before it.
fn apart(format: Format) -> Format {
    format.set_align(FormatAlign::Left).set_indent(1)
}

/// How an amount is shown.
fn amount(currency: &str, has_hundredths: bool) -> String {
    let digits = if has_hundredths { "#,##0.00" } else { "#,##0" };
    match currency {
        "SEK" => format!("{digits} \"kr\""),
        code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => format!("{digits} \"{code}\""),
        _ => digits.to_owned(),
    }
}

/// Whether cells of a form hold numbers.
pub(super) fn is_number(form: Form) -> bool {
    matches!(form, Form::Money | Form::Number | Form::Scores)
}

/// A plain decimal as the number that a spreadsheet keeps, where it keeps every digit.
pub(super) fn kept(text: &str) -> Option<f64> {
    let plain = text.strip_prefix('-').unwrap_or(text);
    let is_plain = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let digits = plain.replace('.', "");
    (is_plain && !digits.is_empty() && digits.len() <= DIGITS).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_are_kept_to_the_last_digit_are_numbers() {
        assert_eq!(kept("9999999999999.99").map(|number| number.to_string()).as_deref(), Some("9999999999999.99"));
        assert_eq!(kept("-0.5").map(|number| number.to_string()).as_deref(), Some("-0.5"));
        for text in ["10000000000000.01", "1234567890123456", "", "-", "1e5", "=1", "+1", "1 000", "inf"] {
            assert!(kept(text).is_none(), "{text}");
        }
    }
}
