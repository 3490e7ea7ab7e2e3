//! Limits of rules in words.

use fordela_model::call::{Base, Kind, Limit};

use crate::{Words, base};

/// `25 % av sökt belopp`, or `500 000 kr`.
#[must_use]
pub fn size(limit: Limit, words: Words<'_>) -> String {
    match limit {
        Limit::Money(money) => words.money(money),
        Limit::Percent(percent, base) => self::percent(&percent.number().to_string(), base, words),
    }
}

/// `25 % av sökt belopp`, of a plain decimal.
#[must_use]
pub fn percent(plain: &str, base: Base, words: Words<'_>) -> String {
    format!("{} {}", words.with_sign(plain), base::of(base, words.lang))
}

/// `högst` or `minst`.
#[must_use]
pub fn kind(kind: Kind, words: Words<'_>) -> &'static str {
    match kind {
        Kind::AtMost => words.pick("högst", "at most"),
        Kind::AtLeast => words.pick("minst", "at least"),
    }
}
