//! Findings as text.

use crate::Lang;
use crate::money::Money;

/// What a finding says.
pub(super) struct Words {
    /// What is odd.
    pub(super) message: String,
    /// What to do about it.
    pub(super) suggestion: String,
}

/// A message with its suggestion.
pub(super) fn words(message: impl Into<String>, suggestion: impl Into<String>) -> Words {
    Words { message: message.into(), suggestion: suggestion.into() }
}

/// An amount with its thousands parted by hard spaces, and the decimal mark of the language.
pub(crate) fn amount(money: Money, lang: Lang) -> String {
    let plain = money.to_string();
    let (whole, decimals) = plain.split_once('.').map_or((plain.as_str(), None), |(w, d)| (w, Some(d)));
    let mut text = String::with_capacity(plain.len() + plain.len() / 3);
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push(if lang == Lang::Sv { ',' } else { '.' });
        text.push_str(decimals);
    }
    text
}

/// Names in backticks, with commas between.
pub(super) fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
