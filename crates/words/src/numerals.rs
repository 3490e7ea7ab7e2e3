//! Numbers and currencies as a language writes them.

use fordela_num::Money;

use crate::Lang;

/// A space at which no line is broken.
pub(crate) const HARD_SPACE: char = '\u{a0}';

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

/// A plain decimal with the decimal mark of the language, its thousands not parted: `2,5` or `2.5`.
#[must_use]
pub fn decimal(plain: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => plain.replace('.', ","),
        Lang::En => plain.to_owned(),
    }
}

/// A plain decimal with the sign of percent: `85,5 %` or `85.5%`.
#[must_use]
pub fn percent(plain: &str, lang: Lang) -> String {
    let number = grouped(plain, lang);
    match lang {
        Lang::Sv => format!("{number}{HARD_SPACE}%"),
        Lang::En => format!("{number}%"),
    }
}

/// An amount with its currency, an ISO 4217 code: `1 350 000 kr`, `1,350,000 kr` or `1,350,000 EUR`.
#[must_use]
pub fn money(money: Money, currency: &str, lang: Lang) -> String {
    format!("{}{HARD_SPACE}{}", grouped(&money.to_string(), lang), mark(currency))
}

/// What stands after an amount in a currency, an ISO 4217 code.
#[must_use]
pub fn mark(currency: &str) -> &str {
    if currency == "SEK" { "kr" } else { currency }
}

/// What amounts in a currency, an ISO 4217 code, are in.
#[must_use]
pub fn currency_name(currency: &str) -> &str {
    if currency == "SEK" { "kronor" } else { currency }
}
