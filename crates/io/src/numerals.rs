//! Numbers and currencies as a language writes them.

use fordela::Lang;

/// A space at which no line is broken.
const HARD_SPACE: char = '\u{a0}';

/// A minus sign, as wide as a plus.
const MINUS: char = '\u{2212}';

/// A plain decimal with its thousands parted and the decimal mark of the language: `1 350 000,50` or `1,350,000.50`.
#[must_use]
pub fn grouped(plain: &str, lang: Lang) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or((None, plain), |digits| (Some(MINUS), digits));
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let (group, point) = match lang {
        Lang::Sv => (HARD_SPACE, ','),
        Lang::En => (',', '.'),
    };
    let mut text: String = sign.into_iter().collect();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push(point);
        text.push_str(decimals);
    }
    text
}

/// What amounts in a currency, an ISO 4217 code, are in.
#[must_use]
pub fn currency_name(currency: &str) -> &str {
    if currency == "SEK" { "kronor" } else { currency }
}
