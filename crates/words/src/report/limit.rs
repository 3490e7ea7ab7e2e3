//! Limits of rules, and whom they are for.

use fordela_model::call::{Kind, Limit};
use fordela_num::{Rational, written};

use crate::{Words, limit};

/// `minst 25 % av sökt belopp`: a limit as it is written in the call.
#[must_use]
pub fn written(kind: Kind, written: Limit, words: Words<'_>) -> String {
    format!("{} {}", limit::kind(kind, words), limit::size(written, words))
}

/// `minst 500 000`: a limit in money.
#[must_use]
pub fn in_money(kind: Kind, limit: &Rational, words: Words<'_>) -> String {
    format!("{} {}", limit::kind(kind, words), words.number(&written::exact(limit)))
}

/// Whom a rule is for that is not repeated.
#[must_use]
pub fn everything(words: Words<'_>) -> &'static str {
    words.pick("allt som regeln gäller", "all that the rule is for")
}
