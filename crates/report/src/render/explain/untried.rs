//! That not all was tried.

use fordela::Lang;
use fordela_words::Words;

use crate::Range;

/// That between two of what is looked for not all was tried.
pub(super) fn not_all(ends: &(String, String), words: Words<'_>) -> String {
    let (from, to) = ends;
    match (from == to, words.lang) {
        (true, Lang::Sv) => format!("{from} prövades inte"),
        (true, Lang::En) => format!("{from} was not tried"),
        (false, Lang::Sv) => format!("mellan {from} och {to} prövades inte alla"),
        (false, Lang::En) => format!("between {from} and {to} not all were tried"),
    }
}

/// The same of amounts.
pub(super) fn not_all_money(range: Range, words: Words<'_>) -> String {
    not_all(&(words.money(range.from), words.money(range.to)), words)
}
