//! That not all was tried.

use fordela_num::Money;

use crate::{Lang, Words};

/// That between two of what is looked for not all was tried.
#[must_use]
pub fn not_all(from: &str, to: &str, words: Words<'_>) -> String {
    match (from == to, words.lang) {
        (true, Lang::Sv) => format!("{from} prövades inte"),
        (true, Lang::En) => format!("{from} was not tried"),
        (false, Lang::Sv) => format!("mellan {from} och {to} prövades inte alla"),
        (false, Lang::En) => format!("between {from} and {to} not all were tried"),
    }
}

/// The same of amounts.
#[must_use]
pub fn not_all_money(from: Money, to: Money, words: Words<'_>) -> String {
    not_all(&words.money(from), &words.money(to), words)
}
